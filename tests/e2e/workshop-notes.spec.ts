import type { Page } from '@playwright/test'
import { atRest, findings } from './axe.ts'
import { expect, test } from './host/fixtures.ts'
import { begin, clock, currentStep } from './workshop-page.ts'

test.describe.configure({ timeout: 120_000 })

async function startWorkshop(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await begin(page, /^Quarterly planning/)
}

const notesOf = (page: Page) => page.getByLabel('Private notes for this step')

/** Opens the second window from the notes of the room. */
async function openNotes(page: Page): Promise<Page> {
  await page.keyboard.press('h')
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Open in a second window' }).click()
  const notes = await opened
  await expect(clock(notes)).toBeVisible()
  return notes
}

test('the notes and the controls go to a second window, which writes nothing itself', async ({
  roadbook,
  page,
}) => {
  await startWorkshop(page)
  const notes = await openNotes(page)
  expect(notes.url()).toMatch(/#notes$/)
  // The projector is clean again.
  await expect(page.getByRole('complementary', { name: 'Private notes' })).toHaveCount(0)
  // It has no bridge to main, and not the lock of the page that writes.
  expect(await notes.evaluate(() => ['roadbook' in window, isSecureContext])).toEqual([false, true])
  const held = await page.evaluate(async () => (await navigator.locks.query()).held ?? [])
  expect(held.filter(({ name }) => name === 'roadbook-writer')).toHaveLength(1)

  await expect(notes.getByRole('heading', { name: 'Look back' })).toBeVisible()
  await expect(notesOf(notes)).toHaveValue(/silent round/)
  await notesOf(notes).fill('Ask Mira about the night shift')
  await notes.getByRole('button', { name: 'Next' }).click()
  await expect(currentStep(page)).toContainText('Pick the destination')
  await expect(currentStep(notes)).toContainText('Pick the destination')
  await notes.keyboard.press('n')
  await expect(currentStep(page)).toContainText('Set the checkpoints')
  await notes.getByRole('button', { name: '+2 min' }).click()
  await expect(clock(page)).toContainText(/^1[67]:/)
  await notes.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  await notes
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: /Look back/ })
    .click()
  await expect(currentStep(page)).toContainText('Look back')
  await page.keyboard.press('h')
  await expect(page.getByLabel('For “Look back”')).toHaveValue('Ask Mira about the night shift')
  await page.keyboard.press('h')
  expect(roadbook.problems).toEqual([])
})

test('closing either window is safe', async ({ roadbook, page }) => {
  await startWorkshop(page)
  const notes = await openNotes(page)
  const gone = notes.waitForEvent('close')
  await notes.close()
  await gone
  await page.keyboard.press('n')
  await expect(currentStep(page)).toContainText('Pick the destination')

  // Opened twice it is one window.
  const again = await openNotes(page)
  await expect(currentStep(again)).toContainText('Pick the destination')
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await page.getByRole('menuitem', { name: 'Notes and controls in a second window' }).click()
  await expect.poll(() => page.context().pages().length).toBe(2)

  // The other page goes away and comes back: the notes wait for it.
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await page.getByRole('menuitem', { name: 'All workshops' }).click()
  await expect(again.getByText('No workshop is open in the main window.')).toBeVisible()
  await page.getByRole('button', { name: /^Q.* quarterly planning Running/ }).click()
  await expect(currentStep(again)).toContainText('Pick the destination')
  // Which workshop is open is kept within a second.
  await page.waitForTimeout(1_500)
  await page.reload()
  await expect(currentStep(page)).toContainText('Pick the destination')
  await again.getByRole('button', { name: 'Next' }).click()
  await expect(currentStep(page)).toContainText('Set the checkpoints')
  await page.waitForTimeout(1_500)

  // With the main window the second one goes, and the app ends; what was asked for is kept.
  await roadbook.closeWindow()
  const back = await roadbook.relaunch()
  await expect(currentStep(back)).toContainText('Set the checkpoints')
  expect(back.context().pages()).toHaveLength(1)
  expect(roadbook.problems).toEqual([])
})

test('strange words on the channel change nothing', async ({ roadbook, page }) => {
  await startWorkshop(page)
  const notes = await openNotes(page)
  await notes.evaluate(() => {
    const channel = new BroadcastChannel('roadbook notes')
    for (const message of [
      null,
      'next',
      { type: 'next' },
      { type: 'next', workshopId: 'another' },
      { type: 'next', workshopId: { toString: () => 'x' }.toString(), extra: 1 },
      { type: 'run', id: 'plan.update' },
      { type: 'shown', workshop: { name: '<img src=x onerror=alert(1)>' } },
      { type: 'write', workshopId: 'x', stepId: 'y', text: 'x'.repeat(30_000) },
    ])
      channel.postMessage(message)
  })
  await page.waitForTimeout(300)
  await expect(currentStep(page)).toContainText('Look back')
  await expect(currentStep(notes)).toContainText('Look back')
  await notes.evaluate(() => {
    window.open('https://example.test')
  })
  await expect.poll(() => page.context().pages().length).toBe(2)
  await notes.evaluate(() => {
    location.href = 'https://example.test/'
  })
  await notes.waitForTimeout(300)
  expect(notes.url()).toMatch(/#notes$/)
  expect(await roadbook.offOriginRequests()).toBe(0)
})

test('the second window is read by screen readers, in the light, the dark and high contrast', async ({
  page,
}) => {
  await startWorkshop(page)
  const notes = await openNotes(page)
  for (const contrast of ['plain', 'high'] as const) {
    if (contrast === 'high') {
      await page.getByRole('button', { name: 'Menu of the workshop' }).click()
      await page.getByRole('menuitemcheckbox', { name: 'High contrast' }).click()
      await expect(notes.locator('main[data-contrast]')).toBeVisible()
    }
    for (const [width, height] of [
      [900, 760],
      [500, 420],
    ] as const)
      for (const theme of ['light', 'dark']) {
        await notes.setViewportSize({ width, height })
        await page.evaluate((name) => {
          document.documentElement.dataset['theme'] = name
        }, theme)
        await expect(notes.locator('html')).toHaveAttribute('data-theme', theme)
        await atRest(notes)
        expect.soft(await findings(notes)).toEqual([])
        const name = `notes-${contrast}-${theme}-${String(width)}`
        await notes.screenshot({ path: `test-results/${name}.png` })
      }
  }
})
