import type { Day } from '#domain/calendar/day.ts'
import { nextCheckInOn } from '#domain/check-in/cadence.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Id } from '#domain/plan/field.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'

/** Key results of the running cycle whose check-in is due, in the order of the route. */
export function dueKeyResults(
  plan: Plan,
  index: PlanIndex,
  cycleId: Id | null,
  today: Day,
): readonly KeyResult[] {
  const cycle = cycleId === null ? undefined : plan.cycle.get(cycleId)
  if (!cycle || cycle.state === 'closed' || today < cycle.startOn || today > cycle.endOn) return []
  const { cadence } = plan.meta.settings
  return (index.objectivesByCycle.get(cycle.id) ?? [])
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ id }) => index.keyResultsByObjective.get(id) ?? [])
    .filter(({ id, state }) => {
      const last = index.checkInsByKeyResult.get(id)?.at(-1)?.day ?? null
      return state === 'active' && nextCheckInOn(last, cycle.startOn, cadence) <= today
    })
}
