import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  addIdea,
  backUp,
  byPalette,
  restoreDialog,
  saved,
  startEmpty,
} from '../faults/app/driving.ts'
import { standOf } from '../faults/app/stand.ts'
import { isLong, record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

const DRILLS = isLong ? 30 : 6
const MADE = isLong ? 24 : 5
const MOST_MS = 3_000

/** The hashes that the snapshots of the only plan on disk carry in their first line, the newest first. */
function hashesOnDisk(userData: string): readonly string[] {
  const plans = join(userData, 'plans')
  return readdirSync(plans, { recursive: true, encoding: 'utf8' })
    .filter((name) => /snapshots[\\/][^\\/]+\.json$/.test(name))
    .sort()
    .reverse()
    .map((name) => {
      const text = readFileSync(join(plans, name), 'utf8')
      return (JSON.parse(text.slice(0, text.indexOf('\n'))) as { hash: string }).hash
    })
}

test('every kept snapshot restores to its very state, and undo takes the restore back', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(60_000 + DRILLS * 20_000)
  await startEmpty(page)
  for (let at = 0; at < MADE; at++) {
    await addIdea(page, `Idea ${String(at)}`)
    await saved(page)
    await backUp(page)
  }
  const stand = () => standOf(page, roadbook.userData)
  const dialog = restoreDialog(page)
  const entries = dialog.getByRole('list', { name: 'Snapshots' }).getByRole('button')
  const lost: string[] = []
  const met = new Set<string>()
  let [tried, slowest] = [0, 0]
  // From the oldest to the newest, those that the restores themselves leave included.
  for (let drill = 0; drill < DRILLS; drill++) {
    const before = await stand()
    await byPalette(page, 'Restore')
    const hashes = hashesOnDisk(roadbook.userData)
    await expect(entries).toHaveCount(hashes.length, { timeout: 30_000 })
    const at = hashes.length - 1 - drill
    const wanted = hashes[at] ?? ''
    await entries.nth(at).click()
    const button = dialog.getByRole('button', { name: 'Restore this state' })
    if (wanted === before.hash) {
      await expect(dialog.getByText('This is exactly the plan of today.')).toBeVisible()
      await page.keyboard.press('Escape')
      await addIdea(page, `Between ${String(drill)}`)
      await saved(page)
      await byPalette(page, 'Restore')
      await entries.nth(at).click()
    }
    const from = await stand()
    await expect(button).toBeEnabled()
    const started = performance.now()
    await button.click()
    await expect(dialog).toBeHidden()
    await saved(page)
    slowest = Math.max(slowest, performance.now() - started)
    tried += 1
    const after = await stand()
    met.add(wanted)
    if (after.hash !== wanted) lost.push(`drill ${String(drill)}: not the state of the snapshot`)
    lost.push(...after.troubles)
    await page.getByRole('button', { name: /^Undo/ }).first().click()
    await saved(page)
    const back = await stand()
    if (back.hash !== from.hash) lost.push(`drill ${String(drill)}: undo is not the state before`)
  }
  record({
    ...{ promise: 'P13', counts: 'drills', seed: null, tried },
    what: `snapshots restored through the screen and undone (${String(met.size)} different states)`,
    ...{ survived: tried - Math.min(tried, lost.length), lost: lost.length },
    slowestMs: Math.round(slowest),
  })
  expect(lost).toEqual([])
  expect(met.size).toBeGreaterThan(DRILLS / 2)
  if (slowest > MOST_MS) console.log(`slower than ${String(MOST_MS)} ms on this machine`)
})
