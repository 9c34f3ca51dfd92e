import { expect, type Page } from '@playwright/test'
import type { Roadbook } from '../../e2e/host/fixtures.ts'

/** A plan with one objective and nothing else. */
export async function startEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByLabel('Name of the plan').fill('Support')
  await page.getByLabel('First objective').fill('Customers rave about our support')
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await saved(page)
}

export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saved on this computer' })).toBeVisible({
    timeout: 30_000,
  })

export const garage = (page: Page) => page.getByRole('region', { name: 'Garage' })

export const idea = (page: Page, title: string) =>
  garage(page).getByText(title, { exact: true }).first()

/** An initiative in the Garage: typed, given to the plan with Enter. */
export async function addIdea(page: Page, title: string): Promise<void> {
  await garage(page).getByRole('button', { name: 'New initiative' }).click()
  await page.keyboard.insertText(title)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(idea(page, title)).toBeVisible()
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))

/** A command or a screen by the first letters of its name. */
export async function byPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(query)
  await page.keyboard.press('Enter')
}

/** A plan file becomes a plan, from wherever the app stands. */
export async function openPlanFile({ page, scriptDialogs }: Roadbook, path: string): Promise<void> {
  const first = page.getByRole('button', { name: /^Start empty/ })
  await expect(first.or(garage(page))).toBeVisible()
  await scriptDialogs({ open: [path] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await page.getByRole('button', { name: 'Open as a plan' }).click()
  await expect(garage(page)).toBeVisible({ timeout: 30_000 })
  await saved(page)
}

/** Takes lines of text into the open plan as objectives: one large step. */
export async function pasteLines(page: Page, prefix: string, count: number): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+V')
  const dialog = page.getByRole('dialog', { name: 'Paste or open OKRs' })
  const lines = Array.from({ length: count }, (_, at) => `- ${prefix} ${String(at + 1)}`)
  await dialog.getByLabel('Your OKRs as text').fill(lines.join('\n'))
  await dialog.getByText('Into the open plan').click()
  await dialog.getByRole('button', { name: 'Add to plan' }).click()
}

export const restoreDialog = (page: Page) => page.getByRole('dialog', { name: 'Restore' })

/** A snapshot by hand. */
export async function backUp(page: Page): Promise<void> {
  await byPalette(page, 'Restore')
  const dialog = restoreDialog(page)
  const snapshots = dialog.getByRole('list', { name: 'Snapshots' }).getByRole('button')
  const button = dialog.getByRole('button', { name: 'Back up now' })
  await button.click()
  await expect(button).toBeEnabled()
  await expect(snapshots.first()).toHaveAccessibleName(/Backed up by hand/)
  await expect(dialog.getByText('This is exactly the plan of today.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}
