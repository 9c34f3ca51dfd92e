import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { buildReport } from '../report/build-report.ts'
import type { ReportDocument } from '../report/document.ts'
import { reportDocx } from '../report/docx.ts'
import { reportHtml } from '../report/html.ts'
import { makeReport } from '../report/make-report.ts'
import { reportMarkdown } from '../report/markdown.ts'
import { defaultOptions } from '../report/options.ts'
import { routePoster } from '../report/poster.ts'
import { reportPptx } from '../report/pptx.ts'
import { svgOf } from '../report/svg.ts'
import { csvOf, tablesOf } from '../report/tables.ts'
import { elementsOf, readXml, wordsIn } from '../report/xml-reading.test-support.ts'
import { SEEDED_TODAY, seededYear } from './seeded-year.ts'
import {
  claimsOf,
  CYCLES,
  numberedRows,
  OBJECTIVES,
  PROGRESS,
  titlesIn,
  unsaid,
} from './seeded-year.test-support.ts'

const things = seededYear(countingContext(SEEDED_TODAY))
const plan = planFromThings(things)
const index = buildIndex(plan)
const cycleNamed = (name: string) => [...plan.cycle.values()].find((one) => one.name === name)

/** Text without tags, marks and doubled spaces. */
const plain = (text: string) =>
  text
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<\/w:p>|<\/a:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;|&apos;/g, '’')
    .replace(/[*|\\]/g, ' ')
    .replace(/\s+/g, ' ')

const xmlOf = (bytes: Uint8Array, path: RegExp) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => path.test(name))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, file]) => strFromU8(file))
    .join(' ')

/** The words of a report in each format that holds text. */
const FORMATS: Readonly<Record<string, (document: ReportDocument) => Promise<string> | string>> = {
  HTML: (document) =>
    plain(
      reportHtml(document, { paper: 'A4', pageNumbers: false }).replace(
        /<\/(td|th|p|h\d|li|div|dd|dt)>/g,
        ' ',
      ),
    ),
  Markdown: (document) => plain(reportMarkdown(document)),
  Word: async (document) =>
    plain(
      xmlOf(
        await reportDocx(document, { paper: 'A4', pictures: new Map() }),
        /^word\/document\.xml$/,
      ),
    ),
  PowerPoint: async (document) =>
    plain(xmlOf(await reportPptx(document), /^ppt\/slides\/slide\d+\.xml$/)),
}

describe.each(Object.entries(FORMATS))('the retrospective as %s', (format, read) => {
  it.each(CYCLES)('%s says what the hand-made table says', async (...cycle) => {
    const id = cycleNamed(cycle[0])?.id ?? ''
    const options = defaultOptions('retrospective')
    const document = makeReport(plan, index, { cycleId: id, today: SEEDED_TODAY }, options)
    const claims = claimsOf(cycle, titlesIn(things, cycle[0]), format === 'PowerPoint')
    expect(claims.length).toBeGreaterThan(11)
    expect(unsaid(await read(document), claims)).toEqual([])
  })
})

describe('the retrospective as tables', () => {
  it.each(CYCLES)('%s has the numbers of the hand-made table in its CSV', (name) => {
    const id = cycleNamed(name)?.id ?? ''
    const document = makeReport(
      plan,
      index,
      { cycleId: id, today: SEEDED_TODAY },
      defaultOptions('retrospective'),
    )
    const csv = tablesOf(document).map(csvOf).join('\n')
    for (const [number, [start, proposed, score, made]] of numberedRows(name)) {
      const line = csv.split('\n').find((one) => one.includes(`"${number} ${start}`)) ?? ''
      const [done, due] = made.split('/')
      expect(line, start).toContain(`,${String(done)},${String(due)},${String(Number(proposed))},`)
      expect(line, start).toContain(`,${String(score)},"${number}",`)
    }
  })
})

describe('the retrospective as a picture', () => {
  it.each(CYCLES)('%s is driven as far as the hand-made table says', (name) => {
    const cycleId = cycleNamed(name)?.id ?? ''
    const model = buildReport(plan, index, { cycleId, today: SEEDED_TODAY, kind: 'review' })
    const poster = routePoster(model, 'words')
    if (poster === null) throw new Error(`${name} has nothing to draw`)
    const said = elementsOf(readXml(svgOf(poster)), 'text').map(wordsIn)
    const titles = (OBJECTIVES[name] ?? []).map(([title], i) => `${String(i + 1)} ${title}`)
    // Each road has its title at the left and its progress at the right, one after the other.
    expect(
      titles.map((title) => said[said.findIndex((text) => text.startsWith(title)) + 1]),
    ).toEqual(PROGRESS[name])
  })
})

describe.each(Object.entries(FORMATS))('cycles side by side as %s', (_format, read) => {
  it('say what the hand-made table says', async () => {
    const options = defaultOptions('across')
    const cycleId = cycleNamed('Q4 2026')?.id ?? ''
    const text = await read(makeReport(plan, index, { cycleId, today: SEEDED_TODAY }, options))
    expect(text).toMatch(/Q1 2026 Jan 1 – Mar 31, 2026 3 1 of 6 0\.67 healthy/)
    expect(text).toMatch(/Q2 2026 Apr 1 – Jun 30, 2026 3 0 of 6 0\.20 more than we could carry/)
    expect(text).toMatch(/Q2 2026 37 78 47\.4 %/)
    expect(text).toMatch(/Not enough capacity 4 yes/)
    expect(text).toMatch(/ 9 3 0\.30 /)
    expect(text).toContain('0.59')
  })
})
