import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { byPalette, garage, restoreDialog } from '../faults/app/driving.ts'
import { manySnapshots } from '../faults/app/many-snapshots.ts'
import { standOf } from '../faults/app/stand.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const DRILLS = 30

const snapshotsOnDisk = (userData: string): number =>
  readdirSync(join(userData, 'plans'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /snapshots[\\/][^\\/]+\.json$/.test(name),
  ).length

let hashes: readonly string[] = []
test.use({
  dataFolder: {
    lay: async (userData) => {
      hashes = await manySnapshots(userData, DRILLS)
    },
  },
})

test('every kept snapshot restores to its very state, and undo takes the restore back', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(60_000 + DRILLS * 10_000)
  expect(new Set(hashes).size).toBe(DRILLS)
  await expect(garage(page)).toBeVisible()
  const stand = () => standOf(page, roadbook.userData)
  const isSaved = page.getByRole('status', { name: 'Saved on this computer' })
  const dialog = restoreDialog(page)
  const entries = dialog.getByRole('list', { name: 'Snapshots' }).getByRole('button')
  const undo = page.getByRole('button', { name: /^Undo/ }).first()
  const lost: string[] = []
  let slowest = 0
  const { hash: now } = await stand()
  for (const [drill, wanted] of hashes.entries()) {
    const say = (words: string) => lost.push(`snapshot ${String(drill)}: ${words}`)
    await byPalette(page, 'Restore')
    // The oldest stands last; above are those that starts and the restores themselves leave.
    await expect(entries).toHaveCount(snapshotsOnDisk(roadbook.userData), { timeout: 30_000 })
    await entries.nth((await entries.count()) - 1 - drill).click()
    const started = performance.now()
    await dialog.getByRole('button', { name: 'Restore this state' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await isSaved.waitFor()
    slowest = Math.max(slowest, performance.now() - started)
    const after = await stand()
    if (after.hash !== wanted) say('not the state of the snapshot')
    after.troubles.forEach(say)
    await undo.click()
    await isSaved.waitFor()
    if ((await stand()).hash !== now) say('undo is not the state before')
  }
  record({
    ...{ promise: 'P13', counts: 'drills', seed: null, tried: DRILLS },
    what: `snapshots restored through the screen and undone (${String(DRILLS)} different states)`,
    ...{ survived: DRILLS - Math.min(DRILLS, lost.length), lost: lost.length },
    slowestMs: Math.round(slowest),
  })
  expect(lost).toEqual([])
})
