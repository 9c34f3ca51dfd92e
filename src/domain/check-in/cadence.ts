import type { Day } from '../calendar/day.ts'
import { addDays, dayFromNumber, dayNumber, weekday } from '../calendar/day.ts'
import type { PlanSettings } from '../plan/plan-meta.ts'

export type Cadence = PlanSettings['cadence']

/** Days between two check-ins; a month is taken as 31, so that no month is ever short. */
export const CADENCE_DAYS = { week: 7, 'two-weeks': 14, month: 31 } as const

/** The cadence in words: `every week`. */
export const CADENCE_WORDS = {
  week: 'a week',
  'two-weeks': 'two weeks',
  month: 'a month',
} as const

/** How many days a check-in may be late before it is called overdue. */
export const GRACE_DAYS = 3

/** The first day on the cadence's weekday that is `day` or later. */
function onWeekday(day: Day, cadence: Cadence): Day {
  return addDays(day, (cadence.weekday - weekday(day) + 7) % 7)
}

function firstOfNextMonth(day: Day): Day {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return dayFromNumber(Date.UTC(year, month, 1) / 86_400_000)
}

/**
 * The days on which a check-in is due: the cadence's weekday, strictly after the cycle's first day, up
 * to and including `until`. Every week; every second week, first after a whole one; the first such
 * weekday of each following month.
 */
export function checkInDays(startOn: Day, until: Day, cadence: Cadence): Day[] {
  const days: Day[] = []
  const last = dayNumber(until)
  if (cadence.every === 'month') {
    let month = firstOfNextMonth(startOn)
    for (let day = onWeekday(month, cadence); dayNumber(day) <= last;) {
      days.push(day)
      month = firstOfNextMonth(month)
      day = onWeekday(month, cadence)
    }
    return days
  }
  const step = CADENCE_DAYS[cadence.every]
  const first = onWeekday(addDays(startOn, step === 7 ? 1 : 8), cadence)
  for (let n = dayNumber(first); n <= last; n += step) days.push(dayFromNumber(n))
  return days
}

/** The day on which the next check-in is due after the last one, or after the cycle's first day. */
export function nextCheckInOn(lastOn: Day | null, startOn: Day, cadence: Cadence): Day {
  if (cadence.every === 'month') return onWeekday(firstOfNextMonth(lastOn ?? startOn), cadence)
  const isWeekly = cadence.every === 'week'
  return onWeekday(addDays(lastOn ?? startOn, isWeekly ? 1 : 8), cadence)
}
