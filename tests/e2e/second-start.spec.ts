import type { Page } from '@playwright/test'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { standOf } from '../faults/app/stand.ts'
import { burst } from '../faults/app/storm.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

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

/** Holds the lock of the one page that writes, as another page of the profile does, until it is told to let go. */
const otherPage = (page: Page) =>
  page.addInitScript(() => {
    if (sessionStorage.getItem('other page') === 'closed') return
    void navigator.locks.request(
      'roadbook-writer',
      () =>
        new Promise<void>((letGo) => {
          Object.assign(window, {
            closeOtherPage: () => {
              sessionStorage.setItem('other page', 'closed')
              letGo()
            },
          })
        }),
    )
  })

test('a second page is told that it may only look, and may write when the first has gone', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  await addIdea(page, 'The first')
  await saved(page)
  const before = await standOf(page, roadbook.userData)
  await otherPage(page)
  await page.reload()
  const banner = page.getByText(/Roadbook is open in another window/)
  await expect(banner.first()).toBeVisible()
  await expect(idea(page, 'The first')).toBeVisible()
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'read-only')
  await page.keyboard.press('ControlOrMeta+Z')
  await page.waitForTimeout(500)
  await expect(idea(page, 'The first')).toBeVisible()
  const looked = await standOf(page, roadbook.userData)
  expect([looked.seq, looked.hash, looked.text]).toEqual([before.seq, before.hash, before.text])

  await page.evaluate(() => {
    ;(window as unknown as { closeOtherPage: () => void }).closeOtherPage()
  })
  await page.getByRole('button', { name: 'Change plans here' }).click()
  await expect(banner).toHaveCount(0)
  await addIdea(page, 'After the other window')
  await saved(page)
  const after = await standOf(page, roadbook.userData)
  const isWhole = after.troubles.length === 0 && after.text.startsWith(before.text)
  record({
    ...{ promise: 'P19', what: 'a page beside the one that writes', counts: 'starts', seed: null },
    ...{ tried: 1, survived: isWhole ? 1 : 0, lost: isWhole ? 0 : 1 },
  })
  expect([after.troubles, isWhole]).toEqual([[], true])
})
