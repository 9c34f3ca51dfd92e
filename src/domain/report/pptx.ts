import PptxGenJS from 'pptxgenjs'
import type { Line, ReportDocument } from './document.ts'
import { addDrawing } from './pptx-drawing.ts'
import { withOrderlyParagraphs } from './pptx-paragraphs.ts'
import { addFigures, addTable } from './pptx-parts.ts'
import { FONT, INK, INK_2, runs } from './pptx-text.ts'
import type { Slide } from './pptx-text.ts'
import { COVER_TEXT, coverOf, slidesOf } from './slide-deck.ts'
import { SLIDE, SLIDE_LEFT, SLIDE_WIDTH } from './slide-measures.ts'
import type { SlidePage, SlidePart } from './slide-pages.ts'
import { xmlText } from './xml-text.ts'

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
  return withOrderlyParagraphs(bytes)
}

function titleSlide(deck: PptxGenJS, document: ReportDocument): void {
  const slide = deck.addSlide()
  const put = (line: Line, y: number, h: number, fontSize: number, color: string, bold = false) => {
    slide.addText(runs(line, { fontSize, color, bold }), {
      x: SLIDE_LEFT,
      y,
      w: SLIDE_WIDTH,
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
      place: { x: SLIDE_LEFT, y: 6.35, w: SLIDE_WIDTH, h: COVER_TEXT },
    })
  if (figures !== null)
    addFigures(slide, {
      type: 'figures',
      figures,
      place: { x: SLIDE_LEFT, y: 5.1, w: SLIDE_WIDTH, h: 1.1 },
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
  const width = SLIDE_WIDTH
  slide.addText(runs(page.title, { fontSize: 22, bold: true, color: INK }), {
    x: SLIDE_LEFT,
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
      x: SLIDE_LEFT + width - asideWidth,
      y: 0.3,
      w: asideWidth,
      h: 0.7,
      align: 'right',
      valign: 'middle',
      margin: 0,
      fontFace: FONT,
    })
  slide.addShape('line', {
    x: SLIDE_LEFT,
    y: 1.03,
    w: width,
    h: 0,
    line: { color: INK, width: 1.5 },
  })
  for (const part of page.parts) addPart(slide, part)
  // Shapes have no alternative text of their own in these files: the words of a road stand in the notes.
  const said = page.parts.flatMap((part) => (part.type === 'drawing' ? part.description : []))
  if (said.length > 0)
    slide.addNotes(xmlText(said.map((line) => line.map(({ text }) => text).join('')).join('\n')))
  slide.addText(xmlText(document.footer), {
    x: SLIDE_LEFT,
    y: 7.05,
    w: width - 1,
    h: 0.3,
    fontSize: 9,
    color: INK_2,
    margin: 0,
    fontFace: FONT,
  })
  slide.addText(String(number), {
    x: SLIDE.width - SLIDE_LEFT - 1,
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
