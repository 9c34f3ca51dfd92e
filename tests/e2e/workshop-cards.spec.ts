import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'
import { BUSY_TODAY, openBusyRoom } from './workshop-file.ts'
import { currentStep, dragOnto, goToStep, pressInRoom } from './workshop-page.ts'

test.use({ today: BUSY_TODAY, isShared: true })
test.describe.configure({ timeout: 180_000 })

const card = (page: Page, text: string) => page.locator(`[data-card]:has-text("${text}")`).last()
const face = (page: Page, text: string) => page.getByRole('group', { name: text })
const cardAt = (text: string) => `[data-card]:has-text("${text}")`
const onRoad = (page: Page, text: string) =>
  page.locator('[data-drop=journey] [data-initiative]', { hasText: text.slice(0, 8) })
const order = (page: Page) =>
  page.locator('[data-card] [role=group]').evaluateAll((all) => all.map((each) => each.textContent))

async function vehicles(roadbook: Parameters<typeof openBusyRoom>[0], page: Page, cards = 5) {
  // High enough for all five cards at once.
  await page.setViewportSize({ width: 1920, height: 1080 })
  await openBusyRoom(roadbook, page, { vehicles: 2, cards })
  await goToStep(page, 'Choose the vehicles')
  await expect(page.locator('[data-card]').first()).toBeVisible()
}

test('cards change places by hand, by key and by menu, and every step can be undone', async ({
  roadbook,
  page,
}) => {
  await vehicles(roadbook, page)
  const before = await order(page)
  expect(before).toHaveLength(5)
  await dragOnto(page, cardAt('Phone line?'), cardAt('Chatbot for'), { x: 0.5, y: 0.05 })
  await expect.poll(async () => (await order(page))[0]).toContain('Phone line?')
  await pressInRoom(page, 'ControlOrMeta+z')
  await expect.poll(() => order(page)).toEqual(before)
  await face(page, 'Training for').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await order(page))[0]).toContain('Training for')
  await face(page, 'Training for').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => order(page)).toEqual(before)
  await card(page, 'Training for').hover()
  await page.getByRole('button', { name: 'More for Training for the night shift' }).click()
  await page.getByRole('menuitem', { name: 'Move down' }).click()
  await expect.poll(async () => (await order(page))[2]).toContain('Training for')
})

test('a card goes onto another by hand, by key and by click; the group has a name', async ({
  roadbook,
  page,
}) => {
  await vehicles(roadbook, page)
  await dragOnto(page, cardAt('Phone line?'), cardAt('Training for'))
  await expect(page.getByText('Group of 2')).toBeVisible()
  await face(page, 'Customer advisory').focus()
  await page.keyboard.press('Space')
  await face(page, 'Training for').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Group of 3')).toBeVisible()
  await face(page, 'Rewrite help').focus()
  await page.keyboard.press('Space')
  await face(page, 'Training for').click()
  await expect(page.getByText('Group of 4')).toBeVisible()
  await face(page, 'Training for').focus()
  await page.keyboard.press('r')
  await page.getByLabel('Name of the group').fill('By')
  await page.keyboard.press('Enter')
  await expect(face(page, 'Training for')).toBeFocused()
  // The caret stands at the end.
  await page.keyboard.press('r')
  await expect(page.getByLabel('Name of the group')).toBeFocused()
  await page.keyboard.type(' people')
  await page.keyboard.press('Enter')
  await expect(page.getByText('By people')).toBeVisible()
  // The hand is still on the keyboard.
  await expect(face(page, 'Training for')).toBeFocused()

  // One card of all, taken back; merged again and cut at its lines.
  const menuOf = async (text: string, entry: string) => {
    await card(page, text).hover()
    await page.getByRole('button', { name: `More for ${text}` }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  await menuOf('Rewrite help articles', 'Merge the group into one card')
  await expect(page.locator('[data-card]')).toHaveCount(2)
  await pressInRoom(page, 'ControlOrMeta+z')
  await expect(page.locator('[data-card]')).toHaveCount(5)
  await expect(page.getByText('By people')).toBeVisible()
  await menuOf('Rewrite help articles', 'Merge the group into one card')
  await menuOf('Training for', 'Split at line breaks')
  await expect(page.locator('[data-card]')).toHaveCount(5)
  await expect(face(page, 'Phone line?')).toHaveText(/^Phone line\?/)

  // Sorted by what the room gave, and back.
  const before = await order(page)
  await pressInRoom(page, 'v')
  await face(page, 'Phone line?').focus()
  await page.keyboard.press('2')
  await pressInRoom(page, 'v')
  await page.getByRole('button', { name: 'Sort' }).click()
  await page.getByRole('menuitem', { name: 'By votes' }).click()
  await expect.poll(async () => (await order(page))[0]).toContain('Phone line?')
  await page.getByRole('button', { name: 'Sort' }).click()
  await page.getByRole('menuitem', { name: 'By the alphabet' }).click()
  await expect.poll(async () => (await order(page))[0]).toContain('Chatbot for')
  await pressInRoom(page, 'ControlOrMeta+z')
  await pressInRoom(page, 'ControlOrMeta+z')
  await expect
    .poll(async () => (await order(page)).map((text) => text?.replace(/●+$/, '')))
    .toEqual(before)
})

/** What each way of turning a card leads to, and where it can be seen. */
const KINDS = [
  { drop: 'destinations', key: 'o', entry: 'Objective', step: 'Pick the destination' },
  { drop: 'checkpoints', key: 'k', entry: 'Key result', step: 'Set the checkpoints' },
  { drop: 'concerns', key: 'c', entry: 'Concern', step: 'Spot the roadblocks' },
] as const

for (const { drop, key, entry, step } of KINDS)
  test(`a card becomes: ${entry.toLowerCase()}, by hand, by key and by menu`, async ({
    roadbook,
    page,
  }) => {
    await vehicles(roadbook, page)
    await dragOnto(page, cardAt('Chatbot for'), `[aria-label="In the hand"] [data-drop=${drop}]`)
    await face(page, 'Training for').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press(key)
    await card(page, 'Customer advisory').hover()
    await page.getByRole('button', { name: 'More for Customer advisory board' }).click()
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
    // The link back stays on each card.
    await expect(page.getByText('On the road', { exact: true })).toHaveCount(3)
    await goToStep(page, step)
    const shown = async () => {
      const fields = await page
        .locator('section textarea, section input')
        .evaluateAll((all) =>
          all.map((each) =>
            each instanceof HTMLTextAreaElement || each instanceof HTMLInputElement
              ? each.value
              : '',
          ),
        )
      return [...fields, await page.locator('section').first().textContent()].join(' | ')
    }
    for (const text of ['Chatbot for the 20', 'Training for the night', 'Customer advisory'])
      await expect.poll(shown).toContain(text)
  })

test('a card goes onto a leg by hand, by key, by click and by menu, and serves its key result', async ({
  roadbook,
  page,
}) => {
  await vehicles(roadbook, page)
  await dragOnto(page, cardAt('Chatbot for'), '[data-checkpoint] >> nth=1')
  await expect(onRoad(page, 'Chatbot for')).toHaveCount(2)
  await face(page, 'Training for').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('2')
  await expect(onRoad(page, 'Training')).toHaveCount(2)
  await face(page, 'Customer advisory').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: /^Leg 2/ }).click()
  await expect(onRoad(page, 'Customer')).toHaveCount(1)
  await card(page, 'Rewrite help').hover()
  await page.getByRole('button', { name: 'More for Rewrite help' }).click()
  await page.getByRole('menuitem', { name: /^Initiative on leg 2/ }).click()
  await expect(onRoad(page, 'Rewrite')).toHaveCount(1)
  await face(page, 'Phone line?').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('g')
  await expect(page.getByRole('region', { name: 'Garage' })).toContainText('Phone line?')
  await expect(page.getByText('On the road', { exact: true })).toHaveCount(5)
  // Each of them is tied to the key result of its leg, and says where it came from.
  await goToStep(page, 'Who drives')
  await expect(page.getByLabel('Driver of Customer advisory board')).toBeVisible()
})

test('a card is parked by hand, by key and by menu, and comes back', async ({ roadbook, page }) => {
  await vehicles(roadbook, page)
  await dragOnto(page, cardAt('Chatbot for'), '[aria-label="Which cards"] [data-drop=parking]')
  await face(page, 'Training for').focus()
  await page.keyboard.press('p')
  // The keyboard stays among the cards, and goes from one to the next.
  await expect(face(page, 'Rewrite help')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(face(page, 'Customer advisory')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(face(page, 'Phone line?')).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('p')
  await card(page, 'Customer advisory').hover()
  await page.getByRole('button', { name: 'More for Customer advisory board' }).click()
  await page.getByRole('menuitem', { name: 'Park for later' }).click()
  await page.getByRole('button', { name: 'Parked 4' }).click()
  await face(page, 'Phone line?').focus()
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Parked 3' })).toBeVisible()
  // The key for ideas leads to their line from wherever it is hidden.
  await pressInRoom(page, 'i')
  await expect(page.getByLabel('Type an idea, press Enter')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(face(page, 'Phone line?')).toBeFocused()
})

test('a checkpoint changes its place by hand, by key and by click', async ({ roadbook, page }) => {
  await vehicles(roadbook, page)
  const titles = () =>
    page
      .locator('[data-checkpoint]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')?.slice(-6)))
  await expect.poll(titles).toEqual(['part 1', 'part 2', 'part 3'])
  await dragOnto(page, '[data-checkpoint] >> nth=2', '[data-checkpoint] >> nth=0')
  await expect.poll(titles).toEqual(['part 3', 'part 1', 'part 2'])
  await page.getByRole('button', { name: /^Leg 1/ }).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(titles).toEqual(['part 1', 'part 3', 'part 2'])
  await page.getByRole('button', { name: /^Leg 3/ }).click()
  await page.getByRole('button', { name: /^Leg 2/ }).click()
  await expect.poll(titles).toEqual(['part 1', 'part 2', 'part 3'])
})

/** The number of the leg at which a vehicle stands; 0 while it is not on the road. */
const legOf = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    const car = document.querySelector(`[data-drop=journey] [data-initiative="${wanted}"]`)
    const box = car?.getBoundingClientRect()
    if (!box) return 0
    const x = box.left + box.width / 2
    const y = box.top + box.height / 2
    const legs = [...document.querySelectorAll('[data-leg]')].map((leg) =>
      leg.getBoundingClientRect(),
    )
    return 1 + legs.findIndex((l) => x > l.left && x < l.right && y > l.top && y < l.bottom)
  }, id)

test('a vehicle changes its leg by hand, by key and by click, and goes to the Garage and the kerb', async ({
  roadbook,
  page,
}) => {
  await vehicles(roadbook, page)
  const car = (id: string) => page.locator(`[data-initiative=${id}]`)
  const hand = page.getByRole('group', { name: 'In the hand' })
  // The road is drawn anew after each drop: who sees nothing in the hand presses again.
  const pickUp = (id: string, key: string) =>
    expect(async () => {
      await car(id).focus()
      await page.keyboard.press(key)
      await expect(hand).toBeVisible({ timeout: 3_000 })
    }).toPass()
  const isOnLeg = (id: string, leg: number) => expect.poll(() => legOf(page, id)).toBe(leg)
  await isOnLeg('i0', 1)
  await dragOnto(page, '[data-initiative=i0]', '[data-checkpoint] >> nth=2')
  await isOnLeg('i0', 3)
  // By key: picked up with the one that presses a button, put down by the number of the leg.
  await pickUp('i0', 'Space')
  await page.keyboard.press('2')
  await isOnLeg('i0', 2)
  // By click, onto the disc and anywhere into the room of a leg.
  await car('i0').click()
  await page.getByRole('button', { name: /^Leg 1/ }).click()
  await isOnLeg('i0', 1)
  await car('i0').click()
  await page.locator('[data-leg=k2]').click({ position: { x: 12, y: 12 } })
  await isOnLeg('i0', 3)
  await car('i0').click()
  await page.keyboard.press('Escape')
  await expect(hand).toHaveCount(0)
  await isOnLeg('i0', 3)
  await pressInRoom(page, 'ControlOrMeta+z')
  await isOnLeg('i0', 1)

  // Into the Garage and out of it again: by hand, by key, by click.
  const garage = page.getByRole('region', { name: 'Garage' })
  await dragOnto(page, '[data-initiative=i0]', '[aria-label=Garage]')
  await expect(garage.locator('[data-initiative=i0]')).toBeVisible()
  await dragOnto(page, '[data-initiative=i0]', '[data-checkpoint] >> nth=1')
  await isOnLeg('i0', 2)
  await pickUp('i0', 'Space')
  await page.keyboard.press('g')
  await expect(garage.locator('[data-initiative=i0]')).toBeVisible()
  await car('i0').click()
  await page.getByRole('button', { name: /^3 Leg 3/ }).click()
  await isOnLeg('i0', 3)
  await pickUp('i0', 'Enter')
  await page.keyboard.press('x')
  await expect(car('i0')).toHaveCount(0)
  await goToStep(page, 'Who drives')
  await expect(page.getByRole('region', { name: 'Left at the kerb' })).toContainText('Chatbot for')
})

test('a long wall of cards scrolls under a drag at its edge', async ({ roadbook, page }) => {
  await vehicles(roadbook, page, 60)
  const list = page.getByRole('region', { name: 'Cards of this step' })
  const box = await list.boundingBox()
  const start = await page.locator('[data-card]').nth(1).boundingBox()
  if (!box || !start) throw new Error('No cards')
  await page.mouse.move(start.x + 60, start.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 80, box.y + box.height - 12, { steps: 8 })
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(900)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  // What is written now is seen, however tall its neighbours are.
  await list.evaluate((element) => {
    element.scrollTop = 0
  })
  const entry = page.getByLabel('Type an idea, press Enter')
  await entry.fill('The newest of all')
  await entry.press('Enter')
  await expect(face(page, 'The newest of all')).toBeInViewport({ ratio: 1 })
})

test('hands are counted on any question at any step, decided, and asked again', async ({
  roadbook,
  page,
}) => {
  await vehicles(roadbook, page)
  await pressInRoom(page, 'q')
  const panel = page.getByRole('complementary', { name: 'Vote' })
  await panel.getByLabel('The question').fill('Do we buy the chatbot?')
  await page.keyboard.press('Enter')
  // The number keys reach the field from anywhere.
  await pressInRoom(page, '4')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('4 of 6 hands')).toBeVisible()
  await panel.getByLabel('What do we decide?').fill('We try it for a month')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('We try it for a month')).toBeVisible()
  await panel.getByRole('button', { name: 'The same question again' }).click()
  await pressInRoom(page, '6')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('6 of 6 hands')).toBeVisible()
  await expect(panel.getByText('round 2')).toBeVisible()
  await expect(panel.getByText('Do we buy the chatbot?: 4 hands')).toBeVisible()
  await page.clock.setFixedTime(new Date(`${BUSY_TODAY}T10:05:00`))
  await panel.getByLabel('How').selectOption('Fist of five')
  await panel.getByLabel('The question').fill('How good is the plan?')
  await page.keyboard.press('Enter')
  const turn = page.getByRole('region', { name: 'Private vote' })
  await expect(turn).toContainText('Ana Ruiz')
  await expect(turn).not.toContainText('Do we buy')
  // Who was clicked past leaves no button under the Enter key of the next one.
  await turn.getByRole('button', { name: 'Skip Ana Ruiz' }).click()
  for (const [i, name] of ['Ben', 'Cleo', 'Dov', 'Eli', 'Fay'].entries()) {
    await expect(turn).toContainText(name)
    await page.keyboard.press(String(i + 1))
    await page.keyboard.press('Enter')
  }
  await expect(turn).toContainText('5 of 6 are in')
  await turn.getByRole('button', { name: 'Ask the one passed over' }).click()
  await expect(turn).toContainText('Ana Ruiz')
  await page.keyboard.press('0')
  await page.keyboard.press('Enter')
  await expect(turn).toContainText('All numbers are in')
  await page.keyboard.press('Enter')
  await expect(panel.getByText('2.5')).toBeVisible()
  // An undo that takes the vote away gives the keys back to the room.
  await panel.getByRole('button', { name: 'The same question again' }).click()
  await expect(turn).toContainText('Ana Ruiz')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(panel).toBeVisible()
  await pressInRoom(page, 'b')
  await expect(currentStep(page)).toContainText('Set the checkpoints')
})
