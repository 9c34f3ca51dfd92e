import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-merge-e2e-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

type Row = Record<string, unknown>
type File = { things: Row[]; count: number }

const saved = (page: Page) =>
  expect(page.getByRole('status', { name: 'Saved on this computer' })).toBeVisible()
const gate = (page: Page) => page.getByRole('dialog', { name: 'Paste or open OKRs' })
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Merge/ })

/** What a colleague would do to the file in an app of their own; only the rows matter. */
function changed(text: string, change: (things: Row[]) => Row[]): string {
  const file = JSON.parse(text) as File
  const things = change(file.things)
  return JSON.stringify({ ...file, count: things.length, things })
}

async function openMerge(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await expect(gate(page).getByText(/This is a state of your plan/)).toBeVisible()
  await gate(page).getByRole('button', { name: 'Merge…' }).click()
  await expect(dialog(page)).toBeVisible()
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^(Objective )?.*${from}`) })
    .first()
    .click()
  const title = page.locator('[data-slot="inspector"] textarea').first()
  await title.fill(to)
  await title.press('Tab')
  await saved(page)
}

test('a file that came back is merged: one side taken, both sides asked, one step', async ({
  roadbook,
  page,
}) => {
  test.slow()
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await saved(page)
  const sent = join(folder, 'sent.roadbook')
  const back = join(folder, 'back.roadbook')
  await roadbook.scriptDialogs({ save: [sent], open: [sent, back, back] })
  await page.keyboard.press('ControlOrMeta+Shift+S')
  await expect(page.getByText(`Saved to ${sent}`).first()).toBeVisible()

  // The plan's own file brings nothing.
  await openMerge(page)
  await expect(dialog(page).getByText(/The file brings nothing/)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('The file brought nothing new.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toBeDisabled()

  // Both change the first title; the colleague alone changes the second.
  const objectives = (things: Row[]) => things.filter((row) => row['kind'] === 'objective')
  writeFileSync(
    back,
    changed(readFileSync(sent, 'utf8'), (things) => {
      const [first, second] = objectives(things)
      if (first) first['title'] = 'Their first title'
      if (second) second['title'] = 'Their second title'
      return things
    }),
  )
  await rename(page, 'Customers rave about our support', 'My first title')

  await openMerge(page)
  await expect(dialog(page).getByText('1 question to answer')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
  const question = dialog(page).getByRole('group', { name: /^Title of the objective/ })
  await expect(question.getByText('Before: Customers rave about our support')).toBeVisible()
  await expectAccessible(page, 'merge', { include: '[role="dialog"]' })
  // The choice is a pair of radio buttons: space takes one, the arrow the other.
  await question.getByRole('radio', { name: /^Yours/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(question.getByRole('radio', { name: /From the file/ })).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await expect(question.getByRole('radio', { name: /^Yours/ })).toBeChecked()
  await expect(
    dialog(page).getByText(/objective “Their second title” changed: Title/),
  ).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('My first title').first()).toBeVisible()
  await expect(page.getByText('Their second title').first()).toBeVisible()

  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(page.getByText('Their second title')).toHaveCount(0)
  await expect(page.getByText('My first title').first()).toBeVisible()
  expect(roadbook.problems).toEqual([])
})
