import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { LaunchedHost } from '#lite-host/launch-host.ts'
import { launchHost } from '#lite-host/launch-host.ts'

const USAGE = `npm run tour -- --out DIR [--plan FILE] [--size 1440x900]

Runs the app without a window, goes through the main screens and saves a picture of each in light and dark,
and the reports that it exports. FILE is a .roadbook plan or any text that can be pasted; without it the
sample plan is shown.
`

type TourOptions = {
  readonly out: string
  readonly plan: string | null
  readonly width: number
  readonly height: number
}

function readOptions(argv: readonly string[]): TourOptions | string {
  const value = (name: string) => {
    const at = argv.indexOf(name)
    return at < 0 ? null : (argv[at + 1] ?? '')
  }
  const out = value('--out')
  if (out === null || out === '') return 'Say where the pictures go: --out DIR.'
  const size = /^(\d{3,5})x(\d{3,5})$/.exec(value('--size') ?? '1440x900')
  if (!size) return 'A size is written as WIDTHxHEIGHT, for example 1440x900.'
  const plan = value('--plan')
  return {
    out: resolve(out),
    plan: plan === null ? null : resolve(plan),
    width: Number(size[1]),
    height: Number(size[2]),
  }
}

/** One picture in light and one in dark. */
async function picture(page: Page, out: string, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForTimeout(350)
    const path = join(out, `${name}-${colorScheme}.png`)
    await page.screenshot({ path, caret: 'hide' })
    report(path)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

function report(path: string): void {
  process.stdout.write(`${path}\t${String(statSync(path).size)}\n`)
}

const screens = (page: Page) => page.getByRole('navigation', { name: 'Screens' })

async function openPlan(page: Page, plan: string | null): Promise<void> {
  if (plan === null) await page.getByRole('button', { name: /sample plan/i }).click()
  else
    await page
      .getByRole('button', { name: /^(Open as a plan|Make the plan)$/ })
      .click({ timeout: 30_000 })
  await page
    .getByRole('heading', { name: 'Destinations' })
    .or(page.getByText('Destinations'))
    .first()
    .waitFor()
}

async function exportReports(page: Page, host: LaunchedHost, out: string): Promise<void> {
  for (const [label, extension] of [
    ['HTML', 'html'],
    ['Markdown', 'md'],
    ['PDF', 'pdf'],
  ] as const) {
    const path = join(out, `review.${extension}`)
    rmSync(path, { force: true })
    await host.call('dialogs', { save: [path] })
    await page.getByRole('button', { name: label, exact: true }).click()
    const saved = page.getByText(new RegExp(`Saved to .*review\\.${extension}`))
    await saved.first().waitFor({ timeout: 60_000 })
    report(path)
  }
}

async function walk(page: Page, host: LaunchedHost, { out, plan }: TourOptions): Promise<void> {
  await page.getByRole('button', { name: /sample plan/i }).waitFor()
  await picture(page, out, '01-first-run')
  if (plan !== null) {
    await page.getByRole('button', { name: /Paste or open your OKRs/ }).click()
    await host.call('dialogs', { open: [plan] })
    await page.getByRole('button', { name: /Open a file/ }).click()
    await page.getByRole('button', { name: /^(Open as a plan|Make the plan)$/ }).waitFor()
    await page.waitForTimeout(1_000)
    await picture(page, out, '01-import')
  }
  await openPlan(page, plan)
  await page.waitForTimeout(800)
  await picture(page, out, '02-route')

  const checkpoint = page.locator('[data-map] [data-kind=keyResult][data-label]').nth(1)
  if (await checkpoint.isVisible().catch(() => false)) {
    await checkpoint.click()
    await page.waitForTimeout(500)
    await picture(page, out, '03-key-result')
  }
  const bar = page.locator('[data-map] [data-kind=initiative]').nth(1)
  if (await bar.isVisible().catch(() => false)) {
    await bar.click()
    await page.waitForTimeout(500)
    await picture(page, out, '04-initiative')
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await picture(page, out, '05-palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await picture(page, out, '06-shortcuts')
  await page.keyboard.press('Escape')

  for (const [label, name] of [
    ['People', '07-people'],
    ['Data', '08-data'],
    ['Review', '09-review'],
  ] as const) {
    await screens(page).getByText(label, { exact: true }).click()
    await page.waitForTimeout(1_200)
    await picture(page, out, name)
  }
  await exportReports(page, host, out)
}

async function tour(options: TourOptions): Promise<void> {
  mkdirSync(options.out, { recursive: true })
  const userData = mkdtempSync(join(tmpdir(), 'roadbook-tour-'))
  let host: LaunchedHost | null = null
  let browser: Browser | null = null
  try {
    host = await launchHost(join(import.meta.dirname, 'lite-host.js'), {
      userData,
    })
    browser = await chromium.connectOverCDP(host.cdp)
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('The browser has no page.')
    await page.setViewportSize({ width: options.width, height: options.height })
    await walk(page, host, options)
    await host.call('quit', null)
    await host.exited
  } finally {
    await browser?.close().catch(() => undefined)
    host?.process.kill('SIGKILL')
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

const options = readOptions(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n\n${USAGE}`)
  process.exitCode = 1
} else
  tour(options).catch((error: unknown) => {
    process.stderr.write(
      `The tour stopped: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    process.exitCode = 1
  })
