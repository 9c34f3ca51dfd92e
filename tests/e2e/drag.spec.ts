import { expect, test } from './host/fixtures.ts'
import {
  checkpoint,
  daysOf,
  drag,
  initiative,
  lane,
  middle,
  pickUpFromMenu,
  pixelsPerDay,
  redoButton,
  undoButton,
} from './route-map-page.ts'

const SUPPORT = 'Customers rave about our support'
const FAST = 'Nobody waits for the product'

test.use({ today: '2026-11-22', isShared: true })

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 })
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(initiative(page, 'Partner launch')).toBeVisible()
})

test.describe('by pointer', () => {
  test('moves a bar in time, undoes and redoes it as one step', async ({ page }) => {
    const bar = initiative(page, 'Partner launch')
    const before = await daysOf(bar)
    const day = await pixelsPerDay(page)
    const from = await middle(bar)
    await drag(page, from, { x: from.x + 5 * day, y: from.y })
    await expect.poll(() => daysOf(bar)).not.toBe(before)
    const after = await daysOf(bar)
    await undoButton(page).click()
    await expect.poll(() => daysOf(bar)).toBe(before)
    await redoButton(page).click()
    await expect.poll(() => daysOf(bar)).toBe(after)
  })

  test('says what a drop would do, lifts the bar and lights the leg up', async ({ page }) => {
    const from = await middle(initiative(page, 'Partner launch'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    const over = await middle(checkpoint(page, 'First response'))
    await page.mouse.move(over.x, over.y, { steps: 6 })
    await expect(page.locator('body > div[class*="floating"]')).toContainText('to “First response')
    await expect(page.locator('[data-lifted]')).toHaveCount(1)
    await expect(page.locator('svg[class*="leg"] path')).not.toHaveAttribute('d', '')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(page.locator('[data-lifted]')).toHaveCount(0)
    await expect(undoButton(page)).toBeDisabled()
  })

  test('Escape puts it back and leaves no step', async ({ page }) => {
    const bar = initiative(page, 'Template gallery')
    const before = await daysOf(bar)
    const from = await middle(bar)
    await drag(page, from, { x: from.x + 90, y: from.y + 10 }, 'escape')
    expect(await daysOf(bar)).toBe(before)
    await expect(undoButton(page)).toBeDisabled()
  })

  test('stretches either end, at least one day stays', async ({ page }) => {
    const bar = initiative(page, 'Weekly onboarding call')
    const [start, end] = (await daysOf(bar)).split(' – ')
    const box = await bar.boundingBox()
    if (!box) throw new Error('is not on the map')
    const y = box.y + box.height / 2
    await drag(page, { x: box.x + box.width - 3, y }, { x: box.x + box.width + 40, y })
    await expect.poll(async () => (await daysOf(bar)).split(' – ')[1]).not.toBe(end)
    expect((await daysOf(bar)).split(' – ')[0]).toBe(start)
    await drag(page, { x: box.x + 3, y }, { x: box.x + 600, y })
    await expect
      .poll(async () => {
        const days = (await daysOf(bar)).split(' – ')
        return days[0] === days[1]
      })
      .toBe(true)
  })

  test('gives a bar to a leg of another objective', async ({ page }) => {
    const bar = initiative(page, 'Partner launch')
    await drag(page, await middle(bar), await middle(checkpoint(page, 'Self-service')))
    await expect(lane(page, SUPPORT)).toContainText('Partner launch')
    await undoButton(page).click()
    await expect(lane(page, SUPPORT)).not.toContainText('Partner launch')
  })

  test('parks a bar in the Garage and takes a card out of it', async ({ page }) => {
    const garage = page.getByRole('region', { name: 'Garage' })
    await drag(page, await middle(initiative(page, 'Partner launch')), await middle(garage))
    await expect(garage).toContainText('Partner launch')
    await drag(
      page,
      await middle(garage.locator('[data-kind="initiative"]', { hasText: 'Status page' })),
      await middle(checkpoint(page, 'First response')),
    )
    await expect(lane(page, SUPPORT)).toContainText('Status page inside the app')
    await expect(garage).not.toContainText('Status page')
  })

  test('moves a checkpoint along its road', async ({ page }) => {
    const disc = checkpoint(page, 'First response')
    const before = await disc.getAttribute('aria-label')
    const from = await middle(disc)
    await drag(page, from, { x: from.x - 60, y: from.y + 30 })
    await expect(disc).not.toHaveAttribute('aria-label', before ?? '')
    await expect(undoButton(page)).toBeEnabled()
    await undoButton(page).click()
    await expect(disc).toHaveAttribute('aria-label', before ?? '')
  })

  test('puts an objective elsewhere', async ({ page }) => {
    const heads = page.locator('[data-kind="objective"]')
    await expect(heads.first()).toContainText(SUPPORT)
    const target = await middle(heads.first())
    await drag(page, await middle(heads.nth(1)), { x: target.x, y: target.y - 50 })
    await expect(heads.first()).not.toContainText(SUPPORT)
    await undoButton(page).click()
    await expect(heads.first()).toContainText(SUPPORT)
  })

  test('moves several together, chosen with Shift, in one step', async ({ page }) => {
    const [one, two] = [initiative(page, 'Partner launch'), initiative(page, 'Template gallery')]
    const before = [await daysOf(one), await daysOf(two)]
    await one.click()
    await two.click({ modifiers: ['Shift'] })
    const from = await middle(two)
    const day = await pixelsPerDay(page)
    await drag(page, from, { x: from.x + 4 * day, y: from.y })
    await expect.poll(() => daysOf(two)).not.toBe(before[1])
    expect(await daysOf(one)).not.toBe(before[0])
    await undoButton(page).click()
    await expect.poll(() => daysOf(one)).toBe(before[0])
    expect(await daysOf(two)).toBe(before[1])
  })

  test('catches bars in a lasso', async ({ page }) => {
    const top = await lane(page, SUPPORT).boundingBox()
    const last = await initiative(page, 'Rewrite the top 50').boundingBox()
    if (!top || !last) throw new Error('is not on the map')
    await drag(
      page,
      { x: 300, y: top.y + top.height - 6 },
      { x: last.x + last.width, y: last.y - 20 },
    )
    await expect(page.locator('[data-kind="initiative"][aria-pressed="true"]')).not.toHaveCount(0)
  })
})

test.describe('by keyboard', () => {
  test('moves a bar by days and to another leg, says so, and undoes it', async ({ page }) => {
    const bar = initiative(page, 'Partner launch')
    const before = await daysOf(bar)
    await bar.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('[aria-live]').filter({ hasText: '–' })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => daysOf(bar)).not.toBe(before)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => daysOf(bar)).toBe(before)

    await bar.focus()
    await page.keyboard.press('Space')
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await expect(lane(page, SUPPORT)).toContainText('Partner launch')
    // The next key goes on from there, and after the way back as well.
    await expect(initiative(page, 'Partner launch')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(lane(page, SUPPORT)).not.toContainText('Partner launch')
    await expect(initiative(page, 'Partner launch')).toBeFocused()
  })

  test('stretches, moves by weeks and cancels with Escape', async ({ page }) => {
    const bar = initiative(page, 'Template gallery')
    const before = await daysOf(bar)
    await bar.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Escape')
    expect(await daysOf(bar)).toBe(before)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press(']')
    await page.keyboard.press('Enter')
    await expect.poll(() => daysOf(bar)).not.toBe(before)
    expect((await daysOf(bar)).split(' – ')[0]).toBe(before.split(' – ')[0])
  })

  test('moves a checkpoint, and an objective', async ({ page }) => {
    const disc = checkpoint(page, 'First response')
    const before = await disc.getAttribute('aria-label')
    await disc.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expect(disc).not.toHaveAttribute('aria-label', before ?? '')

    const heads = page.locator('[data-kind="objective"]')
    await heads.first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(heads.nth(1)).toContainText(SUPPORT)
  })

  test('walks over the map with the arrow keys', async ({ page }) => {
    await page.locator('[data-kind="objective"]').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('[data-kind="keyResult"]:focus')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[data-kind="initiative"]:focus')).toHaveCount(1)
    await expect(page.locator('[data-map] [data-kind][tabindex="0"]')).toHaveCount(1)
  })
})

test.describe('by clicks', () => {
  test('picks up, then a click puts it down', async ({ page }) => {
    const bar = initiative(page, 'Partner launch')
    await bar.click({ button: 'right' })
    await pickUpFromMenu(page)
    const to = await middle(checkpoint(page, 'Self-service'))
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.mouse.click(to.x, to.y)
    await expect(lane(page, SUPPORT)).toContainText('Partner launch')
    await undoButton(page).click()
    await expect(lane(page, SUPPORT)).not.toContainText('Partner launch')
  })

  test('“Move to…” gives the same result', async ({ page }) => {
    await initiative(page, 'Partner launch').click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Move to/ }).click()
    const dialog = page.getByRole('dialog')
    const option = dialog.locator('option', { hasText: 'Crash-free' })
    await dialog.getByLabel('Where to').selectOption((await option.getAttribute('value')) ?? '')
    await dialog.getByRole('button', { name: 'Move' }).click()
    await expect(lane(page, FAST)).toContainText('Partner launch')
  })
})
