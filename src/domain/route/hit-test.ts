import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'
import type { LaneLayout, PlacedBar } from './lane-layout.ts'
import { laneIndexAt, type RouteLayout } from './route-layout.ts'
import { ROUTE } from './route-measures.ts'
import { dayAtX, type TimeScale } from './time-scale.ts'

/** What lies under a point of the map. */
export type MapPlace = {
  readonly laneIndex: number
  readonly objectiveId: Id
  /** `road`: the road with its labels; `bars`: the room under it. A collapsed lane is road throughout. */
  readonly zone: 'road' | 'bars'
  /** The leg at this x: before the first checkpoint the first, behind the last the last. */
  readonly keyResultId: Id | null
  readonly day: Day
  /** Row of bars, as if there were no end to them; 0 on the road. */
  readonly row: number
}

/** The place at a point of the map (x from its first column of time, y from the top of the first lane). */
export function placeAt(
  layout: RouteLayout,
  scale: TimeScale,
  x: number,
  y: number,
): MapPlace | null {
  const laneIndex = laneIndexAt(layout, y)
  const lane = layout.lanes[laneIndex]
  if (!lane || y < 0 || y >= layout.height) return null
  const inLane = y - (layout.tops[laneIndex] ?? 0)
  const isRoad = lane.isCollapsed || inLane < lane.barsTop - 4
  return {
    laneIndex,
    objectiveId: lane.objectiveId,
    zone: isRoad ? 'road' : 'bars',
    keyResultId: legAt(lane, x, isRoad ? inLane : null),
    day: dayAtX(scale, x),
    row: isRoad ? 0 : Math.max(0, Math.floor((inLane - lane.barsTop) / ROUTE.bar.pitch)),
  }
}

/** The key result whose leg, or on the road whose disc or label, lies at a point of the lane. */
export function legAt(lane: LaneLayout, x: number, roadY: number | null = null): Id | null {
  if (roadY !== null) {
    const named = lane.labels.find((label) => isInside(label, x, roadY))
    if (named) return named.id
    const reach = lane.isCollapsed ? ROUTE.collapsed.disc : ROUTE.expanded.disc
    const disc = lane.discs.find((d) => Math.hypot(d.x - x, d.y - roadY) <= reach + 3)
    if (disc) return disc.ids.at(-1) ?? null
  }
  const leg = lane.legs.find((l) => x <= l.toX) ?? lane.legs.at(-1)
  return leg?.keyResultId ?? null
}

/** The bar at a point of the lane, and which part of it. Bars of one row do not overlap. */
export function barAt(
  lane: LaneLayout,
  x: number,
  y: number,
): { readonly bar: PlacedBar; readonly part: 'start' | 'end' | 'middle' } | null {
  const bar = lane.bars.find(
    (b) => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + ROUTE.bar.height,
  )
  return bar ? { bar, part: partOfBar(bar.width, x - bar.x) } : null
}

/** The part of a bar at `dx` from its left: either end is a handle of 4 to 8 px, a third at most each. */
export function partOfBar(width: number, dx: number): 'start' | 'end' | 'middle' {
  const handle = Math.max(2, Math.min(8, width / 3))
  if (dx <= handle && width >= 12) return 'start'
  return dx >= width - handle ? 'end' : 'middle'
}

/** Bars and checkpoints of a lane that a lasso touches. */
export function insideLasso(
  lane: LaneLayout,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly Id[] {
  const height = ROUTE.bar.height
  return lane.bars
    .filter(
      (b) =>
        b.x < box.x + box.width &&
        box.x < b.x + b.width &&
        b.y < box.y + box.height &&
        box.y < b.y + height,
    )
    .map((b) => b.id)
}

/** The lane before which a dragged lane at height `y` would come to stand: 0 – number of lanes. */
export function laneGapAt(layout: RouteLayout, y: number): number {
  const i = laneIndexAt(layout, y)
  if (i < 0) return 0
  const middle = ((layout.tops[i] ?? 0) + (layout.tops[i + 1] ?? 0)) / 2
  return y > middle ? i + 1 : i
}

function isInside(
  box: { x: number; y: number; width: number; height: number },
  x: number,
  y: number,
): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}
