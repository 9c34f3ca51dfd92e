import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DATABASE_VERSION } from '#data/versions.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import {
  databaseVersion,
  layDatabase,
  readDatabase,
  releasedDatabase,
  VERSIONS,
} from '../faults/app/databases.ts'
import {
  addIdea,
  garage,
  idea,
  openPlanFile,
  pause,
  saved,
  startEmpty,
} from '../faults/app/driving.ts'
import { largeFile } from '../faults/app/large-file.ts'
import { shelf, standOf } from '../faults/app/stand.ts'
import type { Moment } from '../faults/app/upgrade-moments.ts'
import { copies, inWords, momentOf, MOMENTS, untilMoment } from '../faults/app/upgrade-moments.ts'
import { killOne } from '../faults/app/victims.ts'
import { chanceFrom, isLong, record, seed } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const KILLS = isLong ? 20 : 3

test('a kill in an upgrade of the database loses nothing', async ({ roadbook, page }) => {
  test.setTimeout(60_000 + KILLS * 45_000)
  const chance = chanceFrom(seed)
  const lost: string[] = []
  const titles = ['The first']
  const met: Moment[] = []
  // So many rows that the copy before the upgrade takes its time.
  const file = join(roadbook.userData, 'large.roadbook')
  writeFileSync(file, largeFile(600))
  await openPlanFile(roadbook, file)
  await addIdea(page, 'The first')
  await saved(page)
  for (let trial = 0; trial < KILLS; trial++) {
    const { hash } = await standOf(roadbook.page, roadbook.userData)
    const { stores } = await readDatabase(roadbook.page)
    await layDatabase(roadbook.page, VERSIONS.older, stores)
    await roadbook.killAll()
    const made = copies(roadbook).length
    await roadbook.relaunchEarly()
    // An upgrade of the database adds no step to a plan: three moments.
    const moment = MOMENTS[trial % 3] ?? 'before its copy'
    await untilMoment(roadbook, made, PLAN_VERSION, moment)
    // Before and while it is copied there is no time to lose.
    if (moment === 'after its copy') await pause(chance() * 60)
    await killOne(roadbook, trial)
    met.push(momentOf(roadbook, made, PLAN_VERSION))
    for (const start of ['first', 'second']) {
      const again = await roadbook.relaunch()
      await expect(garage(again)).toBeVisible()
      await saved(again)
      const stand = await standOf(again, roadbook.userData)
      lost.push(...stand.troubles.map((one) => `${start} start: ${one}`))
      if (start === 'first' && stand.hash !== hash) lost.push('another state than before')
      const version = await databaseVersion(again)
      if (version !== VERSIONS.now) lost.push(`${start} start: version ${String(version)}`)
      for (const title of titles)
        if (!(await idea(again, title).isVisible())) lost.push(`“${title}” is gone`)
      if (copies(roadbook).length === 0) lost.push('no copy was made before')
      if (start === 'second') continue
      await addIdea(again, `After ${String(trial)}`)
      titles.push(`After ${String(trial)}`)
      await saved(again)
      await roadbook.killAll()
    }
  }
  record({
    ...{ promise: 'P9', counts: 'kills', seed, tried: KILLS, lost: lost.length },
    what: `browser, main or both killed in an upgrade, two starts each (${inWords(met)})`,
    survived: lost.length === 0 ? KILLS : 0,
  })
  expect(lost, `seed ${String(seed)}`).toEqual([])
})

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))
const versions = (newest: number) => Array.from({ length: newest }, (_, at) => at + 1)
type Golden = { readonly head: { readonly planId: string; readonly hash: string } }

for (const version of versions(PLAN_VERSION))
  test.describe('a released data folder', () => {
    const folder = join(fixtures, 'released', String(version))
    const lay = (userData: string) =>
      cpSync(join(folder, 'data-folder'), userData, { recursive: true })
    test.use({ dataFolder: { lay } })

    test(`the data folder of released version ${String(version)} opens through the app`, async ({
      roadbook,
      page,
    }) => {
      const { head } = JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8')) as Golden
      await expect(garage(page)).toBeVisible()
      await saved(page)
      const stand = await standOf(page, roadbook.userData)
      const isWhole = version === PLAN_VERSION ? stand.hash === head.hash : stand.hash !== ''
      record({
        ...{ promise: 'P9', counts: 'fixtures', asked: 1, seed: null, tried: 1 },
        what: `data folder of released version ${String(version)}`,
        ...{ survived: isWhole ? 1 : 0, lost: isWhole ? 0 : 1 },
      })
      expect([stand.troubles, isWhole]).toEqual([[], true])
    })
  })

for (const version of versions(DATABASE_VERSION))
  test(`the database of released version ${String(version)} opens through the app`, async ({
    roadbook,
    page,
  }) => {
    const { planId, hash, stores } = releasedDatabase(version)
    await expect(page.getByRole('button', { name: /^Start empty/ })).toBeVisible()
    // Its folder is gone: the database alone must do, and the journal is written again from it.
    await layDatabase(page, version === DATABASE_VERSION ? VERSIONS.older : version * 10, stores)
    await roadbook.killAll()
    const again = await roadbook.relaunch()
    await expect(garage(again)).toBeVisible()
    await saved(again)
    const stand = await standOf(again, roadbook.userData)
    const isWhole = stand.rows.has(planId) && (version < DATABASE_VERSION || stand.hash === hash)
    record({
      ...{ promise: 'P9', counts: 'fixtures', asked: 1, seed: null, tried: 1 },
      what: `database of released version ${String(version)}, upgraded`,
      ...{ survived: isWhole ? 1 : 0, lost: isWhole ? 0 : 1 },
    })
    expect([stand.troubles, isWhole]).toEqual([[], true])
  })

test('an upgrade waits while a plan on disk cannot be read', async ({ roadbook, page }) => {
  test.setTimeout(120_000)
  await startEmpty(page)
  await addIdea(page, 'The first')
  await saved(page)
  const { stores } = await readDatabase(page)
  const { hash } = await standOf(page, roadbook.userData)
  await layDatabase(page, VERSIONS.older, stores)
  await roadbook.killAll()
  const plans = join(roadbook.userData, 'plans')
  const [planId = ''] = readdirSync(plans)
  const [snapshots, aside] = [join(plans, planId, 'snapshots'), join(plans, planId, 'aside')]
  const hasSome = existsSync(snapshots)
  if (hasSome) renameSync(snapshots, aside)
  writeFileSync(snapshots, 'not a folder')
  const before = shelf(roadbook.userData)

  const stopped = await roadbook.relaunch()
  const told = stopped.getByText(/no safety copy could be made first/)
  await expect(told.first()).toBeVisible({ timeout: 30_000 })
  const lost: string[] = []
  const now = await readDatabase(stopped)
  if (JSON.stringify(now) !== JSON.stringify({ version: VERSIONS.older, stores }))
    lost.push('the database was changed')
  if (shelf(roadbook.userData) !== before) lost.push('the folder was changed')
  await roadbook.killAll()

  rmSync(snapshots)
  if (hasSome) renameSync(aside, snapshots)
  const again = await roadbook.relaunch()
  await expect(idea(again, 'The first')).toBeVisible({ timeout: 30_000 })
  await saved(again)
  const stand = await standOf(again, roadbook.userData)
  lost.push(...stand.troubles)
  if (stand.hash !== hash) lost.push('another state than before')
  if ((await databaseVersion(again)) !== VERSIONS.now) lost.push('no upgrade afterwards')
  if (copies(roadbook).length !== 1) lost.push('no copy was made before')
  record({
    ...{ promise: 'P9', what: 'an upgrade beside a plan that cannot be read', seed: null },
    ...{ tried: 1, survived: lost.length === 0 ? 1 : 0, lost: lost.length },
  })
  expect(lost).toEqual([])
})

test('a newer database is looked at and not written', async ({ roadbook, page }) => {
  await startEmpty(page)
  await addIdea(page, 'From the future')
  await saved(page)
  const { stores } = await readDatabase(page)
  await layDatabase(page, VERSIONS.newer, stores)
  await roadbook.killAll()
  const before = shelf(roadbook.userData)
  for (const how of ['close', 'killAll'] as const) {
    const again = await roadbook.relaunch()
    await expect(again.getByText(/last changed by a newer Roadbook/).first()).toBeVisible()
    await again.waitForTimeout(500)
    expect(await readDatabase(again)).toEqual({ version: VERSIONS.newer, stores })
    await roadbook[how]()
  }
  const isSame = shelf(roadbook.userData) === before
  record({
    ...{ promise: 'P10', counts: 'kinds', seed: null, tried: 1 },
    what: 'a newer database: two starts, database and folder byte by byte the same',
    ...{ survived: isSame ? 1 : 0, lost: isSame ? 0 : 1 },
  })
  expect(isSame).toBe(true)
})

test('a newer file is refused with what to do, and nothing is changed', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  const file = join(roadbook.userData, 'newer.roadbook')
  const golden = readFileSync(join(fixtures, 'released', '1', 'plan.roadbook'), 'utf8')
  const newer = golden.replace('"version": 1', `"version": ${String(PLAN_VERSION + 1)}`)
  writeFileSync(file, newer)
  const before = [shelf(roadbook.userData), (await standOf(page, roadbook.userData)).hash]
  await roadbook.scriptDialogs({ open: [file] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await expect(page.getByText(/newer Roadbook.*Update Roadbook/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  const after = [shelf(roadbook.userData), (await standOf(page, roadbook.userData)).hash]
  const isSame = String(before) === String(after) && readFileSync(file, 'utf8') === newer
  record({
    ...{ promise: 'P10', what: 'a newer file, through the dialog', counts: 'kinds', seed: null },
    ...{ tried: 1, survived: isSame ? 1 : 0, lost: isSame ? 0 : 1 },
  })
  expect(isSame).toBe(true)
})
