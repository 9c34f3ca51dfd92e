/** A point in pixels; y grows downwards. */
export type Point = { readonly x: number; readonly y: number }

/** One smooth curve through its knots, from left to right. */
export type Road = { readonly knots: readonly Point[] }

/** How a road may run. */
export type RoadShape = {
  readonly startX: number
  readonly endX: number
  /** The height that it swings around. */
  readonly midY: number
  /** Half of the way from crest to dip. */
  readonly amplitude: number
}

/** Rise between two knots per pixel of way: keeps the road gentle where checkpoints are close. */
const MAX_RISE = 0.34
/** A stretch without a checkpoint that is longer than this gets a soft wave of its own. */
const LONG_STRETCH_PX = 420

/**
 * The road through checkpoints at `places` (ascending): it starts low, then crest and dip take turns, and it
 * ends in the middle. Checkpoints are knots, so the curve goes through each exactly; x never turns back.
 */
export function roadThrough(places: readonly number[], shape: RoadShape): Road {
  const { startX, midY, amplitude } = shape
  const endX = Math.max(shape.endX, places.at(-1) ?? shape.endX)
  const wanted: Point[] = [{ x: startX, y: midY + amplitude }]
  let side = -1
  const reach = (x: number, y: number) => {
    const last = wanted.at(-1) ?? { x: startX, y: midY }
    if (x - last.x > LONG_STRETCH_PX) {
      const dip = (last.y + y) / 2 + (y > last.y ? -amplitude : amplitude) * 0.45
      wanted.push({ x: (last.x + x) / 2, y: dip })
    }
    wanted.push({ x, y })
  }
  for (const place of places) {
    reach(Math.max(startX, place), midY + side * amplitude)
    side = -side
  }
  reach(endX, midY - side * amplitude * -0.35)
  return { knots: soften(wanted) }
}

/** Two roads alike are one road: knots that repeat a place are dropped, and rises too steep are eased. */
function soften(points: readonly Point[]): readonly Point[] {
  const knots: Point[] = []
  for (const point of points) {
    const last = knots.at(-1)
    if (!last) {
      knots.push(point)
      continue
    }
    const way = point.x - last.x
    if (way < 0.01) continue
    const rise = Math.max(-way * MAX_RISE, Math.min(way * MAX_RISE, point.y - last.y))
    knots.push({ x: point.x, y: last.y + rise })
  }
  return knots
}

/*
 * Between two knots the curve is a cubic with level ends: control points at half way, at the height of
 * either knot. Along it x = x0 + dx · (1.5t − 1.5t² + t³) and y = y0 + dy · (3t² − 2t³); both only grow
 * or only fall, so each x has one y.
 */
const wayAt = (t: number) => t * (1.5 + t * (t - 1.5))
const riseAt = (t: number) => t * t * (3 - 2 * t)

/** The share of the curve's own parameter at a share of the way, by Newton's method (the curve is smooth). */
function parameterAt(way: number): number {
  let t = way
  for (let i = 0; i < 8; i++) t -= (wayAt(t) - way) / (1.5 - 3 * t + 3 * t * t)
  return Math.min(1, Math.max(0, t))
}

/** Height of the road at `x`; level beyond its ends. */
export function yAt(road: Road, x: number): number {
  const { knots } = road
  const first = knots[0]
  if (!first || x <= first.x) return first?.y ?? 0
  for (let i = 1; i < knots.length; i++) {
    const [a, b] = [knots[i - 1], knots[i]]
    if (a && b && x <= b.x) return a.y + (b.y - a.y) * riseAt(parameterAt((x - a.x) / (b.x - a.x)))
  }
  return knots.at(-1)?.y ?? 0
}

/** First and last x of a road. */
export function roadEnds(road: Road): readonly [number, number] {
  return [road.knots[0]?.x ?? 0, road.knots.at(-1)?.x ?? 0]
}

/** x at a share of the way (0 start, 1 end), measured along x: 58 % of the way is 58 % of the road's length. */
export function xAtShare(road: Road, share: number): number {
  const [from, to] = roadEnds(road)
  return from + (to - from) * Math.min(1, Math.max(0, share))
}

/** The point of the road at a share of the way. */
export function pointAtShare(road: Road, share: number): Point {
  const x = xAtShare(road, share)
  return { x, y: yAt(road, x) }
}

/** SVG path data of the part of the road from `fromX` to `toX`; '' where that part is empty. */
export function roadPath(road: Road, fromX = -Infinity, toX = Infinity): string {
  const { knots } = road
  let path = ''
  for (let i = 1; i < knots.length; i++) {
    const [a, b] = [knots[i - 1], knots[i]]
    if (!a || !b || b.x <= fromX || a.x >= toX) continue
    const t0 = fromX <= a.x ? 0 : parameterAt((fromX - a.x) / (b.x - a.x))
    const t1 = toX >= b.x ? 1 : parameterAt((toX - a.x) / (b.x - a.x))
    if (t1 - t0 < 1e-6) continue
    const mid = (a.x + b.x) / 2
    const [p0, p1, p2, p3] = cut(a, { x: mid, y: a.y }, { x: mid, y: b.y }, b, t0, t1)
    if (path === '') path = `M${pair(p0)}`
    path += `C${pair(p1)} ${pair(p2)} ${pair(p3)}`
  }
  return path
}

/** The part of a cubic between two parameters, by blossoming (de Casteljau). */
function cut(
  a: Point,
  b: Point,
  c: Point,
  d: Point,
  t0: number,
  t1: number,
): readonly [Point, Point, Point, Point] {
  const at = (u: number, v: number, w: number): Point => {
    const ab = mix(a, b, u)
    const bc = mix(b, c, u)
    const cd = mix(c, d, u)
    return mix(mix(ab, bc, v), mix(bc, cd, v), w)
  }
  return [at(t0, t0, t0), at(t0, t0, t1), at(t0, t1, t1), at(t1, t1, t1)]
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}

function pair({ x, y }: Point): string {
  return `${round(x)},${round(y)}`
}

/** Two decimals are finer than any screen and keep path data short. */
export function round(n: number): string {
  return String(Math.round(n * 100) / 100)
}
