import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'
import {
  clock,
  currentStep,
  dragOnto,
  pressInRoom as key,
  ROOM_DAY,
  setMinute,
  startPlan,
  write,
} from './workshop-page.ts'

const PEOPLE = ['Ana Ruiz', 'Ben Okafor', 'Cleo Marsh', 'Dov Levi', 'Eli Sand', 'Fay Winter']

test.use({ today: ROOM_DAY })
test.describe.configure({ timeout: 240_000 })

/** What is half typed is kept within a second; a private vote shows nothing to see it by. */
const saved = (page: Page) => page.waitForTimeout(1_500)

const card = (page: Page, text: string) => page.getByRole('group', { name: text })

test('six people go through the ninety minutes, with a kill in the middle', async ({
  roadbook,
  page,
}) => {
  await startPlan(page)
  await page.getByRole('button', { name: /^Quarterly planning/ }).click()
  await key(page, 'w')
  await write(page, 'Name of a new person', ...PEOPLE)
  await key(page, 'w')
  await expect(page.getByRole('button', { name: '6 people in the room' })).toBeVisible()
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await expect(currentStep(page)).toContainText('Look back')
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  await expect(clock(page)).toContainText('10:00')

  // A silent round on the boards: nothing can be read before it is revealed.
  await key(page, 's')
  await write(page, 'Type, press Enter · Wins', 'Night shift found its rhythm')
  await write(page, 'Type, press Enter · Lessons', 'Baselines first')
  await expect(page.getByText('Hidden until revealed')).toHaveCount(2)
  await expect(page.getByText('Baselines first')).toHaveCount(0)
  await key(page, 's')
  await expect(page.getByText('Baselines first')).toBeVisible()
  await setMinute(page, 4)
  await expect(clock(page)).toContainText('6:00')
  await key(page, 't')
  await expect(clock(page)).toContainText('8:00')

  await key(page, 'n')
  await expect(page.getByLabel('Objective', { exact: true })).toHaveValue(
    'Customers rave about our support',
  )
  await setMinute(page, 10)
  await key(page, 'n')
  const newKeyResult = 'A key result, such as: Response time from 14 to 5 min'
  await write(page, newKeyResult, 'CSAT from 78 % to 90 %', 'First response from 14 min to 5 min')
  await expect(page.getByLabel('From', { exact: true }).first()).toHaveValue('78')
  const owners = page.getByLabel('Owner', { exact: true })
  await owners.nth(0).selectOption('Ana Ruiz')
  await owners.nth(1).selectOption('Ben Okafor')

  // Cards onto legs: by hand, by key and by click.
  await key(page, 'n')
  await expect(page.getByRole('button', { name: /^Leg 2/ })).toBeVisible()
  await write(
    page,
    'Type an idea, press Enter',
    'Chatbot for the night',
    'Train the late shift',
    'Phone line?',
    'Chat at night',
  )
  await dragOnto(
    page,
    '[data-card]:has-text("Chatbot for the night")',
    '[data-checkpoint] >> nth=0',
  )
  await expect(
    page.getByRole('button', { name: 'Chatbot for the night', exact: true }),
  ).toBeVisible()
  await card(page, 'Train the late shift').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('2')
  await expect(
    page.getByRole('button', { name: 'Train the late shift', exact: true }),
  ).toBeVisible()
  await card(page, 'Phone line?').focus()
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Parked 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Chatbot for the night', exact: true }).click()
  await page.getByRole('button', { name: /Place on leg 2/ }).click()
  await page.getByRole('button', { name: 'Chatbot for the night', exact: true }).click()
  await page.getByRole('button', { name: /Place on leg 1/ }).click()

  // Grouping by dragging one onto another, and dots of the first person.
  await dragOnto(
    page,
    '[data-card]:has-text("Chat at night")',
    '[data-card]:has-text("Train the late shift")',
  )
  await expect(page.getByText('Group of 2')).toBeVisible()
  await key(page, 'v')
  await card(page, 'Train the late shift').first().focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(page.getByText('Ana Ruiz: 1 dot left')).toBeVisible()
  await key(page, 'v')

  await key(page, 'n')
  await page.getByLabel('Driver of Chatbot for the night').selectOption('Cleo Marsh')
  await page.getByLabel('Driver of Train the late shift').selectOption('Dov Levi')
  await page.getByLabel('Days for Chatbot for the night').fill('8')
  await page.getByLabel('Days for Chatbot for the night').press('Enter')
  await expect(page.getByRole('list', { name: 'Asked and available days' })).toContainText('8 of')
  await write(page, 'What we leave out', 'Phone line')

  await key(page, 'n')
  await write(page, 'A risk or a concern', 'The vendor may be late')
  await page.getByLabel('Owner', { exact: true }).selectOption('Eli Sand')

  await setMinute(page, 40)
  await key(page, 'n')
  await expect(currentStep(page)).toContainText('Confidence vote')
  await setMinute(page, 42)
  await page.getByLabel('Type an idea, press Enter').fill('A half-typed thou')
  await key(page, 'v')
  for (const [i, number] of ['7', '4', '9'].entries()) {
    await expect(page.getByRole('region', { name: 'Private vote' })).toContainText(PEOPLE[i] ?? '')
    await page.keyboard.press(number)
    await expect(page.getByRole('status', { name: 'A number is typed' })).toHaveText('●')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('3 of 6 are in')).toBeVisible()
  await page.keyboard.press('8')
  await expect(page.getByRole('status', { name: 'A number is typed' })).toHaveText('●')
  await saved(page)
  await roadbook.killAll()

  // The same turn, but nobody finds the digit of somebody else under the Enter key.
  const again = await roadbook.relaunch()
  await again.setViewportSize({ width: 1600, height: 900 })
  await expect(again.getByRole('region', { name: 'Private vote' })).toContainText('Dov Levi')
  await expect(again.getByRole('status', { name: 'Nothing typed' })).toBeVisible()
  await again.keyboard.press('Escape')
  // The same step, the same clock, the same cards, the same numbers, and the half-typed text.
  await expect(currentStep(again)).toContainText('Confidence vote')
  await setMinute(again, 43)
  await expect(clock(again)).toContainText('3:00')
  await expect(again.getByText('3 of 6 numbers are in')).toBeVisible()
  await expect(again.getByRole('button', { name: 'Parked 1' })).toBeVisible()
  await again.getByRole('button', { name: /^Others / }).click()
  await expect(again.getByText('Group of 2')).toBeVisible()
  await expect(again.getByRole('group', { name: /^Chatbot for the night/ })).toBeVisible()
  await again.getByRole('button', { name: 'This step' }).click()
  await expect(again.getByLabel('Type an idea, press Enter')).toHaveValue('A half-typed thou')

  // Back two steps and forth again: nothing is gone.
  await key(again, 'b')
  await key(again, 'b')
  await expect(currentStep(again)).toContainText('Who drives')
  await expect(again.getByLabel('Days for Chatbot for the night')).toHaveValue('8')
  await key(again, 'n')
  await expect(again.getByText('The vendor may be late')).toBeVisible()
  await key(again, 'n')
  await key(again, 'v')
  for (const number of ['6', '10', '5']) {
    await again.keyboard.type(number)
    await again.keyboard.press('Enter')
  }
  await expect(again.getByText('All numbers are in')).toBeVisible()
  await again.keyboard.press('Enter')
  await expect(again.getByText('6.8')).toBeVisible()
  await expect(again.getByText('4–10')).toBeVisible()
  await write(again, 'What do we decide?', 'We go, with Ben on the numbers')

  await key(again, 'n')
  await expect(again.getByRole('list', { name: 'Pre-trip checklist' })).toBeVisible()
  // Who answers a concern has a part.
  await expect(again.getByRole('button', { name: 'Eli Sand: no part this time' })).toHaveCount(0)
  await again.getByRole('button', { name: 'Fay Winter: no part this time' }).click()
  await write(again, 'We do not', 'Build our own ticket system')
  await write(again, 'We agree to', 'Look at the numbers every Monday')
  const open = again.locator('[aria-label="Pre-trip checklist"] > [data-state=open]')
  await expect(open).toHaveCount(0)
  await again.getByRole('button', { name: /^Commit to / }).click()
  await expect(again.getByText(/ is active\.$/)).toBeVisible()

  const file = join(roadbook.userData, 'minutes.md')
  await roadbook.scriptDialogs({ save: [file] })
  await again.getByRole('button', { name: 'Markdown', exact: true }).click()
  await expect(again.getByText(/Saved to/).first()).toBeVisible()
  const minutes = readFileSync(file, 'utf8')
  for (const part of [
    'The plan as it stands on Dec',
    '## Agenda',
    'We go, with Ben on the numbers',
    'mean 6.8, from 4 to 10, 6 voted',
    'Chatbot for the night',
    'Phone line',
    'Build our own ticket system',
    'Look at the numbers every Monday',
    'The vendor may be late',
    'Sheet for Cleo Marsh',
    'Nothing this time, on purpose',
  ])
    expect(minutes, part).toContain(part)
  await key(again, 'n')
  await again.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(again.getByText('Finished on Dec 1, 2026 · read only')).toBeVisible()
  await expect(again.getByLabel('Type an idea, press Enter')).toHaveCount(0)
  expect(roadbook.problems).toEqual([])
})
