import type { Disc, LaneLayout, PlacedBar } from './lane-layout.ts'
import { round, type Point } from './road.ts'
import { ROUTE } from './route-measures.ts'

/**
 * Path data of the thin curve from the end of an initiative's bar to the key result that it serves. It leaves
 * the bar to the right, turns up (or back, when the key result is due earlier) and arrives from below; a key
 * result that lies lower, on another road, it reaches from above.
 */
export function connectorPath(from: Point, to: Point): string {
  const climb = Math.abs(from.y - to.y)
  const side = to.y > from.y ? -1 : 1
  const ahead = to.x - from.x
  if (ahead >= 6) {
    const bend = side * Math.min(climb * 0.62, 64)
    return curve(from, { x: from.x + ahead * 0.72, y: from.y }, { x: to.x, y: to.y + bend }, to)
  }
  const out = Math.min(34, 14 + Math.abs(ahead) * 0.12)
  const lift = side * Math.max(18, climb * 0.55)
  return curve(from, { x: from.x + out, y: from.y }, { x: to.x, y: to.y + lift }, to)
}

/**
 * Where a curve to `toX` leaves its bar: at its end, or behind a title that stands there if it leads on beyond
 * it. Other curves pass under the title, for one that turned back behind it would hang in the air.
 */
export function endOfBar({ x, y, width, titleX, titleRoom }: PlacedBar, toX: number): Point {
  const behind = titleX + titleRoom
  return { x: toX > behind ? Math.max(x + width, behind) : x + width, y: y + ROUTE.bar.height / 2 }
}

/** Where a curve reaches a checkpoint: at the foot of its disc, or on top for one that comes from above. */
export function edgeOfDisc(
  { x, y }: Disc,
  { isCollapsed }: Pick<LaneLayout, 'isCollapsed'>,
  isFromAbove = false,
): Point {
  const reach = (isCollapsed ? ROUTE.collapsed : ROUTE.expanded).disc + 1
  return { x, y: isFromAbove ? y - reach : y + reach }
}

function curve(a: Point, b: Point, c: Point, d: Point): string {
  const p = ({ x, y }: Point) => `${round(x)},${round(y)}`
  return `M${p(a)}C${p(b)} ${p(c)} ${p(d)}`
}
