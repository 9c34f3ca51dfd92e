import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import { expect, test } from './host/fixtures.ts'
import {
  begin,
  clock,
  journeyBoxes,
  pressInRoom as key,
  ROOM_DAY,
  setMinute,
  startPlan,
  write,
} from './workshop-page.ts'

test.use({ today: ROOM_DAY, isShared: true })
test.describe.configure({ timeout: 240_000 })

/** Counts the bells that ring from now on, and lets them ring. */
const countBells = (page: Page) =>
  page.evaluate(() => {
    const page = window as unknown as { bells: number }
    page.bells = 0
    window.AudioContext = class extends window.AudioContext {
      constructor() {
        super()
        page.bells += 1
      }
    }
  })
const bells = (page: Page) => page.evaluate(() => (window as unknown as { bells: number }).bells)

/** Chooses an entry of the workshop's menu. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await page
    .getByRole(/^(High|Big|Soft)/.test(entry) ? 'menuitemcheckbox' : 'menuitem', { name: entry })
    .click()
}

test('the bell is silent until it is wanted, the pointer grows, and nothing moves for who asks so', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await startPlan(page)
  await page.getByRole('button', { name: /^Empty/ }).click()
  await key(page, 'w')
  await write(page, 'Name of a new person', 'Ana Ruiz')
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await countBells(page)
  await setMinute(page, 16)
  await expect(clock(page)).toContainText('+1:00')
  expect(await bells(page)).toBe(0)

  // Switched on it shows how it sounds, and then rings once for each end, wherever the keyboard is.
  await choose(page, 'Soft bell at the end of a step')
  await expect.poll(() => bells(page)).toBe(1)
  await key(page, 't')
  await expect(clock(page)).toContainText('1:00')
  await setMinute(page, 18)
  await expect(clock(page)).toContainText('+1:00')
  expect(await bells(page)).toBe(2)
  await key(page, 't')
  await expect(clock(page)).toContainText('1:00')
  await key(page, 'q')
  await page.getByLabel('How', { exact: true }).selectOption('Confidence 0–10')
  await page.getByLabel('The question', { exact: true }).fill('Do we go?')
  await page.getByLabel('The question', { exact: true }).press('Enter')
  await expect(page.getByRole('region', { name: 'Private vote' })).toBeVisible()
  await setMinute(page, 20)
  await expect.poll(() => bells(page)).toBe(3)
  await page.keyboard.press('Escape')
  await expect(clock(page)).toContainText('+1:00')
  expect(await bells(page)).toBe(3)
  // Also while the room looks at the ordinary route.
  await key(page, 't')
  await expect(clock(page)).toContainText('1:00')
  await key(page, 'd')
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await setMinute(page, 22)
  await expect.poll(() => bells(page)).toBe(4)
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await expect(clock(page)).toContainText('+1:00')
  expect(await bells(page)).toBe(4)

  await choose(page, 'Big pointer')
  const cursors = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('body *')].map((each) =>
        getComputedStyle(each).cursor.slice(0, 30),
      ),
    ),
  ])
  expect(cursors).toEqual([expect.stringContaining('url("data:image/svg+xml')])

  const moving = await page.evaluate(() =>
    document.getAnimations().map((each) => each.effect?.getComputedTiming().endTime),
  )
  expect(moving.filter((ms) => Number(ms) > 1)).toEqual([])
})

test('one workshop runs at a time, and leaving keeps it where it is', async ({ page }) => {
  await startPlan(page)
  await begin(page, /^Empty/)
  await setMinute(page, 3)
  await expect(clock(page)).toContainText('12:00')
  await key(page, 'd')
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await expect(clock(page)).toContainText('12:00')
  await choose(page, 'All workshops')
  await begin(page, /^One objective/)
  await choose(page, 'All workshops')
  const rows = page.getByRole('list', { name: 'Workshops of this plan' })
  await expect(rows).toContainText('Running')
  await expect(rows).toContainText('Paused')
})

test('a workshop without a cycle says so and takes one', async ({ roadbook, page }) => {
  const { name, ...meta } = smallPlan().meta
  const file = join(roadbook.userData, 'no-cycle.roadbook')
  const header = { savedAt: `${ROOM_DAY}T10:00:00.000Z`, app: '0.1.0' }
  writeFileSync(file, writePlanFile([{ ...meta, name: `${name} without a cycle` }], header))
  await startPlan(page)
  await page.getByRole('button', { name: 'Back to the route' }).click()
  await roadbook.scriptDialogs({ open: [file] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await page.getByRole('button', { name: 'Open as a plan' }).click()
  await expect(page.getByRole('heading', { name: 'This plan has no cycle yet' })).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await begin(page, /^One objective/)
  const notice = page.getByRole('region', { name: 'No cycle yet' })
  await notice.getByRole('button', { name: 'Add a cycle' }).click()
  const cycles = page.getByRole('dialog', { name: 'Cycles' })
  await cycles.getByRole('button', { name: 'Add a cycle' }).click()
  await expect(cycles.getByLabel('Name', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cycles).toHaveCount(0)
  await notice.getByLabel('Cycle of the workshop').selectOption({ index: 1 })
  await expect(notice).toHaveCount(0)
  await page.getByLabel('The objective', { exact: true }).fill('Nobody waits')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Another objective', { exact: true })).toHaveValue('')
  await expect(page.getByRole('article').filter({ hasText: 'Nobody waits' })).toBeVisible()
})

const SIZES = [
  { width: 1600, height: 900 },
  { width: 1920, height: 1080 },
]

test('six checkpoints and twenty-four vehicles stand clear of each other', async ({ page }) => {
  await startPlan(page)
  await begin(page, /^One objective/)
  await key(page, 'n')
  const line = page.getByLabel(/^A key result, such as/)
  for (let i = 1; i <= 6; i += 1) {
    await line.fill(
      `Share of tickets that are solved at once, part ${String(i)} from ${String(i)} % to 90 %`,
    )
    await line.press('Enter')
    await expect(line).toHaveValue('')
  }
  const days = page.getByLabel('By', { exact: true })
  for (let i = 0; i < 6; i += 1) {
    await days.nth(i).fill(`2026-12-${String(10 + i * 3)}`)
    await days.nth(i).press('Enter')
  }
  await key(page, 'n')
  const ideas = Array.from(
    { length: 24 },
    (_, i) => `Rewrite the help articles, part ${String(i + 1)}`,
  )
  // Several pasted lines are several cards.
  await write(page, 'Type an idea, press Enter', ideas.join('\n'))
  for (const [i, idea] of ideas.entries()) {
    await page.getByRole('group', { name: idea, exact: true }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press(String((i % 6) + 1))
    await expect(page.locator('[data-drop^="initiative "]')).toHaveCount(i + 1)
  }
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.waitForTimeout(400)
    const { count, crossings } = await journeyBoxes(page)
    expect(crossings).toEqual([])
    expect(count).toBe(36)
    await page.screenshot({
      path: `test-results/journey-6x24-${String(size.width)}x${String(size.height)}.png`,
    })
  }
})

test('three hundred cards are written at once, and only those in view are drawn', async ({
  page,
}) => {
  await startPlan(page)
  await begin(page, /^Empty/)
  const lines = Array.from({ length: 300 }, (_, i) => `Idea ${String(i + 1)}`)
  await write(page, 'Type an idea, press Enter', 'Idea 1')
  await write(page, 'Type an idea, press Enter', lines.slice(1).join('\n'))
  await expect(page.getByText('Idea 300', { exact: true })).toBeVisible()
  expect(await page.locator('[data-card]').count()).toBeLessThan(40)
})
