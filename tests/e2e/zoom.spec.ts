import type { Locator, Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'
import { daysOf } from './route-map-page.ts'

test.use({ today: '2026-11-22' })

const bar = (page: Page) => page.locator('[data-kind="initiative"]', { hasText: 'Partner launch' })
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.first().boundingBox()
  if (!box) throw new Error('is not on the map')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function resize(page: Page, steps: number): Promise<void> {
  const key = steps > 0 ? 'ControlOrMeta+=' : 'ControlOrMeta+-'
  for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(key)
  await page.waitForTimeout(200)
}

/** Pixels of the screen between two weeks, told by their numbers above the map. */
async function weekWidth(page: Page): Promise<number> {
  const weeks = await page.getByText(/^w4\d$/).evaluateAll((all) =>
    all.map((each) => ({
      number: Number(each.textContent.slice(1)),
      left: each.getBoundingClientRect().left,
    })),
  )
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last || first === last) throw new Error('no weeks above the map')
  return (last.left - first.left) / (last.number - first.number)
}

for (const [percent, steps] of [
  [80, -2],
  [150, 3],
] as const)
  test(`what is dragged stays under the pointer at ${String(percent)} %`, async ({ page }) => {
    await page.setViewportSize({ width: 1900, height: 1300 })
    await page.getByRole('button', { name: /^Try the sample plan/ }).click()
    await expect(bar(page).first()).toBeVisible()
    await resize(page, steps)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.currentCSSZoom))
      .toBeCloseTo(percent / 100)

    const week = await weekWidth(page)
    const before = await daysOf(bar(page))
    const from = await middle(bar(page))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 6, from.y, { steps: 2 })
    await page.mouse.move(from.x + week, from.y, { steps: 6 })
    await drawn(page)
    // The copy in the hand lies where the pointer took it, a week to the right.
    const copy = await middle(page.locator('[class*="holder"]'))
    expect(Math.abs(copy.x - from.x - week)).toBeLessThan(4)
    expect(Math.abs(copy.y - from.y)).toBeLessThan(4)
    const landing = await middle(page.locator('[class*="landing"]'))
    expect(Math.abs(landing.x - from.x - week)).toBeLessThan(week / 7)
    expect(Math.abs(landing.y - from.y)).toBeLessThan(6)
    await page.mouse.up()
    const [was, is] = [before, await daysOf(bar(page))].map((days) =>
      Date.parse(`${days.split(' – ')[0] ?? ''} 2026`),
    )
    expect(Math.round(((is ?? 0) - (was ?? 0)) / 86_400_000)).toBe(7)

    const leg = page.locator('[data-kind="keyResult"][role="button"][aria-label^="Self-service"]')
    const [start, target] = [await middle(bar(page)), await middle(leg)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(target.x, target.y, { steps: 8 })
    await drawn(page)
    await page.mouse.up()
    await expect(
      page.locator('[data-lane]', { hasText: 'Customers rave about our support' }),
    ).toContainText('Partner launch')
  })
