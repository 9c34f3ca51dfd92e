import { round, type Point } from './road.ts'

/**
 * Path data of the thin curve that climbs from the end of an initiative's bar to the foot of the key result
 * that it serves. It leaves the bar to the right, turns up (or back, when the key result is due earlier) and
 * arrives from below.
 */
export function connectorPath(from: Point, to: Point): string {
  const climb = from.y - to.y
  const ahead = to.x - from.x
  if (ahead >= 6) {
    const bend = Math.min(Math.abs(climb) * 0.62, 64)
    return curve(from, { x: from.x + ahead * 0.72, y: from.y }, { x: to.x, y: to.y + bend }, to)
  }
  const out = Math.min(34, 14 + Math.abs(ahead) * 0.12)
  const lift = Math.max(18, climb * 0.55)
  return curve(from, { x: from.x + out, y: from.y }, { x: to.x, y: to.y + lift }, to)
}

function curve(a: Point, b: Point, c: Point, d: Point): string {
  const p = ({ x, y }: Point) => `${round(x)},${round(y)}`
  return `M${p(a)}C${p(b)} ${p(c)} ${p(d)}`
}
