import { addDays, maxDay, minDay, type Day } from '../calendar/day.ts'
import type { LaneInput } from './lane-input.ts'
import type { LaneLayout } from './lane-layout.ts'
import { numberOfDay } from './time-scale.ts'

/** All lanes from top to bottom. */
export type RouteLayout = {
  readonly lanes: readonly LaneLayout[]
  /** Top of each lane, and as last entry the foot of the last. */
  readonly tops: readonly number[]
  readonly height: number
}

/** Stacks lanes without gaps. */
export function stackLanes(lanes: readonly LaneLayout[]): RouteLayout {
  const tops = new Array<number>(lanes.length + 1).fill(0)
  let height = 0
  lanes.forEach((lane, i) => {
    tops[i] = height
    height += lane.height
  })
  tops[lanes.length] = height
  return { lanes, tops, height }
}

/** The lane at height `y`: the first above the top, the last below the foot, -1 where there are none. */
export function laneIndexAt({ lanes, tops }: RouteLayout, y: number): number {
  let [lo, hi] = [0, lanes.length - 1]
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1
    if ((tops[mid] ?? 0) <= y) lo = mid
    else hi = mid - 1
  }
  return hi < 0 ? -1 : lo
}

/** First and last lane (both included) that show between two heights; `last` < `first` where there are none. */
export function visibleLanes(
  layout: RouteLayout,
  fromY: number,
  toY: number,
): { readonly first: number; readonly last: number } {
  if (layout.lanes.length === 0 || toY <= 0 || fromY >= layout.height) return { first: 0, last: -1 }
  return { first: laneIndexAt(layout, fromY), last: laneIndexAt(layout, toY - 0.01) }
}

/** The days of what stands in the lanes. */
type Dated = {
  readonly checkpoints: readonly Pick<LaneInput['checkpoints'][number], 'dueOn'>[]
  readonly bars: readonly Pick<LaneInput['bars'][number], 'startOn' | 'dueOn'>[]
}

/**
 * First and last day that the map shows: the cycle, and what lies outside it as far as half a cycle on
 * either side, so that one stray date does not squeeze all others.
 */
export function shownDays(
  startOn: Day,
  endOn: Day,
  { checkpoints, bars }: Dated,
): { readonly startOn: Day; readonly endOn: Day } {
  const reach = Math.floor((numberOfDay(endOn) - numberOfDay(startOn) + 1) / 2)
  let first = startOn
  let last = endOn
  const reachTo = (day: Day | null) => {
    if (day === null) return
    if (day < first) first = day
    if (day > last) last = day
  }
  for (const { dueOn } of checkpoints) reachTo(dueOn)
  for (const bar of bars) {
    reachTo(bar.startOn)
    reachTo(bar.dueOn)
  }
  return {
    startOn: maxDay(first, addDays(startOn, -reach)),
    endOn: minDay(last, addDays(endOn, reach)),
  }
}
