import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { growingPlan } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

const PLAN = 'plan-a'
const TAKE = {
  planId: PLAN,
  reason: 'before-migration',
  pinned: true,
  confirmedShrink: false,
} as const

it('a plan whose snapshots cannot be read is listed, reading and copying it fail, nothing is lost', async () => {
  const root = await tempFolder()
  const ops = growingPlan(PLAN).some(8)
  const first = openStore(root)
  await first.store.open()
  await first.store.keeper.append(ops)
  await first.store.close()
  const folder = join(root, 'plans', PLAN)
  await rename(join(folder, 'snapshots'), join(folder, 'aside')).catch(() => undefined)
  await writeFile(join(folder, 'snapshots'), 'not a folder')

  const { store, notices } = openStore(root)
  await store.open()
  expect(await store.journal.list()).toMatchObject([{ planId: PLAN, head: null, deleted: false }])
  expect(notices.join()).toContain('cannot be read')
  // By these two the page tells such a plan from one of which no step was ever written.
  await expect(store.journal.read(PLAN, 0)).rejects.toThrow()
  await expect(store.snapshots.take(TAKE)).rejects.toThrow()

  await rm(join(folder, 'snapshots'))
  expect((await store.journal.read(PLAN, 0)).operations.length).toBe(8)
  expect((await store.snapshots.take(TAKE)).seq).toBe(8)
  await store.close()
})

it('a folder in which no step was ever written can be read and is empty', async () => {
  const root = await tempFolder()
  await mkdir(join(root, 'plans', PLAN), { recursive: true })
  const { store } = openStore(root)
  await store.open()
  expect(await store.journal.list()).toMatchObject([{ planId: PLAN, head: null }])
  expect((await store.journal.read(PLAN, 0)).operations).toEqual([])
  await store.close()
})
