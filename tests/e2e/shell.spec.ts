import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'

test.use({ isShared: true })

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function startEmpty(page: Page, name = 'Support & Product'): Promise<void> {
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByLabel('Name of the plan').fill(name)
  await page.getByLabel('First objective').fill('Customers rave about our support')
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await expect(saveState(page)).toHaveAttribute('data-save', 'saved')
}

const saveState = (page: Page) => page.locator('[data-save]')

async function runByPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(query)
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Search and commands')).toHaveCount(0)
}

const openNow = (page: Page) => page.evaluate(() => document.title)

test.describe('first run', () => {
  test('teaches and offers three ways in', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where are we going?')
    for (const way of [/^Try the sample plan/, /^Paste or open your OKRs/, /^Start empty/])
      await expect(page.getByRole('button', { name: way })).toBeVisible()
  })

  test('opens the sample plan, dated around today', async ({ page }) => {
    await page.getByRole('button', { name: /^Try the sample plan/ }).click()
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
    await expect(page.getByRole('banner')).toContainText(/Week \d+ of \d+/)
    await expect(page.getByRole('main')).toContainText('Customers rave about our support')
    await expect(saveState(page)).toHaveAttribute('data-save', 'saved')
  })

  test('opens the gate for pasted OKRs', async ({ page }) => {
    await page.getByRole('button', { name: /^Paste or open your OKRs/ }).click()
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where are we going?')
  })

  test('starts empty by keyboard alone, and is there again after a restart', async ({
    roadbook,
    page,
  }) => {
    await page.getByRole('button', { name: /^Start empty/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Name of the plan')).toBeFocused()
    await page.keyboard.type('Night train')
    await page.getByLabel('First objective').focus()
    await page.keyboard.type('Arrive rested')
    await page.keyboard.press('Enter')
    await expect.poll(() => openNow(page)).toBe('Night train – Roadbook')
    await expect(saveState(page)).toHaveAttribute('data-save', 'saved')
    const again = await roadbook.relaunch()
    await expect.poll(() => openNow(again)).toBe('Night train – Roadbook')
  })

  test('says beside the field what is wrong, and makes nothing', async ({ page }) => {
    await page.getByRole('button', { name: /^Start empty/ }).click()
    await page.getByLabel('First day', { exact: true }).fill('2026-12-31')
    const last = page.getByLabel('Last day', { exact: true })
    await last.fill('2026-10-01')
    await expect(last).toHaveAccessibleDescription(/after the first/)
    await page.getByRole('button', { name: 'Create the plan' }).click()
    await expect(page.getByLabel('Name of the plan')).toHaveAccessibleDescription(/Give the plan/)
    await expect(page.getByLabel('Name of the plan')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog(page, 'A new plan')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Start empty/ })).toBeFocused()
  })
})

test.describe('palette', () => {
  test('finds commands and things, and jumps to them', async ({ page }) => {
    await startEmpty(page)
    await runByPalette(page, 'rave support')
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Objective')
    await expect(
      page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first(),
    ).toHaveValue('Customers rave about our support')
    await runByPalette(page, 'go to data')
    await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible()
  })

  test('leads to a word in the journal, and to the objectives of a theme', async ({ page }) => {
    await page.getByRole('button', { name: /^Try the sample plan/ }).click()
    await expect(saveState(page)).toHaveAttribute('data-save', 'saved')
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('win')
    const entry = page
      .getByRole('option')
      .filter({ hasText: /Win · / })
      .first()
    const words = (await entry.locator('[dir=auto]').textContent()) ?? ''
    await entry.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible()
    await expect(page.locator('[data-thing]:focus').getByRole('textbox')).toHaveValue(words)
    await runByPalette(page, 'product theme')
    await expect(page.locator('[data-lane]')).not.toHaveCount(3)
    await expect(page.locator('[data-lane]')).not.toHaveCount(0)
  })

  test('closes on Escape and on its own key, and says when nothing fits', async ({ page }) => {
    await startEmpty(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('qqqqqq')
    await expect(page.getByText('Nothing is called “qqqqqq”.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page, 'Search and commands')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(dialog(page, 'Search and commands')).toHaveCount(0)
  })
})

test.describe('shortcuts', () => {
  test('add, undo and redo; letters typed into a field stay letters', async ({ page }) => {
    await startEmpty(page)
    await page.keyboard.press('o')
    const title = page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('textbox')
      .first()
    await expect(title).toHaveValue('New objective')
    await expect(title).toBeFocused()
    await page.keyboard.type('Opt in? o k i p')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    await title.blur()
    await runByPalette(page, 'go to data')
    const objectives = page.locator('[data-count="objective"]').filter({ hasText: '2' })
    await expect(objectives).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(objectives).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(objectives).toHaveCount(1)
  })

  test('are all on one sheet', async ({ page }) => {
    await startEmpty(page)
    await page.keyboard.press('?')
    const sheet = dialog(page, 'Keyboard shortcuts')
    for (const label of ['New objective', 'Undo', 'Go to Route', 'Search and commands…'])
      await expect(sheet.getByText(label, { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  })

  test('and the native menu runs the same list', async ({ roadbook, page }) => {
    await startEmpty(page)
    await expect.poll(async () => JSON.stringify(await roadbook.menu())).toContain('About Roadbook')
    expect(await roadbook.clickMenu('help.about')).toBe(true)
    await expect(dialog(page, 'About Roadbook')).toContainText(roadbook.userData)
  })
})

test('the theme and the size of everything are kept', async ({ roadbook, page }) => {
  await startEmpty(page)
  const theme = (on: Page) => on.evaluate(() => document.documentElement.dataset['theme'])
  await runByPalette(page, 'theme: dark')
  await expect.poll(() => theme(page)).toBe('dark')
  await page.keyboard.press('ControlOrMeta+=')
  const zoom = (on: Page) => on.evaluate(() => document.documentElement.style.zoom)
  await expect.poll(() => zoom(page)).toBe('1.1')
  // The kept choice is written a moment after it was made.
  await page.waitForTimeout(600)
  const again = await roadbook.relaunch()
  await expect.poll(() => theme(again)).toBe('dark')
  expect(await zoom(again)).toBe('1.1')
  await again.keyboard.press('ControlOrMeta+0')
  await expect.poll(() => zoom(again)).toBe('')
})

test('several plans: new, rename, duplicate, switch, delete, bring back', async ({ page }) => {
  await startEmpty(page, 'First')
  await page.keyboard.press('ControlOrMeta+n')
  await page.getByLabel('Name of the plan').fill('Second')
  await page.keyboard.press('Enter')
  await expect.poll(() => openNow(page)).toBe('Second – Roadbook')

  await page.keyboard.press('ControlOrMeta+o')
  const plans = page.getByRole('list', { name: 'Plans', exact: true })
  await plans.getByRole('button', { name: 'Rename Second' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Renamed')
  await page.keyboard.press('Enter')
  await expect.poll(() => openNow(page)).toBe('Renamed – Roadbook')
  await plans.getByRole('button', { name: 'Duplicate First' }).click()
  await expect.poll(() => openNow(page)).toBe('First (copy) – Roadbook')
  await expect(plans.getByRole('listitem')).toHaveCount(3)

  await plans.getByRole('button', { name: 'Delete Renamed' }).click()
  await expect(plans.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(plans.getByRole('listitem')).toHaveCount(3)
  await plans.getByRole('button', { name: 'Open Renamed' }).click()
  await expect.poll(() => openNow(page)).toBe('Renamed – Roadbook')
})

test('deleting the last plan leads back to the beginning, which brings it back', async ({
  page,
}) => {
  await startEmpty(page, 'Only one')
  await runByPalette(page, 'delete this plan')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where are we going?')
  // The message has its Undo for some seconds; here it can be brought back later, too.
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('button', { name: 'Bring back Only one' }).click()
  await expect.poll(() => openNow(page)).toBe('Only one – Roadbook')
})

test('settings are checked while typing, kept, and one step of undo each', async ({ page }) => {
  await startEmpty(page)
  await page.keyboard.press('ControlOrMeta+,')
  const settings = dialog(page, 'Settings')
  const onPace = settings.getByLabel('On pace up to a gap of')
  await onPace.fill('x')
  await expect(onPace).toHaveAccessibleDescription(/Not a number/)
  await onPace.blur()
  await expect(onPace).toHaveValue('10')
  await onPace.fill('30')
  await onPace.press('Enter')
  await expect(onPace).toHaveAccessibleDescription(/smaller than the gap for slipping/)
  await expect(onPace).toHaveValue('10')
  await onPace.fill('5')
  await onPace.press('Enter')
  await expect(onPace).toHaveValue('5')
  await settings.getByPlaceholder('Add a theme').fill('Trust')
  await settings.getByPlaceholder('Add a theme').press('Enter')
  await expect(settings.getByLabel('Name of the theme Trust')).toHaveValue('Trust')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+,')
  await expect(settings.getByLabel('On pace up to a gap of')).toHaveValue('10')
  await expect(settings.getByLabel('Name of the theme Trust')).toHaveCount(0)
})

test('cycles are added, renamed and chosen', async ({ page }) => {
  await startEmpty(page)
  await runByPalette(page, 'cycles…')
  const cycles = dialog(page, 'Cycles')
  await cycles.getByRole('button', { name: 'Add a cycle' }).click()
  await expect(cycles.getByRole('region')).toHaveCount(2)
  const first = cycles.getByRole('region').first()
  await first.getByLabel('Name').fill('The year after')
  await first.getByLabel('Name').press('Enter')
  await first.getByRole('button', { name: 'Show on the route' }).click()
  await page.keyboard.press('Escape')
  await expect(
    page.getByRole('banner').getByRole('button', { name: /The year after/ }),
  ).toBeVisible()
})

test('nothing that the shell shows breaks the page’s policy or leaves the app', async ({
  roadbook,
  page,
}) => {
  await page.evaluate(() => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective} ${event.sourceFile}:${String(event.lineNumber)}`)
    })
    Object.assign(window, { violations: seen })
  })
  await startEmpty(page)
  for (const key of ['ControlOrMeta+k', '?', 'ControlOrMeta+,', 'ControlOrMeta+o']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByRole('banner').getByRole('button', { name: /Q\d/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).hover()
  await expect(page.getByRole('tooltip')).toBeVisible()
  expect(
    await page.evaluate(() => (window as unknown as { violations: string[] }).violations),
  ).toEqual([])
  expect(await roadbook.offOriginRequests()).toBe(0)
  expect(roadbook.problems).toEqual([])
})
