import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'

test.use({ isShared: true })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-import-e2e-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const OUTLINE = `# CY26-Q4 OKRs
1. **Mira: Customers rave about our support**
   1. Mira KR: First response from 14 to 5 minutes => [board](https://bi.example/1)
      1. Chatbot
      1. Training
   1. Mira KR: Improve sales
1. **Jon: New teams succeed**
   1. Jon KR: Sign-ups +25 %
`

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Paste or open OKRs' })
const paste = (page: Page) => dialog(page).getByLabel('Your OKRs as text')
const counts = (page: Page) => dialog(page).getByRole('status')

async function openPaste(page: Page): Promise<void> {
  await page.getByRole('button', { name: /paste or open/i }).click()
  await expect(dialog(page)).toBeVisible()
}

test('pastes an outline, changes what lines become, and makes a plan of it', async ({
  roadbook,
  page,
}) => {
  await openPaste(page)
  await paste(page).fill(OUTLINE)
  await expect(counts(page)).toHaveText('2 objectives, 3 key results, 2 initiatives')
  const box = dialog(page)
  await expect(box.getByLabel('Value of line 3')).toHaveValue('14 → 5 min')
  await expect(box.getByLabel('Owner of line 2')).toHaveValue('Mira')
  await expect(box.getByText('⇒ board (https://bi.example/1)')).toBeVisible()
  await expect(box.getByLabel('Cycle (from the text)')).toHaveValue('Q4 2026')

  await box.getByLabel('Line 5 becomes').selectOption('Task')
  await box.getByLabel('Keep line 6').uncheck()
  await expect(counts(page)).toHaveText('2 objectives, 2 key results, 1 initiative, 1 task')
  await box.getByLabel('Value of line 8').fill('nonsense')
  await box.getByLabel('Value of line 8').press('Enter')
  await expect(box.getByText(/Not a value/)).toBeVisible()
  await box.getByLabel('Value of line 8').fill('400 → 500')
  await box.getByLabel('Value of line 8').press('Enter')
  await expect(box.getByLabel('Value of line 8')).toHaveValue('400 → 500')

  // The arrows go from line to line in one column.
  await box.getByLabel('Title of line 2').focus()
  await page.keyboard.press('ArrowDown')
  await expect(box.getByLabel('Title of line 3')).toBeFocused()

  await box.getByRole('button', { name: 'Make the plan' }).click()
  await expect(box).toBeHidden()
  await expect(page.getByText('Customers rave about our support').first()).toBeVisible()
  await expect(page.getByText('New teams succeed').first()).toBeVisible()
  expect(roadbook.problems).toEqual([])
  expect(await roadbook.offOriginRequests()).toBe(0)
})

test('adds lines to the open plan as one step that can be undone', async ({ roadbook, page }) => {
  await page.getByRole('button', { name: /sample plan/i }).click()
  await expect(page.getByText('Customers rave about our support').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+V')
  await paste(page).fill('Partners love us\n- KR: Partners from 3 to 9 by 2099-01-01\n')
  await expect(counts(page)).toHaveText('1 objective, 1 key result')
  await expect(dialog(page).getByText('due Jan 1, 2099')).toBeVisible()
  // What cannot be taken as it stands is said before it is written.
  await dialog(page).getByText('Not quite understood: 1').click()
  await expect(dialog(page).getByText(/last day of the cycle was taken instead/)).toBeVisible()
  await dialog(page).getByText('Into the open plan').click()
  await dialog(page).getByRole('button', { name: 'Add to plan' }).click()
  await expect(page.getByText('Added 1 objective, 1 key result.').first()).toBeVisible()
  await expect(page.getByText('Partners love us').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(page.getByText('Partners love us')).toHaveCount(0)
  expect(roadbook.problems).toEqual([])
})

test('refuses what it cannot read, in words with the place, and changes nothing', async ({
  roadbook,
  page,
}) => {
  const bad = join(folder, 'cut.roadbook')
  const wide = join(folder, 'wide.txt')
  writeFileSync(bad, '{"format":"roadbook-plan",\n"version":1,')
  writeFileSync(wide, Buffer.from([0xff, 0xfe, 0x4f, 0x00]))
  await openPaste(page)
  await roadbook.scriptDialogs({ open: [bad, wide] })
  await dialog(page).getByRole('button', { name: 'Open a file…' }).click()
  await expect(dialog(page).getByText(/cut\.roadbook, line 2, column 13.*cut off/)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Open a file…' }).click()
  await expect(dialog(page).getByText(/wide\.txt: .*UTF-16/)).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Make the plan' })).toBeDisabled()
  expect(roadbook.problems).toEqual([])
})

test('a saved plan opens again as it was', async ({ roadbook, page }) => {
  await page.getByRole('button', { name: /sample plan/i }).click()
  await expect(page.getByText('Customers rave about our support').first()).toBeVisible()
  const file = join(folder, 'sample.roadbook')
  await roadbook.scriptDialogs({ save: [file], open: [file] })
  await page.keyboard.press('ControlOrMeta+Shift+S')
  await expect(page.getByText(`Saved to ${file}`).first()).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('"format": "roadbook-plan"')
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await expect(dialog(page).getByText(/3 objectives/)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Open as a copy' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('Customers rave about our support').first()).toBeVisible()
  expect(roadbook.problems).toEqual([])
})

test('takes thousands of lines at once and mounts only those in view', async ({ page }) => {
  await openPaste(page)
  const text = Array.from({ length: 6_000 }, (_, at) => `- Line ${String(at + 1)}`).join('\n')
  await paste(page).evaluate((field, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
  await expect(counts(page)).toHaveText('6,000 objectives', { timeout: 20_000 })
  expect(await page.locator('*').count()).toBeLessThan(1_500)
  await dialog(page).getByLabel('Title of line 2', { exact: true }).focus()
  for (let at = 0; at < 30; at++) await page.keyboard.press('ArrowDown')
  await expect(dialog(page).getByLabel('Title of line 32', { exact: true })).toBeFocused()
})
