import { z } from 'zod'

const DAY_MS = 86_400_000
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** A calendar day as `YYYY-MM-DD`, never a timestamp: it has no zone and no clock, so DST cannot move it. */
export type Day = string

/** A moment in UTC as an ISO 8601 string with milliseconds, e.g. `2026-11-22T14:42:46.000Z`. */
export type Moment = string

/** Days since 1970-01-01; NaN when `day` is not a real calendar day between the years 1900 and 2199. */
export function dayNumber(day: Day): number {
  const match = PATTERN.exec(day)
  if (!match) return Number.NaN
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2199) return Number.NaN
  const ms = Date.UTC(year, month - 1, date)
  const back = new Date(ms)
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date) return Number.NaN
  return ms / DAY_MS
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
