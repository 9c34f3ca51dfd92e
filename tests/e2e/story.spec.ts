import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { addIdea, garage, idea, saved } from '../faults/app/driving.ts'
import { expect, test } from './host/fixtures.ts'
import { pickUpFromMenu } from './route-map-page.ts'

/** The whole way of a new user, in one go: bring OKRs in, arrange the route, be killed, carry on, export. */
test.use({ today: '2026-11-22' })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-story-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const FIXTURE = resolve('tests/fixtures/team-okrs.md')
/** Somebody's real OKRs, where this machine has some: the first half of the story must hold for them too. */
const REAL = process.env['ROADBOOK_REAL_OKRS'] ?? ''

const importDialog = (page: Page) => page.getByRole('dialog', { name: 'Paste or open OKRs' })
const onMap = (page: Page, title: string) =>
  page.locator('[data-map] [data-kind="initiative"]', { hasText: title }).first()
const disc = (page: Page, title: string) =>
  page.locator(`[data-kind="keyResult"][role="button"][aria-label^="${title}"]`)
const undoButton = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const redoButton = (page: Page) => page.getByRole('button', { name: /^Redo/ })
const inspector = (page: Page) => page.getByRole('complementary').last()

async function pasteOkrs(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: /paste or open/i }).click()
  await importDialog(page).getByLabel('Your OKRs as text').fill(readFileSync(file, 'utf8'))
  await expect(importDialog(page).getByRole('status')).toHaveText(/\d+ objectives?/)
}

async function makePlan(page: Page): Promise<void> {
  await importDialog(page).getByRole('button', { name: 'Make the plan' }).click()
  await expect(importDialog(page)).toBeHidden()
  await expect(page.locator('[data-lane]').first()).toBeVisible()
  await saved(page)
}

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('is not on the map')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The hand draws once a frame: what is seen is what is dropped. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

async function dragTo(page: Page, bar: Locator, leg: Locator): Promise<void> {
  const [from, to] = [await middle(bar), await middle(leg)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y, { steps: 2 })
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await drawn(page)
  await page.mouse.up()
}

/** The key results that an initiative serves, as the inspector says; none while it waits in the Garage. */
async function servesOf(page: Page, title: string): Promise<readonly string[]> {
  const thing = page.locator('[data-kind="initiative"]', { hasText: title }).first()
  await thing.click()
  await expect(inspector(page).getByText(title).first()).toBeVisible()
  const names = await inspector(page)
    .getByRole('button', { name: /^No longer serves / })
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
  return names.map((name) => name.replace('No longer serves ', ''))
}

const MOUSE = 'Training for tough tickets'
const KEYS = 'Partner launch'
const CLICKS = 'Help texts inside the app'
const FIRST = 'First response from 14 to 5 minutes'
const SATISFACTION = 'Satisfaction from 78% to 84%'
const SIGN_UPS = 'Increase sign-ups by 25%'
const INVITATIONS = 'Grow invitations sent weekly by 3x.'

/** Everything that must be as it was left. */
async function expectAsLeft(page: Page): Promise<void> {
  expect(await servesOf(page, MOUSE)).toEqual([INVITATIONS])
  expect(await servesOf(page, KEYS)).not.toEqual([SIGN_UPS])
  expect(await servesOf(page, CLICKS)).toEqual([SATISFACTION])
  expect(await servesOf(page, 'Chatbot for common questions')).toEqual([FIRST])
  expect(await servesOf(page, 'Templates for new teams')).toEqual([SIGN_UPS])
  await expect(idea(page, 'Status page')).toBeVisible()
}

test('a new user brings OKRs in, arranges them, is killed, and exports the review', async ({
  roadbook,
  page: firstPage,
}) => {
  test.setTimeout(180_000)
  let page = firstPage
  await page.setViewportSize({ width: 1440, height: 1400 })

  await test.step('start: an empty app offers three ways in', async () => {
    for (const way of [/^Try the sample plan/, /^Paste or open/, /^Start empty/])
      await expect(page.getByRole('button', { name: way })).toBeVisible()
  })

  await test.step('paste the OKRs and make the plan', async () => {
    await pasteOkrs(page, FIXTURE)
    const box = importDialog(page)
    await expect(box.getByRole('status')).toHaveText(
      '6 objectives, 11 key results, 4 initiatives, 1 note',
    )
    await expect(box.getByLabel('Cycle (from the text)')).toHaveValue('Q4 2026')
    await expect(box.getByLabel('Owner of line 6', { exact: true })).toHaveValue(
      'Support (First line)',
    )
    await expect(box.getByLabel('Value of line 7', { exact: true })).toHaveValue('14 → 5 min')
    await makePlan(page)
    await expect(page.locator('[data-lane]', { hasText: 'Customers rave' })).toBeVisible()
  })

  await test.step('add initiatives: typed into the Garage, and pasted into the open plan', async () => {
    for (const title of ['Status page', CLICKS]) await addIdea(page, title)
    await page.keyboard.press('ControlOrMeta+Shift+V')
    await importDialog(page)
      .getByLabel('Your OKRs as text')
      .fill('- Initiative: Templates for new teams\n- Initiative: Sign-up in two fields\n')
    await expect(importDialog(page).getByRole('status')).toHaveText('2 initiatives')
    await importDialog(page).getByText('Into the open plan').click()
    await importDialog(page).getByRole('button', { name: 'Add to plan' }).click()
    await expect(importDialog(page)).toBeHidden()
    await expect(idea(page, 'Sign-up in two fields')).toBeVisible()
    await dragTo(
      page,
      garage(page).locator('[data-kind="initiative"]', { hasText: 'Templates for new teams' }),
      disc(page, SIGN_UPS),
    )
    expect(await servesOf(page, 'Templates for new teams')).toEqual([SIGN_UPS])
  })

  await test.step('onto another leg by mouse', async () => {
    expect(await servesOf(page, MOUSE)).toEqual([FIRST])
    await dragTo(page, onMap(page, MOUSE), disc(page, INVITATIONS))
    expect(await servesOf(page, MOUSE)).toEqual([INVITATIONS])
  })

  let byKeys: readonly string[] = []
  await test.step('onto another leg by keyboard', async () => {
    expect(await servesOf(page, KEYS)).toEqual([SIGN_UPS])
    await onMap(page, KEYS).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[aria-live]').filter({ hasText: 'to' }).first()).toBeAttached()
    await page.keyboard.press('Space')
    byKeys = await servesOf(page, KEYS)
    expect(byKeys).toHaveLength(1)
    expect(byKeys).not.toEqual([SIGN_UPS])
  })

  await test.step('onto a leg by clicks', async () => {
    await garage(page)
      .locator('[data-kind="initiative"]', { hasText: CLICKS })
      .click({ button: 'right' })
    await pickUpFromMenu(page)
    const to = await middle(disc(page, SATISFACTION))
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await drawn(page)
    await page.mouse.click(to.x, to.y)
    expect(await servesOf(page, CLICKS)).toEqual([SATISFACTION])
  })

  await test.step('undo and redo, one step each', async () => {
    for (let step = 0; step < 3; step++) await undoButton(page).click()
    await expect(
      garage(page).locator('[data-kind="initiative"]', { hasText: CLICKS }),
    ).toBeVisible()
    expect(await servesOf(page, MOUSE)).toEqual([FIRST])
    expect(await servesOf(page, KEYS)).toEqual([SIGN_UPS])
    for (let step = 0; step < 3; step++) await redoButton(page).click()
    await expect(redoButton(page)).toBeDisabled()
    expect(await servesOf(page, KEYS)).toEqual(byKeys)
    await expectAsLeft(page)
    await saved(page)
  })

  await test.step('kill the process; everything is as it was left', async () => {
    await roadbook.killAll()
    page = await roadbook.relaunch()
    await page.setViewportSize({ width: 1440, height: 1400 })
    await expect(onMap(page, MOUSE)).toBeVisible()
    await expectAsLeft(page)
    expect(await servesOf(page, KEYS)).toEqual(byKeys)
    // The steps are there as well: the last one can be taken back and done again.
    await undoButton(page).click()
    await expect(
      garage(page).locator('[data-kind="initiative"]', { hasText: CLICKS }),
    ).toBeVisible()
    await redoButton(page).click()
    await expect(onMap(page, CLICKS)).toBeVisible()
    await saved(page)
  })

  await test.step('export the review as HTML, Markdown and PDF', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
    const files = ['html', 'md', 'pdf'].map((extension) => join(folder, `review.${extension}`))
    const [html = '', md = '', pdf = ''] = files
    await roadbook.scriptDialogs({ save: files })
    for (const [button, path] of [
      ['HTML', html],
      ['Markdown', md],
      ['PDF', pdf],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByText(`Saved to ${path}`)).toBeVisible({ timeout: 60_000 })
    }
    const titles = [FIRST, SATISFACTION, INVITATIONS, MOUSE, KEYS, CLICKS, 'Customers rave']
    const [page1, markdown] = [readFileSync(html, 'utf8'), readFileSync(md, 'utf8')]
    for (const title of titles) {
      expect(page1).toContain(title)
      expect(markdown.replaceAll('\\', '')).toContain(title)
    }
    expect(page1).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page1).not.toMatch(/<(script|img|link|iframe)\b/i)
    expect(page1).toContain('<svg')
    const printed = readFileSync(pdf)
    expect(printed.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(printed.subarray(-8).toString('latin1')).toContain('%%EOF')
    expect(printed.length).toBeGreaterThan(20_000)
    const read = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    // Where nothing here can read a PDF, its frame above is all that is looked at.
    if (read.status === 0) {
      const words = read.stdout.replace(/\s+/g, ' ')
      for (const title of ['First response', 'Satisfaction', 'Chatbot', 'page 1 of '])
        expect(words).toContain(title)
    }
  })

  expect(roadbook.problems).toEqual([])
  expect(await roadbook.offOriginRequests()).toBe(0)
})

if (REAL !== '')
  test('real OKRs become a plan that stays after a kill', async ({ roadbook, page }) => {
    test.setTimeout(120_000)
    await pasteOkrs(page, REAL)
    const counts = await importDialog(page).getByRole('status').innerText()
    await makePlan(page)
    const lanes = await page.locator('[data-lane]').first().innerText()
    await roadbook.killAll()
    const again = await roadbook.relaunch()
    await expect(again.locator('[data-lane]').first()).toBeVisible()
    expect(await again.locator('[data-lane]').first().innerText()).toBe(lanes)
    expect(counts).toMatch(/\d+ key results/)
    expect(roadbook.problems).toEqual([])
  })
