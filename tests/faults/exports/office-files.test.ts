import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { reportDocx } from '#domain/report/docx.ts'
import { spansOf } from '#domain/report/document.ts'
import type { ReportDocument } from '#domain/report/document.ts'
import { reportPptx } from '#domain/report/pptx.ts'
import { stripsOf } from '#domain/report/strips.ts'
import { elementsOf, readXml, wordsIn } from '#domain/report/xml-reading.test-support.ts'
import type { XmlElement } from '#domain/report/xml-reading.test-support.ts'
import { xmlText } from '#domain/report/xml-text.ts'
import { record } from '../main/record.ts'
import { hostileDocument } from '#domain/report/hostile-document.test-support.ts'
import { hostileTexts } from './hostile-grammar.ts'

const TEXTS = hostileTexts(500)
const EACH = 25
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** Elements that run, fetch or compute something in an office program. */
const ACTIVE = [
  ...[
    'w:altChunk',
    'w:object',
    'w:control',
    'w:attachedTemplate',
    'w:subDoc',
    'w:dde',
    'w:ddeAuto',
  ],
  ...['w:fldData', 'w:mailMerge', 'w:sdt', 'w:smartTag', 'o:OLEObject', 'w:script', 'w:webHidden'],
  ...['p:oleObj', 'p:control', 'p:cmd', 'p:video', 'p:audio', 'p:externalData', 'c:externalData'],
  ...['a:audioFile', 'a:videoFile', 'a:quickTimeFile', 'a:wavAudioFile', 'p:timing', 'c:f', 'f'],
]
const FIELDS = /^(?:PAGE|NUMPAGES)$/
const NAMES =
  /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|word|ppt)\/[\w./-]*\.(?:xml|rels|png|jpeg|jpg|svg))$/
const BAD_NAME = /vba|macro|activex|embeddings|oleobject|externallink|printersettings|\.bin$|\.\./i

const all = (root: XmlElement): readonly XmlElement[] => [
  root,
  ...root.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
]

/** What an office program would do with a file beyond showing it. */
function troublesIn(parts: ReturnType<typeof unzipSync>): readonly string[] {
  const found: string[] = []
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith('/')) continue
    if (!NAMES.test(name) || BAD_NAME.test(name)) found.push(`a part ${name}`)
    if (!/\.(?:xml|rels|svg)$/.test(name)) continue
    let root: XmlElement
    try {
      root = readXml(strFromU8(bytes))
    } catch (error) {
      found.push(`${name} is no XML: ${String(error)}`)
      continue
    }
    for (const one of all(root)) {
      const { name: element, attributes } = one
      if (ACTIVE.includes(element)) found.push(`${name}: <${element}>`)
      if (element === 'w:instrText' || element === 'w:fldSimple') {
        const code = element === 'w:instrText' ? wordsIn(one) : (attributes.get('w:instr') ?? '')
        if (!FIELDS.test(code.trim())) found.push(`${name}: the field ${code}`)
      }
      if (element === 'Relationship') {
        const target = attributes.get('Target') ?? ''
        const isLink = /\/hyperlink$/.test(attributes.get('Type') ?? '')
        const isOutside = attributes.get('TargetMode') === 'External'
        if (isOutside && !(isLink && /^https?:\/\//i.test(target)))
          found.push(`${name}: outside, ${target.slice(0, 60)}`)
        if (!isOutside && /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(target))
          found.push(`${name}: to ${target.slice(0, 60)}`)
      }
      if (/macroEnabled|vnd\.ms-office/i.test(attributes.get('ContentType') ?? ''))
        found.push(`${name}: macros`)
      const action = attributes.get('action') ?? ''
      if (action !== '') found.push(`${name}: the action ${action}`)
      for (const [key, value] of attributes)
        if (/^on[a-z]+$/i.test(key) || /^\s*(?:javascript|vbscript|data:text)/i.test(value))
          if (!/^(?:descr|title|name)$/.test(key))
            found.push(`${name}: ${key}=${value.slice(0, 40)}`)
    }
  }
  return found
}

const even = (text: string): string => xmlText(text).replace(/\s+/gu, '')

/** Everything that a reader of the file can see or hear, without spaces. */
function wordsOf(parts: ReturnType<typeof unzipSync>, shown: RegExp): string {
  const roots = Object.entries(parts)
    .filter(([name]) => shown.test(name))
    .map(([, bytes]) => readXml(strFromU8(bytes)))
  return even(roots.map(wordsIn).join(' '))
}

const FORMATS: readonly (readonly [
  string,
  RegExp,
  (report: ReportDocument) => Promise<Uint8Array>,
])[] = [
  [
    'Word',
    /^word\/document\.xml$/,
    (report) => {
      const pictures = new Map(stripsOf(report).map((strip) => [strip, PNG]))
      return reportDocx(report, { paper: 'A4', pictures })
    },
  ],
  ['slides', /^ppt\/slides\/slide\d+\.xml$/, (report) => reportPptx(report)],
]

it('a file with a link to a script, a field or a macro is found out by this test', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const found = troublesIn({
    'word/vbaProject.bin': bytes(''),
    'word/document.xml': bytes('<w:p><w:instrText>DDEAUTO c:\\x</w:instrText><w:object/></w:p>'),
    'word/_rels/document.xml.rels': bytes(
      '<Relationships><Relationship Type="x/hyperlink" TargetMode="External" Target="file:///x"/></Relationships>',
    ),
    'word/styles.xml': bytes('<a><b></a>'),
  })
  expect(found).toHaveLength(5)
})

it.each(FORMATS)(
  '500 hostile texts are text and nothing else in %s',
  async (what, shown, make) => {
    const lost: string[] = []
    for (let at = 0; at < TEXTS.length; at += EACH) {
      const texts = TEXTS.slice(at, at + EACH)
      const parts = unzipSync(await make(hostileDocument(texts)))
      for (const trouble of troublesIn(parts)) lost.push(trouble)
      const words = wordsOf(parts, shown)
      // The report itself shows unseen marks; what it says has to be there.
      for (const { text } of spansOf(hostileDocument(texts)))
        if (!words.includes(even(text))) lost.push(`not there: ${text}`)
    }
    record({
      ...{ promise: 'P16', what: `hostile texts in ${what}`, counts: 'texts', seed: null },
      ...{ tried: TEXTS.length, survived: Math.max(0, TEXTS.length - lost.length) },
      lost: lost.length,
    })
    expect(lost.slice(0, 10)).toEqual([])
  },
  300_000,
)

it('links of a report stay links only where they are http', async () => {
  const report = hostileDocument([
    'https://example.org/a?b=1',
    'javascript:alert(1)',
    'file:///etc',
  ])
  const parts = unzipSync(await (FORMATS[0]?.[2](report) ?? new Uint8Array()))
  const rels = readXml(strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()))
  const outside = elementsOf(rels, 'Relationship')
    .filter(({ attributes }) => attributes.get('TargetMode') === 'External')
    .map(({ attributes }) => attributes.get('Target'))
  expect(new Set(outside)).toEqual(new Set(['https://example.org/a?b=1']))
})
