import type { Box } from '../route/label-placing.ts'
import type { DrawingSizes } from './journey-manner.ts'
import type { JourneyInitiative } from './journey-scene.ts'
import { widestLine, wrapText } from './journey-text.ts'

/** An initiative at its leg. */
export type JourneyCard = Box & {
  readonly id: string
  readonly checkpointId: string
  readonly lines: readonly string[]
  readonly initials: string
  readonly state: JourneyInitiative['state']
}

const MAX_WIDTH = 17
/** Left edge with the colour, and the right one. */
const PADDING = 1.7
const INITIALS = 2.3

function cardGap({ fontPx, manner }: DrawingSizes): number {
  return fontPx * manner.cardGap
}

function cardHeight({ fontPx, manner }: DrawingSizes): number {
  return fontPx * manner.cardHeight
}

/** How many lines of cards `count` cards need in `width`. */
export function cardRows(count: number, width: number, sizes: DrawingSizes): number {
  return count === 0 ? 0 : Math.ceil(count / columnsIn(width, sizes))
}

/** Height of the block that `rows` lines of cards need. */
export function blockHeight(rows: number, sizes: DrawingSizes): number {
  if (rows === 0) return 0
  return rows * cardHeight(sizes) + (rows - 1) * cardGap(sizes)
}

/** Width that so many cards beside each other need at least. */
export function widthOfColumns(columns: number, sizes: DrawingSizes): number {
  const gap = cardGap(sizes)
  return columns * (sizes.manner.cardWidth * sizes.fontPx + gap) - gap
}

function columnsIn(width: number, sizes: DrawingSizes): number {
  const gap = cardGap(sizes)
  const columns = (width + gap) / (sizes.manner.cardWidth * sizes.fontPx + gap)
  // What was measured to fit does fit, whatever a rounding says.
  return Math.max(1, Math.floor(columns + 1e-6))
}

/** Cards in even lines inside a zone, each as wide as its words, every line centred. */
export function placeCards(
  initiatives: readonly JourneyInitiative[],
  zone: Box,
  sizes: DrawingSizes,
): readonly JourneyCard[] {
  const { fontPx, manner } = sizes
  const rows = cardRows(initiatives.length, zone.width, sizes)
  if (rows === 0) return []
  const columns = Math.ceil(initiatives.length / rows)
  const gap = cardGap(sizes)
  const limit = Math.min(MAX_WIDTH * fontPx, (zone.width - (columns - 1) * gap) / columns)
  const height = cardHeight(sizes)
  const cards: JourneyCard[] = []
  for (let row = 0; row < rows; row += 1) {
    const inRow = initiatives.slice(row * columns, (row + 1) * columns)
    const sized = inRow.map((initiative) => {
      const beside = PADDING * fontPx + (initiative.initials === '' ? 0 : INITIALS * fontPx)
      const lines = wrapText(initiative.title, fontPx, limit - beside, manner.cardLines)
      return { initiative, lines, width: Math.min(limit, widestLine(lines, fontPx) + beside) }
    })
    const total = sized.reduce((sum, { width }) => sum + width, 0) + (sized.length - 1) * gap
    let x = zone.x + (zone.width - total) / 2
    for (const { initiative, lines, width } of sized) {
      const { id, checkpointId, initials, state } = initiative
      const y = zone.y + row * (height + gap)
      cards.push({ id, checkpointId, lines, initials, state, x, y, width, height })
      x += width + gap
    }
  }
  return cards
}
