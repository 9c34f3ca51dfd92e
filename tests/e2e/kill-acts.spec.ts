import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readPlanFile } from '#domain/exchange/plan-file.ts'
import {
  backUp,
  byPalette,
  openPlanFile,
  pasteLines,
  pause,
  restoreDialog,
  saved,
  startEmpty,
} from '../faults/app/driving.ts'
import { largeFile } from '../faults/app/large-file.ts'
import { standOf } from '../faults/app/stand.ts'
import { killOne } from '../faults/app/victims.ts'
import { chanceFrom, isLong, record, seed } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const TRIALS = isLong ? 12 : 1
const ROWS = isLong ? 5_000 : 1_500
/** Rows of the plan that is restored, and of the large step before. */
const RESTORED = isLong ? 2_000 : 500
const PASTED = isLong ? 500 : 150

let folder = ''
test.beforeEach(() => {
  test.setTimeout(90_000 + TRIALS * 60_000)
  folder = mkdtempSync(join(tmpdir(), 'roadbook-kill-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a kill at any moment of an import leaves the whole plan or nothing of it', async ({
  roadbook,
  page,
}) => {
  const chance = chanceFrom(seed)
  const file = join(folder, 'large.roadbook')
  const lost: string[] = []
  let whole = 0
  writeFileSync(file, largeFile(ROWS))
  await startEmpty(page)
  for (let trial = 0; trial < TRIALS; trial++) {
    const now = roadbook.page
    const before = await standOf(now, roadbook.userData)
    await roadbook.scriptDialogs({ open: [file] })
    await now.keyboard.press('ControlOrMeta+Shift+O')
    const dialog = now.getByRole('dialog', { name: 'Paste or open OKRs' })
    await dialog.getByRole('button', { name: /^Open as a/ }).click()
    await pause(chance() * 2_500)
    await killOne(roadbook, trial)
    for (const start of ['first', 'second']) {
      const again = await roadbook.relaunch()
      await saved(again)
      const stand = await standOf(again, roadbook.userData)
      lost.push(...stand.troubles.map((one) => `${start} start: ${one}`))
      for (const [planId, count] of before.rows)
        if (stand.rows.get(planId) !== count) lost.push(`${start} start: ${planId} changed`)
      const fresh = [...stand.rows].filter(([planId]) => !before.rows.has(planId))
      if (fresh.length > 1 || fresh.some(([, count]) => count !== ROWS))
        lost.push(`${start} start: a part of the import, ${JSON.stringify(fresh)}`)
      whole += start === 'second' ? fresh.length : 0
    }
  }
  record({
    promise: 'P15',
    what: `browser, main or both killed while importing ${String(ROWS)} rows, two starts each (${String(whole)} came whole)`,
    ...{ tried: TRIALS, survived: lost.length === 0 ? TRIALS : 0, lost: lost.length, seed },
  })
  expect(lost, `seed ${String(seed)}`).toEqual([])
})

/** What is saved, by which keys or buttons, and how a whole file of it looks. */
const SAVES = [
  {
    name: 'copy.roadbook',
    go: (page: Page) => page.keyboard.press('ControlOrMeta+Shift+S'),
    isWhole: (bytes: Buffer) => {
      const read = readPlanFile(bytes, 'copy.roadbook')
      return read.ok && read.warnings.length === 0
    },
  },
  {
    name: 'review.html',
    go: (page: Page) => page.getByRole('button', { name: 'HTML', exact: true }).click(),
    isWhole: (bytes: Buffer) => bytes.toString('utf8').trimEnd().endsWith('</html>'),
  },
  {
    name: 'review.pdf',
    go: (page: Page) => page.getByRole('button', { name: 'PDF', exact: true }).click(),
    isWhole: (bytes: Buffer) => bytes.subarray(-8).toString('latin1').includes('%%EOF'),
  },
] as const

test('a kill while a file is saved leaves the old file or the new one', async ({ roadbook }) => {
  const chance = chanceFrom(seed)
  const lost: string[] = []
  let fresh = 0
  const tried = Math.max(TRIALS, SAVES.length)
  const plan = join(folder, 'large.roadbook')
  writeFileSync(plan, largeFile(isLong ? ROWS : 500))
  await openPlanFile(roadbook, plan)
  for (let trial = 0; trial < tried; trial++) {
    const save = SAVES[trial % SAVES.length] ?? SAVES[0]
    const file = join(folder, save.name)
    writeFileSync(file, 'the old one')
    await roadbook.scriptDialogs({ save: [file] })
    if (save.name !== 'copy.roadbook') {
      await roadbook.page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
      await expect(roadbook.page.getByRole('button', { name: 'PDF', exact: true })).toBeVisible()
    }
    await save.go(roadbook.page)
    await pause(chance() * (save.name === 'review.pdf' ? 3_000 : 400))
    await killOne(roadbook, trial)
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
    const isOld = bytes.toString('utf8') === 'the old one'
    if (!isOld && !save.isWhole(bytes)) lost.push(`${save.name}: neither old nor whole`)
    if (!isOld) fresh += 1
    const again = await roadbook.relaunch()
    await saved(again)
    lost.push(...(await standOf(again, roadbook.userData)).troubles)
  }
  record({
    promise: 'P16',
    what: `browser, main or both killed while saving a copy, HTML or PDF over an older file (${String(fresh)} were new)`,
    ...{ tried, survived: lost.length === 0 ? tried : 0, lost: lost.length, seed },
  })
  expect(lost, `seed ${String(seed)}`).toEqual([])
})

test('a kill at any moment of a restore leaves the state before or the restored one', async ({
  roadbook,
}) => {
  const chance = chanceFrom(seed)
  const lost: string[] = []
  let restored = 0
  const tried = isLong ? 20 : 1
  const plan = join(folder, 'large.roadbook')
  writeFileSync(plan, largeFile(RESTORED))
  await openPlanFile(roadbook, plan)
  await backUp(roadbook.page)
  const { hash: then } = await standOf(roadbook.page, roadbook.userData)
  for (let trial = 0; trial < tried; trial++) {
    const now = roadbook.page
    await pasteLines(now, `Later ${String(trial)}`, PASTED)
    await saved(now)
    const { hash: before } = await standOf(now, roadbook.userData)
    await byPalette(now, 'Restore')
    const dialog = restoreDialog(now)
    await dialog
      .getByRole('button', { name: /Backed up by hand/ })
      .last()
      .click()
    const button = dialog.getByRole('button', { name: 'Restore this state' })
    await expect(button).toBeEnabled()
    await button.click()
    await pause(chance() * 900)
    await killOne(roadbook, trial)
    for (const start of ['first', 'second']) {
      const again = await roadbook.relaunch()
      await saved(again)
      const stand = await standOf(again, roadbook.userData)
      lost.push(...stand.troubles.map((one) => `${start} start: ${one}`))
      if (stand.hash !== before && stand.hash !== then)
        lost.push(`${start} start: neither before nor after`)
      if (stand.hash === then && start === 'second') restored += 1
      if (start === 'first') await roadbook.killAll()
    }
  }
  record({
    promise: 'P13',
    what: `browser, main or both killed while restoring, ${String(PASTED)} rows changed, two starts each (${String(restored)} were restored)`,
    ...{ tried, survived: lost.length === 0 ? tried : 0, lost: lost.length, seed },
  })
  expect(lost, `seed ${String(seed)}`).toEqual([])
})
