import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const TITLES = ['Typed while the folder was gone', 'Typed after the repair'] as const

test('a data folder that goes away is seen, and nothing is lost once it is back', async ({
  roadbook,
  page,
}) => {
  test.slow()
  await startEmpty(page)
  await saved(page)
  const restarted = await roadbook.relaunch()
  await saved(restarted)
  const plans = join(roadbook.userData, 'plans')
  const away = join(roadbook.userData, 'plans-away')
  renameSync(plans, away)
  writeFileSync(plans, 'in the way')
  const pill = restarted.locator('[data-save]').first()
  // From the page itself: what the driver of the test takes is not the app's time.
  const told = pill.evaluate(
    (mark) =>
      new Promise<number>((done) => {
        let begun = 0
        new MutationObserver((_, observer) => {
          const state = mark.getAttribute('data-save')
          if (state === 'saving' && begun === 0) begun = performance.now()
          if (state !== 'late' && state !== 'failed') return
          observer.disconnect()
          done(begun === 0 ? 0 : performance.now() - begun)
        }).observe(mark, { attributes: true })
      }),
  )
  await addIdea(restarted, TITLES[0])
  const slowestMs = Math.round(await told)
  await expect(pill).toHaveAttribute('data-save', 'late')
  await expect(pill).toHaveAccessibleName('Saved · safety copy is late')
  await restarted.waitForTimeout(300)
  await expect(pill).toHaveAttribute('data-save', 'late')

  rmSync(plans)
  renameSync(away, plans)
  await addIdea(restarted, TITLES[1])
  await saved(restarted)
  await roadbook.killAll()
  for (const entry of readdirSync(roadbook.userData, { withFileTypes: true, recursive: true }))
    if (entry.isDirectory() && entry.name === 'IndexedDB')
      rmSync(join(entry.parentPath, entry.name), { recursive: true })
  const again = await roadbook.relaunch()
  await expect(garage(again)).toBeVisible()
  await saved(again)
  const lost: string[] = []
  for (const title of TITLES) if (!(await idea(again, title).isVisible())) lost.push(title)
  record({
    ...{ promise: 'P8', what: 'a data folder that goes away (“late”)', seed: null, tried: 1 },
    ...{ survived: lost.length === 0 ? 1 : 0, lost: lost.length, slowestMs },
  })
  expect(lost).toEqual([])
})
