import type { Day } from '../calendar/day.ts'
import { daysBetween } from '../calendar/day.ts'
import { formatDayWithYear } from '../calendar/day-format.ts'
import { quoted } from '../plan/title-quote.ts'
import type { Cycle } from './cycle.ts'

/** How far outside its cycle a day may lie before it is taken for a typing error. */
export const FAR_OUTSIDE_DAYS = 366

type DateProblem = { readonly field: 'startOn' | 'dueOn'; readonly message: string }

/** Why a due day cannot be in this cycle; null when it can. After its end is allowed, the coach warns. */
export function dueDayProblem(cycle: Cycle, dueOn: Day): DateProblem | null {
  if (dueOn < cycle.startOn)
    return {
      field: 'dueOn',
      message: `${formatDayWithYear(dueOn)} is before ${quoted(cycle.name)} starts (${formatDayWithYear(cycle.startOn)}).`,
    }
  if (daysBetween(cycle.endOn, dueOn) > FAR_OUTSIDE_DAYS)
    return {
      field: 'dueOn',
      message: `${formatDayWithYear(dueOn)} is more than a year after ${quoted(cycle.name)} ends (${formatDayWithYear(cycle.endOn)}).`,
    }
  return null
}

/** Why an initiative cannot run from `startOn` to `dueOn` in this cycle; null when it can. */
export function spanProblem(
  cycle: Cycle,
  startOn: Day | null,
  dueOn: Day | null,
): DateProblem | null {
  if (startOn !== null && dueOn !== null && dueOn < startOn)
    return {
      field: 'dueOn',
      message: `The due day, ${formatDayWithYear(dueOn)}, is before the start day, ${formatDayWithYear(startOn)}.`,
    }
  if (startOn !== null && Math.abs(daysOutside(cycle, startOn)) > FAR_OUTSIDE_DAYS)
    return {
      field: 'startOn',
      message: `${formatDayWithYear(startOn)} is more than a year away from ${quoted(cycle.name)}.`,
    }
  return dueOn === null ? null : dueDayProblem(cycle, dueOn)
}

/** Days that `day` lies before (negative) or after (positive) the cycle; 0 inside. */
export function daysOutside(cycle: Pick<Cycle, 'startOn' | 'endOn'>, day: Day): number {
  if (day < cycle.startOn) return daysBetween(cycle.startOn, day)
  return day > cycle.endOn ? daysBetween(cycle.endOn, day) : 0
}
