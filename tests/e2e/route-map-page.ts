import type { Locator, Page } from '@playwright/test'
import { expect } from './host/fixtures.ts'

/** A bar on the map or a card in the Garage. */
export const initiative = (page: Page, title: string) =>
  page.locator('[data-kind="initiative"]', { hasText: title }).first()
export const checkpoint = (page: Page, title: string) =>
  page.locator(`[data-kind="keyResult"][role="button"][aria-label^="${title}"]`)
export const lane = (page: Page, title: string) => page.locator('[data-lane]', { hasText: title })
export const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ })
export const redoButton = (page: Page) => page.getByRole('button', { name: /^Redo/ })

export type Point = { readonly x: number; readonly y: number }

/** The hand draws once a frame: what is seen is what is dropped. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

/** Where its middle is once it stands still; the map may be about to be laid out for what was done before. */
export async function middle(target: Locator): Promise<Point> {
  const look = async (): Promise<Point> => {
    const box = await target.boundingBox()
    if (!box) throw new Error('is not on the map')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  let at = await look()
  for (let tries = 0; tries < 20; tries++) {
    await drawn(target.page())
    const next = await look()
    if (next.x === at.x && next.y === at.y) break
    at = next
  }
  return at
}

export async function drag(page: Page, from: Point, to: Point, keys: 'drop' | 'escape' = 'drop') {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y, { steps: 2 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await drawn(page)
  if (keys === 'escape') await page.keyboard.press('Escape')
  await page.mouse.up()
}

/** The days of a bar in words, as its name says them after the title (which must be without a comma). */
export const daysOf = async (target: Locator): Promise<string> =>
  ((await target.first().getAttribute('aria-label')) ?? '').split(', ')[1] ?? ''

export async function pixelsPerDay(page: Page): Promise<number> {
  const weeks = await page
    .locator('[data-map] [class*="week"]')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width))
  return Math.max(...weeks) / 7
}

/** Takes what the open menu belongs to into the hand; from now on a click puts it down. */
export async function pickUpFromMenu(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: /^Pick up/ }).click()
  await expect(page.getByRole('note').filter({ hasText: 'Click where to put it' })).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
}
