import { widthOfColumns } from './journey-cards.ts'
import type { DrawingSizes } from './journey-manner.ts'
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

/** Room in multiples of the font that start and flag need at the ends of a row. */
export const END = 2.6

/** Up to so many checkpoints every way to share them out on the rows is tried; beyond, even rows alone. */
const MOST_TRIED = 6

/** Ways to lay the checkpoints on rows, the most pleasing first: three even rows for up to six, then fewer, then uneven ones. */
export function arrangementsOf(
  scene: JourneyScene,
  rowWidth: number,
  sizes: DrawingSizes,
): readonly Arrangement[] {
  const { fontPx, manner } = sizes
  const n = scene.checkpoints.length
  const room = rowWidth - END * 2 * fontPx
  const mostInRow = Math.max(1, Math.floor(room / (manner.legWidth * fontPx)))
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
  const splits = [
    ...counts.map((rows) => evenly(n, rows)),
    ...(manner.isThorough && n <= MOST_TRIED
      ? counts.flatMap((rows) => unevenly(n, rows, mostInRow))
      : []),
  ]
  return splits.map((takes) => {
    let from = 0
    return takes.map((take, row) => {
      from += take
      const stops = scene.checkpoints.slice(from - take, from)
      return legsOf(stops, byCheckpoint, { room, start: END * fontPx, sizes }, row % 2 === 0)
    })
  })
}

/** How many checkpoints stand on each of `rows` rows, the later rows taking what does not share out evenly. */
function evenly(n: number, rows: number): readonly number[] {
  const base = Math.floor(n / rows)
  const extra = n - base * rows
  return Array.from({ length: rows }, (_, row) => base + (row >= rows - extra ? 1 : 0))
}

/** Every way to share out `n` checkpoints on `rows` rows with one to `most` on each. */
function unevenly(n: number, rows: number, most: number): readonly (readonly number[])[] {
  if (rows === 1) return n <= most ? [[n]] : []
  return Array.from({ length: Math.min(most, n - rows + 1) }, (_, i) => i + 1).flatMap((first) =>
    unevenly(n - first, rows - 1, most).map((rest) => [first, ...rest]),
  )
}

/** Each leg gets what its cards need to stand in as few lines as the row allows, and a share of the rest. */
function legsOf(
  stops: readonly JourneyCheckpoint[],
  byCheckpoint: ReadonlyMap<string, readonly JourneyInitiative[]>,
  row: { readonly room: number; readonly start: number; readonly sizes: DrawingSizes },
  isRightwards: boolean,
): readonly Leg[] {
  const inOrder = isRightwards ? stops : stops.toReversed()
  const counts = inOrder.map(({ id }) => byCheckpoint.get(id)?.length ?? 0)
  const needs = neededWidths(counts, row.room, row.sizes)
  const rest = row.room - needs.reduce((sum, need) => sum + need, 0)
  const wished = counts.reduce((sum, count) => sum + count + 2, 0)
  let x = row.start
  const legs = inOrder.map((checkpoint, i): Leg => {
    const width = (needs[i] ?? 0) + (rest * ((counts[i] ?? 0) + 2)) / Math.max(1, wished)
    x += width
    const initiatives = byCheckpoint.get(checkpoint.id) ?? []
    return { checkpoint, initiatives, x: x - width, width }
  })
  return isRightwards ? legs : legs.toReversed()
}

/** The least width of each leg with which the most crowded one needs the fewest lines of cards. */
function neededWidths(
  counts: readonly number[],
  room: number,
  sizes: DrawingSizes,
): readonly number[] {
  const least = Math.min(room / Math.max(1, counts.length), sizes.manner.legWidth * sizes.fontPx)
  const most = Math.max(0, ...counts)
  for (let lines = 1; lines < most; lines += 1) {
    const widths = counts.map((count) =>
      count <= lines ? least : Math.max(least, widthOfColumns(Math.ceil(count / lines), sizes)),
    )
    if (widths.reduce((sum, width) => sum + width, 0) <= room) return widths
  }
  return counts.map(() => least)
}
