import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { Table } from 'docx'
import type { Block, Line, ReportDocument } from './document.ts'
import { dataTable, figuresTable } from './docx-tables.ts'
import { gap, INK_2, paragraph, runs, SIZE } from './docx-text.ts'
import type { Paper } from './options.ts'
import { MARGIN_MM, PAPER_MM } from './page-style.ts'
import type { Strip } from './shape.ts'
import { pictureOf, svgOf } from './svg.ts'
import { xmlText } from './xml-text.ts'

export type DocxOptions = {
  readonly paper: Paper
  /** Each drawing's strip as PNG, for readers that do not draw SVG. */
  readonly pictures: ReadonlyMap<Strip, Uint8Array>
}

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
          paragraph(report.subtitle, { style: 'Note', keepNext: true }),
          ...report.sections.flatMap(({ blocks }) =>
            blocks.flatMap((block, i) => blockParts(block, inner, options, leadsTo(blocks, i))),
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

/** Words under a head line stay on the page of the table, list or drawing that they lead to. */
function leadsTo(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at + 1).find(({ type }) => type !== 'text')
  return next !== undefined && next.type !== 'heading' && next.type !== 'pair'
}

function blockParts(
  block: Block,
  width: number,
  options: DocxOptions,
  keepNext = false,
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
      return [paragraph(block.text, { style: block.look === 'note' ? 'Note' : 'Prose', keepNext })]
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
