import { fitText } from '../report/route-labels.ts'
import { estimateTextWidth } from '../route/text-width.ts'

/** `text` in at most `max` lines that fit in `room`; the last one ends in an ellipsis where it was cut. */
export function wrapText(
  text: string,
  fontPx: number,
  room: number,
  max: number,
): readonly string[] {
  let rest = beginning(
    text.replace(/\s+/gu, ' ').trim(),
    Math.ceil((max * room) / (fontPx * NARROWEST)),
  )
  const lines: string[] = []
  while (rest !== '' && lines.length < max - 1) {
    if (estimateTextWidth(rest, fontPx) <= room) break
    const cut = lastSpaceThatFits(rest, fontPx, room)
    // One word that is longer than the line is cut in the last line and not torn here.
    if (cut <= 0) break
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut + 1)
  }
  const last = fitText(rest, fontPx, room)
  return last === '' ? lines : [...lines, last]
}

/** Least width of a letter that takes room, in multiples of the font. */
const NARROWEST = 0.3

/** What of a long text can matter; measuring all of it takes long for nothing. */
function beginning(text: string, letters: number): string {
  if (text.length <= letters + 24) return text
  return `${text.slice(0, letters + 24).replace(/[\ud800-\udbff]$/, '')}…`
}

function lastSpaceThatFits(text: string, fontPx: number, room: number): number {
  let width = 0
  let best = 0
  let at = 0
  for (const char of text) {
    if (char === ' ') best = at
    width += estimateTextWidth(char, fontPx)
    if (width > room) return best
    at += char.length
  }
  return best
}

/** Width of the widest of several lines. */
export function widestLine(lines: readonly string[], fontPx: number): number {
  return Math.max(0, ...lines.map((line) => estimateTextWidth(line, fontPx)))
}
