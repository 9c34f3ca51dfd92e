import type { JourneyCheckpoint, JourneyInitiative, JourneyScene } from './journey-scene.ts'

/** A checkpoint with its initiatives and its stretch of the row, counted from the row's left end. */
export type Leg = {
  readonly checkpoint: JourneyCheckpoint
  readonly initiatives: readonly JourneyInitiative[]
  readonly x: number
  readonly width: number
}
/** The rows of a road from the lowest; each with its legs. */
export type Arrangement = readonly (readonly Leg[])[]

/** Least width of a leg in multiples of the font: a label and a card still say something. */
const MIN_LEG = 10.5
/** Room in multiples of the font that start and flag need at the ends of a row. */
const END = 2.6

/** Ways to lay the checkpoints on rows, the most pleasing first: three rows for up to six, then fewer. */
export function arrangementsOf(
  scene: JourneyScene,
  rowWidth: number,
  fontPx: number,
): readonly Arrangement[] {
  const n = scene.checkpoints.length
  const room = rowWidth - END * 2 * fontPx
  const mostInRow = Math.max(1, Math.floor(room / (MIN_LEG * fontPx)))
  const least = Math.max(1, Math.ceil(n / mostInRow))
  const pleasing = Math.max(least, n <= 2 ? 2 : n <= 6 ? 3 : Math.ceil(n / 2))
  const byCheckpoint = new Map<string, JourneyInitiative[]>()
  for (const initiative of scene.initiatives) {
    const list = byCheckpoint.get(initiative.checkpointId)
    if (list) list.push(initiative)
    else byCheckpoint.set(initiative.checkpointId, [initiative])
  }
  const counts = [
    ...Array.from({ length: pleasing - least + 1 }, (_, i) => pleasing - i),
    ...Array.from({ length: Math.max(0, n - pleasing) }, (_, i) => pleasing + 1 + i),
  ]
  return counts.map((rows) =>
    split(scene.checkpoints, rows).map((stops, row) =>
      legsOf(stops, byCheckpoint, room, END * fontPx, row % 2 === 0),
    ),
  )
}

/** Checkpoints in order on `rows` rows, the later rows taking what does not share out evenly. */
function split(
  checkpoints: readonly JourneyCheckpoint[],
  rows: number,
): readonly (readonly JourneyCheckpoint[])[] {
  const base = Math.floor(checkpoints.length / rows)
  const extra = checkpoints.length - base * rows
  let from = 0
  return Array.from({ length: rows }, (_, row) => {
    const take = base + (row >= rows - extra ? 1 : 0)
    from += take
    return checkpoints.slice(from - take, from)
  })
}

/** Each leg gets the least width and a share of the rest by the number of its cards. */
function legsOf(
  stops: readonly JourneyCheckpoint[],
  byCheckpoint: ReadonlyMap<string, readonly JourneyInitiative[]>,
  room: number,
  start: number,
  isRightwards: boolean,
): readonly Leg[] {
  const inOrder = isRightwards ? stops : stops.toReversed()
  const wishes = inOrder.map(({ id }) => 2 + (byCheckpoint.get(id)?.length ?? 0))
  const wished = wishes.reduce((sum, wish) => sum + wish, 0)
  const least = Math.min(room / Math.max(1, stops.length), room * 0.2)
  const rest = room - least * stops.length
  let x = start
  const legs = inOrder.map((checkpoint, i): Leg => {
    const width = least + (rest * (wishes[i] ?? 0)) / Math.max(1, wished)
    x += width
    const initiatives = byCheckpoint.get(checkpoint.id) ?? []
    return { checkpoint, initiatives, x: x - width, width }
  })
  return isRightwards ? legs : legs.toReversed()
}
