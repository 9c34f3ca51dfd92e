import type { Day } from '../calendar/day.ts'
import { addDays, weekday } from '../calendar/day.ts'

/** Days of the sample's cycle: 13 whole weeks. */
const CYCLE_DAYS = 91

/** A cycle of 13 weeks from a Monday on, in whose week 8 `today` falls. */
export function sampleCycleSpan(today: Day): { readonly startOn: Day; readonly endOn: Day } {
  const startOn = addDays(today, 1 - weekday(today) - 49)
  return { startOn, endOn: addDays(startOn, CYCLE_DAYS - 1) }
}

/** The quarter that holds the middle of the cycle: `Q4 2026`. */
export function sampleCycleName(startOn: Day): string {
  const middle = addDays(startOn, 45)
  const quarter = Math.ceil(Number(middle.slice(5, 7)) / 3)
  return `Q${String(quarter)} ${middle.slice(0, 4)}`
}
