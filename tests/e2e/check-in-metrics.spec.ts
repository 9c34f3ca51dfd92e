import type { Page } from '@playwright/test'
import { checkInOf } from '#domain/key-result/rules.test-support.ts'
import { SEEDED_TODAY } from '#domain/sample/seeded-year.ts'
import { findings } from './axe.ts'
import { expect, test } from './host/fixtures.ts'
import { everyMetric, ROUND_DAY } from './round-plan.ts'
import { openSeededYear, openThings } from './seeded-year-file.ts'

const round = (page: Page) => page.getByRole('dialog', { name: 'Check-in round' })
const here = (page: Page) => round(page).locator('#round-title')
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

async function openKeyResult(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(title)
  await page.keyboard.press('Enter')
}

const openFirstResponse = (page: Page) => openKeyResult(page, 'first response')

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
  test.use({ today: ROUND_DAY, isShared: true })

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
    await expect(round(page).getByText('67 % of the way, computed from 2 of 3 steps')).toBeVisible()
    expect.soft(await findings(page), 'steps').toEqual([])
    await page.keyboard.press('Enter')

    // A band says whether the value lies in it.
    await expect(here(page)).toHaveText('Availability stays high')
    await page.keyboard.type('99.2')
    await expect(round(page).getByText('Out of the band (at least 99.5 %)')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('99.7')
    await expect(round(page).getByText('In the band (at least 99.5 %)')).toBeVisible()
    expect.soft(await findings(page), 'band').toEqual([])
    await page.keyboard.press('Enter')

    // Done or not yet is a choice of two.
    await expect(here(page)).toHaveText('The audit is passed')
    await expect(round(page).getByRole('radio', { name: 'Not yet' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(round(page).getByRole('radio', { name: 'Done' })).toBeChecked()
    expect.soft(await findings(page), 'done or not').toEqual([])
    await page.keyboard.press('Enter')

    // A baseline that is found can become the start of a real target.
    await expect(here(page)).toHaveText('Know how long a hand-over takes')
    await expect(round(page).getByLabel('The baseline, as found')).toBeFocused()
    await page.keyboard.type('42')
    await page.keyboard.press('Enter')
    const target = round(page).getByLabel('The baseline is 42 min. Which value should it reach?')
    await expect(target).toBeFocused()
    expect.soft(await findings(page), 'the baseline').toEqual([])
    await page.keyboard.type('30')
    await page.keyboard.press('Enter')

    await expect(here(page)).toHaveText('First response from 14 to 5 minutes')
    // The changed target asks why, within the round, and leads back to its answer.
    const value = round(page).getByLabel('Value today')
    await expect(value).toBeFocused()
    const strip = round(page).getByRole('form', { name: 'Why did the route change?' })
    await expect(strip).toBeVisible()
    await page.keyboard.press('y')
    await expect(strip.getByLabel('Why? One line')).toBeFocused()
    await page.keyboard.type('Now we know')
    await page.keyboard.press('Enter')
    await expect(strip).toHaveCount(0)
    await expect(value).toBeFocused()
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

    // What follows from ticked steps says so, and who ticked them.
    await openKeyResult(page, 'launch in three')
    await expect(inspector(page)).toContainText(
      'computed from 2 of 3 steps, ticked by Mira on Nov 16',
    )
    await expect(inspector(page).getByRole('region', { name: 'Check-ins · 1' })).toContainText(
      'computed from 2 of 3 steps, ticked by Mira, Nov 16, 2026 10:00',
    )

    // The key result that looked for its baseline has a target now; what it was is a detour.
    await page.keyboard.press('ControlOrMeta+7')
    await expect(page.getByRole('main', { name: 'Detours' })).toContainText('42 → 30 min')
    await expect(page.getByRole('main', { name: 'Detours' })).toContainText('Now we know')
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
    await page.keyboard.press('c')
    await page.keyboard.type('Who answers the auditor?')
    await page.keyboard.press('Enter')
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

    // The concern comes back until it has an answer and somebody who sees to it.
    await round(later).getByRole('button', { name: 'The audit is passed' }).click()
    const concern = round(later)
      .getByRole('listitem')
      .filter({ hasText: 'Who answers the auditor?' })
    await concern.getByLabel('Answer').fill('Mira does')
    await concern.getByLabel('Answer').press('Enter')
    await expect(concern).toBeVisible()
    await concern.getByLabel('Who sees to it').selectOption({ label: 'Mira' })
    await expect(concern).toHaveCount(0)
  })

  test('a value keeps its origin and its original, and three make an arrival', async ({
    roadbook,
    page,
  }) => {
    const past = [
      checkInOf('2026-11-02', 13, { keyResultId: '5', confidence: 7 }),
      checkInOf('2026-11-09', 12, { keyResultId: '5', confidence: 7 }),
      // Written down often, and nothing was ever done about it.
      ...['10-05', '10-08', '10-12', '10-19', '10-26', '11-02', '11-05', '11-09'].map((day) =>
        checkInOf(`2026-${day}`, 99.7, { keyResultId: '2', id: `watched-${day}` }),
      ),
    ]
    await openThings(roadbook, page, [...everyMetric(), ...past], ROUND_DAY)
    await openFirstResponse(page)
    await expect(inspector(page)).toContainText('Check-ins · 2')
    await expect(inspector(page).getByText(/^At this rate/)).toHaveCount(0)

    await inspector(page).getByRole('button', { name: 'Check in' }).press('Enter')
    await page.keyboard.type('11')
    await inspector(page).getByLabel('Evidence: a link or a file name').fill('numbers.xlsx')
    await page.keyboard.press('Enter')
    await expect(
      inspector(page).getByText(
        'At this rate 6.43 min on Dec 18, arrives about Dec 28 (projected from 3 check-ins)',
      ),
    ).toBeVisible()
    const history = inspector(page).getByRole('region', { name: 'Check-ins · 3' })
    await expect(history).toContainText(
      'typed by Mira, Nov 16, 2026 10:00 · evidence: numbers.xlsx',
    )

    await history.getByRole('button', { name: 'Correct the check-in of Nov 16' }).press('Enter')
    const form = inspector(page).getByRole('form', { name: 'Correct the check-in' })
    await form.getByLabel('Value of Nov 16 in min').fill('10')
    await page.keyboard.press('Enter')
    await expect(form).toHaveCount(0)
    await expect(history).toContainText('Nov 16 · 10 min')
    await expect(history.locator('s')).toHaveText('11 min · confidence 7')

    // By hand, with a reason, until a day; then the rule decides again.
    await inspector(page).getByText('How it is judged').click()
    await inspector(page).getByLabel('Plan line').selectOption('back-loaded')
    await inspector(page).getByText('Set the status by hand…').click()
    await inspector(page)
      .getByLabel('Status', { exact: true })
      .selectOption({ label: 'Behind pace' })
    await inspector(page).getByLabel('Reason').fill('The numbers come late')
    await inspector(page).getByLabel('Until', { exact: true }).fill('18 nov')
    await inspector(page).getByRole('button', { name: 'Set', exact: true }).press('Enter')
    const why = inspector(page).getByRole('button', { name: 'Show the rule behind this status' })
    await expect(why).toContainText('Behind pace')
    await why.press('Enter')
    await expect(inspector(page)).toContainText(
      'Behind pace by hand until Nov 18, 2026: The numbers come late (computed: On pace)',
    )
    await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
    await setDay(page, '2026-11-19')
    await page.reload()
    await openFirstResponse(page)
    await expect(why).toContainText('On pace')
    await inspector(page).getByText('How it is judged').click()
    await inspector(page).getByText('Set the status by hand…').click()
    await expect(inspector(page)).toContainText('That day is over: the rule decides again.')

    // A number that led to nothing is said to be one, and is retired with the reason.
    await openKeyResult(page, 'availability stays')
    const hint = inspector(page).getByText('Watched, never acted on')
    await hint.click()
    await expect(inspector(page)).toContainText('8 values were written down, and nothing was ever')
    await inspector(page).getByText('How it is judged').click()
    await inspector(page).getByRole('button', { name: 'Retire this metric…' }).press('Enter')
    const reason = inspector(page).getByLabel('Why is it not measured any more?')
    await expect(reason).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(inspector(page)).toContainText('Say why; the review prints it.')
    await page.keyboard.type('Nobody would do anything differently')
    await page.keyboard.press('Enter')
    await expect(inspector(page)).toContainText('Retired: Nobody would do anything differently')
    await expect(hint).toHaveCount(0)
    // Nobody is asked a second time why: the detour has the reason.
    await page.keyboard.press('ControlOrMeta+7')
    const detours = page.getByRole('main', { name: 'Detours' })
    await expect(detours).toContainText('on the plan → retired')
    await expect(detours).toContainText('Nobody would do anything differently')
    await expect(page.getByRole('form', { name: 'Why did the route change?' })).toHaveCount(0)
    expect(roadbook.problems).toEqual([])
  })

  test('a colour gives its rule and numbers on hover and on focus', async ({ roadbook, page }) => {
    await openThings(roadbook, page, everyMetric(), ROUND_DAY)
    await openFirstResponse(page)
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
  test.use({ today: SEEDED_TODAY, isShared: true })

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
