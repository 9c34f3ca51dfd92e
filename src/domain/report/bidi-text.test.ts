import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { directedPieces, keptApart, keptInLine, withLeftMark } from './bidi-text.ts'
import { heading, ours, theirs } from './document.ts'
import type { ReportDocument } from './document.ts'
import { reportDocx } from './docx.ts'
import { sentences } from './line-words.ts'
import { reportMarkdown } from './markdown.ts'
import { defaultOptions } from './options.ts'
import { reportPptx } from './pptx.ts'
import { framed } from './report-frame.ts'
import { elementsOf, readXml, wordsIn } from './xml-reading.test-support.ts'

const [RLE, LRE, PDF, RLM, LRM] = ['\u202b', '\u202a', '\u202c', '\u200f', '\u200e']
const HEBREW = 'זמן תגובה מ-14 ל-5'
const MIXED = 'רבעון Q4 2026 (צוות B)!'

describe('text that runs from right to left', () => {
  it.each([
    ['plain words', 'plain words'],
    ['12 % · 3.5', '12 % · 3.5'],
    [HEBREW, `${RLE}${RLM}${HEBREW}${RLM}${PDF}${LRM}`],
    [MIXED, `${RLE}${RLM}${MIXED}${RLM}${PDF}${LRM}`],
    ['(العملاء) 90%', `${RLE}${RLM}(العملاء) 90%${RLM}${PDF}${LRM}`],
    // A line of Roadbook's own that begins with it.
    [`${LRM}יעד${LRM} · 20 → 45`, `${LRE}${LRM}יעד${LRM} · 20 → 45${PDF}${LRM}`],
    // Its first letter is what counts, as with dir="auto".
    ['Q4 יעד', `${LRE}Q4 יעד${PDF}${LRM}`],
  ])('%j is kept apart', (text, apart) => {
    expect(keptApart(text)).toBe(apart)
  })

  it.each([
    ['plain', [['plain', false]]],
    [HEBREW, [[`${RLE}${RLM}${HEBREW}${RLM}${PDF}${LRM}`, true]]],
    [
      'יעד Q4 2026, צוות B',
      [
        [`${RLE}${RLM}יעד `, true],
        ['Q4 2026', false],
        [', צוות ', true],
        ['B', false],
        [`${RLM}${PDF}${LRM}`, false],
      ],
    ],
  ])('%j falls into pieces of one direction', (text, pieces) => {
    expect(directedPieces(text).map((one) => [one.text, one.isRightToLeft])).toEqual(pieces)
  })

  it.each([
    ['CSAT', 'CSAT'],
    ['יעד', `${LRM}יעד${LRM}`],
  ])('%j begins a line of ours', (text, kept) => {
    expect(keptInLine(text)).toBe(kept)
  })

  it('loses no letter in its pieces, and opens as many marks as it closes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', 'e\u0301', '1', ' ', '.', 'א', 'ب', '🚀', '你')),
        (all) => {
          const text = all.join('')
          const apart = keptApart(text)
          expect(
            directedPieces(text)
              .map((one) => one.text)
              .join(''),
          ).toBe(apart)
          expect(apart.replace(/[\u200e\u200f\u202a-\u202c]/g, '')).toBe(text)
          expect(apart.match(/[\u202a\u202b]/g)?.length).toBe(apart.match(/\u202c/g)?.length)
        },
      ),
    )
  })
})

describe('a number behind a right-to-left title', () => {
  const report: ReportDocument = {
    title: 'T',
    overline: [],
    heading: [theirs(MIXED), ours(': Oct 1 – Dec 31')],
    subtitle: [],
    footer: withLeftMark(HEBREW),
    sections: [
      {
        id: 'objectives',
        blocks: [heading(2, [ours('Objective 1 · '), theirs(HEBREW)], [ours('0.74')])],
      },
    ],
  }
  const body = (bytes: Uint8Array, name: string) =>
    readXml(strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()))

  it('stays behind it in Word: the title is a run of its own direction between marks', async () => {
    const file = await reportDocx(report, { paper: 'A4', pictures: new Map() })
    const runs = elementsOf(body(file, 'word/document.xml'), 'w:r')
    const title = runs.find((run) => wordsIn(run).includes(HEBREW))
    expect(title && elementsOf(title, 'w:rtl').length).toBe(1)
    expect(title && wordsIn(title)).toBe(keptApart(HEBREW))
    const number = runs.find((run) => wordsIn(run) === '0.74')
    expect(number && elementsOf(number, 'w:rtl')).toEqual([])
    const latin = runs.find((run) => wordsIn(run) === 'Q4 2026')
    expect(latin && elementsOf(latin, 'w:rtl')).toEqual([])
  })

  it('stays behind it in a sentence that quotes the title', () => {
    expect(sentences(['Slipping: "CSAT" decides'])).toEqual([theirs('Slipping: "CSAT" decides.')])
    expect(sentences([`Slipping: "${HEBREW}" decides`, '44 % of the way'])).toEqual([
      theirs('Slipping: '),
      ours('"'),
      theirs(HEBREW),
      ours('"'),
      theirs(' decides. 44 % of the way.'),
    ])
  })

  it('stays behind it on slides', async () => {
    const said = wordsIn(body(await reportPptx(report), 'ppt/slides/slide1.xml'))
    expect(said).toContain(`${keptApart(MIXED)}: Oct 1`)
  })

  it('stays behind it at the foot of a page, and in Markdown there with one mark alone', () => {
    const options = { ...defaultOptions('week'), sections: [] }
    const name = { planName: HEBREW, subject: MIXED, kind: 'week', today: '2026-11-22' } as const
    const parts = { heading: [], subtitle: [], compose: () => [] }
    const { footer } = framed({ ...name, ...parts }, options)
    expect(footer).toBe(
      `${keptApart(HEBREW)} · ${keptApart(MIXED)} · This week, state of Nov\u00a022, 2026`,
    )
    expect(reportMarkdown({ ...report, footer })).toContain(`${HEBREW}${LRM} · `)
    expect(reportMarkdown({ ...report, footer })).not.toMatch(/[\u202a-\u202c\u200f]/u)
  })

  it('stays behind it in Markdown, with one mark alone', () => {
    expect(reportMarkdown(report)).toContain(`## Objective 1 · ${HEBREW}${LRM} · 0.74`)
  })
})
