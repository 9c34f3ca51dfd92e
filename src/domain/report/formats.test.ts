import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { isFormulaLike, unguardFormula } from '../exchange/formula-guard.ts'
import { ARBITRARY_TODAY, countingContext, planArbitrary } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { uglyYear } from '../sample/ugly-year.test-support.ts'
import { spansOf } from './document.ts'
import type { ReportDocument } from './document.ts'
import { reportDocx } from './docx.ts'
import { HOSTILE } from './hostile-text.test-support.ts'
import { escapeText, reportHtml } from './html.ts'
import { makeReport } from './make-report.ts'
import { escapeMarkdown, reportMarkdown } from './markdown.ts'
import { defaultOptions, REPORT_KINDS } from './options.ts'
import type { ReportKind, ReportOptions } from './options.ts'
import { reportPptx } from './pptx.ts'
import { slidesOf } from './slide-deck.ts'
import { SLIDE } from './slide-measures.ts'
import { stripsOf } from './strips.ts'
import { csvOf, tablesOf } from './tables.ts'
import { xmlText } from './xml-text.ts'
import { elementsOf, readXml, wordsIn } from './xml-reading.test-support.ts'

const things = seededYear(countingContext(SEEDED_TODAY))
const year = planFromThings(things)
/** Forty key results in one cycle, titles of five hundred letters, emoji, six scripts. */
const ugly = planFromThings(uglyYear(things, 'Q4 2026'))
/** The smallest PNG there is. */
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

function reportOf(
  plan: Plan,
  kind: ReportKind,
  today: string,
  changes: Partial<ReportOptions> = {},
  cycleName?: string,
): ReportDocument | null {
  const cycles = [...plan.cycle.values()]
  const cycle = cycles.find(({ name }) => name === cycleName) ?? cycles.at(-1)
  if (!cycle) return null
  const people = kind === 'person' ? [...plan.person.keys()].slice(0, 1) : []
  if (kind === 'person' && people.length === 0) return null
  const options = { ...defaultOptions(kind), people, ...changes }
  return makeReport(plan, buildIndex(plan), { cycleId: cycle.id, today }, options)
}

function seeded(kind: ReportKind, changes: Partial<ReportOptions> = {}): ReportDocument {
  const report = reportOf(year, kind, SEEDED_TODAY, changes, 'Q2 2026')
  if (!report) throw new Error('the seeded year has a report of every kind')
  return report
}

async function docxParts(report: ReportDocument) {
  const pictures = new Map(stripsOf(report).map((strip) => [strip, PNG]))
  return unzipSync(await reportDocx(report, { paper: 'A4', pictures }))
}

/** The words of a Word file as somebody reads them, spaces as one. */
async function docxWords(report: ReportDocument): Promise<string> {
  const parts = await docxParts(report)
  const body = readXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
  const said = elementsOf(body, 'wp:docPr').map((one) => one.attributes.get('descr') ?? '')
  return even([wordsIn(body), ...said].join(' '))
}

async function pptxParts(report: ReportDocument) {
  const parts = unzipSync(await reportPptx(report))
  return Object.entries(parts)
    .filter(([name]) => /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/.test(name))
    .map(([, bytes]) => readXml(strFromU8(bytes)))
}

/** The elements of a paragraph in their order, each name with a space behind it. */
function paragraphOrder({ children }: ReturnType<typeof elementsOf>[number]): string {
  return children.map((child) => (typeof child === 'string' ? '' : `${child.name} `)).join('')
}

async function pptxWords(report: ReportDocument): Promise<string> {
  const slides = await pptxParts(report)
  return even(slides.map((slide) => elementsOf(slide, 'a:t').map(wordsIn).join('')).join(' '))
}

/** Texts without their spaces: line breaks are marks of their own in these files. */
function even(text: string): string {
  return xmlText(text).replace(/\s+/gu, '')
}

function wanted(report: ReportDocument): readonly string[] {
  return [...spansOf(report)].map(({ text }) => even(text)).filter((text) => text !== '')
}

describe('every format says what the document says', () => {
  const kinds = fc.constantFrom(...REPORT_KINDS)

  it('in HTML, Markdown, Word and slides, for any plan', async () => {
    await fc.assert(
      fc.asyncProperty(planArbitrary({ steps: 25 }), kinds, async (plan, kind) => {
        const report = reportOf(plan, kind, ARBITRARY_TODAY, { journeys: 'slide' })
        if (!report) return
        const html = reportHtml(report, { paper: 'A4', pageNumbers: true })
        const markdown = reportMarkdown(report)
        const [word, slides] = [await docxWords(report), await pptxWords(report)]
        for (const slide of await pptxParts(report))
          for (const paragraph of elementsOf(slide, 'a:p'))
            expect(paragraphOrder(paragraph)).toMatch(
              /^(?:a:pPr )?(?:a:(?:r|br|fld) )*(?:a:endParaRPr )?$/,
            )
        for (const { text } of spansOf(report)) {
          expect(html).toContain(escapeText(text))
          expect(markdown).toContain(escapeMarkdown(text).trim())
        }
        for (const text of wanted(report)) {
          expect(word).toContain(text)
          expect(slides).toContain(text)
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it.each(REPORT_KINDS)('in CSV: the tables of "%s" come back cell by cell', (kind) => {
    for (const table of tablesOf(seeded(kind))) {
      const csv = csvOf(table)
      const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
        skipEmptyLines: true,
      })
      expect(errors).toEqual([])
      const [head, ...rows] = data
      expect(head).toEqual(table.columns)
      expect(rows.map((row) => row.map(unguardFormula))).toEqual(
        table.rows.map((row) => row.map(String)),
      )
    }
  })

  it('keeps numbers in full in CSV where paper rounds them', () => {
    const tables = tablesOf(seeded('retrospective'))
    const keyResults = tables.find(({ name }) => name === 'Key results')
    const progress = keyResults?.columns.indexOf('Raw progress') ?? -1
    expect(keyResults?.rows.length).toBe(6)
    expect(keyResults?.rows.every((row) => typeof row[progress] === 'number')).toBe(true)
  })
})

describe('a Word file', () => {
  it('keeps words on the page of what they lead to', async () => {
    const body = readXml(
      strFromU8(
        (await docxParts(seeded('review', { journeys: 'page' })))['word/document.xml'] ??
          new Uint8Array(),
      ),
    )
    const [container] = elementsOf(body, 'w:body')
    const parts = (container?.children ?? []).filter((one) => typeof one !== 'string')
    const before = parts.flatMap((part, i) => (part.name === 'w:tbl' ? [parts[i - 1]] : []))
    expect(before.length).toBeGreaterThan(5)
    for (const part of before)
      if (part && wordsIn(part).trim() !== '' && elementsOf(part, 'w:drawing').length === 0)
        expect(
          elementsOf(part, 'w:keepNext').length +
            elementsOf(part, 'w:pStyle').filter((style) =>
              /Heading|Title/.test(style.attributes.get('w:val') ?? ''),
            ).length,
          wordsIn(part),
        ).toBeGreaterThan(0)
  })

  it('has heading styles, tables with head rows and pictures with their words', async () => {
    const report = seeded('retrospective', { journeys: 'page' })
    const parts = await docxParts(report)
    const body = readXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
    const styles = elementsOf(body, 'w:pStyle').map((one) => one.attributes.get('w:val'))
    expect(styles).toContain('Title')
    const blocks = report.sections.flatMap((section) => section.blocks)
    const heads = blocks.filter((block) => block.type === 'heading' && block.level === 2)
    expect(styles.filter((style) => style === 'Heading1').length).toBeGreaterThanOrEqual(
      heads.length,
    )
    const tables = blocks.filter((block) => block.type === 'table')
    expect(elementsOf(body, 'w:tblHeader').length).toBe(tables.length)
    const pictures = elementsOf(body, 'wp:docPr')
    expect(pictures.length).toBe(stripsOf(report).length)
    for (const picture of pictures) expect(picture.attributes.get('descr')).toMatch(/\d/)
    for (const [name, bytes] of Object.entries(parts))
      if (/\.(?:xml|rels)$/.test(name)) expect(() => readXml(strFromU8(bytes))).not.toThrow()
  })
})

describe('slides', () => {
  it('draw roads as shapes and tables as tables, one objective a slide', async () => {
    const report = seeded('retrospective', { journeys: 'slide' })
    const slides = await pptxParts(report)
    const titled = slides.filter((slide) => /Objective \d ·/.test(wordsIn(slide)))
    const whole = titled.filter((slide) => elementsOf(slide, 'a:custGeom').length > 3)
    expect(whole.length).toBe(3)
    for (const slide of whole) {
      expect(elementsOf(slide, 'a:tbl').length).toBe(1)
      expect(elementsOf(slide, 'p:pic')).toEqual([])
    }
  })

  it('are called by their own first head line', () => {
    const titles = slidesOf(seeded('across')).map(({ title }) =>
      title.map(({ text }) => text).join(''),
    )
    expect(titles.some((title) => title.startsWith('Every key result behind it'))).toBe(true)
    expect(titles.join()).not.toContain('At a glance')
  })

  it.each(REPORT_KINDS)(
    'keeps every table of "%s" on its slide, however ugly the plan',
    async (kind) => {
      const report = reportOf(ugly, kind, SEEDED_TODAY, { journeys: 'slide' }, 'Q4 2026')
      if (!report) throw new Error('no report')
      for (const page of slidesOf(report))
        for (const { place } of page.parts) {
          expect(place.x + place.w).toBeLessThanOrEqual(SLIDE.width)
          expect(place.y + place.h).toBeLessThanOrEqual(SLIDE.height - 0.45)
        }
      for (const slide of await pptxParts(report))
        for (const frame of elementsOf(slide, 'p:graphicFrame')) {
          const [off] = elementsOf(frame, 'a:off')
          expect(Number(off?.attributes.get('y'))).toBeLessThan(7.5 * 914_400)
        }
    },
  )
})

describe('hostile text', () => {
  const hostile: Plan = {
    ...year,
    objective: new Map(
      [...year.objective].map(([id, one], i) => [
        id,
        { ...one, title: HOSTILE[i % HOSTILE.length] ?? '' },
      ]),
    ),
    keyResult: new Map(
      [...year.keyResult].map(([id, one], i) => [
        id,
        {
          ...one,
          title: HOSTILE[(i * 7 + 3) % HOSTILE.length] ?? '',
          note: '=cmd|x\nmore\u0000\u0007',
        },
      ]),
    ),
  }

  it.each(REPORT_KINDS)('leaves "%s" well-formed in Word and slides', async (kind) => {
    const report = reportOf(hostile, kind, SEEDED_TODAY, { journeys: 'slide' }, 'Q3 2026')
    if (!report) throw new Error('no report')
    await docxWords(report)
    await pptxWords(report)
  })

  it.each(REPORT_KINDS)('leaves no formula in the CSV of "%s"', (kind) => {
    const report = reportOf(hostile, kind, SEEDED_TODAY, {}, 'Q3 2026')
    for (const table of report ? tablesOf(report) : []) {
      const { data } = Papa.parse<string[]>(csvOf(table).replace(/^\ufeff/, ''))
      for (const cell of data.flat())
        if (isFormulaLike(cell)) expect(cell).toMatch(/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/)
    }
  })
})
