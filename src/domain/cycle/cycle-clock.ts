import type { Day } from '../calendar/day.ts'
import { daysBetween } from '../calendar/day.ts'
import type { Plan } from '../plan/plan.ts'
import type { Cycle } from './cycle.ts'

/** How many days the cycle has, first and last included. */
export function daysOf(cycle: Pick<Cycle, 'startOn' | 'endOn'>): number {
  return daysBetween(cycle.startOn, cycle.endOn) + 1
}

/** Whole days since the cycle's first day: 0 on that day and before, at most all of its days. */
export function daysPassed(cycle: Pick<Cycle, 'startOn' | 'endOn'>, today: Day): number {
  return Math.min(daysOf(cycle), Math.max(0, daysBetween(cycle.startOn, today)))
}

/** "Week 8 of 13": weeks of seven days from the first day; a rest of up to three days joins the last. */
export function weekOf(
  cycle: Pick<Cycle, 'startOn' | 'endOn'>,
  today: Day,
): { readonly week: number; readonly of: number } {
  const of = Math.max(1, Math.round(daysOf(cycle) / 7))
  return { week: Math.min(of, Math.floor(daysPassed(cycle, today) / 7) + 1), of }
}

/** Where a day stands to a cycle. */
export function phaseOf(
  cycle: Pick<Cycle, 'startOn' | 'endOn'>,
  today: Day,
): 'ahead' | 'running' | 'over' {
  if (today < cycle.startOn) return 'ahead'
  return today > cycle.endOn ? 'over' : 'running'
}

function distance(cycle: Cycle, today: Day): number {
  if (today < cycle.startOn) return daysBetween(today, cycle.startOn)
  return today > cycle.endOn ? daysBetween(cycle.endOn, today) : 0
}

/**
 * The cycle to open with: of those that are nearest to today, the one at work (active, in review,
 * planned, closed), then the shortest (a quarter before its year), then the earliest. Undefined when the plan
 * has none.
 */
export function currentCycle(plan: Plan, today: Day): Cycle | undefined {
  const states: readonly Cycle['state'][] = ['active', 'review', 'planning', 'closed']
  const rank = (cycle: Cycle) =>
    [distance(cycle, today), states.indexOf(cycle.state), daysOf(cycle)] as const
  return [...plan.cycle.values()].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const difference = left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
    if (difference !== 0) return difference
    return a.startOn === b.startOn ? (a.id < b.id ? -1 : 1) : a.startOn < b.startOn ? -1 : 1
  })[0]
}
