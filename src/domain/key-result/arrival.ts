import type { Day } from '../calendar/day.ts'
import { dayFromNumber, dayNumber } from '../calendar/day.ts'
import { formatDay, formatDayWithYear } from '../calendar/day-format.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult } from './key-result.ts'
import { baselineOf, targetOf, unitOf } from './metric.ts'
import { formatValue } from './value-format.ts'

/** How many of the last days with a value the projection looks at. */
export const ARRIVAL_POINTS = 6

/** Fewer days with a value than this allow no guess. */
export const LEAST_POINTS = 3

/** A day of arrival further away than this is as good as never. */
const FURTHEST_DAYS = 1_825

/** Days below this are the rounding of doubles and no day more. */
const ROUNDING = 1e-6

/** Where the last check-ins lead if nothing changes. A projection, never a promise. */
export type Arrival = {
  /** How many days with a value it is drawn from (3–6). */
  readonly points: number
  /** In the metric's unit: the median of the slopes between each two points (Theil–Sen). */
  readonly slopePerDay: number
  /** The day and the value on the line from which the projection goes on. */
  readonly fromOn: Day
  readonly fromValue: number
  /** The projected value on the due day. */
  readonly valueAtDue: number
  /** The projected day on which the target is reached; null when the line does not lead there. */
  readonly arrivesOn: Day | null
  /** Days after the due day; negative when it arrives early; null without a day of arrival. */
  readonly lateDays: number | null
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

type Point = { readonly x: number; readonly y: number }

/** The last value of each day, the newest {@link ARRIVAL_POINTS} days of them, oldest first. */
function pointsOf(checkIns: readonly CheckIn[], today: Day): readonly Point[] {
  const byDay = new Map<Day, number>()
  for (const { day, value } of checkIns) if (value !== null && day <= today) byDay.set(day, value)
  return [...byDay]
    .map(([day, y]) => ({ x: dayNumber(day), y }))
    .sort((a, b) => a.x - b.x)
    .slice(-ARRIVAL_POINTS)
}

/**
 * Projects the last check-ins onto the due day and the target by the Theil–Sen line: slope and offset are
 * medians, so that one odd value does not turn it. Null for a metric without baseline and target, from
 * fewer than three days with a value, and once the target is reached. `checkIns` are the effective ones.
 */
export function arrivalOf(
  keyResult: Pick<KeyResult, 'metric' | 'dueOn'>,
  checkIns: readonly CheckIn[],
  today: Day,
): Arrival | null {
  const baseline = baselineOf(keyResult.metric)
  const target = targetOf(keyResult.metric)
  if (baseline === null || target === null || baseline === target) return null
  const points = pointsOf(checkIns, today)
  const last = points.at(-1)
  if (!last || points.length < LEAST_POINTS) return null
  if ((last.y - baseline) / (target - baseline) >= 1) return null

  const slopes = points.flatMap((a, i) => points.slice(i + 1).map((b) => (b.y - a.y) / (b.x - a.x)))
  const slopePerDay = medianOf(slopes)
  // Counted from the last day: an offset at day 0 of 1970 would lose the digits that matter.
  const fromValue = medianOf(points.map(({ x, y }) => y - slopePerDay * (x - last.x)))
  const due = dayNumber(keyResult.dueOn)
  const valueAtDue = fromValue + slopePerDay * (due - last.x)
  if (!Number.isFinite(valueAtDue)) return null

  const days = (target - fromValue) / slopePerDay
  const leadsThere = Number.isFinite(days) && days <= FURTHEST_DAYS && slopePerDay !== 0
  // The median line may already lie past the target while the last value does not: then it is tomorrow.
  const arrives =
    leadsThere && isTowards(slopePerDay, baseline, target)
      ? Math.max(1, Math.ceil(days - ROUNDING))
      : null
  const arrivesAt = arrives === null ? null : Math.max(last.x + arrives, dayNumber(today))
  return {
    points: points.length,
    slopePerDay,
    fromOn: dayFromNumber(last.x),
    fromValue,
    valueAtDue,
    arrivesOn: arrivesAt === null ? null : dayFromNumber(arrivesAt),
    lateDays: arrivesAt === null ? null : arrivesAt - due,
  }
}

function isTowards(slope: number, baseline: number, target: number): boolean {
  return Math.sign(slope) === Math.sign(target - baseline)
}

/** The day of arrival in words, with its year where that is not the due day's. */
export function arrivalDay(keyResult: Pick<KeyResult, 'dueOn'>, arrivesOn: Day): string {
  const isSameYear = arrivesOn.slice(0, 4) === keyResult.dueOn.slice(0, 4)
  return isSameYear ? formatDay(arrivesOn) : formatDayWithYear(arrivesOn)
}

/** The projection in words: `At this rate 7.2 min on Nov 27, arrives about Dec 9 (from 6 check-ins)`. */
export function arrivalInWords(
  keyResult: Pick<KeyResult, 'metric' | 'dueOn'>,
  arrival: Arrival,
): string {
  const rounded = Number(arrival.valueAtDue.toPrecision(3))
  const value = formatValue(rounded, unitOf(keyResult.metric))
  const when =
    arrival.arrivesOn === null
      ? 'does not arrive'
      : `arrives about ${arrivalDay(keyResult, arrival.arrivesOn)}`
  return `At this rate ${value} on ${formatDay(keyResult.dueOn)}, ${when} (projected from ${String(arrival.points)} check-ins)`
}
