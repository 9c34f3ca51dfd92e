import { addDays, dayFromNumber, weekday, type Day } from '../calendar/day.ts'
import { numberOfDay, xOfDay, type TimeScale } from './time-scale.ts'

/** A stretch of the time header: a month, an ISO week or a day, cut at the ends of the scale. */
export type Tick = {
  readonly key: string
  /** The first day of the stretch that is on the scale. */
  readonly day: Day
  readonly x: number
  readonly width: number
  /** Month 1–12, ISO week 1–53 or day of the month 1–31. */
  readonly number: number
  readonly year: number
}

/** The months of the scale, each with its part that is on it. */
export function monthTicks(scale: TimeScale): readonly Tick[] {
  return stretches(scale, (day) => {
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
    const next = month === 12 ? `${String(year + 1)}-01-01` : monthStart(year, month + 1)
    return { key: day.slice(0, 7), next, number: month, year }
  })
}

/** The ISO weeks of the scale. Week and year follow ISO 8601: a week belongs to the year of its Thursday. */
export function weekTicks(scale: TimeScale): readonly Tick[] {
  return stretches(scale, (day) => {
    const monday = addDays(day, 1 - weekday(day))
    const { week, year } = isoWeek(day)
    return { key: `${String(year)}-w${String(week)}`, next: addDays(monday, 7), number: week, year }
  })
}

/** The days from `fromX` to `toX` only: a year of days would be hundreds of things to draw. */
export function dayTicks(scale: TimeScale, fromX: number, toX: number): readonly Tick[] {
  const last = scale.startNumber + scale.days - 1
  const at = (x: number) => scale.startNumber + Math.floor((x - scale.originX) / scale.pixelsPerDay)
  const ticks: Tick[] = []
  for (let n = Math.max(scale.startNumber, at(fromX)); n <= Math.min(last, at(toX)); n++) {
    const day = dayFromNumber(n)
    ticks.push({
      key: day,
      day,
      x: scale.originX + (n - scale.startNumber) * scale.pixelsPerDay,
      width: scale.pixelsPerDay,
      number: Number(day.slice(8)),
      year: Number(day.slice(0, 4)),
    })
  }
  return ticks
}

/** ISO 8601 week of a day: 1–53 and the year that the week belongs to. */
export function isoWeek(day: Day): { readonly week: number; readonly year: number } {
  const thursday = addDays(day, 4 - weekday(day))
  const year = Number(thursday.slice(0, 4))
  const days = numberOfDay(thursday) - numberOfDay(`${thursday.slice(0, 4)}-01-01`)
  return { week: Math.floor(days / 7) + 1, year }
}

function monthStart(year: number, month: number): Day {
  return `${String(year)}-${String(month).padStart(2, '0')}-01`
}

type Stretch = { key: string; next: Day; number: number; year: number }

function stretches(scale: TimeScale, stretchOf: (day: Day) => Stretch): readonly Tick[] {
  const ticks: Tick[] = []
  for (let day = scale.startOn; day <= scale.endOn;) {
    const { key, next, number, year } = stretchOf(day)
    const x = xOfDay(scale, day)
    const end = Math.min(xOfDay(scale, next), scale.endX)
    ticks.push({ key, day, x, width: end - x, number, year })
    day = next
  }
  return ticks
}
