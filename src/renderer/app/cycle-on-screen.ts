import type { Day } from '#domain/calendar/day.ts'
import { daysBetween } from '#domain/calendar/day.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { currentCycle, weekOf } from '#domain/cycle/cycle-clock.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { counted } from '#domain/plan/title-quote.ts'

/** The cycle that was chosen, or the plan's current one; null when the plan has none. */
export function cycleOnScreen(plan: Plan, chosen: Id | null, today: Day): Cycle | null {
  const cycle = chosen === null ? undefined : plan.cycle.get(chosen)
  return cycle ?? currentCycle(plan, today) ?? null
}

/** Where today lies in the cycle: "Week 8 of 13", "Starts in 3 days", "Ended 12 days ago". */
export function weekWords(cycle: Pick<Cycle, 'startOn' | 'endOn'>, today: Day): string {
  const before = daysBetween(today, cycle.startOn)
  if (before > 0) return before === 1 ? 'Starts tomorrow' : `Starts in ${counted(before, 'day')}`
  const after = daysBetween(cycle.endOn, today)
  if (after > 0) return after === 1 ? 'Ended yesterday' : `Ended ${counted(after, 'day')} ago`
  const { week, of } = weekOf(cycle, today)
  return `Week ${String(week)} of ${String(of)}`
}
