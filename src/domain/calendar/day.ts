import { z } from 'zod'

const DAY_MS = 86_400_000
const DASH = 45

/** A calendar day as `YYYY-MM-DD`, never a timestamp: it has no zone and no clock, so DST cannot move it. */
export type Day = string

/** A moment in UTC as an ISO 8601 string with milliseconds, e.g. `2026-11-22T14:42:46.000Z`. */
export type Moment = string

/** Days since 1970-01-01; NaN when `day` is not a real calendar day between the years 1900 and 2199. */
export function dayNumber(day: Day): number {
  // By character codes: a large plan asks this tens of thousands of times before it is painted.
  if (day.length !== 10 || day.charCodeAt(4) !== DASH || day.charCodeAt(7) !== DASH)
    return Number.NaN
  const year = digits(day, 0, 4)
  const month = digits(day, 5, 7)
  const date = digits(day, 8, 10)
  const isReal = year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1
  if (!isReal || date > daysInMonth(year, month)) return Number.NaN
  return Date.UTC(year, month - 1, date) / DAY_MS
}

/** The number that the digits from `from` up to `to` say; NaN where anything else stands there. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day that lies `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** True for a real calendar day in the range that a plan may hold (1900–2199). */
export function isDay(value: string): boolean {
  return !Number.isNaN(dayNumber(value))
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The earlier and the later of two days. */
export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b
}
export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

export const daySchema = z
  .string()
  .refine(isDay, { error: 'is not a calendar day between 1900 and 2199, written as YYYY-MM-DD' })

export const momentSchema = z.iso.datetime({ precision: 3 })
