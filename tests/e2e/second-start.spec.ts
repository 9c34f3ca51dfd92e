import type { Page } from '@playwright/test'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { standOf } from '../faults/app/stand.ts'
import { burst } from '../faults/app/storm.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

test('a second start in the middle of changes hands over, and one process writes', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, 'The first')
  await saved(page)
  const storm = burst(page, 50)
  for (let time = 0; time < 2; time++) await roadbook.startSecond([])
  const acked = storm.acked()
  await page.reload()
  await storm.over()
  await expect(garage(page)).toBeVisible()
  await saved(page)
  const stand = await standOf(page, roadbook.userData)
  const isWhole = stand.troubles.length === 0 && stand.seq >= acked && acked > 3
  record({
    ...{ promise: 'P19', counts: 'starts', seed: null, tried: 1 },
    what: `a second start while changes are made (${String(stand.seq)} steps)`,
    ...{ survived: isWhole ? 1 : 0, lost: isWhole ? 0 : 1 },
  })
  expect([stand.troubles, stand.seq >= acked, acked > 3]).toEqual([[], true, true])
})

/** Sends undo and redo to a page that may not write, and asks for the changes that a person would try. */
async function tryToWrite(page: Page): Promise<void> {
  for (const keys of ['ControlOrMeta+z', 'ControlOrMeta+Shift+z', 'Delete', 'n', 'o'])
    await page.keyboard.press(keys)
  for (const name of ['New initiative', 'Add objective'])
    for (const button of await page.getByRole('button', { name }).all())
      if (await button.isEnabled()) await button.click()
  await page.keyboard.insertText('From the second page')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

test('a second page on the profile may only look, and may write when the first has gone', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, 'The first')
  await saved(page)
  const before = await standOf(page, roadbook.userData)

  const other = await roadbook.secondPage()
  const banner = other.getByText(/Roadbook is open in another window/)
  await expect(banner.first()).toBeVisible()
  await expect(idea(other, 'The first')).toBeVisible()
  await expect(other.locator('[data-save]')).toHaveAttribute('data-save', 'read-only')
  await expect(other.getByRole('button', { name: /^Undo/ }).first()).toBeDisabled()
  await tryToWrite(other)
  await other.waitForTimeout(500)
  const looked = await standOf(other, roadbook.userData)
  expect([looked.seq, looked.hash, looked.text]).toEqual([before.seq, before.hash, before.text])

  // Both are at it: every step is of the first page, one behind the other.
  await page.bringToFront()
  const storm = burst(page, 50)
  await expect.poll(storm.acked).toBeGreaterThan(before.seq + 10)
  await tryToWrite(other)
  await expect.poll(storm.acked).toBeGreaterThan(before.seq + 20)
  await expect(other.locator('[data-save]')).toHaveAttribute('data-save', 'read-only')
  const acked = storm.acked()
  await page.close()
  await storm.over()

  await other.getByRole('button', { name: 'Change plans here' }).click()
  await expect(banner).toHaveCount(0)
  await saved(other)
  const alone = await standOf(other, roadbook.userData)
  await addIdea(other, 'After the other window')
  await saved(other)
  const after = await standOf(other, roadbook.userData)
  const lost = [...alone.troubles, ...after.troubles]
  if (alone.seq < acked) lost.push('an acknowledged step of the first page is gone')
  if (!after.text.startsWith(before.text)) lost.push('lines of the journal are gone or changed')
  if (alone.titles.has('From the second page')) lost.push('the second page wrote')
  record({
    ...{ promise: 'P19', counts: 'starts', seed: null, tried: 1 },
    what: `a second page on the profile, both at it (${String(alone.seq - before.seq)} steps of the first, none of the second)`,
    ...{ survived: lost.length === 0 ? 1 : 0, lost: lost.length },
  })
  expect(lost).toEqual([])
  // Main's own window is closed: nobody could answer whether the app may end.
  await roadbook.killAll()
})
