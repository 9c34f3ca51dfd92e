/** A place on the drawing, in pixels; y grows downwards. */
export type Point = { readonly x: number; readonly y: number }

type Piece =
  | { readonly type: 'line'; readonly from: Point; readonly to: Point; readonly length: number }
  | {
      readonly type: 'arc'
      readonly centre: Point
      readonly radius: number
      /** Angles in radians, clockwise on the screen when `to` is larger. */
      readonly from: number
      readonly to: number
      readonly length: number
    }

/** The road as pieces in driving order. */
export type JourneyRoad = { readonly pieces: readonly Piece[]; readonly length: number }

/**
 * A road that winds upwards: it drives `rows[0]` (the lowest) to the right, turns, drives `rows[1]` to the
 * left, and so on. Turns bulge out beyond `left` and `right` by at most `maxRadius`.
 */
export function windingRoad(
  rows: readonly number[],
  span: { readonly left: number; readonly right: number; readonly maxRadius: number },
): JourneyRoad {
  const pieces: Piece[] = []
  rows.forEach((y, i) => {
    const isRightwards = i % 2 === 0
    const [from, to] = isRightwards ? [span.left, span.right] : [span.right, span.left]
    pieces.push(line({ x: from, y }, { x: to, y }))
    const next = rows[i + 1]
    if (next !== undefined) pieces.push(...turn({ x: to, y }, next, isRightwards, span.maxRadius))
  })
  return { pieces, length: pieces.reduce((sum, piece) => sum + piece.length, 0) }
}

/** From a row's end up to the next row: a quarter turn, a straight climb where rows lie far apart, a quarter turn. */
function turn(at: Point, nextY: number, isRight: boolean, maxRadius: number): Piece[] {
  const climb = at.y - nextY
  const radius = Math.min(maxRadius, climb / 2)
  const out = isRight ? radius : -radius
  const down = Math.PI / 2
  const middle = isRight ? 0 : Math.PI
  const low = { x: at.x, y: at.y - radius }
  const high = { x: at.x, y: nextY + radius }
  const pieces: Piece[] = [arc(low, radius, down, middle)]
  if (climb > radius * 2)
    pieces.push(line({ x: at.x + out, y: low.y }, { x: at.x + out, y: high.y }))
  pieces.push(arc(high, radius, middle, isRight ? -down : down * 3))
  return pieces
}

function line(from: Point, to: Point): Piece {
  return { type: 'line', from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }
}

function arc(centre: Point, radius: number, from: number, to: number): Piece {
  return { type: 'arc', centre, radius, from, to, length: Math.abs(to - from) * radius }
}

/** SVG path of the road from its start to `share` (0–1) of its length; '' for nothing. */
export function journeyPath(road: JourneyRoad, share = 1): string {
  const end = Math.min(1, Math.max(0, share)) * road.length
  const out: string[] = []
  let driven = 0
  for (const piece of road.pieces) {
    if (driven >= end && out.length > 0) break
    const part = piece.length === 0 ? 1 : Math.min(1, (end - driven) / piece.length)
    if (part <= 0) break
    if (out.length === 0) out.push(`M${spot(pointOn(piece, 0))}`)
    const to = spot(pointOn(piece, part))
    if (piece.type === 'line') out.push(`L${to}`)
    else
      out.push(
        `A${tenth(piece.radius)} ${tenth(piece.radius)} 0 0 ${piece.to > piece.from ? '1' : '0'} ${to}`,
      )
    driven += piece.length
  }
  return out.join('')
}

/** Where the road is after `share` (0–1) of its length. */
export function journeyPoint(road: JourneyRoad, share: number): Point {
  let left = Math.min(1, Math.max(0, share)) * road.length
  for (const piece of road.pieces) {
    if (left <= piece.length) return pointOn(piece, piece.length === 0 ? 0 : left / piece.length)
    left -= piece.length
  }
  const last = road.pieces.at(-1)
  return last ? pointOn(last, 1) : { x: 0, y: 0 }
}

/** How far along the road (0–1) the place `x` of row `row` (0 is the lowest) lies. */
export function shareOnRow(road: JourneyRoad, y: number, x: number): number {
  let driven = 0
  for (const piece of road.pieces) {
    if (piece.type === 'line' && piece.from.y === y && piece.to.y === y)
      return road.length === 0 ? 0 : (driven + Math.abs(x - piece.from.x)) / road.length
    driven += piece.length
  }
  return 1
}

function pointOn(piece: Piece, part: number): Point {
  if (piece.type === 'line')
    return {
      x: piece.from.x + (piece.to.x - piece.from.x) * part,
      y: piece.from.y + (piece.to.y - piece.from.y) * part,
    }
  const angle = piece.from + (piece.to - piece.from) * part
  return {
    x: piece.centre.x + Math.cos(angle) * piece.radius,
    y: piece.centre.y + Math.sin(angle) * piece.radius,
  }
}

function spot({ x, y }: Point): string {
  return `${tenth(x)} ${tenth(y)}`
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}
