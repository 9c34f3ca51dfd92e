import type { Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Roadbook } from './host/fixtures.ts'
import { expect, test } from './host/fixtures.ts'

const IDEA = 'Chatbot answers at night'

async function startEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByLabel('Name of the plan').fill('Support')
  await page.getByLabel('First objective').fill('Customers rave about our support')
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await saved(page)
}

/** An initiative in the Garage: typed, given to the plan with Enter. */
async function addIdea(page: Page, title: string): Promise<void> {
  const garage = page.getByRole('region', { name: 'Garage' })
  await garage.getByRole('button', { name: 'New initiative' }).click()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(idea(page, title)).toBeVisible()
}

const idea = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Garage' }).getByText(title).first()

const saved = (page: Page) =>
  expect(page.getByRole('status', { name: 'Saved on this computer' })).toBeVisible()

const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const redoButton = (page: Page) => page.getByRole('button', { name: /^Redo/ })

/** All folders of a name below a folder. */
function foldersNamed(name: string, within: string): string[] {
  return readdirSync(within, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name === name ? [join(entry.parentPath, entry.name)] : [],
  )
}

/** What the browser keeps of its databases, outside the journal. */
const databaseFolders = ({ userData }: Roadbook) => foldersNamed('IndexedDB', userData)

function journalOf({ userData }: Roadbook): readonly string[] {
  const plans = join(userData, 'plans')
  return readdirSync(plans, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(plans, name))
}

test('a saved edit survives a kill of everything, and can be undone afterwards', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, IDEA)
  await saved(page)
  const lines = journalOf(roadbook).map((path) => readFileSync(path, 'utf8'))
  expect(lines.join('')).toContain(IDEA)
  await roadbook.killAll()

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await saved(again)
  await undoButton(again).click()
  await expect(idea(again, IDEA)).toHaveCount(0)
  await saved(again)
  await roadbook.killAll()

  const third = await roadbook.relaunch()
  await expect(third.getByRole('region', { name: 'Garage' })).toBeVisible()
  await expect(idea(third, IDEA)).toHaveCount(0)
  await redoButton(third).click()
  await expect(idea(third, IDEA)).toBeVisible()
  expect(roadbook.problems).toEqual([])
})

test('several kills in a row lose nothing that was shown as saved', async ({ roadbook, page }) => {
  test.slow()
  await startEmpty(page)
  let now = page
  const titles: string[] = []
  for (const kill of [roadbook.killAll, roadbook.killBrowser, roadbook.killMain]) {
    const title = `Idea ${String(titles.length + 1)}`
    await addIdea(now, title)
    titles.push(title)
    await saved(now)
    await kill()
    now = await roadbook.relaunch()
    for (const kept of titles) await expect(idea(now, kept)).toBeVisible()
  }
})

test('a database that is gone is rebuilt from the journal, and this is said', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, IDEA)
  await saved(page)
  await roadbook.killAll()
  const folders = databaseFolders(roadbook)
  expect(folders.length).toBeGreaterThan(0)
  for (const folder of folders) rmSync(folder, { recursive: true })

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await expect(again.getByText(/“Support” was put back from its safety copy/).first()).toBeVisible()
  await undoButton(again).click()
  await expect(idea(again, IDEA)).toHaveCount(0)
  await saved(again)
  await roadbook.relaunch()
  await expect(roadbook.page.getByRole('region', { name: 'Garage' })).toBeVisible()
  await expect(roadbook.page.getByText(/was put back/)).toHaveCount(0)
  expect(roadbook.problems).toEqual([])
})

test('a clean quit leaves a snapshot, from which a lost database comes back as well', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, IDEA)
  await roadbook.close()
  const [folder] = foldersNamed('snapshots', roadbook.userData)
  expect(folder && readdirSync(folder).length).toBeGreaterThan(0)
  for (const lost of databaseFolders(roadbook)) rmSync(lost, { recursive: true })

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await expect(again.getByText(/was put back from its safety copy/).first()).toBeVisible()
})

test('a window closed by hand leaves a snapshot of the last acknowledged change', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, IDEA)
  await saved(page)
  await roadbook.closeWindow()
  const [folder = ''] = foldersNamed('snapshots', roadbook.userData)
  const newest = readdirSync(folder).sort().at(-1) ?? ''
  expect(newest).toMatch(/-quit\.json$/)
  const journal = readFileSync(join(folder, '..', 'journal-000001.jsonl'), 'utf8')
  const last = JSON.parse(journal.trimEnd().split('\n').at(-1) ?? '') as { seq: number }
  expect(Number(newest.split('-')[0])).toBe(last.seq)
  expect(readFileSync(join(folder, newest), 'utf8')).toContain(IDEA)
  // The session ended well: the next one does not take this for a crash.
  expect(existsSync(join(roadbook.userData, 'running.json'))).toBe(false)
})

test('a torn end of the journal costs nothing: the database writes the line again', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, IDEA)
  await saved(page)
  await roadbook.killAll()
  const journal = journalOf(roadbook).at(-1) ?? ''
  expect(existsSync(journal)).toBe(true)
  truncateSync(journal, statSync(journal).size - 20)
  expect(readFileSync(journal, 'utf8').endsWith('\n')).toBe(false)

  const again = await roadbook.relaunch()
  await expect(idea(again, IDEA)).toBeVisible()
  await saved(again)
  await roadbook.close()
  expect(readFileSync(journal, 'utf8')).toContain(IDEA)
  expect(readFileSync(journal, 'utf8').endsWith('\n')).toBe(true)
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
