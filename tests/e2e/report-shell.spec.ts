import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { countingContext } from '#domain/plan/plan-arbitrary.ts'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { SEEDED_TODAY, seededYear } from '#domain/sample/seeded-year.ts'
import { expect, test } from './host/fixtures.ts'
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
    ...['--format', 'html,md,docx,pptx,csv,svg', '--out', shell],
  ])
  const made = readdirSync(shell)

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
