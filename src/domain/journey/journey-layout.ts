import type { Box } from '../route/label-placing.ts'
import { frameOf, measure } from './journey-bands.ts'
import type { Band, Frame, Measured } from './journey-bands.ts'
import { placeCards } from './journey-cards.ts'
import type { JourneyCard } from './journey-cards.ts'
import { DISC, FLAG_HEIGHT, FLAG_WIDTH, MANNERS, ROAD } from './journey-manner.ts'
import type { Manner } from './journey-manner.ts'
import { journeyPath, journeyPoint, shareOnRow, windingRoad } from './journey-road.ts'
import type { JourneyRoad, Point } from './journey-road.ts'
import { arrangementsOf, END } from './journey-rows.ts'
import type { JourneyScene } from './journey-scene.ts'
import { widestLine, wrapText } from './journey-text.ts'

/** A checkpoint on the road with its label and the room of its leg's cards. */
export type JourneyStop = {
  readonly id: string
  readonly number: string
  readonly isReached: boolean
  readonly centre: Point
  /** How far along the road it stands, 0–1. */
  readonly share: number
  readonly label: Box & { readonly lines: readonly string[] }
  /** Where cards of this leg stand and may be dropped. */
  readonly zone: Box
}

/** Words of the start or of the flag. */
export type JourneyWords = Box & { readonly text: string }

/** One objective as a winding road, every place in pixels of a drawing of `width` by `height`. */
export type JourneyLayout = {
  readonly width: number
  /** The height asked for, or more where that is not enough. */
  readonly height: number
  /** True where the drawing had to be taller than asked. */
  readonly needsScroll: boolean
  readonly fontPx: number
  readonly road: JourneyRoad
  readonly roadWidth: number
  readonly discRadius: number
  /** The whole road, and the driven part ('' where nothing is driven). */
  readonly path: string
  readonly drivenPath: string
  /** The place reached; null where nothing is measured. */
  readonly car: Point | null
  readonly start: Point
  readonly startLabel: JourneyWords | null
  readonly finishLabel: JourneyWords | null
  /** `foot` is where the mast stands; the cloth hangs off `box` on the outer side. */
  readonly flag: { readonly foot: Point; readonly box: Box; readonly pointsLeft: boolean }
  readonly stops: readonly JourneyStop[]
  readonly cards: readonly JourneyCard[]
}

export type JourneySize = {
  readonly width: number
  readonly height: number
  /** Size of all words; everything else follows from it. 16 where left out, less where `width` is under 36 times that. */
  readonly fontPx?: number
  /** Words may grow up to this size where there is room for them. */
  readonly mostFontPx?: number
}

const FONT_STEP = 2
/** Letters of a title that say what it is; what is cut after them is no great loss. */
const TELLING = 60

/**
 * The winding road of an objective. Labels stand over their row, cards under it, turns bulge out beside
 * both, so nothing can cover anything. Tries roomy rows first, then tighter ones; where none fits it is
 * taller than asked and says so.
 */
export function journeyLayout(scene: JourneyScene, size: JourneySize): JourneyLayout {
  const { fontPx = 16, mostFontPx = fontPx } = size
  let best: { readonly layout: JourneyLayout; readonly worth: number } | null = null
  for (let font = Math.max(fontPx, mostFontPx); font >= fontPx; font -= FONT_STEP) {
    const fitting = firstThatFits(scene, size, font)
    if (!fitting) continue
    const layout = place(scene, fitting, size, size.height)
    // Larger words are worth what they still say.
    const worth = layout.fontPx * shownShare(scene, layout)
    if (best === null || worth > best.worth) best = { layout, worth }
  }
  if (best) return best.layout
  const flattest = flattestOf(scene, size.width, fontPx)
  return place(scene, flattest, size, flattest.height)
}

/** The roomiest way to draw a road in a size with a font; null where none fits. */
function firstThatFits(scene: JourneyScene, size: JourneySize, fontPx: number): Measured | null {
  let roomiest: Measured | null = null
  for (const manner of MANNERS) {
    const fitting = fittingIn(manner, scene, size, fontPx)
    if (!fitting) continue
    // A road that winds is worth more than a second line on its labels.
    if (roomiest) return fitting.bands.length > roomiest.bands.length ? fitting : roomiest
    if (manner.labelLines === 1) return fitting
    roomiest = fitting
  }
  return roomiest
}

function fittingIn(
  manner: Manner,
  scene: JourneyScene,
  size: JourneySize,
  fontPx: number,
): Measured | null {
  const frame = frameOf(size.width, { fontPx, manner })
  for (const arrangement of arrangementsOf(scene, frame.right - frame.left, frame)) {
    const measured = measure(scene, arrangement, frame, size.height)
    if (measured) return measured
  }
  return null
}

/** The way that needs least height, for a road that is longer than its place. */
function flattestOf(scene: JourneyScene, width: number, fontPx: number): Measured {
  let flattest: Measured | null = null
  let limit = Infinity
  for (const manner of MANNERS) {
    const frame = frameOf(width, { fontPx, manner })
    for (const arrangement of arrangementsOf(scene, frame.right - frame.left, frame)) {
      const measured = measure(scene, arrangement, frame, limit)
      if (!measured) continue
      flattest = measured
      limit = measured.height
    }
  }
  if (flattest === null) throw new Error('There is always one way to arrange a road.')
  return flattest
}

/** How much of the titles can be read, 0–1. */
function shownShare(scene: JourneyScene, { stops, cards }: JourneyLayout): number {
  const drawn = new Map<string, readonly string[]>(cards.map(({ id, lines }) => [id, lines]))
  for (const { id, label } of stops) drawn.set(id, label.lines)
  const shares = [...scene.initiatives, ...scene.checkpoints].map(({ id, title }) => {
    const shown = (drawn.get(id) ?? []).join(' ').length
    return Math.min(1, shown / Math.max(1, Math.min(TELLING, title.length)))
  })
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function place(
  scene: JourneyScene,
  { frame, bands, height: needed }: Measured,
  asked: JourneySize,
  height: number,
): JourneyLayout {
  const { fontPx, left, right, maxRadius, width, manner } = frame
  const slack = Math.max(0, height - needed) / (bands.length + 1)
  let y = height - (fontPx * manner.edge) / 2 - slack / 2
  const rowYs = bands.map(({ over, under }) => {
    y -= under
    const row = Math.round(y)
    y -= over + slack
    return row
  })
  const road = windingRoad(rowYs, { left, right, maxRadius })
  const stops: JourneyStop[] = []
  const cards: JourneyCard[] = []
  bands.forEach((band, i) => {
    const rowY = rowYs[i] ?? 0
    for (const leg of band.legs) {
      const stop = placeStop(leg, rowY, band, road, frame)
      stops.push(stop)
      cards.push(...placeCards(leg.initiatives, stop.zone, frame))
    }
  })
  const pointsLeft = bands.length % 2 === 0
  const start = { x: left, y: rowYs[0] ?? 0 }
  const foot = { x: pointsLeft ? left : right, y: rowYs.at(-1) ?? 0 }
  const sharesRow = bands.length === 1
  return {
    width,
    height,
    needsScroll: height > asked.height,
    fontPx,
    road,
    roadWidth: ROAD * fontPx,
    discRadius: DISC * fontPx,
    path: journeyPath(road),
    drivenPath:
      scene.progress === null || scene.progress <= 0 ? '' : journeyPath(road, scene.progress),
    car: scene.progress === null ? null : journeyPoint(road, scene.progress),
    start,
    startLabel: wordsUnder(scene.startWords, start, frame, { isRight: false, sharesRow }),
    finishLabel: wordsUnder(scene.finishWords, foot, frame, { isRight: !pointsLeft, sharesRow }),
    flag: {
      foot,
      pointsLeft,
      box: {
        x: pointsLeft ? foot.x - FLAG_WIDTH * fontPx : foot.x,
        y: foot.y - FLAG_HEIGHT * fontPx,
        width: FLAG_WIDTH * fontPx,
        height: 2.4 * fontPx,
      },
    },
    stops,
    cards,
  }
}

function placeStop(
  leg: Band['legs'][number],
  rowY: number,
  band: Band,
  road: JourneyRoad,
  { left, fontPx, manner }: Frame,
): JourneyStop {
  const { checkpoint, label } = leg
  const x = left + leg.x + leg.width / 2
  const top = rowY + DISC * fontPx + band.wordsHeight + fontPx * manner.zoneGap
  return {
    id: checkpoint.id,
    number: checkpoint.number,
    isReached: checkpoint.isReached,
    centre: { x, y: rowY },
    share: shareOnRow(road, rowY, x),
    label: {
      x: x - label.width / 2,
      y: rowY - (DISC + manner.labelGap) * fontPx - label.height,
      width: label.width,
      height: label.height,
      lines: label.lines,
    },
    zone: { x: left + leg.x, y: top, width: leg.width, height: band.cardsHeight },
  }
}

/**
 * Words under the start (from its left edge) or under the flag (up to its right edge), half a row wide at
 * most. Where there is no line for them they stand in the margin, as near to their place as they can.
 */
function wordsUnder(
  text: string,
  { x, y }: Point,
  { left, right, width: all, fontPx, manner }: Frame,
  { isRight, sharesRow }: { readonly isRight: boolean; readonly sharesRow: boolean },
): JourneyWords | null {
  const margin = left + (END - 0.4) * fontPx
  const line = right - left
  const room = manner.wordsAside ? margin : sharesRow ? line / 2 - fontPx : line
  const [words] = wrapText(text, fontPx, room, 1)
  if (words === undefined) return null
  const width = Math.min(room, widestLine([words], fontPx))
  const aside = Math.min(Math.max(left - width / 2, 0), margin - width)
  const fromEdge = manner.wordsAside ? aside : left
  return {
    x: isRight ? (manner.wordsAside ? all - aside - width : x - width) : fromEdge,
    y: y + DISC * fontPx,
    width,
    height: fontPx * 1.5,
    text: words,
  }
}
