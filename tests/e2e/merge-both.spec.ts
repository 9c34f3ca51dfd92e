import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { copyStores } from '../faults/app/damages.ts'
import { standOf } from '../faults/app/stand.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

test('database and journal that went different ways: nothing is written, and both are kept', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(150_000)
  const aside = mkdtempSync(join(tmpdir(), 'roadbook-ways-'))
  const plans = join(roadbook.userData, 'plans')
  try {
    await startEmpty(page)
    await addIdea(page, 'Shared')
    await saved(page)
    await roadbook.close()
    // From here two lives begin on the same folder: another database, another journal.
    const putBack = copyStores(roadbook.userData, join(aside, 'stores'))
    cpSync(plans, join(aside, 'plans'), { recursive: true })
    await addIdea(await roadbook.relaunch(), 'In the journal')
    await saved(roadbook.page)
    await roadbook.killAll()
    cpSync(plans, join(aside, 'plans-here'), { recursive: true })
    rmSync(plans, { recursive: true })
    cpSync(join(aside, 'plans'), plans, { recursive: true })
    putBack()
    await addIdea(await roadbook.relaunch(), 'In the database')
    await saved(roadbook.page)
    await roadbook.killAll()
    rmSync(plans, { recursive: true })
    cpSync(join(aside, 'plans-here'), plans, { recursive: true })

    const torn = await roadbook.relaunch()
    await expect(torn.getByText(/went different ways/).first()).toBeVisible()
    await expect(torn.locator('[data-save]').first()).toHaveAttribute('data-save', 'read-only')
    await expect(idea(torn, 'Shared')).toBeVisible()
    await torn.getByRole('button', { name: 'Keep both' }).click()
    await expect(torn.getByText(/Both states are plans now/).first()).toBeVisible()
    await saved(torn)
    const lost: string[] = []
    for (const start of ['first', 'second']) {
      await roadbook.killAll()
      const again = await roadbook.relaunch()
      await expect(garage(again)).toBeVisible()
      await saved(again)
      const { rows, titles, troubles } = await standOf(again, roadbook.userData)
      lost.push(...troubles.map((one) => `${start} start: ${one}`))
      if (rows.size !== 2) lost.push(`${start} start: ${String(rows.size)} plans`)
      for (const title of ['Shared', 'In the journal', 'In the database'])
        if (!titles.has(title)) lost.push(`${start} start: “${title}” is gone`)
      await addIdea(again, `After the ${start} start`)
      await saved(again)
    }
    record({
      ...{ promise: 'P3', what: 'database and journal went different ways, both kept', seed: null },
      ...{ tried: 1, survived: lost.length === 0 ? 1 : 0, lost: lost.length },
    })
    expect(lost).toEqual([])
  } finally {
    rmSync(aside, { recursive: true, force: true, maxRetries: 5 })
  }
})
