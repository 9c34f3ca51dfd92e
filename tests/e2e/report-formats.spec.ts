import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { KIND_NAMES, REPORT_KINDS } from '#domain/report/options.ts'
import { elementsOf, readXml, wordsIn } from '#domain/report/xml-reading.test-support.ts'
import { findings } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

test.use({ isShared: true })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-formats-e2e-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const openReports = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /sample plan/i }).click()
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
  await expect(page.getByRole('button', { name: 'PDF' })).toBeVisible()
}
const preview = (page: Page) => page.getByTestId('report-preview').locator('.report')

test('exports the review as Word, slides, CSV, PNG and SVG', async ({ roadbook, page }) => {
  await openReports(page)
  const formats = [
    ['Word', 'review.docx'],
    ['PowerPoint', 'review.pptx'],
    ['CSV', 'tables.zip'],
    ['PNG', 'route.png'],
    ['SVG', 'route.svg'],
  ] as const
  const pathOf = (name: string) => join(folder, name)
  await roadbook.scriptDialogs({ save: formats.map(([, name]) => pathOf(name)) })
  for (const [button, name] of formats) {
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByText(`Saved to ${pathOf(name)}`)).toBeVisible({ timeout: 60_000 })
  }
  const seen = await preview(page).locator('.figure .value').allInnerTexts()

  const word = unzipSync(readFileSync(pathOf('review.docx')))
  const body = readXml(strFromU8(word['word/document.xml'] ?? new Uint8Array()))
  for (const value of seen) expect(wordsIn(body)).toContain(value)
  const media = Object.entries(word).filter(([name]) => name.endsWith('.png'))
  expect(media.length).toBeGreaterThan(0)
  for (const [, png] of media) expect(png.length).toBeGreaterThan(5_000)

  const deck = unzipSync(readFileSync(pathOf('review.pptx')))
  const slides = Object.keys(deck).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides.length).toBeGreaterThan(4)

  const tables = unzipSync(readFileSync(pathOf('tables.zip')))
  const listed = await page.getByLabel('Tables').locator('option').allInnerTexts()
  expect(listed[0]).toBe(`All ${String(listed.length - 1)} tables, in a ZIP`)
  expect(Object.keys(tables).map((name) => name.replace(/\.csv$/, ''))).toEqual(
    listed.slice(1).map((label) => label.replace(/ \(\d+ rows?\)$/, '')),
  )
  for (const bytes of Object.values(tables))
    expect(Buffer.from(bytes).toString('utf8')).toMatch(/^\ufeff"/)

  // One table alone is one file.
  await roadbook.scriptDialogs({ save: [pathOf('one.csv')] })
  await page.getByLabel('Tables').selectOption('Key results')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  await expect(page.getByText(`Saved to ${pathOf('one.csv')}`)).toBeVisible()
  expect(readFileSync(pathOf('one.csv'), 'utf8')).toBe(
    Buffer.from(tables['Key results.csv'] ?? []).toString('utf8'),
  )
  const png = readFileSync(pathOf('route.png'))
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Width in the head of a PNG: a poster is 4,000 pixels wide.
  expect(png.readUInt32BE(16)).toBe(4_000)
  expect(png.length).toBeGreaterThan(50_000)
  const svg = readXml(readFileSync(pathOf('route.svg'), 'utf8'))
  expect(elementsOf(svg, 'path').length).toBeGreaterThan(10)
})

test('shows every kind, and the screen has no fault of accessibility', async ({ page }) => {
  await openReports(page)
  for (const kind of REPORT_KINDS) {
    await page.getByLabel('Kind of report').selectOption(kind)
    await expect(preview(page).locator('.overline')).toContainText(KIND_NAMES[kind])
  }
  await page.getByLabel('Kind of report').selectOption('person')
  await expect(page.getByLabel('Person')).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('draws the roads, keeps to some people, and remembers each kind', async ({ page }) => {
  await openReports(page)
  const roads = page.getByLabel('Draw each objective as a road')
  const winding = preview(page).locator('figure svg')
  await expect(preview(page).locator('.roads svg')).toHaveCount(4)
  await expect(winding).toHaveCount(0)
  await roads.check()
  await expect(winding).toHaveCount(3)
  await page.getByLabel('Kind of report').selectOption('week')
  await expect(roads).toHaveCount(0)
  await page.getByLabel('Kind of report').selectOption('review')
  await expect(roads).toBeChecked()
  await page.getByRole('region', { name: 'People' }).getByRole('checkbox').first().check()
  await expect(preview(page).locator('.subtitle')).toContainText('lists only of')
})
