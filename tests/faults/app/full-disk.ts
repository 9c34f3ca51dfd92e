import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readPlanFile } from '#domain/exchange/plan-file.ts'
import type { DataFolder, Roadbook } from '../../e2e/host/fixtures.ts'
import { expect } from '../../e2e/host/fixtures.ts'
import { isLong } from '../main/record.ts'
import { addIdea, garage, saved, startEmpty } from './driving.ts'
import type { SmallVolume } from './small-volume.ts'
import { smallVolume } from './small-volume.ts'
import { standOf } from './stand.ts'

const MEGABYTES = 80
/**
 * Promised is one second. How long it took stands in the table; on a machine that does much else as well it
 * takes longer, so that only a word that never comes fails.
 */
export const PATIENCE = { timeout: 60_000 }

let volume: SmallVolume | null = null

/** The whole data folder lies on a small volume, from before the first start. */
export const SMALL_FOLDER: DataFolder = {
  lay: (userData) => {
    volume = smallVolume(userData, MEGABYTES)
  },
  end: () => {
    volume?.end()
    volume = null
  },
}

/** A plan with one idea, in a data folder on a small volume. */
export async function onSmallVolume(
  { page }: Roadbook,
  work: (page: Page, volume: SmallVolume) => Promise<void>,
): Promise<void> {
  if (volume === null) throw new Error('the data folder lies on no small volume')
  await startEmpty(page)
  await addIdea(page, 'Before')
  await saved(page)
  await work(page, volume)
}

const pill = (page: Page) => page.locator('[data-save]').first()
const alarmed = /^(?:failed|late)$/

/** An initiative in the Garage, given to the plan; whether it is kept is another matter. */
export async function typeIdea(page: Page, title: string): Promise<void> {
  await garage(page).getByRole('button', { name: 'New initiative' }).click()
  await page.keyboard.insertText(title)
  await page.keyboard.press('Enter')
}

/** How soon the pill tells of it; and that "saved" does not come back while nothing is repaired. */
export async function alarm(
  page: Page,
  started: number,
): Promise<{ readonly state: string; readonly ms: number }> {
  await expect(pill(page)).toHaveAttribute('data-save', alarmed, PATIENCE)
  const ms = performance.now() - started
  for (let look = 0; look < 5; look++) {
    await page.waitForTimeout(200)
    await expect(pill(page)).toHaveAttribute('data-save', alarmed)
  }
  return { state: (await pill(page).getAttribute('data-save')) ?? '', ms }
}

/** "Save a copy…" to another disk works while nothing else does, and holds the change. */
export async function saveElsewhere(
  app: Roadbook,
  page: Page,
  folder: string,
  title: string,
): Promise<void> {
  const copy = join(folder, 'copy.roadbook')
  const button = page.getByRole('button', { name: 'Save a copy…' })
  // The button comes and goes with the state: a person would try again as well.
  await expect(async () => {
    await app.scriptDialogs({ save: [copy] })
    if ((await button.count()) > 0) await button.first().click({ timeout: 5_000 })
    else {
      // The field of the next idea is still open and keeps keys for itself.
      await page.keyboard.press('Escape')
      await page.keyboard.press('ControlOrMeta+Shift+S')
    }
    await expect(page.getByText(`Saved to ${copy}`).first()).toBeVisible({ timeout: 15_000 })
  }).toPass(PATIENCE)
  const read = readPlanFile(readFileSync(copy), 'copy.roadbook')
  expect(read.ok && JSON.stringify(read.things).includes(title)).toBe(true)
}

/** Every change is there at the next start, by night also at the one after it. */
export const STARTS = isLong ? ['first', 'second'] : ['first']

/** Space is there again: the change is kept, and the next starts find it. */
export async function repaired(
  app: Roadbook,
  page: Page,
  ...titles: readonly string[]
): Promise<readonly string[]> {
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    if ((await again.count()) > 0) await again.click({ timeout: 5_000 })
    await expect(pill(page)).toHaveAttribute('data-save', 'saved', { timeout: 15_000 })
  }).toPass(PATIENCE)
  const lost: string[] = []
  for (const start of STARTS) {
    await app.killAll()
    const fresh = await app.relaunch()
    await expect(garage(fresh)).toBeVisible(PATIENCE)
    await saved(fresh)
    const stand = await standOf(fresh, app.userData)
    lost.push(...stand.troubles.map((one) => `${start} start: ${one}`))
    for (const wanted of ['Before', ...titles])
      if (!stand.titles.has(wanted)) lost.push(`${start} start: “${wanted}” is gone`)
  }
  return lost
}

/**
 * Ideas until one has no room. What still fits into the last begun block of a file is kept on a full disk as
 * well, and is rightly called saved.
 */
export async function ideasUntilAlarm(page: Page) {
  const titles: string[] = []
  for (;;) {
    const title = `On a full disk ${String(titles.length)}${', on and on'.repeat(40)}`
    titles.push(title)
    await typeIdea(page, title)
    const started = performance.now()
    await page.keyboard.press('Escape')
    await expect(pill(page)).toHaveAttribute('data-save', /^(?:failed|late|saved)$/, PATIENCE)
    const state = await pill(page).getAttribute('data-save')
    if (state !== 'saved' || titles.length === 60)
      return { titles, ...(await alarm(page, started)) }
  }
}
