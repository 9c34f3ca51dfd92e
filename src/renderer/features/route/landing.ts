import type { Day } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'
import type { LaneLayout } from '#domain/route/lane-layout.ts'
import { roadPath } from '#domain/route/road.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { xAfterDay, xOfDay } from '#domain/route/time-scale.ts'
import type { MapBox } from './hand-layer.tsx'
import { laneIndexOf, type RouteModel } from './route-model.ts'

/** The outline of a bar over these days, in a row of a lane. */
export function barBox(
  model: RouteModel,
  laneIndex: number,
  row: number,
  startOn: Day,
  dueOn: Day,
): MapBox | null {
  const lane = model.layout.lanes[laneIndex]
  if (!lane) return null
  const top = model.layout.tops[laneIndex] ?? 0
  const x = xOfDay(model.scale, startOn)
  const width = Math.max(ROUTE.bar.minWidth, xAfterDay(model.scale, dueOn) - x)
  const y = lane.isCollapsed
    ? lane.height / 2 - ROUTE.bar.height / 2
    : lane.barsTop + Math.min(row, lane.rows) * ROUTE.bar.pitch
  return { x, y: top + y, width, height: ROUTE.bar.height }
}

/** The row of a bar in its lane; the first free one where it is not drawn there. */
export function rowOf(lane: LaneLayout | undefined, id: Id): number {
  return lane?.bars.find((bar) => bar.id === id)?.row ?? lane?.rows ?? 0
}

/** Lights up the leg that ends at a key result. */
export function legPath(
  model: RouteModel,
  keyResultId: Id,
): { readonly path: string; readonly top: number } | null {
  const laneIndex = laneIndexOf(model, keyResultId)
  const lane = model.layout.lanes[laneIndex]
  const leg = lane?.legs.find((each) => each.keyResultId === keyResultId)
  if (!lane || !leg) return null
  return {
    path: roadPath(lane.road, leg.fromX, leg.toX),
    top: model.layout.tops[laneIndex] ?? 0,
  }
}
