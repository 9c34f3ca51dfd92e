import { addDays, type Day } from '../calendar/day.ts'
import type { Initiative } from '../initiative/initiative.ts'
import {
  askedWithin,
  availableWithin,
  carriersOf,
  mondayOf,
  weeksOf,
  type Span,
} from '../people/capacity.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'

/** What else is asked of the people who carry the initiatives that are held. */
export type LoadLedger = {
  /**
   * Person-days by which the weeks that these initiatives touch would be over capacity because of them,
   * beyond what they are over without them: the rule of `people/capacity.ts`, `overloadBy`.
   */
  readonly overDays: (moved: readonly Initiative[]) => number
}

type Work = { readonly initiative: Initiative; readonly part: number }

const EPSILON = 1e-9

/**
 * Opens the books for as long as something is held. A week is added up once, when a bar first touches it, so
 * that a step of the hand costs the same in a plan of ten things and of ten thousand.
 */
export function loadLedger(plan: Plan, heldIds: readonly Id[]): LoadLedger {
  const { workingDays } = plan.meta.settings
  const held = new Set(heldIds)
  const work = new Map<Id, Work[]>()
  for (const id of held) {
    const initiative = plan.initiative.get(id)
    if (initiative) for (const person of carriersOf(initiative).keys()) work.set(person, [])
  }
  if (work.size > 0) collect(plan, held, work)
  const weeks = new Map<string, { readonly asked: number; readonly available: number }>()

  const bookOf = (personId: Id, week: Span) => {
    const key = `${personId} ${week.startOn}`
    const known = weeks.get(key)
    if (known) return known
    const person = plan.person.get(personId)
    let asked = 0
    for (const { initiative, part } of work.get(personId) ?? [])
      if (touches(initiative, week)) asked += part * askedWithin(initiative, week, workingDays)
    const available = person ? availableWithin(person, week, workingDays) : 0
    const book = { asked, available }
    weeks.set(key, book)
    return book
  }

  return {
    overDays: (moved) => {
      const added = new Map<string, { personId: Id; week: Span; days: number }>()
      for (const initiative of moved) {
        const { startOn, dueOn, effortDays } = initiative
        if (startOn === null || dueOn === null || !effortDays) continue
        for (const week of weeksOf({ startOn: mondayOf(startOn), endOn: lastOfWeek(dueOn) }))
          for (const [personId, part] of carriersOf(initiative)) {
            if (!plan.person.has(personId)) continue
            const key = `${personId} ${week.startOn}`
            const days = part * askedWithin(initiative, week, workingDays)
            added.set(key, { personId, week, days: (added.get(key)?.days ?? 0) + days })
          }
      }
      let over = 0
      for (const { personId, week, days } of added.values()) {
        const { asked, available } = bookOf(personId, week)
        over += Math.max(0, asked + days - available) - Math.max(0, asked - available)
      }
      return over > EPSILON ? over : 0
    },
  }
}

function collect(plan: Plan, held: ReadonlySet<Id>, work: ReadonlyMap<Id, Work[]>): void {
  for (const initiative of plan.initiative.values()) {
    const { ownerId, contributors, effortDays, startOn, dueOn, id } = initiative
    if (!effortDays || startOn === null || dueOn === null || held.has(id)) continue
    if (contributors.length === 0) {
      if (ownerId !== null) work.get(ownerId)?.push({ initiative, part: 1 })
      continue
    }
    for (const [personId, part] of carriersOf(initiative))
      work.get(personId)?.push({ initiative, part })
  }
}

function touches({ startOn, dueOn }: Initiative, week: Span): boolean {
  return startOn !== null && dueOn !== null && startOn <= week.endOn && dueOn >= week.startOn
}

function lastOfWeek(day: Day): Day {
  return addDays(mondayOf(day), 6)
}
