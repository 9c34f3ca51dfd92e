import type { Page } from '@playwright/test'
import { SEEDED_TODAY } from '#domain/sample/seeded-year.ts'
import { expect, test } from './host/fixtures.ts'
import { everyMetric, ROUND_DAY } from './round-plan.ts'
import { openSeededYear, openThings } from './seeded-year-file.ts'

const round = (page: Page) => page.getByRole('dialog', { name: 'Check-in round' })
const here = (page: Page) => round(page).locator('#round-title')
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

async function setDay(page: Page, day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T10:00:00`))
}

/** Enter from the confidence on: no metric needs the mouse. */
async function sayConfidence(page: Page, digit: string): Promise<void> {
  await round(page)
    .getByRole('radio', { name: `Confidence ${digit} of 10` })
    .focus()
  await page.keyboard.press('Enter')
}

test.describe('every kind of metric', () => {
  test.use({ today: ROUND_DAY })

  test('is asked for in its own way, by keyboard', async ({ roadbook, page }) => {
    await openThings(roadbook, page, everyMetric(), ROUND_DAY)
    await page.keyboard.press('r')

    // Steps are ticked off.
    await expect(here(page)).toHaveText('Launch in three steps')
    await expect(round(page).getByRole('checkbox', { name: 'Contract' })).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(round(page).getByText('Steps done · 2 of 3')).toBeVisible()
    await page.keyboard.press('Enter')

    // A band says whether the value lies in it.
    await expect(here(page)).toHaveText('Availability stays high')
    await page.keyboard.type('99.2')
    await expect(round(page).getByText('Out of the band (at least 99.5 %)')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('99.7')
    await expect(round(page).getByText('In the band (at least 99.5 %)')).toBeVisible()
    await page.keyboard.press('Enter')

    // Done or not yet is a choice of two.
    await expect(here(page)).toHaveText('The audit is passed')
    await expect(round(page).getByRole('radio', { name: 'Not yet' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(round(page).getByRole('radio', { name: 'Done' })).toBeChecked()
    await page.keyboard.press('Enter')

    // A baseline that is found can become the start of a real target.
    await expect(here(page)).toHaveText('Know how long a hand-over takes')
    await expect(round(page).getByLabel('The baseline, as found')).toBeFocused()
    await page.keyboard.type('42')
    await page.keyboard.press('Enter')
    const target = round(page).getByLabel('The baseline is 42 min. Which value should it reach?')
    await expect(target).toBeFocused()
    await page.keyboard.type('30')
    await page.keyboard.press('Enter')

    await expect(here(page)).toHaveText('First response from 14 to 5 minutes')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')

    // A guardrail is asked for, and says that it never counts.
    await expect(here(page)).toHaveText('Refunds do not grow')
    await expect(round(page).getByText('guardrail, never counted')).toBeVisible()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await expect(round(page).getByRole('heading', { name: 'That is the round' })).toBeVisible()
    const list = round(page).getByRole('navigation', { name: 'Key results of this round' })
    for (const [title, said] of [
      ['Launch in three steps', '67 %'],
      ['Availability stays high', '99.7 %'],
      ['The audit is passed', 'done'],
      ['Know how long a hand-over takes', '42 min'],
      ['First response from 14 to 5 minutes', '9 min'],
      ['Refunds do not grow', '12'],
    ] as const)
      await expect(list.getByRole('button', { name: title })).toContainText(said)
    await page.keyboard.press('Escape')

    // The key result that looked for its baseline has a target now; what it was is a detour.
    await page.keyboard.press('ControlOrMeta+7')
    await expect(page.getByRole('main', { name: 'Detours' })).toContainText('42 → 30 min')
    expect(roadbook.problems).toEqual([])
  })

  test('a round goes on two days later: answers stay, the rest is due', async ({
    roadbook,
    page,
  }) => {
    await openThings(roadbook, page, everyMetric(), ROUND_DAY)
    await page.keyboard.press('r')
    await expect(here(page)).toHaveText('Launch in three steps')
    await page.keyboard.press('Space')
    await sayConfidence(page, '7')
    await page.keyboard.press('s')
    await page.keyboard.type('The number comes on Thursday')
    await page.keyboard.press('Enter')
    await expect(round(page)).toContainText('2 of 6 done')
    await expect(here(page)).toHaveText('The audit is passed')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(600)

    // Two days later, in another session.
    const later = await roadbook.relaunch()
    await expect(later.getByRole('navigation', { name: 'Screens' })).toBeVisible()
    await setDay(later, '2026-11-18')
    await later.reload()
    await expect(later.getByRole('button', { name: 'Check in · 4 due' })).toBeVisible()
    await later.keyboard.press('r')
    await expect(here(later)).toHaveText('The audit is passed')
    await expect(round(later)).toContainText('2 of 6 done · begun Nov 16')

    // Back: what was answered and skipped is there, and stays when nothing else is said.
    await later.keyboard.press('Shift+Enter')
    await expect(here(later)).toHaveText('Availability stays high')
    await expect(round(later).getByText('Skipped: The number comes on Thursday')).toBeVisible()
    await later.keyboard.press('Shift+Enter')
    await expect(round(later).getByRole('checkbox', { name: 'Contract' })).toBeChecked()
    await later.keyboard.press('Enter')
    await later.keyboard.press('Enter')
    await expect(here(later)).toHaveText('The audit is passed')
    await expect(round(later)).toContainText('2 of 6 done')

    // Next Monday all of it is due again.
    await later.keyboard.press('Escape')
    await setDay(later, '2026-11-23')
    await later.reload()
    await expect(later.getByRole('button', { name: 'Check in · 6 due' })).toBeVisible()
    await later.keyboard.press('r')
    await expect(round(later)).toContainText('0 of 6 done')
  })

  test('a colour gives its rule and numbers on hover and on focus', async ({ roadbook, page }) => {
    await openThings(roadbook, page, everyMetric(), ROUND_DAY)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('first response')
    await page.keyboard.press('Enter')
    const chip = inspector(page).locator('[data-why]').first()
    const rule = page.getByRole('tooltip').filter({ hasText: 'Not started: no check-in yet' })
    await chip.hover()
    await expect(rule).toBeVisible()
    // The top bar: things on the map have a rule of their own.
    await page.mouse.move(640, 12)
    await expect(rule).toHaveCount(0)
    await inspector(page)
      .getByRole('button', { name: /rule behind/ })
      .focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(rule).toBeVisible()
  })
})

test.describe('with a past', () => {
  test.use({ today: SEEDED_TODAY })

  test('the round says what such a confidence came to', async ({ roadbook, page }) => {
    await openSeededYear(roadbook, page)
    await page.keyboard.press('r')
    await expect(round(page)).toBeVisible()
    const which = round(page).getByLabel('Which key results')
    if ((await here(page).count()) === 0) await which.selectOption({ index: 2 })
    await round(page).getByRole('radio', { name: 'Confidence 7 of 10' }).check()
    await expect(round(page).getByText(/With 0\.\d.* confidence we reached \d\.\d/)).toBeVisible()
  })
})
