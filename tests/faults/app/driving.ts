import { expect, type Page } from '@playwright/test'

/** A plan with one objective and nothing else. */
export async function startEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByLabel('Name of the plan').fill('Support')
  await page.getByLabel('First objective').fill('Customers rave about our support')
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await saved(page)
}

export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saved on this computer' })).toBeVisible()

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
