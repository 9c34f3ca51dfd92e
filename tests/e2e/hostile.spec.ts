import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import { reportHtml } from '#domain/report/html.ts'
import { reportMarkdown } from '#domain/report/markdown.ts'
import { findBrowser } from '#lite-host/browser/find-browser.ts'
import { garage } from '../faults/app/driving.ts'
import { ran } from '../faults/app/hostile-page.ts'
import { hostileDocument } from '#domain/report/hostile-document.test-support.ts'
import { hostileTexts } from '../faults/exports/hostile-grammar.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const TEXTS = hostileTexts(500)
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/
const HEADER = { savedAt: '2026-11-22T12:00:00.000Z', app: '0.1.0' }

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-hostile-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What pages do in a stranger's browser: whether something ran or was asked for. */
async function inBrowser(pages: readonly string[]): Promise<readonly string[]> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('no browser to open the files in')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  const found: string[] = []
  try {
    const page = await browser.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) found.push(`asked for ${request.url()}`)
    })
    page.on('dialog', (dialog) => {
      found.push('a dialog')
      void dialog.dismiss()
    })
    for (const [at, html] of pages.entries()) {
      const path = join(folder, `page-${String(at)}.html`)
      writeFileSync(path, html)
      await page.goto(`file://${path}`)
      const active = await page.evaluate(() => {
        const all = [...document.querySelectorAll('*')]
        for (const one of all) {
          one.dispatchEvent(new Event('mouseover', { bubbles: true }))
          if (one instanceof HTMLElement) one.focus()
        }
        return all.flatMap((one) => [
          ...(/^(?:script|iframe|object|embed|img|link|base|form|input|video|template)$/i.test(
            one.localName,
          )
            ? [`an element ${one.localName}`]
            : []),
          ...[...one.attributes].flatMap(({ name, value }) =>
            /^on/i.test(name) ||
            (/href|src|action/i.test(name) && !/^(?:https?:\/\/|#)/i.test(value))
              ? [`${name}=${value.slice(0, 60)}`]
              : [],
          ),
        ])
      })
      found.push(...active)
      if (await ran(page)) found.push(`page ${String(at)} ran a script`)
    }
  } finally {
    await browser.close()
  }
  return found
}

test.describe('exports', () => {
  test('500 hostile texts do nothing in HTML, with and without its policy', async () => {
    test.setTimeout(180_000)
    const pages: string[] = []
    for (let at = 0; at < TEXTS.length; at += 50) {
      const html = reportHtml(hostileDocument(TEXTS.slice(at, at + 50)), {
        paper: 'A4',
        pageNumbers: true,
      })
      expect(html).toMatch(POLICY)
      pages.push(html, html.replace(POLICY, ''))
    }
    const found = await inBrowser(pages)
    record({
      ...{ promise: 'P16', what: 'hostile texts in HTML, with and without policy', seed: null },
      counts: 'texts',
      ...{ tried: TEXTS.length * 2, survived: TEXTS.length * 2 - found.length, lost: found.length },
    })
    expect(found.slice(0, 10)).toEqual([])
  })

  test('500 hostile texts are no markup in Markdown', () => {
    const lost: string[] = []
    for (const text of TEXTS) {
      const markdown = reportMarkdown(hostileDocument([text]))
      // What is escaped is text for every reader; looked at is only what is left. Whole URLs may be links.
      const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/<https?:\/\/[^\s<>]*>/gi, '')
      if (/<[a-z!/?]/i.test(bare) || /\]\((?!https?:\/\/|<https?:\/\/)/i.test(bare)) lost.push(text)
    }
    record({
      ...{ promise: 'P16', what: 'hostile texts in Markdown', seed: null },
      counts: 'texts',
      ...{ tried: TEXTS.length, survived: TEXTS.length - lost.length, lost: lost.length },
    })
    expect(lost.slice(0, 5)).toEqual([])
  })
})

/** A plan in which every title, note and link is one of the texts. */
function hostilePlan(): string {
  const things = [...thingsOf(smallPlan())].map((thing) => ({ ...thing }))
  let next = 0
  const text = () => TEXTS[next++ % TEXTS.length] ?? ''
  const bases = things.filter(({ kind }) => kind === 'keyResult' || kind === 'initiative')
  for (let at = 0; things.length < 260; at++) {
    const base = bases[at % bases.length]
    if (base) things.push({ ...base, id: `h${String(at)}` })
  }
  for (const thing of things) {
    if ('title' in thing) thing.title = text()
    if ('name' in thing) thing.name = text()
    if ('note' in thing) thing.note = text()
    if ('link' in thing) thing.link = text()
    if ('why' in thing) thing.why = text()
  }
  return writePlanFile(things, HEADER)
}

test('a plan of hostile texts does nothing on any screen, nor in what is exported of it', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(180_000)
  const file = join(folder, 'hostile.roadbook')
  writeFileSync(file, hostilePlan())
  const html = join(folder, 'out.html')
  await roadbook.scriptDialogs({ open: [file], save: [html, join(folder, 'out.md')] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await page.getByRole('button', { name: 'Open as a plan' }).click()
  await expect(garage(page)).toBeVisible({ timeout: 30_000 })
  const screens = page.getByRole('navigation', { name: 'Screens' }).getByRole('button')
  const names = await screens.allInnerTexts()
  for (let at = 0; at < names.length; at++) {
    await screens.nth(at).click()
    await page.waitForTimeout(500)
    expect(await ran(page), names[at]).toBe(false)
    await page.keyboard.press('Escape')
  }
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
  for (const format of ['HTML', 'Markdown']) {
    await page.getByRole('button', { name: format, exact: true }).click()
    await expect(page.getByText(/^Saved to /).first()).toBeVisible({ timeout: 60_000 })
  }
  expect(await ran(page)).toBe(false)
  expect(roadbook.problems).toEqual([])
  const saved = readFileSync(html, 'utf8')
  const found = await inBrowser([saved, saved.replace(POLICY, '')])
  record({
    ...{ promise: 'P16', what: 'a plan of hostile texts on every screen and saved', seed: null },
    ...{ tried: names.length + 2, survived: names.length + 2 - found.length, lost: found.length },
  })
  expect(found).toEqual([])
})
