import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Ladder from '#domain/plan/format-ladder.ts'
import { operationSchema, storedOperationSchema } from '#domain/plan/operation.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import { planFromRows } from '#domain/plan/upgrade-plan.ts'
import { RoadbookDatabase } from '#data/db.ts'
import { createRepository } from '#data/repository.ts'
import { flush, run, undo, usePlan } from '#store/plan-store.ts'
import { readSnapshot, listSnapshots } from '#store/snapshots.ts'
import { kill, launch, shownHash, wipe } from '#store/testing/test-app.ts'
import { memoryDisk } from '#store/testing/memory-disk.ts'
import type { MemoryDisk } from '#store/testing/memory-disk.ts'
import { NEXT_VERSION, nextStep, olderPerson, olderPlan } from './older-plan.ts'

type Row = Readonly<Record<string, unknown>>
type Write = (this: IDBObjectStore, row: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>
const ladder = vi.hoisted(() => ({ step: null as ((row: Row) => Row | null) | null }))
vi.mock('#domain/plan/thing.ts', async (original) => ({
  ...(await original<object>()),
  PLAN_VERSION: 2,
}))
vi.mock('#domain/plan/format-ladder.ts', async (original) => {
  const real = await original<typeof Ladder>()
  const climb = (row: Row) => ladder.step?.(row) ?? null
  return {
    ...real,
    upgradeRow: (row: unknown, version: number) => real.upgradeRow(row, version, [climb]),
  }
})

const OLD = olderPlan()
let disk: MemoryDisk

/** The database as a Roadbook of version 1 left it. */
async function layDown(): Promise<void> {
  const db = new RoadbookDatabase()
  const { head, rows, operations } = OLD
  await createRepository(db).replace({
    ...{ plan: planFromRows(rows, 1), rows, head, operations },
    openedAt: '2026-11-22T12:00:00.000Z',
  })
  db.close()
}

/** Everything that the database holds of plans. */
async function contents(): Promise<string> {
  const db = new RoadbookDatabase()
  const tables = [db.things, db.history, db.meta]
  const rows = await Promise.all(tables.map((table) => table.toArray()))
  db.close()
  return canonicalJson(rows)
}

const journal = () => disk.folders.get('plan1')?.operations ?? []
const people = () => [...(usePlan.getState().plan?.person.values() ?? [])]
const shown = () => ({
  roles: people().map(({ name, role }) => `${name}: ${role}`),
  themes: usePlan.getState().plan?.theme.size,
})
const UPGRADED = {
  roles: ['Person ada: Member', 'Person ben: Member', 'Person cleo: Member'],
  themes: 0,
}

beforeEach(async () => {
  ladder.step = nextStep
  await wipe()
  disk = memoryDisk()
  disk.folders.set('plan1', { operations: [...OLD.operations], snapshots: [], deleted: false })
  await layDown()
})

describe('a plan of an older version', () => {
  it('climbs at its opening as one step, after a pinned copy, with every row and the right hash', async () => {
    await launch(disk)
    expect(usePlan.getState()).toMatchObject({ phase: 'ready', readOnlyReason: null })
    expect(shown()).toEqual(UPGRADED)
    expect(usePlan.getState().head).toMatchObject({ seq: 4, version: NEXT_VERSION })
    const hash = shownHash()
    const [copy] = disk.folders.get('plan1')?.snapshots ?? []
    expect(copy).toMatchObject({ reason: 'before-migration', pinned: true, head: OLD.head })
    const [taken, appended] = ['snapshotTake before-migration confirmed', 'journalAppend'].map(
      (call) => disk.calls.indexOf(call),
    )
    expect(taken).toBeGreaterThan(-1)
    expect(taken).toBeLessThan(appended ?? 0)
    // What was there before is untouched, byte for byte; the new form is one step behind it.
    expect(canonicalJson(journal().slice(0, 3))).toBe(canonicalJson(OLD.operations))
    expect(journal()).toHaveLength(4)
    expect(journal()[3]).toMatchObject({ version: NEXT_VERSION, hash })
    expect(journal()[3]?.patch.deletes).toEqual([
      { kind: 'theme', id: 't1' },
      { kind: 'theme', id: 't2' },
    ])
    kill()
    await launch(disk)
    expect([shownHash(), journal().length]).toEqual([hash, 4])
  })

  it('comes back from its journal alone, and from a snapshot and what came after', async () => {
    await wipe()
    await launch(disk)
    const hash = shownHash()
    expect(shown()).toEqual(UPGRADED)
    run('person.add', { id: 'dan', name: 'Dan', role: 'Lead' })
    await flush()
    const later = shownHash()
    await wipe()
    journal().splice(0, 3)
    await launch(disk)
    expect(shownHash()).toBe(later)
    undo()
    expect(shownHash()).toBe(hash)
  })

  it('lets undo reach behind the climb, in the new words, and never offers the climb itself', async () => {
    await launch(disk)
    const climbed = shownHash()
    run('person.update', { id: 'ada', changes: { role: 'Lead' } })
    undo()
    expect(shownHash()).toBe(climbed)
    await expect.poll(() => usePlan.getState().undoName).toBe('Step 3')
    expect(undo()).toMatchObject({ ok: true })
    expect(people().map(({ id }) => id)).toEqual(['ada', 'ben'])
    expect(people().every((one) => one.role === 'Member')).toBe(true)
    expect(await flush()).toBe(true)
    expect(journal().every((one) => storedOperationSchema.safeParse(one).success)).toBe(true)
  })

  it('in a snapshot is shown and restored as it is today', async () => {
    await launch(disk)
    const list = await listSnapshots('plan1')
    const [copy] = list.ok ? list.snapshots : []
    const read = copy ? await readSnapshot(copy) : null
    expect(read).toMatchObject({ ok: true })
    expect(read?.ok && [...read.plan.person.values()].map(({ role }) => role)).toEqual([
      'Member',
      'Member',
      'Member',
    ])
  })
})

describe('where the climb does not succeed not one row changes', () => {
  const stays = async (reason: RegExp) => {
    const before = await contents()
    const lines = canonicalJson(journal())
    kill()
    await launch(disk)
    const { phase, readOnlyReason } = usePlan.getState()
    expect(phase).not.toBe('ready')
    expect(readOnlyReason).toMatch(reason)
    kill()
    expect(await contents()).toBe(before)
    expect(canonicalJson(journal())).toBe(lines)
  }
  const goesOn = async () => {
    ladder.step = nextStep
    disk.takeFailure = null
    disk.onAppend = () => null
    await launch(disk)
    expect(usePlan.getState().phase).toBe('ready')
    expect(shown()).toEqual(UPGRADED)
    expect(journal()).toHaveLength(4)
  }

  it.each([
    ['the first', 1],
    ['a middle', 3],
    ['the last', OLD.rows.length],
  ])('when the step throws at %s row', async (_, at) => {
    let row = 0
    ladder.step = (given) => {
      row += 1
      if (row % OLD.rows.length === at % OLD.rows.length) throw new TypeError('a fault of the step')
      return nextStep(given)
    }
    await stays(
      /cannot be brought into the form.*a step of the upgrade failed.*Nothing was changed/,
    )
    await goesOn()
  })

  it('when a row comes out in a shape that today refuses', async () => {
    ladder.step = (given) => (given['id'] === 'ben' ? { ...given, role: 7 } : nextStep(given))
    await stays(/cannot be brought into the form.*Nothing was changed/)
    await goesOn()
  })

  it('when a reference would be left without an end', async () => {
    ladder.step = (given) => (given['kind'] === 'plan' ? null : nextStep(given))
    await stays(/cannot be brought into the form.*Nothing was changed/)
    await goesOn()
  })

  it('when no copy can be made first', async () => {
    disk.takeFailure = { ok: false, code: 'full', message: 'The disk is full.' }
    await stays(/no safety copy could be made first: The disk is full\. Nothing was changed/)
    // It can be looked at all the same.
    await launch(disk)
    expect(shown()).toEqual(UPGRADED)
    await goesOn()
  })

  it('when the database fails at any of its writes', async () => {
    const stores = IDBObjectStore.prototype
    const put = Reflect.get(stores, 'put') as Write
    const add = Reflect.get(stores, 'add') as Write
    for (let at = 1; at <= 6; at += 1) {
      let calls = 0
      const fault = (name: string) => {
        if (name === 'things' || name === 'history' || name === 'meta') calls += 1
        if (calls === at) throw new DOMException('a fault of the test', 'UnknownError')
      }
      IDBObjectStore.prototype.put = function (...given: [unknown, IDBValidKey?]) {
        fault(this.name)
        return put.apply(this, given)
      }
      IDBObjectStore.prototype.add = function (...given: [unknown, IDBValidKey?]) {
        fault(this.name)
        return add.apply(this, given)
      }
      const before = await contents()
      await launch(disk)
      Object.assign(IDBObjectStore.prototype, { put, add })
      const isDone = usePlan.getState().head?.seq === 4
      kill()
      if (isDone) {
        expect(calls).toBeLessThan(at)
        break
      }
      expect(await contents()).toBe(before)
      expect(journal()).toHaveLength(3)
      expect(at).toBeLessThan(6)
    }
    await goesOn()
  })
})

it('a climb that the journal did not get is completed at the next opening', async () => {
  disk.onAppend = () => ({ ok: false, code: 'full', message: 'The disk is full.' })
  await launch(disk)
  expect(usePlan.getState()).toMatchObject({ phase: 'read-only' })
  expect(journal()).toHaveLength(3)
  kill()
  disk.onAppend = () => null
  await launch(disk)
  expect(usePlan.getState().phase).toBe('ready')
  expect(shown()).toEqual(UPGRADED)
  expect(journal()).toHaveLength(4)
})

it('a second window only looks, in the new form, and writes nothing', async () => {
  const { head, rows } = OLD
  const db = new RoadbookDatabase()
  const loaded = await createRepository(db).load('plan1')
  db.close()
  expect(loaded?.head).toEqual(head)
  expect(loaded?.plan.person.size).toBe(3)
  expect(loaded?.upgrade?.patch.puts).toHaveLength(3)
  expect(rows).toHaveLength(6)
})

describe('messages between page and main', () => {
  const [, old] = OLD.operations
  it.each([
    ['carry an old step with the rows of then', old, true],
    ['refuse old rows in a new step', { ...old, version: NEXT_VERSION }, false],
    ['refuse a step of a version that does not exist', { ...old, version: 0 }, false],
    ['refuse an old step with a row that has no id', withRow({ kind: 'person' }), false],
    ['refuse an old step with what is no row', withRow('text'), false],
  ])('%s', (_, operation, isGood) => {
    expect(storedOperationSchema.safeParse(operation).success).toBe(isGood)
  })
  function withRow(row: unknown) {
    return { ...old, patch: { puts: [olderPerson('ada'), row], deletes: [] } }
  }

  it('know the difference between the two', () => {
    expect(operationSchema.safeParse(old).success).toBe(false)
  })
})
