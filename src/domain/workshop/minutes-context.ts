import type { Day } from '../calendar/day.ts'
import { formatNumber } from '../key-result/value-format.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Part } from './people-parts.ts'
import type { Workshop } from './workshop.ts'

/** What every part of the minutes looks at. */
export type Minutes = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly workshop: Workshop
  readonly today: Day
  /** Clock times in the room's own zone. */
  readonly time: (moment: string) => string
  /** Who is on what. */
  readonly parts: ReadonlyMap<Id, readonly Part[]>
}

/** A length of time as it is printed: `12 min`. */
export const minutesText = (ms: number) => `${formatNumber(Math.round(ms / 60_000))} min`

/** The name of a person; null for nobody and for who is gone. */
export const nameOf = (plan: Plan, id: Id | null) =>
  id === null ? null : (plan.person.get(id)?.name ?? null)

/** Those in the room who are still in the plan. */
export function peopleOf({ workshop, plan }: Minutes): readonly Id[] {
  return workshop.presentIds.filter((id) => plan.person.has(id))
}

/** The objectives of the workshop's cycle that were not dropped. */
export function objectivesOf({ index, workshop }: Minutes): readonly Objective[] {
  if (workshop.cycleId === null) return []
  return listAt(index.objectivesByCycle, workshop.cycleId).filter((o) => o.state !== 'dropped')
}
