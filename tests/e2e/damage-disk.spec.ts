import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseVersion, layDatabase, readDatabase, VERSIONS } from '../faults/app/databases.ts'
import {
  addIdea,
  backUp,
  byPalette,
  garage,
  openPlanFile,
  pasteLines,
  restoreDialog,
  saved,
} from '../faults/app/driving.ts'
import {
  alarm,
  ideasUntilAlarm,
  onSmallVolume,
  PATIENCE,
  repaired,
  saveElsewhere,
  SMALL_FOLDER,
  STARTS,
  typeIdea,
} from '../faults/app/full-disk.ts'
import { largeFile } from '../faults/app/large-file.ts'
import { whyNoVolume } from '../faults/app/small-volume.ts'
import { standOf } from '../faults/app/stand.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

test.use({ dataFolder: SMALL_FOLDER })

let elsewhere = ''
test.beforeEach(() => {
  const why = whyNoVolume()
  test.skip(why !== null, why ?? '')
  test.setTimeout(300_000)
  elsewhere = mkdtempSync(join(tmpdir(), 'roadbook-elsewhere-'))
})
test.afterEach(() => {
  rmSync(elsewhere, { recursive: true, force: true, maxRetries: 5 })
})

const keep = (what: string, lost: readonly string[], ms: number, counts = true) => {
  record({
    ...{ promise: 'P8', what, seed: null, tried: 1, survived: lost.length === 0 ? 1 : 0 },
    ...{ lost: lost.length, slowestMs: Math.round(ms), ...(counts ? { counts: 'points' } : {}) },
  })
  expect(lost).toEqual([])
}

test('a full disk at an edit is shown at once, and the edit is kept when there is room', async ({
  roadbook,
}) => {
  await onSmallVolume(roadbook, async (page, volume) => {
    volume.fill()
    const { titles, state, ms } = await ideasUntilAlarm(page)
    await saveElsewhere(roadbook, page, elsewhere, titles.at(-1) ?? '')
    volume.free()
    keep(`an edit (“${state}”)`, await repaired(roadbook, page, ...titles), ms)
  })
})

test('a full disk at a large step is shown at once, and the step is kept whole', async ({
  roadbook,
}) => {
  await onSmallVolume(roadbook, async (page, volume) => {
    // Enough for the copy before an import, whatever the browser writes meanwhile; not for such a step.
    volume.fill(256 * 1024)
    const line = `Line ${'that goes on and on '.repeat(20)}`.trim()
    await pasteLines(page, line, 300)
    const { state, ms } = await alarm(page, performance.now())
    await saveElsewhere(roadbook, page, elsewhere, `${line} 300`)
    volume.free()
    keep(`a large step (“${state}”)`, await repaired(roadbook, page, `${line} 300`), ms)
  })
})

test('a full disk at an import leaves the plans as they were, or the whole plan', async ({
  roadbook,
}) => {
  await onSmallVolume(roadbook, async (page, volume) => {
    const file = join(elsewhere, 'large.roadbook')
    writeFileSync(file, largeFile(3_000))
    const before = await standOf(page, roadbook.userData)
    volume.fill(256 * 1024)
    await roadbook.scriptDialogs({ open: [file] })
    await page.keyboard.press('ControlOrMeta+Shift+O')
    await page.getByRole('button', { name: /^Open as a/ }).click()
    const started = performance.now()
    const said = page.getByRole('alert').or(page.locator('[data-save="late"]'))
    await expect(said.first()).toBeVisible(PATIENCE)
    const ms = performance.now() - started
    expect(await page.locator('[data-save="saved"]').count()).toBeLessThanOrEqual(1)
    volume.free()
    const lost: string[] = []
    for (const start of STARTS) {
      await roadbook.killAll()
      const fresh = await roadbook.relaunch()
      await expect(garage(fresh)).toBeVisible(PATIENCE)
      await saved(fresh)
      const stand = await standOf(fresh, roadbook.userData)
      lost.push(...stand.troubles.map((one) => `${start} start: ${one}`))
      for (const [planId, count] of before.rows)
        if (stand.rows.get(planId) !== count) lost.push(`${start} start: the plan before changed`)
      const others = [...stand.rows].filter(([planId]) => !before.rows.has(planId))
      if (others.some(([, count]) => count !== 3_000)) lost.push(`${start} start: half a plan`)
    }
    keep('an import (reading the file included)', lost, ms)
  })
})

test('a full disk at a snapshot is said, no half snapshot is listed, older ones stay', async ({
  roadbook,
}) => {
  await onSmallVolume(roadbook, async (page, volume) => {
    const names = () =>
      readdirSync(join(roadbook.userData, 'plans'), { recursive: true, encoding: 'utf8' }).filter(
        (name) => /snapshots\/.*\.json$/.test(name),
      )
    await backUp(page)
    await addIdea(page, 'Since then')
    await saved(page)
    const before = names()
    expect(before).toHaveLength(1)
    volume.fill()
    await byPalette(page, 'Restore')
    const dialog = restoreDialog(page)
    const started = performance.now()
    await dialog.getByRole('button', { name: 'Back up now' }).click()
    await expect(dialog.getByRole('alert')).toContainText(/disk is full/, PATIENCE)
    const ms = performance.now() - started
    const lost = names().length === before.length ? [] : ['another list of snapshots']
    volume.free()
    await dialog.getByRole('button', { name: 'Back up now' }).click()
    const listed = dialog.getByRole('list', { name: 'Snapshots' }).getByRole('button')
    await expect(listed).toHaveCount(2, PATIENCE)
    await expect(listed.first()).toHaveAccessibleName(/Backed up by hand/)
    await page.keyboard.press('Escape')
    keep('a snapshot', [...lost, ...(await repaired(roadbook, page, 'Since then'))], ms)
  })
})

test('a full disk at an upgrade leaves the database as it is', async ({ roadbook }) => {
  await onSmallVolume(roadbook, async (page, volume) => {
    const file = join(elsewhere, 'large.roadbook')
    writeFileSync(file, largeFile(1_500))
    await openPlanFile(roadbook, file)
    const { stores } = await readDatabase(page)
    const { state } = await standOf(page, roadbook.userData)
    await layDatabase(page, VERSIONS.older, stores)
    await roadbook.killAll()
    // Room enough for the browser to start, not for a copy of the plan.
    volume.fill(300 * 1024)
    const stopped = await roadbook.relaunch()
    const started = performance.now()
    const told = stopped.getByText(/no safety copy could be made first/)
    await expect(told.first()).toBeVisible(PATIENCE)
    const ms = performance.now() - started
    const version = await databaseVersion(stopped)
    const lost = version === VERSIONS.older ? [] : ['the database was changed']
    await roadbook.killAll()
    volume.free()
    const fresh = await roadbook.relaunch()
    await expect(garage(fresh)).toBeVisible(PATIENCE)
    const stand = await standOf(fresh, roadbook.userData)
    if (stand.state !== state) lost.push('another state than before')
    keep(
      'an upgrade (the start included)',
      [...lost, ...(await repaired(roadbook, fresh, 'Before'))],
      ms,
    )
  })
})

test('a full disk at an export is said, and the older file stays', async ({ roadbook }) => {
  await onSmallVolume(roadbook, async (page, volume) => {
    const file = join(roadbook.userData, 'copy.roadbook')
    writeFileSync(file, 'the old one')
    volume.fill()
    await roadbook.scriptDialogs({ save: [file] })
    const started = performance.now()
    await page.keyboard.press('ControlOrMeta+Shift+S')
    await expect(page.getByText(/disk is full/).first()).toBeVisible(PATIENCE)
    const ms = performance.now() - started
    const lost = readFileSync(file, 'utf8') === 'the old one' ? [] : ['the old file is gone']
    const temps = readdirSync(roadbook.userData).filter((name) => name.endsWith('.tmp'))
    if (temps.length > 0) lost.push(`left behind: ${temps.join(', ')}`)
    volume.free()
    keep('an export', [...lost, ...(await repaired(roadbook, page, 'Before'))], ms)
  })
})

test('a right that is taken away is shown within a second, and nothing is lost when it is back', async ({
  roadbook,
}) => {
  await onSmallVolume(roadbook, async (_, volume) => {
    const [planId = ''] = readdirSync(join(roadbook.userData, 'plans'))
    await roadbook.close()
    const again = await roadbook.relaunch()
    await saved(again)
    const unlock = volume.lock(join(roadbook.userData, 'plans', planId))
    let told: Awaited<ReturnType<typeof alarm>>
    try {
      await typeIdea(again, 'Without the right')
      told = await alarm(again, performance.now())
      await saveElsewhere(roadbook, again, elsewhere, 'Without the right')
    } finally {
      unlock()
    }
    const lost = await repaired(roadbook, again, 'Without the right')
    keep(`a folder that may only be read (“${told.state}”)`, lost, told.ms, false)
  })
})
