import type { Day } from './day.ts'
import { dayNumber } from './day.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** A day in words without its year: `Nov 27`. A text that is no day comes back unchanged. */
export function formatDay(day: Day): string {
  if (Number.isNaN(dayNumber(day))) return day
  return `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${String(Number(day.slice(8)))}`
}

/** A day in words with its year: `Nov 27, 2026`. */
export function formatDayWithYear(day: Day): string {
  return Number.isNaN(dayNumber(day)) ? day : `${formatDay(day)}, ${day.slice(0, 4)}`
}

/** The day that `Nov 27, 2026` says; null for all other words. */
export function dayInWords(words: string): Day | null {
  const [, month = '', day = '', year = ''] =
    /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(words) ?? []
  const two = (n: number) => String(n).padStart(2, '0')
  const found = `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(Number(day))}`
  return formatDayWithYear(found) === words && words !== found ? found : null
}

/** First and last day in words: `Dec 3 – Dec 18`, with years where they differ. */
export function formatSpan(startOn: Day, endOn: Day): string {
  const format = startOn.slice(0, 4) === endOn.slice(0, 4) ? formatDay : formatDayWithYear
  return `${format(startOn)} – ${format(endOn)}`
}

/** The same with its year where that is not the present one: among many spans `Jan 1 – Mar 31` may be any. */
export function formatSpanSeenFrom(today: Day, startOn: Day, endOn: Day): string {
  const span = formatSpan(startOn, endOn)
  const year = endOn.slice(0, 4)
  return startOn.slice(0, 4) !== year || today.startsWith(year) ? span : `${span}, ${year}`
}

/** The English name of an ISO weekday (1 Monday – 7 Sunday). */
export function weekdayName(isoWeekday: number): string {
  return WEEKDAYS[isoWeekday - 1] ?? ''
}
