import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const UGLY =
  `${'Objectives without a single break in a very very long line '.repeat(7)}🚀 שלום`.slice(0, 480)

const saved = (page: Page) =>
  expect(page.getByRole('status', { name: 'Saved on this computer' })).toBeVisible()

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await saved(page)
}

async function byPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(query)
  await page.keyboard.press('Enter')
}

/** An initiative in the Garage. */
async function addIdea(page: Page, title: string): Promise<void> {
  const garage = page.getByRole('region', { name: 'Garage' })
  await garage.getByRole('button', { name: 'New initiative' }).click()
  await page.keyboard.insertText(title)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Restore' })
const snapshots = (page: Page) => dialog(page).getByRole('list', { name: 'Snapshots' })

const accessible = (page: Page) => expectAccessible(page, 'restore', { include: '[role="dialog"]' })

test('a snapshot shows what it would bring back, restores as one step, and undo takes it back', async ({
  roadbook,
  page,
}) => {
  test.slow()
  await openSample(page)
  await byPalette(page, 'Restore')
  await dialog(page).getByRole('button', { name: 'Back up now' }).click()
  await expect(snapshots(page).getByRole('button', { name: /Backed up by hand/ })).toBeVisible()
  await expect(dialog(page).getByText('This is exactly the plan of today.')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Restore this state' })).toBeDisabled()
  await page.keyboard.press('Escape')

  await addIdea(page, UGLY)
  await saved(page)
  const garage = page.getByRole('region', { name: 'Garage' })
  await expect(garage.getByText(UGLY.slice(0, 30)).first()).toBeVisible()

  await byPalette(page, 'Restore')
  const main = dialog(page).getByRole('region', { name: 'What this state would change' })
  const byHand = snapshots(page).getByRole('button', { name: /Backed up by hand/ })
  await byHand.click()
  await expect(main.getByText('1 initiative', { exact: true })).toBeVisible()
  await main.getByText('1 initiative', { exact: true }).click()
  await expect(main.getByText('Goes', { exact: true })).toBeVisible()
  await main.getByText('Look at this state').click()
  await expect(main.getByText('Customers rave about our support')).toBeVisible()
  await accessible(page)

  await dialog(page).getByRole('button', { name: 'Restore this state' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(garage.getByText(UGLY.slice(0, 30))).toHaveCount(0)
  await saved(page)
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(garage.getByText(UGLY.slice(0, 30)).first()).toBeVisible()

  await byPalette(page, 'Restore')
  const copy = snapshots(page).getByRole('button', { name: /Before a restore/ })
  await expect(copy.getByText('Pinned')).toBeVisible()
  await copy.click()
  await dialog(page).getByRole('button', { name: 'Unpin' }).click()
  await expect(copy.getByText('Pinned')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await saved(page)
  await roadbook.relaunch()
  await expect(
    roadbook.page.getByRole('region', { name: 'Garage' }).getByText(UGLY.slice(0, 30)).first(),
  ).toBeVisible()
  expect(roadbook.problems).toEqual([])
})
