import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Cell } from './document.ts'
import { gap, INK_2, paragraph, runs, SIZE } from './docx-text.ts'

const HAIRLINE = 'd9d3c5'
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE } as const

/** The head figures as cards side by side. */
export function figuresTable(block: Extract<Block, { type: 'figures' }>, width: number): Table {
  const columns = block.figures.map(() => Math.floor(width / block.figures.length))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        cantSplit: true,
        children: block.figures.map(
          ({ value, label }) =>
            new TableCell({
              margins: { top: 90, bottom: 90, left: 130, right: 130 },
              borders: { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR },
              children: [
                new Paragraph({
                  spacing: { after: 20 },
                  children: [new TextRun({ text: value, bold: true, size: SIZE.figure })],
                }),
                paragraph([{ text: label }], { style: 'Note', spacing: { before: 0, after: 0 } }),
              ],
            }),
        ),
      }),
    ],
  })
}

/** A table whose head comes again on every page, and whose rows stay whole with their notes. */
export function dataTable(block: Extract<Block, { type: 'table' }>, width: number): Table {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = block.columns.map((column) => Math.floor((width * column.width) / total))
  const cellOf = (cell: Cell, i: number, faded: boolean, hasNotes: boolean) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      margins: { top: 60, bottom: 40, left: 40, right: 60 },
      borders: { top: HAIR, bottom: NONE, left: NONE, right: NONE },
      children:
        cell.length === 0
          ? [gap()]
          : cell.map(
              (line, k) =>
                new Paragraph({
                  // A row stays on the page of the note that belongs to it.
                  keepNext: hasNotes,
                  alignment:
                    block.columns[i]?.align === 'end' ? AlignmentType.END : AlignmentType.START,
                  children: [
                    ...runs(line, {
                      size: k === 0 ? SIZE.table : SIZE.small,
                      ...(k > 0 || faded ? { color: INK_2 } : {}),
                    }),
                  ],
                }),
            ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(
          (column, i) =>
            new TableCell({
              width: { size: widths[i] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlign.BOTTOM,
              margins: { top: 60, bottom: 60, left: 40, right: 60 },
              shading: { type: ShadingType.CLEAR, fill: 'f4f1ea', color: 'auto' },
              borders: { top: NONE, bottom: HAIR, left: NONE, right: NONE },
              children: [
                new Paragraph({
                  keepNext: true,
                  alignment: column.align === 'end' ? AlignmentType.END : AlignmentType.START,
                  children: [
                    ...runs([{ text: column.label }], {
                      size: SIZE.head,
                      bold: true,
                      color: INK_2,
                    }),
                  ],
                }),
              ],
            }),
        ),
      }),
      ...block.rows.flatMap((row) => {
        const notes = row.notes.filter((line) => line.length > 0)
        const main = new TableRow({
          cantSplit: true,
          children: row.cells.map((cell, i) => cellOf(cell, i, row.faded, notes.length > 0)),
        })
        if (notes.length === 0) return [main]
        const note = new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              columnSpan: block.columns.length,
              margins: { top: 0, bottom: 70, left: 40, right: 60 },
              borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
              children: notes.map(
                (line) =>
                  new Paragraph({ children: [...runs(line, { size: SIZE.small, color: INK_2 })] }),
              ),
            }),
          ],
        })
        return [main, note]
      }),
    ],
  })
}
