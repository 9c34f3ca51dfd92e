import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

test.use({ isShared: true })

/**
 * `label-content-name-mismatch`: a card of the map is read as one sentence made of its figures, not as the
 * figures one by one.
 */
const NOT_HERE = ['label-content-name-mismatch']

const inBothThemes = (page: Page, place: string, alsoNotHere: readonly string[] = []) =>
  expectAccessible(page, place, { without: [...NOT_HERE, ...alsoNotHere] })

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
}

test('first run and its form', async ({ page }) => {
  await inBothThemes(page, 'first run')
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await inBothThemes(page, 'new plan with errors')
})

test('every screen, and the menu of cycles', async ({ page }) => {
  await openSample(page)
  for (const screen of ['Route', 'People', 'Review', 'Data']) {
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: screen })
      .click()
    await expect(page.getByRole('main', { name: screen })).toBeVisible()
    await inBothThemes(page, screen)
  }
  await page.getByRole('banner').getByRole('button', { name: /Q\d/ }).click()
  // An open menu hangs from the page itself, not from a landmark.
  await inBothThemes(page, 'menu of cycles', ['region'])
})

async function byPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(query)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toHaveCount(0)
}

// Each look takes seconds on a small machine, and there are many.
test.describe.configure({ timeout: 180_000 })

const DIALOGS = [
  ['Search and commands', 'ControlOrMeta+k'],
  ['Keyboard shortcuts', '?'],
  ['Settings', 'ControlOrMeta+,'],
  ['Plans', 'ControlOrMeta+o'],
  ['A new plan', 'ControlOrMeta+n'],
] as const

test('every dialog', async ({ page }) => {
  await openSample(page)
  for (const [name, key] of DIALOGS) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await inBothThemes(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const [name, command] of [
    [/^Cycles$/, 'cycles…'],
    [/^About Roadbook$/, 'about roadbook'],
    [/^Paste or open/, 'paste or open'],
  ] as const) {
    await byPalette(page, command)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await inBothThemes(page, command)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await byPalette(page, 'train the team on fast triage')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('fast triage')
  await byPalette(page, 'move to…')
  await expect(page.getByRole('dialog')).toBeVisible()
  await inBothThemes(page, 'move to')
})

test('the inspector of each kind of thing, and the calendar of a date field', async ({ page }) => {
  await openSample(page)
  for (const title of [
    'customers rave about our support',
    'first response time',
    'train the team on fast triage',
    'mira kowalski',
  ]) {
    await byPalette(page, title)
    await expect(
      page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first(),
    ).toBeVisible()
    await inBothThemes(page, `inspector of ${title}`)
  }

  // What hangs from a field or a button hangs from the page itself, not from a landmark.
  await byPalette(page, 'first response time')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('button', { name: 'Calendar for Due' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await inBothThemes(page, 'calendar', ['region'])
})
