import type { Box } from '../route/label-placing.ts'
import { blockHeight, cardRows, placeCards } from './journey-cards.ts'
import type { CardSizes, JourneyCard } from './journey-cards.ts'
import { journeyPath, journeyPoint, shareOnRow, windingRoad } from './journey-road.ts'
import type { JourneyRoad, Point } from './journey-road.ts'
import { arrangementsOf } from './journey-rows.ts'
import type { Arrangement, Leg } from './journey-rows.ts'
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
  readonly startLabel: (Box & { readonly text: string }) | null
  readonly finishLabel: (Box & { readonly text: string }) | null
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
}

const LABEL_LINE = 1.35
const ROAD = 2.6
const DISC = 1.85
const FLAG_HEIGHT = 5.2
const FLAG_WIDTH = 3.6
/** Least width of a drawing in multiples of its font. */
const NARROWEST = 36

/**
 * The winding road of an objective. Labels stand over their row, cards under it, turns bulge out beside
 * both, so nothing can cover anything. Tries roomy rows first, then tighter ones; where none fits it is
 * taller than asked and says so.
 */
export function journeyLayout(scene: JourneyScene, size: JourneySize): JourneyLayout {
  const frame = frameOf(size)
  let best: Measured | null = null
  for (const maxLines of [2, 1] as const)
    for (const arrangement of arrangementsOf(scene, frame.right - frame.left, frame.fontPx)) {
      const measured = measure(scene, arrangement, { fontPx: frame.fontPx, maxLines }, frame)
      if (measured.height <= size.height) return place(scene, measured, frame, size.height)
      if (best === null || measured.height < best.height) best = measured
    }
  if (best === null) throw new Error('There is always one way to arrange a road.')
  return place(scene, best, frame, best.height)
}

type Frame = {
  readonly width: number
  readonly fontPx: number
  readonly left: number
  readonly right: number
  readonly maxRadius: number
  readonly asked: number
}

function frameOf({ width, height, fontPx: asked = 16 }: JourneySize): Frame {
  // A narrower drawing shrinks as a whole: below this the start, a disc and the flag would meet.
  const fontPx = Math.min(asked, width / NARROWEST)
  const maxRadius = Math.min(fontPx * 6, width * 0.1)
  const side = Math.max(maxRadius + (ROAD * fontPx) / 2, fontPx * FLAG_WIDTH) + fontPx * 0.8
  return { width, fontPx, left: side, right: width - side, maxRadius, asked: height }
}

type Label = { readonly lines: readonly string[]; readonly width: number; readonly height: number }
type Band = {
  readonly legs: readonly (Leg & { readonly label: Label })[]
  readonly labelHeight: number
  readonly cardsHeight: number
  /** Room for the words under the start or the flag. */
  readonly wordsHeight: number
}
type Measured = {
  readonly bands: readonly Band[]
  readonly height: number
  readonly sizes: CardSizes
}

function measure(
  scene: JourneyScene,
  arrangement: Arrangement,
  sizes: CardSizes,
  frame: Frame,
): Measured {
  const { fontPx } = sizes
  const bands = arrangement.map((legs, i): Band => {
    const labelled = legs.map((leg) => ({ ...leg, label: labelOf(leg, fontPx) }))
    const rows = Math.max(
      0,
      ...legs.map((leg) => cardRows(leg.initiatives.length, leg.width, sizes)),
    )
    const hasWords =
      (i === 0 && scene.startWords !== '') ||
      (i === arrangement.length - 1 && scene.finishWords !== '')
    return {
      legs: labelled,
      labelHeight: Math.max(0, ...labelled.map(({ label }) => label.height)),
      cardsHeight: blockHeight(rows, sizes),
      wordsHeight: hasWords ? fontPx * 1.7 : 0,
    }
  })
  const height = bands.reduce((sum, band, i) => sum + bandHeight(band, i, bands, frame), 0)
  return { bands, height: height + fontPx * 1.6, sizes }
}

/** Over the road: gap, label, gap; under it: words, gap, cards. The flag needs its height over the last row. */
function bandHeight(band: Band, index: number, bands: readonly Band[], { fontPx }: Frame): number {
  return over(band, index === bands.length - 1, fontPx) + under(band, fontPx)
}

function over({ labelHeight }: Band, isLast: boolean, fontPx: number): number {
  const label = DISC * fontPx + (labelHeight === 0 ? 0 : labelHeight + fontPx * 0.5)
  return isLast ? Math.max(label, fontPx * (FLAG_HEIGHT + 0.4)) : label
}

function under({ cardsHeight, wordsHeight }: Band, fontPx: number): number {
  const cards = cardsHeight === 0 ? 0 : cardsHeight + fontPx * 0.6
  return DISC * fontPx + wordsHeight + cards + fontPx * 0.9
}

function labelOf(leg: Leg, fontPx: number): Label {
  const { title, target } = leg.checkpoint
  const room = Math.min(leg.width - fontPx * 0.6, fontPx * 28) - fontPx * 1.6
  const whole = target === '' ? title : `${title} · ${target}`
  const one = wrapText(whole, fontPx, room, 1)
  const lines =
    target === '' || one[0] === whole.replace(/\s+/gu, ' ').trim()
      ? wrapText(whole, fontPx, room, target === '' ? 2 : 1)
      : [...wrapText(title, fontPx, room, 1), ...wrapText(target, fontPx, room, 1)]
  return {
    lines,
    width: Math.min(room, widestLine(lines, fontPx)) + fontPx * 1.6,
    height: lines.length * LABEL_LINE * fontPx + fontPx * 0.75,
  }
}

function place(
  scene: JourneyScene,
  measured: Measured,
  frame: Frame,
  height: number,
): JourneyLayout {
  const { fontPx, left, right, maxRadius, width } = frame
  const { bands, sizes } = measured
  const slack = Math.max(0, height - measured.height) / (bands.length + 1)
  let y = height - fontPx * 0.8 - slack / 2
  const rowYs: number[] = []
  bands.forEach((band, i) => {
    y -= under(band, fontPx)
    rowYs.push(Math.round(y))
    y -= over(band, i === bands.length - 1, fontPx) + slack
  })
  const road = windingRoad(rowYs, { left, right, maxRadius })
  const stops: JourneyStop[] = []
  const cards: JourneyCard[] = []
  bands.forEach((band, i) => {
    const rowY = rowYs[i] ?? 0
    for (const leg of band.legs) {
      const stop = placeStop(leg, rowY, band, road, left, fontPx)
      stops.push(stop)
      cards.push(...placeCards(leg.initiatives, stop.zone, sizes))
    }
  })
  const pointsLeft = bands.length % 2 === 0
  const foot = { x: pointsLeft ? left : right, y: rowYs.at(-1) ?? 0 }
  const startY = rowYs[0] ?? 0
  return {
    width,
    height,
    needsScroll: height > frame.asked,
    fontPx,
    road,
    roadWidth: ROAD * fontPx,
    discRadius: DISC * fontPx,
    path: journeyPath(road),
    drivenPath:
      scene.progress === null || scene.progress <= 0 ? '' : journeyPath(road, scene.progress),
    car: scene.progress === null ? null : journeyPoint(road, scene.progress),
    start: { x: left, y: startY },
    startLabel: wordsUnder(scene.startWords, left, startY, frame, false, bands.length === 1),
    finishLabel: wordsUnder(
      scene.finishWords,
      foot.x,
      foot.y,
      frame,
      !pointsLeft,
      bands.length === 1,
    ),
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
  left: number,
  fontPx: number,
): JourneyStop {
  const { checkpoint, label } = leg
  const x = left + leg.x + leg.width / 2
  const top = rowY + DISC * fontPx + band.wordsHeight + fontPx * 0.6
  return {
    id: checkpoint.id,
    number: checkpoint.number,
    isReached: checkpoint.isReached,
    centre: { x, y: rowY },
    share: shareOnRow(road, rowY, x),
    label: {
      x: x - label.width / 2,
      y: rowY - DISC * fontPx - fontPx * 0.5 - label.height,
      width: label.width,
      height: label.height,
      lines: label.lines,
    },
    zone: { x: left + leg.x, y: top, width: leg.width, height: band.cardsHeight },
  }
}

/** Words under the start (from its left edge) or under the flag (up to its right edge), half a row wide at most. */
function wordsUnder(
  text: string,
  x: number,
  y: number,
  { left, right, fontPx }: Frame,
  endsHere: boolean,
  sharesRow: boolean,
): (Box & { readonly text: string }) | null {
  const room = sharesRow ? (right - left) / 2 - fontPx : right - left
  const [line] = wrapText(text, fontPx, room, 1)
  if (line === undefined) return null
  const width = Math.min(room, widestLine([line], fontPx))
  return {
    x: endsHere ? x - width : x,
    y: y + DISC * fontPx,
    width,
    height: fontPx * 1.5,
    text: line,
  }
}
