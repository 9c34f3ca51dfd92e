import type { Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { storeFolders } from '../faults/app/damages.ts'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { journalText, operationsIn } from '../faults/app/stand.ts'
import type { Roadbook } from './host/fixtures.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const IDEA = 'Chatbot answers at night'

const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const redoButton = (page: Page) => page.getByRole('button', { name: /^Redo/ })

/** A plan with one idea that is shown as saved. */
async function startWithIdea(page: Page): Promise<void> {
  await startEmpty(page)
  await addIdea(page, IDEA)
  await saved(page)
}

/** The folder with the snapshots of the only plan. */
function snapshotFolder({ userData }: Roadbook): string {
  const plans = join(userData, 'plans')
  return join(plans, readdirSync(plans)[0] ?? '', 'snapshots')
}

/** Takes the browser's database away. */
function loseDatabase({ userData }: Roadbook): void {
  const stores = storeFolders(userData)
  expect(stores.length).toBeGreaterThan(0)
  for (const store of stores) rmSync(store, { recursive: true })
}

test('a saved edit survives a kill of everything, and can be undone afterwards', async ({
  roadbook,
  page,
}) => {
  await startWithIdea(page)
  expect(journalText(roadbook.userData)).toContain(IDEA)
  await roadbook.killAll()

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await saved(again)
  await undoButton(again).click()
  await expect(idea(again, IDEA)).toHaveCount(0)
  await saved(again)
  await roadbook.killAll()

  const third = await roadbook.relaunch()
  await expect(garage(third)).toBeVisible()
  await expect(idea(third, IDEA)).toHaveCount(0)
  await redoButton(third).click()
  await expect(idea(third, IDEA)).toBeVisible()
  expect(roadbook.problems).toEqual([])
})

test('a database that is gone is rebuilt from the journal, and this is said', async ({
  roadbook,
  page,
}) => {
  await startWithIdea(page)
  await roadbook.killAll()
  loseDatabase(roadbook)

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await expect(again.getByText(/“Support” was put back from its safety copy/).first()).toBeVisible()
  await undoButton(again).click()
  await expect(idea(again, IDEA)).toHaveCount(0)
  await saved(again)
  await roadbook.relaunch()
  await expect(garage(roadbook.page)).toBeVisible()
  await expect(roadbook.page.getByText(/was put back/)).toHaveCount(0)
  expect(roadbook.problems).toEqual([])
})

test('a clean quit leaves a snapshot, from which a lost database comes back as well', async ({
  roadbook,
  page,
}) => {
  await startWithIdea(page)
  await roadbook.close()
  expect(readdirSync(snapshotFolder(roadbook)).length).toBeGreaterThan(0)
  loseDatabase(roadbook)

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await expect(again.getByText(/was put back from its safety copy/).first()).toBeVisible()
})

test('a window closed by hand leaves a snapshot of the last acknowledged change', async ({
  roadbook,
  page,
}) => {
  await startWithIdea(page)
  await roadbook.closeWindow()
  const folder = snapshotFolder(roadbook)
  const newest = readdirSync(folder).sort().at(-1) ?? ''
  expect(newest).toMatch(/-quit\.json$/)
  const last = operationsIn(journalText(roadbook.userData)).at(-1)
  expect(Number(newest.split('-')[0])).toBe(last?.seq)
  expect(readFileSync(join(folder, newest), 'utf8')).toContain(IDEA)
  // The session ended well: the next one does not take this for a crash.
  expect(existsSync(join(roadbook.userData, 'running.json'))).toBe(false)
})

test('a deleted plan comes back by the toast, and is in the trash after the app closed', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  const screens = page.getByRole('navigation', { name: 'Screens' })
  await screens.getByRole('button', { name: 'Data' }).click()
  await page.getByRole('button', { name: 'Delete Support' }).click()
  await expect(page.getByText('“Support” is deleted.').first()).toBeVisible()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('main', { name: 'Data' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete Support' }).click()
  await expect(page.getByText('“Support” is deleted.').first()).toBeVisible()
  await roadbook.close()
  expect(readdirSync(join(roadbook.userData, 'trash'))).toHaveLength(1)
  const again = await roadbook.relaunch()
  await expect(again.getByRole('heading', { name: 'Where are we going?' })).toBeVisible()
  await expect(again.getByText('Your plans')).toHaveCount(0)
})
