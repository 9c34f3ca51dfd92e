import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { countingContext } from '#domain/plan/plan-arbitrary.ts'
import { buildIndex } from '#domain/plan/plan-index.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { buildReport } from '#domain/report/build-report.ts'
import { reportHtml } from '#domain/report/html.ts'
import { makeReport } from '#domain/report/make-report.ts'
import { defaultOptions } from '#domain/report/options.ts'
import { routePoster } from '#domain/report/poster.ts'
import { svgOf } from '#domain/report/svg.ts'
import { elementsOf, readXml, wordsIn } from '#domain/report/xml-reading.test-support.ts'
import {
  claimsOf,
  CYCLES,
  PROGRESS,
  titlesIn,
  unsaid,
} from '#domain/sample/seeded-year.test-support.ts'
import type { Claim } from '#domain/sample/seeded-year.test-support.ts'
import { SEEDED_TODAY, seededYear } from '#domain/sample/seeded-year.ts'
import { expect, test } from './host/fixtures.ts'
import { inOwnBrowser } from './own-browser.ts'
import { pdfWords } from './pdf-words.ts'
import { openSeededYear } from './seeded-year-file.ts'

const SHELL = join(import.meta.dirname, '../../out/main/report.js')
const run = promisify(execFile)

test.use({ today: SEEDED_TODAY })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-shell-e2e-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What a file says, without what differs by the moment of its making. */
function saidBy(path: string): string {
  const bytes = readFileSync(path)
  if (!/\.(docx|pptx)$/.test(path)) return bytes.toString('utf8')
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^(word\/document|ppt\/slides\/slide\d+)\.xml$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, xml]) => `${name}\n${strFromU8(xml).replace(/<[^>]+>/g, ' ')}`)
    .join('\n')
    .replace(/\s+/g, ' ')
}

/** The share of pixels by which each drawing, as large as the picture, clearly differs from it. */
const pixelsApart = (
  page: Page,
  png: Buffer,
  drawings: readonly string[],
): Promise<readonly number[]> =>
  page.evaluate(
    async ([picture, ...others]) => {
      const loaded = async (url: string) => {
        const image = new Image()
        image.src = url
        await image.decode()
        return image
      }
      const first = await loaded(picture ?? '')
      const { naturalWidth: width, naturalHeight: height } = first
      const pixelsOf = (image: HTMLImageElement) => {
        const brush = new OffscreenCanvas(width, height).getContext('2d')
        if (!brush) throw new Error('no canvas')
        brush.drawImage(image, 0, 0, width, height)
        return brush.getImageData(0, 0, width, height).data
      }
      const from = pixelsOf(first)
      return Promise.all(
        others.map(async (other) => {
          const to = pixelsOf(await loaded(other))
          let apart = 0
          for (let i = 0; i < from.length; i += 4)
            if (Math.abs((from[i] ?? 0) - (to[i] ?? 0)) > 128) apart += 1
          return (apart * 4) / from.length
        }),
      )
    },
    [
      `data:image/png;base64,${png.toString('base64')}`,
      ...drawings.map((svg) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`),
    ],
  )

/** A printed retrospective says what the tables say that were worked out by hand, and nothing like it. */
function expectByHand(pdf: Buffer, claims: readonly Claim[], cycle: string): void {
  const text = pdfWords(pdf).join('')
  expect(unsaid(text, claims), cycle).toEqual([])
  const wrong = claims.flatMap((claim) =>
    claim.behind === null ? [] : [{ ...claim, says: claim.says.replace(/\d$/, 'x') }],
  )
  expect(unsaid(text, wrong), cycle).toEqual(wrong)
}

/** The picture as pixels is the picture as shapes, and that says how far each road is driven. */
async function expectDriven(page: Page, png: Buffer, svg: string, cycle: string): Promise<void> {
  const said = elementsOf(readXml(svg), 'text').map(wordsIn)
  const driven = PROGRESS[cycle] ?? []
  const roads = driven.map((_, i) => said.findIndex((text) => text.startsWith(`${String(i + 1)} `)))
  expect(roads.map((at) => said[at + 1])).toEqual(driven)
  const other = svg.replaceAll(`>${driven[0] ?? ''}<`, '>27 %<')
  expect(other).not.toBe(svg)
  const [same = 1, turned = 0] = await pixelsApart(page, png, [svg, other])
  expect(same, cycle).toBeLessThan(0.001)
  expect(turned, cycle).toBeGreaterThan(same)
}

test('the shell exports of the seeded year what the app exports', async ({ roadbook, page }) => {
  test.setTimeout(180_000)
  const plan = join(folder, 'year.roadbook')
  const things = seededYear(countingContext(SEEDED_TODAY, 'year-'))
  writeFileSync(plan, writePlanFile(things, { savedAt: `${SEEDED_TODAY}T09:00:00.000Z`, app: '1' }))
  const shell = join(folder, 'shell')
  await run('node', [
    SHELL,
    plan,
    ...['--kind', 'retrospective', '--cycle', 'Q4 2026', '--today', SEEDED_TODAY],
    ...['--format', 'html,md,pdf,docx,pptx,csv,png,svg', '--out', shell],
  ])
  const made = readdirSync(shell)
  const fileOf = (extension: string) =>
    join(shell, made.find((name) => name.endsWith(`.${extension}`)) ?? '')

  const claims = (cycle: (typeof CYCLES)[number]) => claimsOf(cycle, titlesIn(things, cycle[0]))
  expectByHand(readFileSync(fileOf('pdf')), claims(CYCLES[3]), 'Q4 2026')
  // Another program reads the same, where there is one.
  const read = spawnSync('pdftotext', ['-raw', fileOf('pdf'), '-'], { encoding: 'utf8' })
  if (read.status === 0) expect(unsaid(read.stdout, claims(CYCLES[3]))).toEqual([])

  await inOwnBrowser(async (browser) => {
    const [png, svg] = [readFileSync(fileOf('png')), readFileSync(fileOf('svg'), 'utf8')]
    await expectDriven(browser, png, svg, 'Q4 2026')
    // The other cycles by the same page and the same drawing, without a shell for each.
    const year = planFromThings(things)
    const index = buildIndex(year)
    for (const cycle of CYCLES.slice(0, 3)) {
      const cycleId = [...year.cycle.values()].find(({ name }) => name === cycle[0])?.id ?? ''
      const request = { cycleId, today: SEEDED_TODAY }
      const report = makeReport(year, index, request, defaultOptions('retrospective'))
      await browser.setContent(reportHtml(report, { paper: 'A4', pageNumbers: false }))
      const pdf = await browser.pdf({ format: 'A4', printBackground: true })
      expectByHand(pdf, claims(cycle), cycle[0])
      const poster = routePoster(buildReport(year, index, { ...request, kind: 'review' }), 'words')
      if (poster === null) throw new Error(`${cycle[0]} has nothing to draw`)
      const drawn = svgOf(poster)
      await browser.setContent(drawn.replace(/^<\?xml[^>]*\?>\s*/, ''))
      const picture = await browser.locator('svg').screenshot()
      await expectDriven(browser, picture, drawn, cycle[0])
    }
  })

  await openSeededYear(roadbook, page)
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
  await page.getByLabel('Kind of report').selectOption('retrospective')
  await page.getByLabel('Cycle', { exact: true }).selectOption('Q4 2026')
  const app = join(folder, 'app')
  mkdirSync(app)
  for (const [button, extension] of [
    ['HTML', 'html'],
    ['Markdown', 'md'],
    ['Word', 'docx'],
    ['PowerPoint', 'pptx'],
    ['SVG', 'svg'],
  ] as const) {
    const path = join(app, `report.${extension}`)
    await roadbook.scriptDialogs({ save: [path] })
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByText(`Saved to ${path}`)).toBeVisible({ timeout: 60_000 })
    const same = made.find((name) => name.endsWith(`.${extension}`)) ?? ''
    expect(saidBy(join(shell, same)), button).toBe(saidBy(path))
  }
  const zip = join(app, 'tables.zip')
  await roadbook.scriptDialogs({ save: [zip] })
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  await expect(page.getByText(`Saved to ${zip}`)).toBeVisible()
  const tables = Object.entries(unzipSync(readFileSync(zip)))
  expect(tables.length).toBe(made.filter((name) => name.endsWith('.csv')).length)
  for (const [name, bytes] of tables) {
    const same = made.find((file) => file.endsWith(` – ${name}`)) ?? ''
    expect(saidBy(join(shell, same)), name).toBe(Buffer.from(bytes).toString('utf8'))
  }
})
