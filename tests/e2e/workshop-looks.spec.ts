import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'
import { BUSY_TODAY, openBusyRoom } from './workshop-file.ts'
import {
  currentStep,
  expectRoomAccessible,
  goToStep,
  pressInRoom,
  textSizes,
  journeyBoxes,
} from './workshop-page.ts'

test.use({ today: BUSY_TODAY, isShared: true })
test.describe.configure({ timeout: 300_000 })

const FINISHED = 'Finished on Dec 1, 2026 · read only'
const UGLY = { checkpoints: 6, vehicles: 24, cards: 14, ugly: true } as const

/** Nothing that is read is under 16 px, and what everybody must read is 24 px and up. */
async function expectReadable(page: Page, place: string): Promise<void> {
  const sizes = await textSizes(page)
  const under = (px: number, only: typeof sizes) =>
    only.filter((each) => each.px < px).map((each) => `${String(each.px)} ${each.text}`)
  expect.soft(under(16, sizes), place).toEqual([])
  const main = sizes.filter((each) => each.main)
  expect.soft(under(24, main), `${place}: main things`).toEqual([])
}

test('every stage of a full room is read from five metres and by screen readers', async ({
  roadbook,
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await openBusyRoom(roadbook, page, UGLY)
  for (let at = 0; at < 8; at += 1) {
    const title = (await currentStep(page).textContent()) ?? ''
    await expectReadable(page, title)
    await expectRoomAccessible(page, title)
    await pressInRoom(page, 'n')
  }
  for (const [press, name] of [
    ['w', 'People in the room'],
    ['h', 'Private notes'],
    ['e', 'Agenda'],
    ['?', 'Keys'],
    ['q', 'Vote'],
  ] as const) {
    await pressInRoom(page, press)
    await expect(page.getByRole('complementary', { name })).toBeVisible()
    await expectReadable(page, name)
    await expectRoomAccessible(page, name, 'aside')
  }
  await pressInRoom(page, 'q')
  await goToStep(page, 'Confidence vote')
  await page.getByRole('button', { name: 'Another round after the talk' }).click()
  await expect(page.getByRole('region', { name: 'Private vote' })).toBeVisible()
  await expectReadable(page, 'private vote')
  await expectRoomAccessible(page, 'private vote')
  await page.keyboard.press('Escape')
  await goToStep(page, 'Choose the vehicles')
  for (const counting of ['Dots', 'Hands']) {
    await page.getByRole('button', { name: counting, exact: true }).click()
    await expectReadable(page, counting)
    await expectRoomAccessible(page, counting, 'aside')
  }
  await pressInRoom(page, 'v')
  await page.locator('[data-card] [role=group]').first().focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('group', { name: 'In the hand' })).toBeVisible()
  await expectReadable(page, 'in the hand')
  await expectRoomAccessible(page, 'in the hand')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await page.getByRole('menuitem', { name: 'All workshops' }).click()
  await expectReadable(page, 'list')
  await expectRoomAccessible(page, 'list')
  await page.getByRole('button', { name: /^Empty/ }).click()
  await expectReadable(page, 'before the start')
  await expectRoomAccessible(page, 'before the start')
  expect(roadbook.problems).toEqual([])
})

test('a finished workshop is read and never changed by a slip of the hand', async ({
  roadbook,
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await openBusyRoom(roadbook, page, { finished: true })
  await expect(page.getByText(FINISHED)).toBeVisible()
  // A file brings no past along, and it is said which day the road is of.
  await expect(page.getByText(/when the finished workshop was taken in\.$/)).toBeVisible()
  await expectReadable(page, 'finished')
  await expectRoomAccessible(page, 'finished')
  // Step by step: nothing that could be typed in, and nothing that asks for it.
  const main = page.locator('section, aside')
  for (const step of await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button')
    .all()) {
    await step.click()
    const title = (await currentStep(page).textContent()) ?? ''
    await expect(main.locator('input, textarea'), title).toHaveCount(0)
    await expect(main.getByText(/press enter|type an idea/i), title).toHaveCount(0)
    await expectReadable(page, `finished: ${title}`)
  }
  await expectRoomAccessible(page, 'finished, a step')
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await expect(page.getByRole('menuitem', { name: 'Undo' })).toBeDisabled()
  await page.getByRole('menuitem', { name: 'Reopen this workshop' }).click()
  await goToStep(page, 'Choose the vehicles')
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await page.getByRole('menuitem', { name: 'Finish this workshop' }).click()
  await expect(page.getByText(FINISHED)).toBeVisible()
  await pressInRoom(page, 'ControlOrMeta+z')
  await expect(page.getByText(/nothing is taken back here/).first()).toBeVisible()
  await pressInRoom(page, 's')
  await pressInRoom(page, 'n')
  await expect(page.getByText(FINISHED)).toBeVisible()
  // What changes later changes nothing here: the plan is the one that the workshop left.
  await expect(
    page.getByText(/^The plan as it stood on .*, when the workshop ended\.$/),
  ).toBeVisible()
  await pressInRoom(page, 'd')
  await page.locator('[data-map] [data-kind=objective]').first().click()
  const title = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Title').first()
  await title.fill('Nobody calls us any more')
  await title.press('Enter')
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: 'Choose the vehicles' })
    .click()
  const road = page.getByRole('region', { name: 'Choose the vehicles' })
  await expect(road.getByRole('heading', { level: 2 })).toHaveText(
    'Customers rave about our support',
  )
  // From the route it is said what would happen, and done on purpose only.
  await pressInRoom(page, 'd')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(title).toHaveValue('Customers rave about our support')
  await pressInRoom(page, 'ControlOrMeta+z')
  await expect(page.getByText(/is finished\. To undo/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo it anyway' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await expect(page.getByText(FINISHED)).toHaveCount(0)
})

test('six checkpoints and twenty-four ugly vehicles fit on both sizes of screen', async ({
  roadbook,
  page,
}) => {
  await page.setViewportSize({ width: 1_600, height: 900 })
  await openBusyRoom(roadbook, page, UGLY)
  for (const [width, height] of [
    [1_600, 900],
    [1_920, 1_080],
  ] as const) {
    const size = `${String(width)} × ${String(height)}`
    await page.setViewportSize({ width, height })
    await goToStep(page, 'Choose the vehicles')
    const journey = page.locator('[data-drop=journey]')
    await expect(journey.locator('[data-initiative]')).toHaveCount(24)
    await expect(page.getByText(/longer than the screen/)).toHaveCount(0)
    // The road is laid anew a moment after the screen has changed its size.
    const drawn = async () => {
      const { crossings, outside } = await journeyBoxes(page)
      return { crossings, outside }
    }
    await expect.poll(drawn, size).toEqual({ crossings: [], outside: 0 })
    // The route view shows the same things, one key away.
    await pressInRoom(page, 'd')
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
    await expect(page.locator('[data-map] [data-kind=initiative]').first()).toBeVisible()
    await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  }
})
