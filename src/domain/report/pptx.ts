import PptxGenJS from 'pptxgenjs'
import { estimateTextWidth } from '../route/text-width.ts'
import type { Line, ReportDocument, Span } from './document.ts'
import { pathSteps } from './path-points.ts'
import { TONE_COLOURS } from './print-colours.ts'
import type { Shape } from './shape.ts'
import {
  columnWidths,
  COVER_TEXT,
  coverOf,
  NOTE_PT,
  SLIDE,
  slidesOf,
  TABLE_PT,
} from './slide-deck.ts'
import type { Place, SlidePage, SlidePart } from './slide-deck.ts'
import { xmlText } from './xml-text.ts'

type Slide = ReturnType<PptxGenJS['addSlide']>
type Run = PptxGenJS.TextProps

const FONT = 'Noto Sans'
const INK = '20262e'
const INK_2 = '5a6472'
const HAIRLINE = 'd9d3c5'
const LEFT = 0.55
/** A shape of points; the library draws it but its list of names has forgotten it. */
const FREEFORM = 'custGeom' as PptxGenJS.SHAPE_NAME

/** The report as a PowerPoint file: a title slide, then a slide a part; roads are shapes, tables are tables. */
export async function reportPptx(document: ReportDocument): Promise<Uint8Array> {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.author = 'Roadbook'
  deck.company = ''
  deck.title = xmlText(document.title)
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  titleSlide(deck, document)
  slidesOf(document).forEach((page, i) => {
    pageSlide(deck, page, document, i + 2)
  })
  const bytes = await deck.write({ outputType: 'uint8array' })
  if (!(bytes instanceof Uint8Array)) throw new Error('The slides came back in another form.')
  return bytes
}

function titleSlide(deck: PptxGenJS, document: ReportDocument): void {
  const slide = deck.addSlide()
  const put = (line: Line, y: number, h: number, fontSize: number, color: string, bold = false) => {
    slide.addText(runs(line, { fontSize, color, bold }), {
      x: LEFT,
      y,
      w: SLIDE.width - LEFT * 2,
      h,
      valign: 'top',
      margin: 0,
      fontFace: FONT,
      fit: 'shrink',
    })
  }
  put(document.overline, 2.2, 0.5, 18, INK_2, true)
  put(document.heading, 2.7, 1.6, 40, INK, true)
  put(document.subtitle, 4.3, 0.7, 16, INK_2)
  const { figures, lines } = coverOf(document)
  if (lines.length > 0)
    addPart(slide, {
      type: 'text',
      size: 12,
      lines,
      place: { x: LEFT, y: 6.35, w: SLIDE.width - LEFT * 2, h: COVER_TEXT },
    })
  if (figures !== null)
    addFigures(slide, {
      type: 'figures',
      figures,
      place: { x: LEFT, y: 5.1, w: SLIDE.width - LEFT * 2, h: 1.1 },
    })
}

function pageSlide(
  deck: PptxGenJS,
  page: SlidePage,
  document: ReportDocument,
  number: number,
): void {
  const slide = deck.addSlide()
  const asideWidth = page.aside.length === 0 ? 0 : 2.2
  const width = SLIDE.width - LEFT * 2
  slide.addText(runs(page.title, { fontSize: 22, bold: true, color: INK }), {
    x: LEFT,
    y: 0.3,
    w: width - asideWidth,
    h: 0.7,
    valign: 'middle',
    margin: 0,
    fontFace: FONT,
    fit: 'shrink',
  })
  if (page.aside.length > 0)
    slide.addText(runs(page.aside, { fontSize: 20, bold: true, color: INK }), {
      x: LEFT + width - asideWidth,
      y: 0.3,
      w: asideWidth,
      h: 0.7,
      align: 'right',
      valign: 'middle',
      margin: 0,
      fontFace: FONT,
    })
  slide.addShape('line', { x: LEFT, y: 1.03, w: width, h: 0, line: { color: INK, width: 1.5 } })
  for (const part of page.parts) addPart(slide, part)
  // Shapes have no alternative text of their own in these files: the words of a road stand in the notes.
  const said = page.parts.flatMap((part) => (part.type === 'drawing' ? part.description : []))
  if (said.length > 0)
    slide.addNotes(xmlText(said.map((line) => line.map(({ text }) => text).join('')).join('\n')))
  slide.addText(xmlText(document.footer), {
    x: LEFT,
    y: 7.05,
    w: width - 1,
    h: 0.3,
    fontSize: 9,
    color: INK_2,
    margin: 0,
    fontFace: FONT,
  })
  slide.addText(String(number), {
    x: SLIDE.width - LEFT - 1,
    y: 7.05,
    w: 1,
    h: 0.3,
    fontSize: 9,
    color: INK_2,
    align: 'right',
    margin: 0,
    fontFace: FONT,
  })
}

function addPart(slide: Slide, part: SlidePart): void {
  switch (part.type) {
    case 'text':
      slide.addText(
        part.lines.flatMap((line, i) =>
          runs(line, { fontSize: part.size, color: INK }, i < part.lines.length - 1),
        ),
        {
          ...part.place,
          valign: 'top',
          margin: 0,
          fontFace: FONT,
          fit: 'shrink',
          paraSpaceAfter: 3,
        },
      )
      return
    case 'figures':
      addFigures(slide, part)
      return
    case 'table':
      addTable(slide, part)
      return
    case 'drawing':
      addDrawing(slide, part)
  }
}

function addFigures(
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

function addTable(slide: Slide, { table, place }: Extract<SlidePart, { type: 'table' }>): void {
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

function addDrawing(slide: Slide, { strip, place }: Extract<SlidePart, { type: 'drawing' }>): void {
  const scale = place.w / strip.width
  strip.shapes.forEach((shape, i) => {
    addShape(slide, shape, place, scale, xmlText(`${strip.label}, shape ${String(i + 1)}`))
  })
}

/** A shape of the drawing as a shape of the slide; inches from its units by `scale`. */
function addShape(slide: Slide, shape: Shape, at: Place, scale: number, objectName: string): void {
  const points = (units: number) => units * scale * 72
  switch (shape.type) {
    case 'disc': {
      if (shape.radius <= 0) return
      const d = shape.radius * 2 * scale
      slide.addShape('ellipse', {
        x: at.x + (shape.x - shape.radius) * scale,
        y: at.y + (shape.y - shape.radius) * scale,
        w: d,
        h: d,
        fill: { color: shape.fill.slice(1) },
        ...(shape.width > 0
          ? { line: { color: shape.stroke.slice(1), width: points(shape.width) } }
          : {}),
        objectName,
      })
      return
    }
    case 'text': {
      const size = points(shape.size)
      const w = estimateTextWidth(shape.text, shape.size) * scale * 1.12 + 0.05
      const x = at.x + shape.x * scale
      const left = shape.anchor === 'start' ? x : shape.anchor === 'end' ? x - w : x - w / 2
      slide.addText(xmlText(shape.text), {
        x: left,
        y: at.y + shape.y * scale - (size * 1.02) / 72,
        w,
        h: (size * 1.4) / 72,
        fontSize: Math.max(1, Math.round(size * 10) / 10),
        bold: shape.bold,
        color: shape.fill.slice(1),
        align: shape.anchor === 'start' ? 'left' : shape.anchor === 'end' ? 'right' : 'center',
        valign: 'middle',
        margin: 0,
        wrap: false,
        fontFace: FONT,
      })
      return
    }
    case 'path':
      addPath(slide, shape, at, scale, objectName)
  }
}

function addPath(
  slide: Slide,
  shape: Extract<Shape, { type: 'path' }>,
  at: Place,
  scale: number,
  objectName: string,
): void {
  const steps = pathSteps(shape.d)
  const xs = steps.flatMap((step) =>
    step.type === 'close' ? [] : step.type === 'cubic' ? [step.x, step.x1, step.x2] : [step.x],
  )
  const ys = steps.flatMap((step) =>
    step.type === 'close' ? [] : step.type === 'cubic' ? [step.y, step.y1, step.y2] : [step.y],
  )
  if (xs.length === 0) return
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const w = (Math.max(...xs) - left) * scale
  const h = (Math.max(...ys) - top) * scale
  const x = (value: number) => (value - left) * scale
  const y = (value: number) => (value - top) * scale
  const line =
    shape.stroke === 'none' || shape.width <= 0
      ? {}
      : {
          line: {
            color: shape.stroke.slice(1),
            width: Math.round(shape.width * scale * 720) / 10,
            ...(shape.dash === null ? {} : { dashType: 'dash' as const }),
          },
        }
  const fill = shape.fill === 'none' ? {} : { fill: { color: shape.fill.slice(1) } }
  const place = { x: at.x + left * scale, y: at.y + top * scale, objectName }
  if (steps.length === 2 && steps.every(({ type }) => type !== 'cubic') && (w === 0 || h === 0)) {
    slide.addShape('line', { ...place, w, h, ...line })
    return
  }
  slide.addShape(FREEFORM, {
    ...place,
    // A size of nothing would divide by it.
    w: Math.max(w, 0.001),
    h: Math.max(h, 0.001),
    ...line,
    ...fill,
    points: steps.map((step) =>
      step.type === 'close'
        ? { close: true as const }
        : step.type === 'cubic'
          ? {
              x: x(step.x),
              y: y(step.y),
              curve: {
                type: 'cubic' as const,
                x1: x(step.x1),
                y1: y(step.y1),
                x2: x(step.x2),
                y2: y(step.y2),
              },
            }
          : { x: x(step.x), y: y(step.y), ...(step.type === 'move' ? { moveTo: true } : {}) },
    ),
  })
}

type Look = { readonly fontSize: number; readonly color: string; readonly bold?: boolean }

/** Runs of a line. Every line break is one of the file's own, so that none is lost. */
function runs(line: Line, look: Look, breakAfter = false): Run[] {
  const parts = line.flatMap((span) => spanRuns(span, look))
  const last = parts.at(-1)
  if (last && breakAfter) last.options = { ...last.options, breakLine: true }
  return parts.length === 0 ? [{ text: '', options: { ...look, breakLine: breakAfter } }] : parts
}

function spanRuns(span: Span, look: Look): Run[] {
  const pieces = xmlText(span.text).split('\n')
  const tone = span.tone === undefined ? look.color : TONE_COLOURS[span.tone].slice(1)
  return pieces.map((text, i) => ({
    text,
    options: {
      fontSize: look.fontSize,
      color: tone,
      bold: span.strong === true || look.bold === true,
      ...(i < pieces.length - 1 ? { breakLine: true } : {}),
      ...(span.href === undefined ? {} : { hyperlink: { url: xmlText(span.href) } }),
    },
  }))
}
