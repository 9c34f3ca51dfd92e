import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

test.use({ today: '2026-11-16', isShared: true })

const EIGHT = `# CY26-Q4 OKRs
1. **Customers rave about our support**
   1. KR: First response from 14 to 5 minutes
   1. KR: Satisfaction from 78 to 90 %
   1. KR: Self-service share from 20 to 45 %
   1. KR: Reopened tickets from 12 to 6 %
1. **New teams succeed in their first week**
   1. KR: Set-up time from 5 to 1 days
   1. KR: Activation from 31 to 50 %
   1. KR: Invited colleagues from 2 to 4
   1. KR: Sign-ups from 400 to 500
`

const round = (page: Page) => page.getByRole('dialog', { name: 'Check-in round' })
const here = (page: Page) => round(page).locator('#round-title')
const value = (page: Page) => round(page).getByLabel('Value today')

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /paste or open/i }).click()
  const box = page.getByRole('dialog', { name: 'Paste or open OKRs' })
  await box.getByLabel('Your OKRs as text').fill(text)
  await box.getByRole('button', { name: 'Make the plan' }).click()
  await expect(box).toBeHidden()
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
}

test('takes eight key results through without the mouse, four keys each beside what is typed', async ({
  roadbook,
  page,
}) => {
  await paste(page, EIGHT)
  await expect(page.getByRole('button', { name: 'Check in · 8 due' })).toBeVisible()
  await page.evaluate(() => {
    const page = window as unknown as { keys: number }
    page.keys = 0
    window.addEventListener('keydown', () => (page.keys += 1), true)
  })
  await page.keyboard.press('r')
  await expect(round(page)).toBeVisible()
  const titles: string[] = []
  for (let i = 0; i < 8; i += 1) {
    await expect(value(page)).toBeFocused()
    titles.push((await here(page).textContent()) ?? '')
    await page.keyboard.type(String(10 + i))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type(i === 7 ? '10' : '6')
    await page.keyboard.press('Tab')
    await page.keyboard.type(`Line ${String(i + 1)}`)
    await page.keyboard.press('Enter')
    await expect(round(page)).toContainText(`${String(i + 1)} of 8 done`)
  }
  expect(new Set(titles).size).toBe(8)
  // Four minutes are promised for the eight, thirty seconds each: more than a second for every key.
  const keys = await page.evaluate(() => (window as unknown as { keys: number }).keys)
  expect(keys / 8).toBeLessThan(30)
  await expect(round(page).getByRole('heading', { name: 'That is the round' })).toBeVisible()
  // Back to the last one and forth, and out of it with the same key.
  await page.keyboard.press('Shift+Enter')
  await expect(value(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(round(page).getByRole('button', { name: 'Close', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(round(page)).toBeHidden()
  await expect(page.getByRole('button', { name: /^Check in · / })).toHaveCount(0)
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')

  const again = await roadbook.relaunch()
  await expect(again.getByText('Customers rave about our support').first()).toBeVisible()
  await expect(again.getByRole('button', { name: /^Check in · / })).toHaveCount(0)
  expect(roadbook.problems).toEqual([])
  expect(await roadbook.offOriginRequests()).toBe(0)
})

test('goes back, skips with a reason, keeps a win, stops and goes on', async ({ page }) => {
  await paste(page, EIGHT)
  await page.keyboard.press('r')
  const first = (await here(page).textContent()) ?? ''
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await expect(here(page)).not.toHaveText(first)

  // Back: what was said is there; saying something else corrects it.
  await page.keyboard.press('Shift+Enter')
  await expect(here(page)).toHaveText(first)
  await expect(value(page)).toHaveValue('9')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('8.5')
  await page.keyboard.press('Enter')
  await expect(here(page)).not.toHaveText(first)

  await page.keyboard.press('w')
  await page.keyboard.type('The night shift answers')
  await page.keyboard.press('Enter')
  await expect(round(page).getByRole('button', { name: 'A win' })).toBeVisible()

  // The keyboard is back where it was.
  await expect(value(page)).toBeFocused()
  const second = (await here(page).textContent()) ?? ''
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(round(page).getByRole('alert')).toHaveText('One word why is enough.')
  await page.keyboard.type('The number comes on Thursday')
  await page.keyboard.press('Enter')
  await expect(here(page)).not.toHaveText(second)
  await expect(round(page)).toContainText('2 of 8 done')
  const third = (await here(page).textContent()) ?? ''

  // An empty answer says what is missing and stays.
  await page.keyboard.press('Enter')
  await expect(round(page).getByRole('alert')).toContainText('press S to skip')

  await page.keyboard.type('33')
  await page.keyboard.press('Escape')
  await expect(round(page)).toBeHidden()
  await page.keyboard.press('r')
  await expect(here(page)).toHaveText(third)
  await expect(round(page)).toContainText('2 of 8 done')
  await expect(value(page)).toHaveValue('33')
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+6')
  await expect(page.getByRole('main', { name: 'Journal' })).toContainText('The night shift answers')
})

test('goes on after a restart', async ({ roadbook, page }) => {
  await paste(page, EIGHT)
  await page.keyboard.press('r')
  await expect(value(page)).toBeFocused()
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await expect(round(page)).toContainText('1 of 8 done')
  const second = (await here(page).textContent()) ?? ''
  await page.waitForTimeout(600)
  const again = await roadbook.relaunch()
  await expect(again.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await expect(again.getByRole('button', { name: 'Check in · 7 due' })).toBeVisible()
  await again.keyboard.press('r')
  await expect(here(again)).toHaveText(second)
  await expect(round(again)).toContainText('1 of 8 done')
})

test('goes through only mine, and through one objective', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: /^Check in · \d+ due/ }).click()
  const which = round(page).getByLabel('Which key results')
  const stops = round(page).getByRole('navigation').getByRole('button')
  await expect(stops).toHaveCount(3)
  // The first one's owner stands above its title.
  const said =
    (await round(page)
      .getByText(/^Key result · /)
      .textContent()) ?? ''
  const [, me = ''] = said.split(' · ')
  const iAm = round(page).getByLabel('I am', { exact: true })
  await iAm.selectOption({ label: me })
  await which.selectOption('mine')
  await expect(stops).not.toHaveCount(0)
  await expect(round(page).getByText(/^Key result · /)).toContainText(me)
  await iAm.selectOption({ label: 'Sara Lind' })
  await expect(stops).toHaveCount(0)
  await expect(round(page).getByRole('heading', { name: 'Nothing is due' })).toBeVisible()
  const keys = round(page).getByRole('contentinfo')
  await expect(keys).toContainText('close')
  await expect(keys).not.toContainText('back')
  await which.selectOption({ label: 'Customers rave about our support' })
  await expect(round(page).getByRole('navigation').getByRole('heading')).toHaveText([
    'Customers rave about our support',
  ])
})

test('ticks tasks off and writes a blocker down in the same round', async ({ roadbook, page }) => {
  await openSample(page)
  await page.getByRole('button', { name: /^Check in · \d+ due/ }).click()
  await round(page)
    .getByLabel('Which key results')
    .selectOption({ label: 'Customers rave about our support' })
  const beside = round(page).getByRole('complementary', { name: 'What happened since' })
  const blocked = beside.getByRole('button', { name: 'Cleared' })
  for (let i = 0; i < 4 && (await blocked.count()) === 0; i += 1)
    await round(page).getByRole('navigation').getByRole('button').nth(i).click()
  await expect(blocked.first()).toBeVisible()
  await expect(beside.getByLabel('Type of blocker').first()).toBeVisible()
  await expect(beside.getByLabel('Owner of the blocker').first()).toBeVisible()
  await beside.getByLabel('Next action').first().fill('Ines asks the night shift')
  await beside.getByLabel('Next action').first().press('Enter')
  await blocked.first().click()
  await expect(
    beside.getByRole('button', { name: 'Something is in the way…' }).first(),
  ).toBeVisible()
  expect(roadbook.problems).toEqual([])
})

test('passes axe in both themes', async ({ page }) => {
  test.setTimeout(120_000)
  await openSample(page)
  await page.getByRole('button', { name: /^Check in · \d+ due/ }).click()
  await expect(round(page)).toBeVisible()
  await expectAccessible(page, 'check-in round')
})
