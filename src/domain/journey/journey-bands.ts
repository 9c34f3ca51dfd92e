import { keptInLine } from '../report/bidi-text.ts'
import { blockHeight, cardRows } from './journey-cards.ts'
import {
  DISC,
  FLAG_HEIGHT,
  FLAG_WIDTH,
  LABEL_LINE,
  ROAD,
  type DrawingSizes,
} from './journey-manner.ts'
import type { Arrangement, Leg } from './journey-rows.ts'
import type { JourneyScene } from './journey-scene.ts'
import { widestLine, wrapText } from './journey-text.ts'

/** The room of a road between its turns. */
export type Frame = DrawingSizes & {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly maxRadius: number
}

/** Least width of a drawing in multiples of its font. */
const NARROWEST = 36

/** The frame of a drawing of `width`. A narrower one shrinks as a whole: else start, discs and flag would meet. */
export function frameOf(width: number, { fontPx: asked, manner }: DrawingSizes): Frame {
  const fontPx = Math.min(asked, width / NARROWEST)
  const maxRadius = Math.min(fontPx * manner.turn, width * 0.1)
  const side = Math.max(maxRadius + (ROAD * fontPx) / 2, fontPx * FLAG_WIDTH) + fontPx * 0.8
  return { width, fontPx, manner, left: side, right: width - side, maxRadius }
}

export type Label = {
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

/** One row of the road with the room over and under it. */
export type Band = {
  readonly legs: readonly (Leg & { readonly label: Label })[]
  readonly cardsHeight: number
  /** Room for a line of words under the start or the flag. */
  readonly wordsHeight: number
  /** From the middle of the road up to the row above, and down to the one below. */
  readonly over: number
  readonly under: number
}

/** An arrangement with its heights. */
export type Measured = {
  readonly frame: Frame
  readonly bands: readonly Band[]
  readonly height: number
}

/** How high an arrangement is; null where it is higher than `limit`, found out without measuring a word if it can be. */
export function measure(
  scene: JourneyScene,
  arrangement: Arrangement,
  frame: Frame,
  limit: number,
): Measured | null {
  const { fontPx, manner } = frame
  const cards = (legs: readonly Leg[]) =>
    Math.max(0, ...legs.map((leg) => cardRows(leg.initiatives.length, leg.width, frame)))
  const least = arrangement.reduce(
    (sum, legs) => sum + blockHeight(cards(legs), frame) + DISC * 2 * fontPx,
    0,
  )
  if (least > limit) return null
  const bands = arrangement.map((legs, i): Band => {
    const labelled = legs.map((leg) => ({ ...leg, label: labelOf(leg, frame) }))
    const isLast = i === arrangement.length - 1
    const hasWords = (i === 0 && scene.startWords !== '') || (isLast && scene.finishWords !== '')
    const wordsHeight = hasWords && !manner.wordsAside ? fontPx * 1.7 : 0
    const cardsHeight = blockHeight(cards(legs), frame)
    const labelHeight = Math.max(0, ...labelled.map(({ label }) => label.height))
    // Over the road: gap, label, gap. The flag needs its height over the last row.
    const label = DISC * fontPx + (labelHeight === 0 ? 0 : labelHeight + fontPx * manner.labelGap)
    const over = isLast ? Math.max(label, fontPx * (FLAG_HEIGHT + 0.4)) : label
    // Under it: words, gap, cards.
    const block = cardsHeight === 0 ? 0 : cardsHeight + fontPx * manner.zoneGap
    const words = hasWords && manner.wordsAside ? fontPx * 1.5 : 0
    const under = DISC * fontPx + Math.max(wordsHeight + block, words) + fontPx * manner.foot
    return { legs: labelled, cardsHeight, wordsHeight, over, under }
  })
  const height = bands.reduce((sum, { over, under }) => sum + over + under, fontPx * manner.edge)
  return height > limit ? null : { frame, bands, height }
}

function labelOf(leg: Leg, { fontPx, manner }: Frame): Label {
  const { title, target } = leg.checkpoint
  const room = Math.min(leg.width - fontPx * 0.6, fontPx * 28) - fontPx * 1.6
  const whole = target === '' ? title : `${keptInLine(title)} · ${target}`
  const one = wrapText(whole, fontPx, room, 1)
  const lines =
    target === '' || one[0] === whole.replace(/\s+/gu, ' ').trim()
      ? wrapText(whole, fontPx, room, target === '' ? 2 : 1)
      : [...wrapText(title, fontPx, room, manner.labelLines), ...wrapText(target, fontPx, room, 1)]
  return {
    lines,
    width: Math.min(room, widestLine(lines, fontPx)) + fontPx * 1.6,
    height: (lines.length * LABEL_LINE + manner.labelPad) * fontPx,
  }
}
