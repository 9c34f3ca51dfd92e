import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'
import { checkpoint, undoButton } from './route-map-page.ts'

test.use({ today: '2026-11-22', isShared: true })

test.beforeEach(async ({ page }) => {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await checkpoint(page, 'First response').click()
  await expect(due(page)).toBeVisible()
})

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const due = (page: Page) => inspector(page).getByLabel('Due', { exact: true })

test('takes a day as people write it, one step each', async ({ page }) => {
  for (const [typed, shown] of [
    ['2026-12-11', 'Dec 11, 2026'],
    ['14.12.', 'Dec 14, 2026'],
    ['3 dec', 'Dec 3, 2026'],
    ['+2w', 'Dec 6, 2026'],
    ['12/24/2026', 'Dec 24, 2026'],
  ] as const) {
    await due(page).fill(typed)
    await due(page).press('Enter')
    await expect(due(page)).toHaveValue(shown)
  }
  await undoButton(page).click()
  await expect(due(page)).toHaveValue('Dec 6, 2026')

  // A step that is added takes its day at once, and keeps the caret where its day puts it.
  await inspector(page).getByText('How it is judged').click()
  await inspector(page).getByLabel('Plan line').selectOption('steps')
  await inspector(page).getByRole('button', { name: 'Add a step' }).press('Enter')
  const day = (step: number) =>
    inspector(page).getByLabel(`From day, step ${String(step)}`, { exact: true })
  await expect(day(2)).toBeFocused()
  await day(2).fill('2026-11-30')
  await day(2).press('Enter')
  await expect(day(1)).toHaveValue('Nov 30, 2026')
  await expect(day(1)).toBeFocused()
})

test('says beside the field why not, and keeps the last good day', async ({ page }) => {
  const before = await due(page).inputValue()
  for (const [typed, why] of [
    ['31 nov', /^Not a day\..*Kept: /],
    ['3/4/2026', /two ways: write Apr 3, 2026 or Mar 4, 2026/],
    ['', /A day is needed/],
  ] as const) {
    await due(page).fill(typed)
    await due(page).press('Enter')
    await expect(due(page)).toHaveAccessibleDescription(why)
    await expect(due(page)).toHaveValue(before)
  }
  // Nothing is said of what is not typed to its end.
  await due(page).fill('14 n')
  await expect(due(page)).not.toHaveAttribute('aria-invalid')
  await due(page).press('Escape')
  await expect(due(page)).toHaveValue(before)

  // What the plan would refuse is said while it is typed, too.
  const target = inspector(page).getByLabel('Target', { exact: true })
  await target.fill(await inspector(page).getByLabel('Baseline', { exact: true }).inputValue())
  await expect(target).toHaveAccessibleDescription(/equals the baseline/)
  await target.press('Enter')
  await expect(target).toHaveAccessibleDescription(/equals the baseline.*Kept: 5\./)
  await expect(target).toHaveValue('5')
  await expect(undoButton(page)).toBeDisabled()
})

test('opens a calendar that is walked by keys; Escape closes it alone', async ({ page }) => {
  await due(page).fill('2026-12-11')
  await due(page).press('Enter')
  await due(page).press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Calendar for Due' })
  await expect(calendar.getByRole('button', { name: /December 11th.*selected/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(calendar).toHaveCount(0)
  await expect(due(page)).toBeFocused()
  await expect(inspector(page)).toContainText('Key result')

  await inspector(page).getByRole('button', { name: 'Calendar for Due' }).click()
  await expect(calendar.getByRole('button', { name: /December 11th/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(due(page)).toHaveValue('Dec 19, 2026')
  await expect(due(page)).toBeFocused()
})

test('in a form, what cannot be read is not sent', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+n')
  const form = page.getByRole('dialog', { name: 'A new plan' })
  await form.getByLabel('Name of the plan').fill('Spring')
  await form.getByLabel('First objective').fill('Arrive')
  await form.getByLabel('Last day', { exact: true }).fill('some day')
  // The line of words that leaving the field shows must not move the button away from under the pointer.
  await form.getByRole('button', { name: 'Create the plan' }).click()
  await expect(form.getByLabel('Last day', { exact: true })).toHaveAccessibleDescription(
    /^Not a day/,
  )
  await expect(form).toBeVisible()
  await form.getByLabel('Last day', { exact: true }).fill('31.12.')
  await form.getByLabel('Last day', { exact: true }).press('Enter')
  await expect(form).toHaveCount(0)
})
