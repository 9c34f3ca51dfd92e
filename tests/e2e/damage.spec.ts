import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { findBrowser } from '#lite-host/browser/find-browser.ts'
import { addIdea, garage, idea, openPlanFile, saved, startEmpty } from '../faults/app/driving.ts'
import type { Damage } from '../faults/app/damages.ts'
import { copyStores, DAMAGES, storeFolders } from '../faults/app/damages.ts'
import { largeFile } from '../faults/app/large-file.ts'
import { keepPast } from '../faults/app/past.ts'
import { standOf } from '../faults/app/stand.ts'
import { isLong, record } from '../faults/main/record.ts'
import type { Roadbook } from './host/fixtures.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

/** A plan with a past: a table and a log in the database, changes in both. */
async function withPast(app: Roadbook, page: Page, isLarge = false): Promise<void> {
  if (isLarge) {
    // So many rows that the browser has written a table.
    const file = join(app.userData, 'large.roadbook')
    writeFileSync(file, largeFile(6_000))
    await openPlanFile(app, file)
  } else await startEmpty(page)
  for (const title of ['One', 'Two', 'Three']) await addIdea(page, title)
  await saved(page)
  await app.close()
  const again = await app.relaunch()
  await addIdea(again, 'Four')
  await saved(again)
}

/** What is wrong after a start; `told` is whether the person was told that something was put back. */
async function found(
  app: Roadbook,
  titles: readonly string[],
): Promise<{ readonly troubles: readonly string[]; readonly told: boolean; readonly ms: number }> {
  const started = performance.now()
  const page = await app.relaunch()
  await expect(garage(page)).toBeVisible({ timeout: 30_000 })
  await saved(page)
  const ms = performance.now() - started
  const told = (await page.getByText(/was put back from its safety copy/).count()) > 0
  const { troubles, rows } = await standOf(page, app.userData)
  const lost = [...troubles]
  if (rows.size !== 1) lost.push(`${String(rows.size)} plans instead of one`)
  for (const title of titles)
    if (!(await idea(page, title).isVisible())) lost.push(`“${title}” is gone`)
  return { troubles: lost, told, ms }
}

const TITLES = ['One', 'Two', 'Three', 'Four']

/** Starts the app over a database that was damaged, goes on working, and starts it again. */
async function tryDamage(
  app: Roadbook,
  { what, harm, withWrites = false, isCut = false }: Damage,
): Promise<readonly string[]> {
  const stores = storeFolders(app.userData)
  if (stores.length === 0) throw new Error('there is no database to damage')
  stores.forEach(harm)
  const first = await found(app, TITLES)
  const lost = [...first.troubles]
  let told = first.told ? 'told at once' : 'no loss seen'
  // A torn end does its harm at the second start; what is told at once has been put right by then.
  if (isLong || withWrites || !first.told) {
    const titles = [...TITLES, 'Five']
    await addIdea(app.page, 'Five')
    await saved(app.page)
    for (let start = withWrites ? 0 : 1; start < 2; start++) {
      await app.killAll()
      const again = await found(app, titles)
      lost.push(...again.troubles)
      if (!first.told && again.told) told = 'told at the next start'
    }
  }
  // Only what certainly empties the database must be told at once; other damage may do no harm.
  if (/folder is gone|empty|noise|all files|not there/.test(what) && !first.told)
    lost.push('nobody was told')
  if (/not there/.test(what)) {
    // Nothing was deleted: the old folder lies beside the new one, after all starts.
    const aside = readdirSync(dirname(stores[0] ?? '')).filter((name) =>
      /\.leveldb\.aside-\d{8}T\d{9}Z$/.test(name),
    )
    if (aside.length !== 1) lost.push(`${String(aside.length)} folders were put aside`)
  }
  const figure = {
    ...{ what: `${what} (${told})`, tried: 1, seed: null },
    ...{ survived: lost.length === 0 ? 1 : 0, lost: lost.length },
  }
  record({ ...figure, promise: 'P2', counts: 'damages', slowestMs: Math.round(first.ms) })
  if (isCut) record({ ...figure, promise: 'P3', counts: 'kinds' })
  return lost.map((one) => `${what}: ${one}`)
}

for (const isLarge of isLong ? [false, true] : [false])
  test(`the database comes back to the last change after every ${isLarge ? 'damage to a large one' : 'damage'}`, async ({
    roadbook,
    page,
  }) => {
    test.setTimeout(600_000)
    const lost: string[] = []
    await withPast(roadbook, page, isLarge)
    await roadbook.killAll()
    const past = keepPast(roadbook.userData)
    try {
      for (const damage of DAMAGES.filter((one) => (one.isLarge ?? false) === isLarge)) {
        past.putBack()
        lost.push(...(await tryDamage(roadbook, damage)))
        await roadbook.killAll()
      }
    } finally {
      past.end()
    }
    expect(lost).toEqual([])
  })

test("yesterday's database is noticed, and today's changes are put back", async ({
  roadbook,
  page,
}) => {
  test.setTimeout(120_000)
  const aside = mkdtempSync(join(tmpdir(), 'roadbook-yesterday-'))
  await withPast(roadbook, page)
  await roadbook.close()
  const putBack = copyStores(roadbook.userData, aside)
  const again = await roadbook.relaunch()
  await addIdea(again, 'Today')
  await saved(again)
  await roadbook.close()
  putBack()
  rmSync(aside, { recursive: true, force: true })
  const { troubles, told, ms } = await found(roadbook, [...TITLES, 'Today'])
  record({
    ...{ promise: 'P3', counts: 'kinds' },
    what: "yesterday's database under today's journal",
    ...{ tried: 1, survived: troubles.length === 0 && told ? 1 : 0, seed: null },
    ...{ lost: troubles.length + (told ? 0 : 1), slowestMs: Math.round(ms) },
  })
  expect(troubles).toEqual([])
  expect(told).toBe(true)
})

/** A browser that takes its other store for IndexedDB while a certain file exists. */
const SWITCH = join(tmpdir(), `roadbook-other-store-${String(process.pid)}`)
const otherBrowser = `#!/bin/sh
if [ -f "${SWITCH}" ]; then set -- --enable-features=IdbSqliteBackingStore "$@"; fi
exec "${findBrowser() ?? ''}" "$@"
`

test.describe('a browser that changes its store', () => {
  const browser = join(tmpdir(), `roadbook-browser-${String(process.pid)}`)
  test.use({ startEnv: { ROADBOOK_BROWSER: browser } })
  test.beforeAll(() => writeFileSync(browser, otherBrowser, { mode: 0o755 }))
  test.afterAll(() => {
    for (const path of [browser, SWITCH]) rmSync(path, { force: true })
  })

  if (isLong && process.platform !== 'win32')
    test('loses nothing, there and back', async ({ roadbook, page }) => {
      test.setTimeout(180_000)
      await withPast(roadbook, page)
      await roadbook.close()
      const lost: string[] = []
      const times: number[] = []
      const titles = [...TITLES]
      for (const way of ['there', 'back']) {
        if (existsSync(SWITCH)) rmSync(SWITCH)
        else writeFileSync(SWITCH, '')
        const { troubles, ms } = await found(roadbook, titles)
        lost.push(...troubles.map((one) => `${way}: ${one}`))
        times.push(ms)
        await addIdea(roadbook.page, way)
        await saved(roadbook.page)
        titles.push(way)
        await roadbook.close()
      }
      lost.push(...(await found(roadbook, titles)).troubles)
      record({
        ...{ promise: 'P2', counts: 'damages' },
        what: 'the browser changes its store, there and back',
        ...{ tried: 2, survived: lost.length === 0 ? 2 : 0, lost: lost.length, seed: null },
        slowestMs: Math.round(Math.max(...times)),
      })
      expect(lost).toEqual([])
    })
})
