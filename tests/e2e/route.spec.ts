import type { Locator, Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'

const SUPPORT = 'Customers rave about our support'
const heads = (page: Page) => page.locator('[data-kind="objective"]')
const bar = (page: Page, title: string) =>
  page.locator('[data-kind="initiative"]', { hasText: title }).first()
const map = (page: Page) => page.locator('[data-scroller]')

test.use({ today: '2026-11-22', isShared: true })

async function boxOf(target: Locator) {
  const box = await target.boundingBox()
  if (!box) throw new Error('is not on the map')
  return box
}

const isApart = (
  a: { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

test.describe('the sample plan', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.getByRole('button', { name: /^Try the sample plan/ }).click()
    await expect(bar(page, 'Partner launch')).toBeVisible()
  })

  test('draws objectives, checkpoints, cars and bars that do not cover each other', async ({
    page,
  }) => {
    await expect(heads(page)).toHaveCount(3)
    await expect(heads(page).first()).toHaveAttribute(
      'aria-label',
      /% of the way.*confidence \d+ of 10/,
    )
    const boxes = await page.locator('[data-map] [data-label]').evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect()
        return { x, y, width, height }
      }),
    )
    expect(boxes.length).toBeGreaterThan(5)
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) expect(isApart(a, b)).toBe(true)
    })
    const bars = await page.locator('[data-map] [data-kind="initiative"]').evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect()
        return { x, y, width, height }
      }),
    )
    bars.forEach((a, i) => {
      for (const b of bars.slice(i + 1)) expect(isApart(a, b)).toBe(true)
    })
  })

  test('zooms in time and keeps header and column in place', async ({ page }) => {
    const width = (await boxOf(bar(page, 'Partner launch'))).width
    await page.getByRole('radio', { name: 'Month' }).click()
    await expect
      .poll(async () => (await boxOf(bar(page, 'Template gallery'))).width)
      .toBeGreaterThan(width)
    await map(page).evaluate((element) => element.scrollTo({ left: 700, top: 120 }))
    const frame = await boxOf(map(page))
    const head = await boxOf(page.locator('[data-lane]').nth(1).locator('[data-kind="objective"]'))
    expect(Math.abs(head.x - frame.x)).toBeLessThan(24)
    await expect(page.getByText('Today', { exact: true }).last()).toBeAttached()
    await page.getByRole('button', { name: 'Fit the cycle' }).click()
    await expect.poll(async () => map(page).evaluate((element) => element.scrollLeft)).toBe(0)
  })

  test('shows a week day by day and goes to today', async ({ page }) => {
    await page.getByRole('radio', { name: 'Week' }).click()
    const pill = page.locator('[data-map] [class*="today"]').first()
    const frame = await boxOf(map(page))
    await expect
      .poll(async () => {
        const { x } = await boxOf(pill)
        return x > frame.x + 228 && x < frame.x + frame.width
      })
      .toBe(true)
    // Scrolled away from it, it comes back.
    await map(page).evaluate((element) => element.scrollTo({ left: 0 }))
    await expect.poll(async () => (await boxOf(pill)).x > frame.x + frame.width).toBe(true)
    await page.getByRole('button', { name: 'Today' }).click()
    await expect.poll(async () => (await boxOf(pill)).x < frame.x + frame.width).toBe(true)
    // The key answers although there is nothing to scroll to, and where today is not in the cycle.
    await page.getByRole('radio', { name: 'Cycle' }).click()
    await page.keyboard.press('t')
    await expect(page.getByText('Today is Nov 22, 2026.')).toBeAttached()
    await page.clock.setFixedTime(new Date('2027-06-01T10:00:00'))
    await page.reload()
    await expect(bar(page, 'Survey after every ticket')).toBeVisible()
    await page.getByRole('button', { name: 'Today' }).click()
    await expect(page.getByText('Today, Jun 1, 2027, is not in this cycle.').first()).toBeVisible()
  })

  test('collapses lanes to one line each, and one alone', async ({ page }) => {
    const tall = (await boxOf(page.locator('[data-lane]').first())).height
    await page.getByRole('button', { name: 'Collapse all lanes' }).click()
    const heights = await page
      .locator('[data-lane]')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
    for (const height of heights) {
      expect(height).toBeGreaterThanOrEqual(56)
      expect(height).toBeLessThanOrEqual(62)
    }
    await heads(page).first().hover()
    await page.getByRole('button', { name: `Expand ${SUPPORT}` }).click()
    await expect
      .poll(async () => (await boxOf(page.locator('[data-lane]').first())).height)
      .toBe(tall)
  })

  test('filters by words, owner and status, and sorts', async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('chatbot')
    await expect(heads(page)).toHaveCount(1)
    await expect(page.getByRole('toolbar')).toContainText('1 of 3 objectives')
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('no such words')
    await expect(page.getByRole('heading', { name: 'No objective fits' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).last().click()
    await expect(heads(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Sort' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Title' }).click()
    const titles = await heads(page).locator('h3').allTextContents()
    expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b, 'en')))
  })

  test('fades the bars that a filter does not mean', async ({ page }) => {
    const bar = (title: string) => page.locator('[data-kind="initiative"]', { hasText: title })
    const faded = (title: string) =>
      expect.poll(() =>
        bar(title)
          .first()
          .evaluate((e) => Number(getComputedStyle(e).opacity)),
      )
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('chatbot')
    await faded('Support chatbot').toBe(1)
    await faded('Train the team').toBeLessThan(0.6)
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('')
    await faded('Train the team').toBe(1)
  })

  test('says the rule and the numbers behind a colour', async ({ page }) => {
    await page.locator('[data-lane] [data-kind="keyResult"]:not([data-label])').first().hover()
    await expect(page.getByRole('tooltip')).toContainText(/% of the way|due/)
  })

  test('adds a key result, an initiative and an objective where one clicks', async ({ page }) => {
    const lane = page.locator('[data-lane]').first()
    const frame = await boxOf(lane)
    await page.mouse.dblclick(frame.x + 330, frame.y + 60)
    await page.getByRole('textbox', { name: /^New key result, due/ }).fill('Fewer reopened tickets')
    await page.keyboard.press('Enter')
    await expect(
      lane.locator('[data-kind="keyResult"]', { hasText: 'Fewer reopened' }),
    ).toBeVisible()

    const next = await boxOf(lane)
    await page.mouse.dblclick(next.x + 300, next.y + next.height - 8)
    await page.getByRole('textbox', { name: /^New initiative from/ }).fill('Ask ten customers')
    await page.keyboard.press('Enter')
    await expect(lane).toContainText('Ask ten customers')

    await map(page).evaluate((element) => element.scrollTo({ top: 99_999 }))
    await page.getByRole('button', { name: 'New objective' }).click()
    await page.getByRole('textbox', { name: /^New objective/ }).fill('Sell in Norway')
    await page.keyboard.press('Enter')
    await expect(heads(page).filter({ hasText: 'Sell in Norway' })).toBeVisible()
  })

  test('draws a curve to a key result on another road, and none without', async ({ page }) => {
    const curves = page.locator('[data-crossings] path')
    await expect(curves).toHaveCount(0)
    await bar(page, 'Partner launch').click()
    const also = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Also serves')
    await also.focus()
    const option = also.locator('option', { hasText: 'Self-service' })
    await also.selectOption((await option.getAttribute('value')) ?? '')
    await expect(curves).toHaveCount(1)
    const from = await boxOf(bar(page, 'Partner launch'))
    const to = await boxOf(
      page.locator('[data-kind="keyResult"][role="button"][aria-label^="Self-service"]'),
    )
    const curve = await boxOf(curves)
    expect(Math.abs(curve.y - (to.y + to.height))).toBeLessThan(6)
    expect(Math.abs(curve.y + curve.height - (from.y + from.height / 2))).toBeLessThan(6)
    await expect(bar(page, 'Partner launch')).toHaveAttribute('aria-label', /on other roads/)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(curves).toHaveCount(0)
  })

  test('adds to the Garage and folds it away', async ({ page }) => {
    const garage = page.getByRole('region', { name: 'Garage' })
    await garage.getByRole('button', { name: 'New initiative' }).click()
    await garage.getByRole('textbox').fill('Talk to the night shift')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(garage).toContainText('Talk to the night shift')
    await garage.getByRole('button', { name: 'Garage', exact: true }).click()
    await expect(garage).not.toContainText('Talk to the night shift')
  })

  test('offers what can be done from the context menu', async ({ page }) => {
    await bar(page, 'Partner launch').click({ button: 'right' })
    for (const name of [/^Open in the inspector/, /^Move to…/, /^Duplicate/, /^Drop/, /^Delete/])
      await expect(page.getByRole('menuitem', { name })).toBeVisible()
    await page.getByRole('menuitem', { name: /^Delete/ }).click()
    await expect(bar(page, 'Partner launch')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(bar(page, 'Partner launch')).toBeVisible()
  })

  test('shows hostile titles as text and breaks no layout', async ({ page, roadbook }) => {
    const garage = page.getByRole('region', { name: 'Garage' })
    const titles = [
      '<img src=x onerror=alert(1)>',
      `${'W'.repeat(480)} end`,
      'مبادرة طويلة جدا من اليمين إلى اليسار',
      '👩‍👩‍👧‍👦 family 🚀',
    ]
    await garage.getByRole('button', { name: 'New initiative' }).click()
    for (const title of titles) {
      await garage.getByRole('textbox').fill(title)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('Escape')
    const cards = garage.locator('[data-kind="initiative"]')
    await expect(cards.filter({ hasText: '<img' })).toHaveText(titles[0] ?? '')
    for (const height of await cards.evaluateAll((all) => all.map((each) => each.clientHeight)))
      expect(height).toBeLessThan(60)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true)
    expect(roadbook.problems).toEqual([])
  })

  test('keeps quiet under reduced motion and shows shapes in forced colours', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    await expect(bar(page, 'Partner launch')).toBeVisible()
    const disc = page.locator('[data-kind="keyResult"][role="button"]').first()
    await expect(disc).toBeVisible()
    expect(await disc.evaluate((element) => getComputedStyle(element).backgroundImage)).not.toBe('')
  })
})

test('teaches on an empty map with three places to click', async ({ page }) => {
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByLabel('Name of the plan').fill('Blank')
  await page.getByLabel('First objective').fill('Only one')
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await page.locator('[data-kind="objective"]').click()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('heading', { name: 'Where are we going?' })).toBeVisible()
  for (const name of [/^Park an initiative/, /^Paste your OKRs/, /^Write an objective/])
    await expect(page.getByRole('button', { name })).toBeVisible()
  await page.getByRole('button', { name: /^Write an objective/ }).click()
  await page.getByRole('textbox', { name: /^New objective/ }).fill('Arrive rested')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-kind="objective"]')).toContainText('Arrive rested')
})
