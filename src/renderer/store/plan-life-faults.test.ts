import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  createPlan,
  deletePlan,
  duplicatePlan,
  flush,
  openPlan,
  renamePlan,
  run,
  undeletePlan,
  usePlan,
  usePlans,
} from './plan-store.ts'
import type { PlanOutcome } from './plan-session.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import type { MemoryDisk } from './testing/memory-disk.ts'
import { inDatabase, kill, launch, makePlan, shownNames, until, wipe } from './testing/test-app.ts'

let disk: MemoryDisk
beforeEach(async () => {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
  await makePlan('One', 'one')
  await makePlan('Two', 'two')
  await flush()
})
afterEach(() => {
  vi.restoreAllMocks()
  kill()
})

/** From now on writing a row of these tables fails as on a full disk. */
function fullDisk(...tables: readonly string[]): void {
  for (const how of ['put', 'add'] as const) {
    const real = Reflect.get(IDBObjectStore.prototype, how) as (...args: unknown[]) => IDBRequest
    vi.spyOn(IDBObjectStore.prototype, how).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (tables.includes(this.name)) throw new DOMException('the disk is full', 'UnknownError')
      return real.apply(this, args) as IDBRequest<IDBValidKey>
    })
  }
}

const listed = () =>
  usePlans
    .getState()
    .plans.filter(({ deletedAt }) => deletedAt === null)
    .map(({ name }) => name)
    .sort()

const ACTS: readonly (readonly [string, () => Promise<PlanOutcome>])[] = [
  ['rename one that is not open', () => renamePlan('one', 'Other')],
  ['delete one that is not open', () => deletePlan('one')],
  ['bring one back', () => undeletePlan('one')],
  ['duplicate one', () => duplicatePlan('one', 'Copy')],
  ['make one', () => createPlan([], 'Three')],
]

it.each(ACTS)(
  'on a full disk, to %s is refused in words and changes nothing',
  async (what, act) => {
    if (what === 'bring one back') await deletePlan('one')
    fullDisk('things', 'history', 'meta', 'catalogue')
    expect(await act()).toMatchObject({ ok: false, message: /disk may be full/ })
    vi.restoreAllMocks()
    kill()
    await launch(disk)
    expect(listed()).toEqual(what === 'bring one back' ? ['Two'] : ['One', 'Two'])
    expect(await openPlan('two')).toMatchObject({ ok: true })
    expect(usePlan.getState().phase).toBe('ready')
  },
)

it('a main process that does not answer is said in words', async () => {
  vi.spyOn(disk.bridge, 'journalList').mockRejectedValue(new Error('refused'))
  expect(await openPlan('one')).toMatchObject({ ok: false, message: /did not answer/ })
  expect(await createPlan([], 'Three')).toMatchObject({ ok: false, message: /did not answer/ })
})

it('a plan can be opened and read while nothing can be written', async () => {
  fullDisk('catalogue')
  expect(await openPlan('one')).toMatchObject({ ok: true })
  kill()
  await launch(disk)
  expect(usePlan.getState().phase).toBe('ready')
})

it('a deleted plan that cannot be taken away yet does not hold the start', async () => {
  await deletePlan('two')
  kill()
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('the disk is full', 'UnknownError')
  })
  vi.spyOn(IDBCursor.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('the disk is full', 'UnknownError')
  })
  await launch(disk)
  expect(usePlan.getState().plan?.meta.name).toBe('One')
  vi.restoreAllMocks()
  kill()
  await launch(disk)
  expect(listed()).toEqual(['One'])
  const left = await inDatabase((db) => db.meta.toCollection().primaryKeys())
  expect(left).toEqual(['one'])
})

it('no plan is made while changes of the open one are not kept', async () => {
  fullDisk('meta')
  run('person.add', { name: 'Ada' })
  await until(() => usePlan.getState().save.state === 'failed')
  vi.restoreAllMocks()
  expect(await createPlan([], 'Three')).toMatchObject({ ok: false, message: /not saved yet/ })
  expect(await duplicatePlan('one', 'Copy')).toMatchObject({ ok: false })
  kill()
  await launch(disk)
  expect(listed()).toEqual(['One', 'Two'])
  expect(shownNames()).toEqual([])
})
