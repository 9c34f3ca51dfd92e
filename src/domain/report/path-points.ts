/** A step of a path in absolute places; arcs are told as cubic curves. */
export type PathStep =
  | { readonly type: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly type: 'cubic'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly type: 'close' }

const TOKEN = /([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)/gi
const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 }

/** The steps of an SVG path as our drawings write them (M L H V C A Z, absolute and relative; round arcs). */
export function pathSteps(d: string): readonly PathStep[] {
  const steps: PathStep[] = []
  let at = { x: 0, y: 0 }
  let start = at
  for (const { letter, numbers } of commandsOf(d)) {
    const kind = letter.toLowerCase()
    const isRelative = kind === letter
    const base = isRelative ? at : { x: 0, y: 0 }
    const n = (i: number) => numbers[i] ?? 0
    switch (kind) {
      case 'm':
      case 'l':
        at = { x: base.x + n(0), y: base.y + n(1) }
        if (kind === 'm') start = at
        steps.push({ type: kind === 'm' ? 'move' : 'line', ...at })
        break
      case 'h':
        at = { x: base.x + n(0), y: at.y }
        steps.push({ type: 'line', ...at })
        break
      case 'v':
        at = { x: at.x, y: base.y + n(0) }
        steps.push({ type: 'line', ...at })
        break
      case 'c': {
        const end = { x: base.x + n(4), y: base.y + n(5) }
        const [x1, y1, x2, y2] = [base.x + n(0), base.y + n(1), base.x + n(2), base.y + n(3)]
        steps.push({ type: 'cubic', x1, y1, x2, y2, ...end })
        at = end
        break
      }
      case 'a': {
        const end = { x: base.x + n(5), y: base.y + n(6) }
        steps.push(...arcAsCubics(at, end, n(0), n(4) === 1))
        at = end
        break
      }
      case 'z':
        steps.push({ type: 'close' })
        at = start
        break
      default:
        throw new Error(`A path of ours has no ${letter}.`)
    }
  }
  return steps
}

function* commandsOf(d: string): Generator<{ letter: string; numbers: readonly number[] }> {
  let letter = ''
  let numbers: number[] = []
  for (const [, command, number] of d.matchAll(TOKEN)) {
    if (command !== undefined) {
      if (letter !== '' && (numbers.length > 0 || letter.toLowerCase() === 'z'))
        yield { letter, numbers }
      letter = command
      numbers = []
      continue
    }
    numbers.push(Number(number))
    const wanted = ARGUMENTS[letter.toLowerCase()] ?? 0
    if (wanted > 0 && numbers.length === wanted) {
      yield { letter, numbers }
      // Further numbers go on with the same command; after a move they are lines.
      letter = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter
      numbers = []
    }
  }
  if (letter.toLowerCase() === 'z') yield { letter, numbers }
}

type Spot = { readonly x: number; readonly y: number }

/** The short arc of a circle between two places, in pieces of at most a quarter turn. */
function arcAsCubics(from: Spot, to: Spot, radius: number, isClockwise: boolean): PathStep[] {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const chord = Math.hypot(dx, dy)
  if (chord === 0 || radius <= 0) return [{ type: 'line', ...to }]
  const r = Math.max(radius, chord / 2)
  const away = Math.sqrt(Math.max(0, r * r - (chord * chord) / 4)) * (isClockwise ? 1 : -1)
  const centre = {
    x: (from.x + to.x) / 2 - (dy / chord) * away,
    y: (from.y + to.y) / 2 + (dx / chord) * away,
  }
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x)
  let sweep = Math.atan2(to.y - centre.y, to.x - centre.x) - begin
  if (isClockwise && sweep < 0) sweep += Math.PI * 2
  if (!isClockwise && sweep > 0) sweep -= Math.PI * 2
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-6))
  const step = sweep / pieces
  const handle = (4 / 3) * Math.tan(step / 4) * r
  return Array.from({ length: pieces }, (_, i): PathStep => {
    const [a, b] = [begin + step * i, begin + step * (i + 1)]
    const [start, end] = [onCircle(centre, r, a), onCircle(centre, r, b)]
    return {
      type: 'cubic',
      x1: start.x - Math.sin(a) * handle,
      y1: start.y + Math.cos(a) * handle,
      x2: end.x + Math.sin(b) * handle,
      y2: end.y - Math.cos(b) * handle,
      x: end.x,
      y: end.y,
    }
  })
}

function onCircle(centre: Spot, radius: number, angle: number): Spot {
  return { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius }
}
