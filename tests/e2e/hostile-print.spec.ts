import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { spansOf } from '#domain/report/document.ts'
import { reportHtml } from '#domain/report/html.ts'
import type { Bridge } from '#shared/ipc-contract.ts'
import { hostileDocument } from '#domain/report/hostile-document.test-support.ts'
import { hostileTexts } from '../faults/exports/hostile-grammar.ts'
import { isLong, record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const TEXTS = hostileTexts(isLong ? 500 : 100)
const EACH = 50

/** What a reader of PDF would do by itself, or on a click. */
const ACTIVE =
  /\/(?:JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|GoToR|GoToE|Rendition|RichMedia|EmbeddedFiles?|Filespec|AcroForm|XFA|URI)\b/g

/** The parts of a PDF that a reader takes for its own words: all but the strings and streams of pictures. */
function skeleton(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    },
  )
  const objects = text.replace(/stream\r?\n[\s\S]*?\r?\nendstream/g, '')
  // Object streams hold objects as well; page contents are harmless but looked at all the same.
  return [objects, ...streams].join('\n')
}

/** Strings in brackets are words of the report (its title, the alternative texts), whatever they say. */
const withoutStrings = (text: string): string =>
  text.replace(/\((?:\\.|[^\\()])*\)/gs, '()').replace(/<[0-9A-Fa-f\s]*>/g, '<>')

const even = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

test(`${String(TEXTS.length)} hostile texts are printed as text, and the PDF does nothing by itself`, async ({
  roadbook,
  page,
}) => {
  test.setTimeout(240_000)
  await expect(page.getByRole('button', { name: /^Start empty/ })).toBeVisible()
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-print-'))
  const lost: string[] = []
  let [looked, missing] = [0, 0]
  try {
    for (let at = 0; at < TEXTS.length; at += EACH) {
      const report = hostileDocument(TEXTS.slice(at, at + EACH))
      const html = reportHtml(report, { paper: 'A4', pageNumbers: true })
      const printed = await page.evaluate(
        async (input) => {
          const { roadbook: bridge } = window as unknown as { roadbook: Bridge }
          const answer = await bridge.printPdf(input)
          if (!answer.ok) return answer.message
          const bytes = new Uint8Array(answer.bytes)
          let text = ''
          for (let from = 0; from < bytes.length; from += 8_192)
            text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
          return { base64: btoa(text) }
        },
        { html, paper: 'A4' as const, landscape: false, footer: report.footer.slice(0, 200) },
      )
      if (typeof printed === 'string') throw new Error(printed)
      const pdf = Buffer.from(printed.base64, 'base64')
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
      const bones = skeleton(pdf)
      const active = withoutStrings(bones).match(ACTIVE) ?? []
      const uris = [...bones.matchAll(/\/URI\s*\(((?:\\.|[^\\()])*)\)/gs)].map(
        ([, uri = '']) => uri,
      )
      const others = active.filter((word) => word !== '/URI')
      for (const word of others) lost.push(`${String(at)}: ${word}`)
      for (const uri of uris) if (!/^https?:\/\//i.test(uri)) lost.push(`a link to ${uri}`)
      const path = join(folder, `${String(at)}.pdf`)
      writeFileSync(path, pdf)
      // Where nothing here can read a PDF, only what it does is looked at.
      const read = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
      if (read.status !== 0) continue
      const words = even(read.stdout)
      for (const { text } of spansOf(report)) {
        // What is written from right to left comes out in the order of the page.
        if (/[^\u0020-\u007e]/.test(text) || text.length > 300) continue
        looked += 1
        if (!words.includes(even(text))) missing += 1
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  if (missing > 0) lost.push(`${String(missing)} of ${String(looked)} texts are not in the PDF`)
  record({
    ...{ promise: 'P16', counts: 'texts', seed: null, tried: TEXTS.length },
    what: `hostile texts in PDF (${String(looked)} spans read back)`,
    ...{ survived: TEXTS.length - Math.min(TEXTS.length, lost.length), lost: lost.length },
  })
  expect(lost.slice(0, 10)).toEqual([])
  expect(await page.evaluate(() => '__pwned' in window)).toBe(false)
  expect(roadbook.problems).toEqual([])
  expect(await roadbook.offOriginRequests()).toBe(0)
})
