import { dayFromNumber, dayNumber, type Day } from '../calendar/day.ts'

/** How much of the time one screen shows. */
export type ScaleZoom = 'cycle' | 'month' | 'week'

/**
 * Days as pixels. `x` grows to the right; the first day begins at `originX`. Every day is exactly
 * `pixelsPerDay` wide, so that a day and its x can be had from each other without loss.
 */
export type TimeScale = {
  readonly startOn: Day
  /** Last day, which belongs to the scale. */
  readonly endOn: Day
  readonly startNumber: number
  readonly days: number
  readonly pixelsPerDay: number
  readonly originX: number
  /** x of the end of the last day. */
  readonly endX: number
}

/** Days on one screen at each zoom; `cycle` takes the cycle's own. */
const DAYS_ON_SCREEN = { month: 35, week: 10 } as const
/** A day is never thinner than this, or a bar of one day could not be seen or taken hold of. */
const MIN_PIXELS_PER_DAY = 1.25
/** Guards against `n * p / p` falling a rounding error short of `n`. */
const EPSILON_DAYS = 1e-7

const NUMBERS_KEPT = 8_192
const numbers = new Map<Day, number>()

/** `dayNumber` with a memory: a plan names the same few hundred days thousands of times. */
export function numberOfDay(day: Day): number {
  let number = numbers.get(day)
  if (number === undefined) {
    if (numbers.size > NUMBERS_KEPT) numbers.clear()
    number = dayNumber(day)
    numbers.set(day, number)
  }
  return number
}

/** A scale over the days `startOn`–`endOn` (both included), its first day at `originX` pixels. */
export function timeScale(
  startOn: Day,
  endOn: Day,
  pixelsPerDay: number,
  originX: number,
): TimeScale {
  const startNumber = numberOfDay(startOn)
  const days = Math.max(1, numberOfDay(endOn) - startNumber + 1)
  const endX = originX + days * pixelsPerDay
  return { startOn, endOn, startNumber, days, pixelsPerDay, originX, endX }
}

/** Pixels per day so that `availablePx` show the cycle, about a month or about a week. */
export function pixelsPerDayFor(zoom: ScaleZoom, availablePx: number, cycleDays: number): number {
  const whole = Math.max(MIN_PIXELS_PER_DAY, availablePx / Math.max(1, cycleDays))
  if (zoom === 'cycle') return whole
  return Math.max(whole, availablePx / DAYS_ON_SCREEN[zoom])
}

/** x where `day` begins. */
export function xOfDay(scale: TimeScale, day: Day): number {
  return scale.originX + (numberOfDay(day) - scale.startNumber) * scale.pixelsPerDay
}

/** x where `day` ends: the right edge of a bar that is due then. */
export function xAfterDay(scale: TimeScale, day: Day): number {
  return xOfDay(scale, day) + scale.pixelsPerDay
}

/** x of the middle of `day`: where a checkpoint or today stands. */
export function xMidDay(scale: TimeScale, day: Day): number {
  return xOfDay(scale, day) + scale.pixelsPerDay / 2
}

/** The day under `x`, also before and after the scale; kept within the years that a plan may hold. */
export function dayAtX(scale: TimeScale, x: number): Day {
  const days = Math.floor((x - scale.originX) / scale.pixelsPerDay + EPSILON_DAYS)
  return dayFromNumber(clampDayNumber(scale.startNumber + days))
}

const FIRST_DAY_NUMBER = dayNumber('1900-01-01')
const LAST_DAY_NUMBER = dayNumber('2199-12-31')

/** Keeps a day number within the years 1900–2199. */
export function clampDayNumber(number: number): number {
  return Math.min(LAST_DAY_NUMBER, Math.max(FIRST_DAY_NUMBER, number))
}

/** Whole days in a distance of `dx` pixels; with `inWeeks` a multiple of seven. */
export function daysInDistance(scale: TimeScale, dx: number, inWeeks = false): number {
  const unit = inWeeks ? 7 : 1
  const steps = Math.round(dx / (scale.pixelsPerDay * unit))
  return steps === 0 ? 0 : steps * unit
}
