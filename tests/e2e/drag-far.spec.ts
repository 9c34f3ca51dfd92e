import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'
import {
  checkpoint,
  daysOf,
  drag,
  drawn,
  initiative,
  lane,
  middle,
  pickUpFromMenu,
  pixelsPerDay,
  undoButton,
} from './route-map-page.ts'

test.use({ today: '2026-11-22', isShared: true })

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 })
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(initiative(page, 'Partner launch')).toBeVisible()
})

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

/** Gives an initiative its days by typing them. */
async function setDays(page: Page, title: string, startOn: string, dueOn: string): Promise<void> {
  await initiative(page, title).click()
  // The inspector follows the selection a moment later.
  await expect(inspector(page).getByLabel('Title').first()).toHaveValue(title)
  for (const [label, day] of [
    ['Start', startOn],
    ['Due', dueOn],
  ] as const) {
    const field = inspector(page).getByLabel(label, { exact: true })
    await field.fill(day)
    await field.press('Enter')
  }
  await drawn(page)
}

const topOf = async (page: Page, title: string): Promise<number> =>
  (await initiative(page, title).boundingBox())?.y ?? Number.NaN

test.describe('the order of initiatives that start on the same day', () => {
  const [ONE, TWO] = ['Template gallery', 'Weekly onboarding call']

  test.beforeEach(async ({ page }) => {
    await setDays(page, ONE, 'Nov 2', 'Nov 20')
    await setDays(page, TWO, '2.11.', '+0')
    // The map is laid out anew a moment after the days are taken.
    const startOf = async (title: string) => (await initiative(page, title).boundingBox())?.x ?? 0
    await expect.poll(async () => (await startOf(ONE)) - (await startOf(TWO))).toBe(0)
  })

  /** Which of the two stands above the other. */
  const upper = async (page: Page) =>
    (await topOf(page, ONE)) < (await topOf(page, TWO)) ? ONE : TWO

  test('changes by pointer, and back by undo, one step each', async ({ page }) => {
    const first = await upper(page)
    const second = first === ONE ? TWO : ONE
    const [from, to] = [
      await middle(initiative(page, second)),
      await middle(initiative(page, first)),
    ]
    await drag(page, from, { x: from.x, y: to.y })
    await expect.poll(() => upper(page)).toBe(second)
    await undoButton(page).click()
    await expect.poll(() => upper(page)).toBe(first)
  })

  test('changes by Alt and an arrow', async ({ page }) => {
    const first = await upper(page)
    const second = first === ONE ? TWO : ONE
    await initiative(page, second).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => upper(page)).toBe(second)
    await expect(initiative(page, second)).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => upper(page)).toBe(first)
  })

  test('changes by clicks', async ({ page }) => {
    const first = await upper(page)
    const second = first === ONE ? TWO : ONE
    const box = await initiative(page, second).boundingBox()
    if (!box) throw new Error('is not on the map')
    // What is picked up by a click is held near its start.
    const x = box.x + Math.min(box.width / 2, 60)
    const to = await middle(initiative(page, first))
    await initiative(page, second).click({ button: 'right' })
    await pickUpFromMenu(page)
    await page.mouse.move(x, to.y, { steps: 4 })
    await drawn(page)
    await page.mouse.click(x, to.y)
    await expect.poll(() => upper(page)).toBe(second)
  })
})

test.describe('beyond the edge of the map', () => {
  test('the view scrolls sideways while a bar is held there', async ({ page }) => {
    await page.keyboard.press('3')
    await page.keyboard.press('t')
    const scroller = page.locator('[data-scroller]')
    await expect
      .poll(() => scroller.evaluate((element) => element.scrollWidth > 2 * element.clientWidth))
      .toBe(true)
    await initiative(page, 'Template gallery').scrollIntoViewIfNeeded()
    const bar = initiative(page, 'Template gallery')
    const before = await daysOf(bar)
    const box = await bar.boundingBox()
    const view = await scroller.boundingBox()
    if (!box || !view) throw new Error('is not on the map')
    const y = box.y + box.height / 2
    // A long bar may begin under the column of destinations: take it where it can be seen.
    const x = Math.max(box.x, view.x + 260) + 40
    const scrolled = () => scroller.evaluate((element) => element.scrollLeft)
    const start = await scrolled()
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 8, y, { steps: 2 })
    await page.mouse.move(view.x + view.width - 6, y, { steps: 8 })
    await expect.poll(scrolled, { timeout: 15_000 }).toBeGreaterThan(start + 300)
    await drawn(page)
    await page.mouse.up()
    await expect.poll(() => daysOf(bar)).not.toBe(before)
    // Farther than the pointer went: the map moved under it.
    const [from, to] = [before, await daysOf(bar)].map((days) =>
      Date.parse(`${(days.split(' – ')[0] ?? '').replace(/,.*/, '')} 2026`),
    )
    const moved = ((to ?? 0) - (from ?? 0)) / 86_400_000
    expect(moved).toBeGreaterThan((view.x + view.width - x) / (await pixelsPerDay(page)))
    await undoButton(page).click()
    await expect.poll(() => daysOf(bar)).toBe(before)
  })

  test('the view scrolls down to a leg that was out of sight', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 640 })
    const scroller = page.locator('[data-scroller]')
    await scroller.evaluate((element) => {
      element.scrollTop = 0
    })
    const bar = initiative(page, 'Train the team on fast triage')
    const view = await scroller.boundingBox()
    if (!view) throw new Error('there is no map')
    const from = await middle(bar)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y, { steps: 2 })
    await page.mouse.move(from.x + 8, view.y + view.height - 4, { steps: 8 })
    await expect
      .poll(() => scroller.evaluate((element) => element.scrollTop), { timeout: 15_000 })
      .toBeGreaterThan(150)
    // The disc may stand where the map still scrolls: follow it until it stays under the pointer.
    const disc = () => middle(checkpoint(page, 'Crash-free'))
    await expect(async () => {
      const at = await disc()
      await page.mouse.move(at.x, at.y, { steps: 4 })
      await drawn(page)
      expect(Math.abs((await disc()).y - at.y)).toBeLessThan(2)
    }).toPass({ timeout: 15_000, intervals: [20] })
    await page.mouse.up()
    await expect(lane(page, 'Nobody waits for the product')).toContainText('Train the team')
  })
})

test('several go onto another leg together, in one step', async ({ page }) => {
  const [ONE, TWO] = ['Partner launch', 'Template gallery']
  await initiative(page, ONE).click()
  await initiative(page, TWO).click({ modifiers: ['Shift'] })
  await drag(
    page,
    await middle(initiative(page, TWO)),
    await middle(checkpoint(page, 'Crash-free')),
  )
  const fast = lane(page, 'Nobody waits for the product')
  await expect(fast).toContainText(ONE)
  await expect(fast).toContainText(TWO)
  await undoButton(page).click()
  await expect(fast).not.toContainText(ONE)
  await expect(fast).not.toContainText(TWO)
  await expect(undoButton(page)).toBeDisabled()
})

test('a card without days ends at the checkpoint that it is dropped on', async ({ page }) => {
  const disc = checkpoint(page, 'Self-service')
  const card = page
    .getByRole('region', { name: 'Garage' })
    .locator('[data-kind="initiative"]', { hasText: 'Status page' })
  await drag(page, await middle(card), await middle(disc))
  await expect(lane(page, 'Customers rave about our support')).toContainText('Status page')
  const due = /due ([A-Z][a-z]{2} \d+)/i.exec((await disc.getAttribute('aria-label')) ?? '')?.[1]
  expect(due).toBeDefined()
  expect((await daysOf(initiative(page, 'Status page'))).split(' – ')[1]).toContain(due)
})
