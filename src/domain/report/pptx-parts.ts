import type PptxGenJS from 'pptxgenjs'
import { FONT, INK, INK_2, runs } from './pptx-text.ts'
import type { Slide } from './pptx-text.ts'
import { columnWidths, NOTE_PT, TABLE_PT } from './slide-measures.ts'
import type { SlidePart } from './slide-pages.ts'
import { xmlText } from './xml-text.ts'

const HAIRLINE = 'd9d3c5'

/** The head figures as cards side by side. */
export function addFigures(
  slide: Slide,
  { figures, place }: Extract<SlidePart, { type: 'figures' }>,
): void {
  const gap = 0.15
  const w = (place.w - gap * (figures.figures.length - 1)) / figures.figures.length
  figures.figures.forEach(({ value, label }, i) => {
    slide.addText(
      [
        {
          text: xmlText(value),
          options: { fontSize: 24, bold: true, color: INK, breakLine: true },
        },
        { text: xmlText(label), options: { fontSize: 12, color: INK_2 } },
      ],
      {
        shape: 'roundRect',
        rectRadius: 0.08,
        x: place.x + i * (w + gap),
        y: place.y,
        w,
        h: place.h,
        line: { color: HAIRLINE, width: 1 },
        fill: { color: 'FFFFFF' },
        valign: 'middle',
        margin: 8,
        fontFace: FONT,
        fit: 'shrink',
      },
    )
  })
}

/** A native table that can be edited. */
export function addTable(
  slide: Slide,
  { table, place }: Extract<SlidePart, { type: 'table' }>,
): void {
  const none = { type: 'none' } as const
  const hair = { type: 'solid', pt: 0.75, color: HAIRLINE } as const
  const align = (i: number) => (table.columns[i]?.align === 'end' ? 'right' : 'left')
  const head = table.columns.map(({ label }, i) => ({
    text: runs([{ text: label }], { fontSize: NOTE_PT, bold: true, color: INK_2 }),
    options: {
      align: align(i),
      valign: 'bottom',
      border: [none, none, hair, none],
      fill: { color: 'F4F1EA' },
    },
  }))
  const rows = table.rows.flatMap((row) => {
    const notes = row.notes.filter((line) => line.length > 0)
    const main = row.cells.map((cell, i) => ({
      text: cell.flatMap((line, k) =>
        runs(
          line,
          { fontSize: TABLE_PT, color: row.faded || k > 0 ? INK_2 : INK },
          k < cell.length - 1,
        ),
      ),
      options: { align: align(i), valign: 'top', border: [hair, none, none, none] },
    }))
    if (notes.length === 0) return [main]
    const under = {
      text: notes.flatMap((line, k) =>
        runs(line, { fontSize: NOTE_PT, color: INK_2 }, k < notes.length - 1),
      ),
      options: { colspan: table.columns.length, valign: 'top', border: [none, none, none, none] },
    }
    return [main, [under]]
  })
  slide.addTable([head, ...rows] as PptxGenJS.TableRow[], {
    x: place.x,
    y: place.y,
    w: place.w,
    colW: [...columnWidths(table)],
    fontFace: FONT,
    margin: [0.02, 0.06, 0.02, 0.04],
    autoPage: false,
    objectName: xmlText(table.label),
  })
}
