import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { IParagraphOptions, ParagraphChild } from 'docx'
import type { Block, Cell, Line, ReportDocument, Span } from './document.ts'
import type { Paper } from './options.ts'
import { MARGIN_MM, PAPER_MM } from './page-style.ts'
import { TONE_COLOURS } from './print-colours.ts'
import type { Strip } from './shape.ts'
import { pictureOf, svgOf } from './svg.ts'
import { xmlText } from './xml-text.ts'

export type DocxOptions = {
  readonly paper: Paper
  /** Each drawing's strip as PNG, for readers that do not draw SVG. */
  readonly pictures: ReadonlyMap<Strip, Uint8Array>
}

const INK_2 = '5a6472'
const HAIRLINE = 'd9d3c5'
/** Half-points, as Word counts sizes. */
const SIZE = { body: 21, small: 17, table: 18, head: 15, figure: 34 } as const
const BULLETS = 'roadbook-bullets'

/** The report as a Word file: real headings, tables with head rows, pictures with their words as alternative text. */
export async function reportDocx(
  report: ReportDocument,
  options: DocxOptions,
): Promise<Uint8Array> {
  const { width, height } = PAPER_MM[options.paper]
  const mm = convertMillimetersToTwip
  const inner = mm(width - MARGIN_MM.side * 2)
  const file = new Document({
    creator: 'Roadbook',
    title: xmlText(report.title),
    description: xmlText(report.footer),
    styles: styles(),
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 340, hanging: 227 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(width), height: mm(height) },
            margin: {
              top: mm(MARGIN_MM.top),
              bottom: mm(MARGIN_MM.bottom),
              left: mm(MARGIN_MM.side),
              right: mm(MARGIN_MM.side),
            },
          },
        },
        footers: { default: foot(report.footer, inner) },
        children: [
          paragraph(report.overline, { style: 'Overline' }),
          paragraph(report.heading, { heading: HeadingLevel.TITLE }),
          paragraph(report.subtitle, { style: 'Note' }),
          ...report.sections.flatMap(({ blocks }) =>
            blocks.flatMap((block) => blockParts(block, inner, options)),
          ),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function styles() {
  const font = 'Noto Sans'
  const strong = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: '20262e' },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: { run: { font, size: SIZE.body, color: '20262e' } },
      title: strong(44, 20, 60),
      heading1: {
        ...strong(26, 320, 120),
        paragraph: {
          ...strong(26, 320, 120).paragraph,
          border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 3, color: '20262e' } },
        },
      },
      heading2: strong(22, 220, 80),
    },
    paragraphStyles: [
      { id: 'Overline', name: 'Overline', run: { font, size: 19, bold: true, color: INK_2 } },
      {
        id: 'Note',
        name: 'Note',
        run: { font, size: SIZE.small, color: INK_2 },
        paragraph: { spacing: { before: 60, after: 100 } },
      },
      {
        id: 'Prose',
        name: 'Prose',
        run: { font: 'Noto Serif', size: SIZE.body },
        paragraph: { spacing: { before: 80, after: 120, line: 300 } },
      },
    ],
  }
}

function blockParts(
  block: Block,
  width: number,
  options: DocxOptions,
): readonly (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading': {
      const aside = block.aside ? [new TextRun('\t'), ...runs(block.aside)] : []
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          tabStops: [{ type: TabStopType.RIGHT, position: width }],
          children: [...runs(block.text), ...aside],
        }),
      ]
    }
    case 'text':
      return [paragraph(block.text, { style: block.look === 'note' ? 'Note' : 'Prose' })]
    case 'list':
      return block.items.map((item) =>
        paragraph(item, { numbering: { reference: BULLETS, level: 0 } }),
      )
    case 'figures':
      return [figuresTable(block, width), gap()]
    case 'table':
      return [dataTable(block, width), gap()]
    case 'drawing':
      return block.drawing.strips.map((strip) =>
        picture(strip, block.drawing.description, width, options),
      )
    case 'pair':
      return block.columns.flatMap((column) =>
        column.flatMap((inner) => blockParts(inner, width, options)),
      )
  }
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 60 }, children: [] })
}

function paragraph(line: Line, options: Omit<IParagraphOptions, 'children'>): Paragraph {
  return new Paragraph({ ...options, children: [...runs(line)] })
}

type RunLook = { readonly size?: number; readonly bold?: boolean; readonly color?: string }

/** Runs of a line; a line break in somebody's text stays one. */
function runs(line: Line, look: RunLook = {}): readonly ParagraphChild[] {
  return line.flatMap((span): ParagraphChild[] => {
    const parts = spanRuns(span, look)
    return span.href === undefined
      ? parts
      : [new ExternalHyperlink({ link: xmlText(span.href), children: parts })]
  })
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

function spanRuns(span: Span, look: RunLook): TextRun[] {
  const tone = span.tone === undefined ? null : TONE_COLOURS[span.tone].slice(1)
  const color = span.href === undefined ? (tone ?? look.color) : '1b5fc7'
  return xmlText(span.text)
    .split('\n')
    .map(
      (text, i) =>
        new TextRun({
          text,
          // Never `bold: false`: it would take the weight from a heading's style.
          ...(span.strong || look.bold ? { bold: true } : {}),
          ...(i > 0 ? { break: 1 } : {}),
          ...(color === undefined ? {} : { color }),
          ...(look.size === undefined ? {} : { size: look.size }),
          ...(span.href === undefined ? {} : { underline: {} }),
          ...(span.theirs && RTL.test(text) ? { rightToLeft: true } : {}),
        }),
    )
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE } as const

function figuresTable(block: Extract<Block, { type: 'figures' }>, width: number): Table {
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

function dataTable(block: Extract<Block, { type: 'table' }>, width: number): Table {
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

/** A drawing across the page; what it shows stands in its alternative text. */
function picture(
  strip: Strip,
  description: readonly Line[],
  width: number,
  { pictures }: DocxOptions,
): Paragraph {
  const pixels = Math.floor(width / 15)
  const size = { width: pixels, height: Math.round((pixels * strip.height) / strip.width) }
  const said = description.map((line) => line.map(({ text }) => text).join('')).join('\n')
  const altText = {
    name: xmlText(strip.label),
    title: xmlText(strip.label),
    description: xmlText(said),
  }
  const png = pictures.get(strip)
  const svg = new TextEncoder().encode(svgOf(pictureOf(strip)))
  return new Paragraph({
    spacing: { before: 80, after: 80 },
    children:
      png === undefined
        ? []
        : [
            new ImageRun({
              type: 'svg',
              data: svg,
              transformation: size,
              altText,
              fallback: { type: 'png', data: png },
            }),
          ],
  })
}

function foot(text: string, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: xmlText(text), size: 14, color: INK_2 }),
          new TextRun({
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
            size: 14,
            color: INK_2,
          }),
        ],
      }),
    ],
  })
}
