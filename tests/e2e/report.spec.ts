import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { HOSTILE } from '#domain/report/hostile-text.test-support.ts'
import { expect, test } from './host/fixtures.ts'
import { inOwnBrowser } from './own-browser.ts'

test.use({ isShared: true })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-report-e2e-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const openReview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /sample plan/i }).click()
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
  await expect(page.getByRole('button', { name: 'PDF' })).toBeVisible()
}
/** What a stranger's browser shows of a file, and what the file tries to do there. */
const readAsFile = (html: string) =>
  inOwnBrowser(async (page) => {
    let requests = 0
    page.on('request', () => (requests += 1))
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs += 1
      void dialog.dismiss()
    })
    await page.setContent(html)
    const text = await page.locator('.report').innerText()
    const active = await page.locator('script, img, link, iframe, object, embed').count()
    const handlers = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(
            ({ name, value }) =>
              name.startsWith('on') || (name === 'href' && !/^https?:/i.test(value)),
          ),
        ).length,
    )
    return { text, active, requests, handlers, dialogs }
  })
const preview = (page: Page) => page.getByTestId('report-preview')

test('exports the review as HTML, Markdown and PDF, and what is seen is what is saved', async ({
  roadbook,
  page,
}) => {
  await openReview(page)
  const files = ['review.html', 'review.md', 'review.pdf'].map((name) => join(folder, name))
  await roadbook.scriptDialogs({ save: files })
  const seen = await preview(page).locator('.report').innerText()
  const [html = '', md = '', pdf = ''] = files
  for (const [button, path] of [
    ['HTML', html],
    ['Markdown', md],
    ['PDF', pdf],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByText(`Saved to ${path}`)).toBeVisible({ timeout: 30_000 })
  }
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => roadbook.shownInFolder()).toContain(pdf)

  const bytes = readFileSync(pdf)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(20_000)
  expect(readFileSync(md, 'utf8')).toMatch(/^Cycle review · /)

  // The file itself, in a browser of its own: no request, no script, the text of the preview.
  const asFile = await readAsFile(readFileSync(html, 'utf8'))
  expect(asFile).toEqual({ text: seen, active: 0, requests: 0, handlers: 0, dialogs: 0 })
  expect(roadbook.problems).toEqual([])
  expect(await roadbook.offOriginRequests()).toBe(0)
})

test('a cancelled dialog writes nothing and says nothing', async ({ roadbook, page }) => {
  await openReview(page)
  await roadbook.scriptDialogs({ save: [] })
  const button = page.getByRole('button', { name: 'HTML', exact: true })
  await button.click()
  await expect(button).toBeEnabled()
  await expect(page.getByText('Saved to')).toHaveCount(0)
  expect(existsSync(join(folder, 'review.html'))).toBe(false)
})

test('a place that cannot be written is said as a failure', async ({ roadbook, page }) => {
  await openReview(page)
  await roadbook.scriptDialogs({ save: [join(folder, 'missing', 'review.html')] })
  await page.getByRole('button', { name: 'HTML', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByText('Saved to')).toHaveCount(0)
})

test('parts are chosen and ordered by keyboard, kind and dates change the page', async ({
  page,
}) => {
  await openReview(page)
  const headings = preview(page).locator('h2')
  await expect(headings.first()).toHaveText('The route we drove')
  await page.getByRole('button', { name: 'Move “Rules in force” up' }).focus()
  for (let step = 0; step < 7; step++) await page.keyboard.press('Enter')
  await expect(headings.first()).toHaveText('Rules in force')
  await page.getByRole('checkbox', { name: 'Rules in force' }).press('Space')
  await expect(headings.first()).toHaveText('The route we drove')
  await page.getByLabel('Kind of report').selectOption('plan')
  await expect(headings.first()).toHaveText('The route ahead')
  await page.getByRole('radio', { name: '2026-11-22' }).click()
  await expect(preview(page).locator('.subtitle')).toHaveText(/^State of \d{4}.\d{2}.\d{2}/)
})

const report = (...args: readonly string[]) =>
  spawnSync(process.execPath, [resolve('out/main/report.js'), ...args], {
    encoding: 'utf8',
    cwd: folder,
  })

test.describe('from a shell', () => {
  test.skip(({ hostName }) => hostName !== 'lite', 'the command is the same on both hosts')

  test('makes all three files, prints each with its size and warns with line numbers', () => {
    writeFileSync(
      join(folder, 'okrs.md'),
      '# Q4 2026 OKRs\n\n1. **Support: Customers rave**\n   1. Support KR: First response from 14 to 5 minutes\n   1. Support KR: Be nicer\n',
    )
    const out = join(folder, 'made', 'here')
    const args = ['okrs.md', '--format', 'html,md,pdf', '--out', out, '--today', '2026-11-22']
    const { status, stdout, stderr } = report(...args)
    expect(stderr).toMatch(/line 5: .+/)
    expect(status).toBe(0)
    const files = stdout.trim().split('\n')
    expect(files).toHaveLength(3)
    for (const line of files) {
      const [path = '', size = ''] = line.split('\t')
      expect(readFileSync(path).length).toBe(Number(size))
    }
    expect(readdirSync(out)).toHaveLength(3)
  })

  const okrs = '# OKRs\n- Objective: A\n  - KR: b'
  for (const [what, file, content, args, says] of [
    ['a cut-off plan file', 'in.roadbook', '{"format": "roadbook-plan", "ver', [], 'cut off'],
    ['a foreign JSON', 'in.roadbook', '{"a": 1}', [], 'plan'],
    ['text without any objective', 'in.md', '\n\n', [], 'nothing in it but blanks'],
    ['a cycle that is not there', 'in.md', okrs, ['--cycle', 'Nowhere'], 'no cycle "Nowhere"'],
    ['a person who is not there', 'in.md', okrs, ['--person', 'Nobody'], 'names no people'],
    ['a format that is not there', 'in.md', okrs, ['--format', 'xlsx'], 'not "xlsx"'],
    [
      'an objective that is not there',
      'in.md',
      okrs,
      ['--format', 'html,svg', '--objective', '9'],
      'no objective "9"',
    ],
  ] as const)
    test(`refuses ${what} and leaves no file`, () => {
      writeFileSync(join(folder, file), content)
      const out = join(folder, 'out')
      const { status, stdout, stderr } = report(file, '--out', out, ...args)
      expect(status).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toContain(says)
      expect(stderr).toMatch(/No file was written\.\n$/)
      expect(readdirSync(folder)).toEqual([file])
    })

  test('hostile titles stay text even where no policy protects the file', async () => {
    const lines = HOSTILE.map((text) => `  - KR: ${text.replace(/\s+/g, ' ')}`)
    writeFileSync(join(folder, 'in.md'), `# OKRs Q4 2026\n- Objective: Safe\n${lines.join('\n')}\n`)
    const { status, stdout, stderr } = report('in.md')
    expect(status, stderr).toBe(0)
    const html = readFileSync(stdout.split('\t')[0] ?? '', 'utf8')
    const seen = await readAsFile(html.replace(/<meta http-equiv[^>]*>/, ''))
    expect(seen).toMatchObject({ active: 0, requests: 0, handlers: 0, dialogs: 0 })
    expect(seen.text).toContain('<img src=x onerror=alert(1)>')
    expect(seen.text).toContain('<script>alert(1)</script>')
  })
})
