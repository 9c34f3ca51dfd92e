import { estimateTextWidth } from '../route/text-width.ts'
import { shorten } from './printed-text.ts'

const GAP = 10
/** A label wider than this says no more than its table row does. */
const WIDEST = 230
/** With this much room a label says enough to be recognised. */
const ENOUGH = 110

export type DiscLabel = { readonly x: number; readonly number: string; readonly title: string }
export type PlacedLabel = { readonly x: number; readonly row: number; readonly text: string }

/**
 * Puts a label under each disc (ascending x). A row is cut into slots at the middles between its
 * neighbours, so labels of one row cannot meet; up to three rows until each has room for some words.
 */
export function placeUnder(
  discs: readonly DiscLabel[],
  width: number,
  size: number,
): { readonly placed: readonly PlacedLabel[]; readonly rows: number } {
  if (discs.length === 0) return { placed: [], rows: 0 }
  const rows = [1, 2].find((n) => discs.every((_, i) => isRoomy(discs, i, n, width, size))) ?? 3
  const placed = discs.flatMap((disc, i): PlacedLabel[] => {
    const slot = slotOf(discs, i, rows, width)
    const text = fitLabel(disc, size, slot.right - slot.left)
    if (text === '') return []
    const half = estimateTextWidth(text, size) / 2
    return [{ x: clamp(disc.x, slot.left + half, slot.right - half), row: i % rows, text }]
  })
  return { placed, rows: Math.min(rows, discs.length) }
}

/** The longest beginning of `text` (one line, an ellipsis where cut) that fits in `room`; '' if none. */
export function fitText(text: string, size: number, room: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (estimateTextWidth(line, size) <= room) return line
  let low = 1
  let high = Math.min(line.length, Math.ceil(room / (size * 0.2)) + 1)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (estimateTextWidth(shorten(line, middle), size) <= room) low = middle
    else high = middle - 1
  }
  return low < 2 ? '' : shorten(line, low)
}

function isRoomy(
  discs: readonly DiscLabel[],
  index: number,
  rows: number,
  width: number,
  size: number,
): boolean {
  const slot = slotOf(discs, index, rows, width)
  const disc = discs[index]
  const full = disc ? estimateTextWidth(`${disc.number} ${disc.title}`, size) : 0
  return slot.right - slot.left >= Math.min(full, ENOUGH)
}

function slotOf(
  discs: readonly DiscLabel[],
  index: number,
  rows: number,
  width: number,
): { left: number; right: number } {
  const x = discs[index]?.x ?? 0
  const before = discs[index - rows]
  const after = discs[index + rows]
  return {
    left: before ? (before.x + x + GAP) / 2 : 0,
    right: after ? (after.x + x - GAP) / 2 : width,
  }
}

/** Number and title where a few letters of the title fit, else the number alone. */
function fitLabel(disc: DiscLabel, size: number, room: number): string {
  const full = `${disc.number} ${disc.title}`
  const words = fitText(full, size, Math.min(room, WIDEST))
  if (words === full || words.length >= disc.number.length + 5) return words
  return fitText(disc.number, size, room)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
