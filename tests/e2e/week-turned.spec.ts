import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'

test.use({ today: '2026-11-16', isShared: true })

const SCREENS = [
  ['1', 'Route'],
  ['2', 'People'],
  ['3', 'Review'],
  ['4', 'Data'],
  ['5', 'This week'],
  ['6', 'Journal'],
  ['7', 'Detours'],
  ['8', 'Close the cycle'],
  ['9', 'Across cycles'],
  ['Shift+W', 'Workshop'],
] as const

const main = (page: Page, name: string) => page.getByRole('main', { name })

test('what turned names objectives, key results and work, and stands against the plan of then', async ({
  roadbook,
  page,
}) => {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  // A week later, with a history that reaches back to that day.
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  await page.clock.setFixedTime(new Date('2026-11-24T10:00:00'))
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+5')
  const turned = main(page, 'This week').getByRole('region', { name: /^What turned since Nov 17/ })
  await expect(turned).toContainText('Objective · ')
  await turned.getByRole('button').first().focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip')).toBeVisible()

  // The same page as a report says the same, and what it was compared with.
  const titles = await turned
    .getByRole('button')
    .evaluateAll((lines) => lines.map((line) => line.querySelector('[dir]')?.textContent ?? ''))
  expect(titles.length).toBeGreaterThan(0)
  await main(page, 'This week').getByRole('button', { name: 'Export this page…' }).press('Enter')
  await expect(main(page, 'Review').getByLabel('Kind of report')).toHaveValue('week')
  const paper = main(page, 'Review').getByTestId('report-preview')
  await expect(paper.getByText(/as its history on this computer tells it/)).toBeAttached()
  for (const title of titles) await expect(paper.getByText(title).first()).toBeAttached()
  expect(roadbook.problems).toEqual([])
})

test('the journal takes two keystrokes from every screen', async ({ page }) => {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  for (const [key, screen] of SCREENS) {
    await page.keyboard.press(`ControlOrMeta+${key}`)
    await expect(main(page, screen)).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('l')
    await expect(page.getByRole('dialog', { name: 'Lesson' }), screen).toBeVisible()
    await page.keyboard.type('Ask earlier')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
