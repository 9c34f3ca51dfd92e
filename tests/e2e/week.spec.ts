import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

test.use({ today: '2026-11-16', isShared: true })

const main = (page: Page, name: string) => page.getByRole('main', { name })
const strip = (page: Page) => page.getByRole('form', { name: 'Why did the route change?' })

test.beforeEach(async ({ page }) => {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
})

async function byPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(query)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toHaveCount(0)
}

/** Moves the due day of a key result of the running cycle, which is a detour. */
async function moveDueDay(page: Page): Promise<void> {
  await byPalette(page, 'first response time')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByLabel('Due', { exact: true }).fill('2026-12-11')
  await inspector.getByLabel('Due', { exact: true }).press('Enter')
  await expect(strip(page)).toBeVisible()
}

test('this week names what needs somebody, and every line opens its thing', async ({
  roadbook,
  page,
}) => {
  await page.keyboard.press('ControlOrMeta+5')
  const week = main(page, 'This week')
  for (const [section, line] of [
    ['Check-ins that are due', 'Self-service share'],
    ['Work done, number flat', 'One-page set-up wizard'],
    ['Blocked or late', 'Train the team on fast triage'],
    ['Overbooked, this week and next', 'Jon Dahl'],
    ['Wins of the last seven days', 'First crash-free week'],
    ['Concerns without an answer', 'Activation hangs on one weekly call'],
  ] as const)
    await expect(week.getByRole('region', { name: section })).toContainText(line)
  await week
    .getByRole('region', { name: 'Blocked or late' })
    .getByRole('button', { name: /Train the team/ })
    .click()
  await expect(
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first(),
  ).toHaveValue('Train the team on fast triage')
  expect(roadbook.problems).toEqual([])
})

test('a win takes two keystrokes and a line, and has its one moment', async ({ page }) => {
  await page.keyboard.press('j')
  await page.keyboard.press('w')
  await page.keyboard.type('The chatbot answers alone')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^A win: The chatbot/ })).toBeVisible()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.keyboard.press('j')
  await page.keyboard.press('w')
  await page.keyboard.type('And without a postcard')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept the win').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^A win: And/ })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+6')
  const journal = main(page, 'Journal')
  await expect(journal).toContainText('The chatbot answers alone')
  await journal.getByLabel('Kind').selectOption({ label: 'Concerns without an answer' })
  await expect(journal.getByRole('listitem')).toHaveCount(1)
  await journal.getByLabel('Answer').fill('Jon records the call')
  await journal.getByLabel('Kind').focus()
  await expect(journal.getByRole('listitem')).toHaveCount(0)
})

test('a detour asks why, is listed, and its old road can be shown', async ({ page }) => {
  await moveDueDay(page)
  await page.getByRole('main').focus()
  await page.keyboard.press('y')
  await page.keyboard.type('The night shift starts later')
  await page.keyboard.press('Enter')
  await expect(strip(page)).toBeHidden()
  await page.getByRole('main').focus()
  await page.keyboard.press('d')
  await expect(page.locator('[data-old-road]').first()).toBeAttached()
  await page.keyboard.press('d')
  await expect(page.locator('[data-old-road]')).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+7')
  const detours = main(page, 'Detours')
  await expect(detours.getByRole('table')).toContainText('Dec 18, 2026 → Dec 11, 2026')
  await expect(detours.getByLabel(/^Why: First response/).first()).toHaveValue(
    'The night shift starts later',
  )
  await detours.getByRole('button', { name: 'Show the plan as it stood on a day' }).click()
  await expect(detours.getByText(/^As it stood on Nov 16, 2026/)).toBeVisible()
  await detours.getByText('The same in words').click()
  await expect(detours.getByText(/due Dec 11, 2026/).first()).toBeVisible()
})

test('Escape skips the why, and undo takes the question away', async ({ page }) => {
  await moveDueDay(page)
  await page.getByLabel('Why? One line').focus()
  await page.keyboard.press('Escape')
  await expect(strip(page)).toBeHidden()
  await page.getByRole('main').focus()
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+7')
  await expect(main(page, 'Detours').getByRole('table')).not.toContainText('Dec 11, 2026')
})

test('saves the calendar', async ({ roadbook, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-ics-'))
  try {
    const file = join(folder, 'plan.ics')
    await roadbook.scriptDialogs({ save: [file] })
    await byPalette(page, 'save the calendar')
    await expect(page.getByText(/^Saved to /).first()).toBeVisible()
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(text.match(/^UID:check-in-/gm)).toHaveLength(1)
    expect(text.match(/^UID:review-/gm)).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('hints stand under the title and are put away with a reason', async ({ page }) => {
  await page.keyboard.press('o')
  const title = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Title')
  await title.fill('Improve the customer satisfaction rating to 90 % by the end of Q4')
  await title.press('Enter')
  const hints = page.getByRole('list', { name: 'Hints on the wording' })
  const hint = hints.getByRole('listitem').filter({ hasText: 'A number belongs in a key result' })
  await hint.locator('summary').click()
  await hint.getByRole('button', { name: 'Does not apply…' }).click()
  await hint.getByLabel('Why it does not apply here').fill('The board wants it so')
  await page.keyboard.press('Enter')
  await expect(hint).toHaveCount(0)
})

test('the pages pass axe in both themes', async ({ page }) => {
  test.setTimeout(180_000)
  for (const [key, name] of [
    ['5', 'This week'],
    ['6', 'Journal'],
    ['7', 'Detours'],
  ] as const) {
    await page.keyboard.press(`ControlOrMeta+${key}`)
    await expect(main(page, name)).toBeVisible()
    await expectAccessible(page, name)
  }
})
