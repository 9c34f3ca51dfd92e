import { estimateTextWidth } from '../route/text-width.ts'
import type { Block, Cell, Line, Row } from './document.ts'

export type TableBlock = Extract<Block, { type: 'table' }>

/** A slide and its left margin in inches. */
export const SLIDE = { width: 13.333, height: 7.5 } as const
export const SLIDE_LEFT = 0.55
/** Width of what stands between the margins. */
export const SLIDE_WIDTH = SLIDE.width - SLIDE_LEFT * 2
export const TEXT_PT = 12
export const TABLE_PT = 11
export const NOTE_PT = 9

/** Estimated height of lines of text in inches. */
export function textHeight(lines: readonly Line[], pt: number, width: number): number {
  const rows = lines.reduce((sum, line) => sum + rowsOf(line, pt, width - 0.2), 0)
  return (rows * pt * 1.32 + lines.length * 3) / 72 + 0.08
}

/** How many rows a line takes: its width as estimated, and the line breaks in it. */
function rowsOf(line: Line, pt: number, width: number): number {
  const text = line.map((span) => span.text).join('')
  return text
    .split('\n')
    .reduce(
      (sum, part) =>
        sum + Math.max(1, Math.ceil((estimateTextWidth(part, pt) * 0.96) / (width * 72))),
      0,
    )
}

/** Estimated height of the head row of a table in inches. */
export function headHeight(block: TableBlock): number {
  const rows = Math.max(
    ...block.columns.map(({ label }, i) =>
      rowsOf([{ text: label }], NOTE_PT, columnWidth(block, i)),
    ),
  )
  return (rows * NOTE_PT * 1.25) / 72 + 0.1
}

/** Width of a column of a table across the slide, without its margins, in inches. */
function columnWidth(block: TableBlock, index: number): number {
  return columnWidths(block)[index] ?? 1
}

/** Widths of all columns in inches. */
export function columnWidths({ columns }: TableBlock): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => (SLIDE_WIDTH * width) / total)
}

/** Estimated height of a row with its notes in inches; nothing for none. */
export function rowHeight(block: TableBlock, row: Row | undefined): number {
  if (row === undefined) return 0
  const cells = row.cells.map((cell, i) => cellHeight(cell, columnWidth(block, i) - 0.12))
  const notes = row.notes.filter((line) => line.length > 0)
  const under = notes.reduce(
    (sum, line) => sum + rowsOf(line, NOTE_PT, SLIDE_WIDTH - 0.15) * NOTE_PT * 1.25,
    0,
  )
  return Math.max(0.24, ...cells) + (notes.length === 0 ? 0 : under / 72 + 0.06)
}

function cellHeight(cell: Cell, width: number): number {
  return (
    (cell.reduce((sum, line) => sum + rowsOf(line, TABLE_PT, width), 0) * TABLE_PT * 1.25) / 72 +
    0.08
  )
}
