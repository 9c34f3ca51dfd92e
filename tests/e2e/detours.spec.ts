import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

test.use({ today: '2026-11-16', isShared: true })

const detours = (page: Page) => page.getByRole('main', { name: 'Detours' })
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

/** Another day, on which the app is started again. */
async function onDay(page: Page, day: string): Promise<void> {
  await expect(page.getByText(/Saved on this computer/)).toBeVisible()
  await page.clock.setFixedTime(new Date(`${day}T10:00:00`))
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
}

async function openKeyResult(page: Page, query: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(query)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toHaveCount(0)
}

test('the route is drawn as it stood on any day, to look at only', async ({ roadbook, page }) => {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await onDay(page, '2026-11-20')
  await openKeyResult(page, 'first response time')
  await inspector(page).getByLabel('Due', { exact: true }).fill('2026-12-11')
  await inspector(page).getByLabel('Due', { exact: true }).press('Enter')
  await inspector(page).getByLabel('Title').first().fill('Answered within five minutes')
  await inspector(page).getByLabel('Title').first().press('Tab')

  await page.keyboard.press('ControlOrMeta+7')
  await detours(page).getByRole('button', { name: 'Show the plan as it stood on a day' }).click()
  const route = detours(page).getByRole('region', { name: /^The route as it stood on/ })
  await expect(route).toHaveAttribute('data-route-then', '2026-11-20')
  const disc = route.locator('[data-kind="keyResult"][aria-label*="Answered within"]').first()
  await expect(disc).toBeAttached()
  const xNow = (await disc.boundingBox())?.x ?? 0

  const day = detours(page).getByLabel('Day', { exact: true })
  await day.fill('16 nov')
  await day.press('Enter')
  await expect(route).toHaveAttribute('data-route-then', '2026-11-16')
  await expect(route.locator('[aria-label*="Answered within"]')).toHaveCount(0)
  const before = route.locator('[data-kind="keyResult"][aria-label*="First response"]').first()
  // Due a week later than now: it stands further to the right.
  expect((await before.boundingBox())?.x ?? 0).toBeGreaterThan(xNow)
  await detours(page).getByText('The same in words').click()
  await expect(
    detours(page)
      .getByText(/due Dec 18, 2026/)
      .first(),
  ).toBeVisible()

  // Nothing in it takes the keyboard; the map itself can be scrolled by it.
  await route.focus()
  await page.keyboard.press('Tab')
  expect(await route.evaluate((map) => map.contains(document.activeElement))).toBe(false)
  expect(await findings(page, { without: ['label-content-name-mismatch'] })).toEqual([])

  // A day is written as everywhere else.
  await day.fill('17 nov')
  await day.press('Enter')
  await expect(route).toHaveAttribute('data-route-then', '2026-11-17')
  await expect(detours(page).getByRole('status')).not.toContainText('rebuilt')

  // The plan had a life before it came here: its own detours and check-ins tell of it.
  const slider = detours(page).getByRole('slider', { name: 'As it stood on' })
  await slider.press('Home')
  await expect(detours(page).getByRole('status')).toContainText(
    'Before Nov 16, 2026, where its history on this computer begins, it is rebuilt',
  )
  await expect(route).toHaveAttribute('data-route-then', /^2026-(09|10)-/)
  await expect(
    route.locator('[data-kind="keyResult"][aria-label*="Not started"]').first(),
  ).toBeAttached()
  // The target of before the detour, in the outline.
  await expect(
    detours(page).getByText(/^\+35 % \(1,200 → 1,620 sign-ups\) · not started/),
  ).toBeVisible()

  await slider.press('End')
  await expect(route).toHaveAttribute('data-route-then', '2026-11-20')
  await detours(page).getByRole('button', { name: 'Back to now' }).click()
  await expect(route).toHaveCount(0)
  expect(roadbook.problems).toEqual([])
})

test('the first owner is no detour, the second one is', async ({ page }) => {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await openKeyResult(page, 'self-service share')
  const owner = inspector(page).getByLabel('Owner').first()
  const strip = page.getByRole('form', { name: 'Why did the route change?' })
  await owner.selectOption({ index: 0 })
  await expect(strip).toContainText('owner Ada Okafor → nobody')
  await strip.getByRole('button', { name: 'Skip' }).click()
  await owner.selectOption({ label: 'Jon Dahl' })
  await expect(strip).toContainText('owner Ada Okafor → Jon Dahl')
  await strip.getByRole('button', { name: 'Skip' }).click()

  // What comes onto the running plan today is still being written: nobody asks why.
  await page.keyboard.press('o')
  await expect(inspector(page).getByLabel('Title').first()).toBeFocused()
  for (const label of ['Mira Kowalski', 'Jon Dahl'])
    await inspector(page).getByLabel('Owner').first().selectOption({ label })
  await expect(strip).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+7')
  await expect(detours(page).getByRole('table')).not.toContainText('Mira Kowalski → Jon Dahl')
})
