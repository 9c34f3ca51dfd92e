import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Patch, Plan } from '#domain/plan/plan.ts'
import { applyPatch, invert, planFromThings } from '#domain/plan/plan.ts'
import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import { hashAfter, stateHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { RoadbookDatabase } from './db.ts'
import type { Repository } from './repository.ts'
import { DamagedRows, HeadConflict, createRepository, headAfter } from './repository.ts'

const AT = '2026-11-22T10:00:00.000Z'
const meta = (planId: string): Thing => ({
  kind: 'plan',
  id: planId,
  name: planId,
  direction: '',
  settings: DEFAULT_SETTINGS,
  createdAt: AT,
})
const theme = (id: string, name = id): Thing => ({
  kind: 'theme',
  id,
  name,
  hue: 'blue',
  order: 'a0',
})

let db: RoadbookDatabase
let repository: Repository
beforeEach(async () => {
  db = new RoadbookDatabase()
  await db.delete()
  db = new RoadbookDatabase()
  await db.open()
  repository = createRepository(db)
})
afterEach(() => {
  db.close()
})

async function newPlan(planId: string, ...things: Thing[]): Promise<{ plan: Plan; head: Head }> {
  const plan = planFromThings([meta(planId), ...things])
  const head = { planId, seq: 1, hash: stateHash(plan), version: 1 }
  const birth = operation(null, head, { puts: [meta(planId), ...things], deletes: [] })
  await repository.replace({ plan, head, operations: [birth], openedAt: AT })
  return { plan, head }
}

function operation(plan: Plan | null, head: Head, patch: Patch): Operation {
  return {
    planId: head.planId,
    seq: head.seq,
    at: AT,
    name: 'Step',
    type: 'do',
    of: null,
    patch,
    inverse: plan ? invert(plan, patch) : { puts: [], deletes: [] },
    hash: head.hash,
    version: 1,
  }
}

function step(plan: Plan, head: Head, patch: Patch): { plan: Plan; head: Head; op: Operation } {
  const next = { ...head, seq: head.seq + 1, hash: hashAfter(head.hash, plan, patch) }
  return { plan: applyPatch(plan, patch), head: next, op: operation(plan, next, patch) }
}

describe('write', () => {
  it('several operations at once: the last word about each row counts', async () => {
    const start = await newPlan('p', theme('a'))
    const one = step(start.plan, start.head, { puts: [theme('b'), theme('c')], deletes: [] })
    const two = step(one.plan, one.head, {
      puts: [theme('c', 'Third')],
      deletes: [
        { kind: 'theme', id: 'a' },
        { kind: 'theme', id: 'b' },
      ],
    })
    const three = step(two.plan, two.head, { puts: [theme('a', 'Again')], deletes: [] })
    await repository.write(start.head, [one.op, two.op, three.op])
    const loaded = await repository.load('p')
    expect(loaded?.head).toEqual(three.head)
    expect(loaded && stateHash(loaded.plan)).toBe(three.head.hash)
    expect([...(loaded?.plan.theme.values() ?? [])].map((t) => t.name).sort()).toEqual([
      'Again',
      'Third',
    ])
    expect((await repository.recent('p', 4, 2)).map(({ seq }) => seq)).toEqual([3, 4])
    expect((await repository.after('p', 1, 2)).map(({ seq }) => seq)).toEqual([2, 3])
  })

  it.each([
    ['an older step', { seq: 0 }],
    ['a later step', { seq: 2 }],
    ['another state', { hash: '1'.repeat(32) }],
  ])('refuses when the writer stands at %s, and changes nothing', async (_, wrong) => {
    const start = await newPlan('p')
    const one = step(start.plan, start.head, { puts: [theme('b')], deletes: [] })
    await expect(repository.write({ ...start.head, ...wrong }, [one.op])).rejects.toThrow(
      HeadConflict,
    )
    expect(await repository.load('p')).toEqual(start)
    expect(await db.history.count()).toBe(1)
  })

  it('all or nothing: a history row that is taken leaves no row behind', async () => {
    const start = await newPlan('p')
    const one = step(start.plan, start.head, { puts: [theme('b')], deletes: [] })
    await db.history.add(one.op)
    await expect(repository.write(start.head, [one.op])).rejects.toThrow()
    expect(await repository.load('p')).toEqual(start)
  })

  it('keeps plans apart and the name in the list true', async () => {
    const p = await newPlan('p', theme('a'))
    await newPlan('p2', theme('a', 'Other'))
    const renamed = step(p.plan, p.head, {
      puts: [{ ...p.plan.meta, name: 'Renamed' }],
      deletes: [],
    })
    await repository.write(p.head, [renamed.op])
    expect((await repository.catalogue()).map(({ name }) => name)).toEqual(['Renamed', 'p2'])
    expect((await repository.load('p2'))?.plan.theme.get('a')?.name).toBe('Other')
    await repository.forget('p')
    expect(await repository.load('p')).toBeNull()
    expect((await repository.load('p2'))?.plan.theme.size).toBe(1)
    expect(await repository.heads()).toHaveLength(1)
  })
})

describe('load', () => {
  it.each([
    ['a row is lost', () => db.things.delete(['p', 'theme', 'a'])],
    [
      'a row is one of yesterday',
      () => db.things.update(['p', 'theme', 'a'], { hash: '1'.repeat(32) }),
    ],
    ['a row has no hash', () => db.things.update(['p', 'theme', 'a'], { hash: '' })],
    ['the head is lost', () => db.meta.delete('p')],
    ['all rows are lost', () => db.things.clear()],
  ])('refuses when %s', async (_, damage) => {
    await newPlan('p', theme('a'), theme('b'))
    await damage()
    await expect(repository.load('p')).rejects.toThrow(DamagedRows)
  })

  it('knows no plan where there is none', async () => {
    expect(await repository.load('p')).toBeNull()
    expect(await repository.headOf('p')).toBeNull()
  })
})

it('replace refuses rows that are not what the head says', async () => {
  const start = await newPlan('p', theme('a'))
  const bad = { ...start, operations: [], openedAt: AT, head: { ...start.head, hash: '1' } }
  await expect(repository.replace(bad)).rejects.toThrow(DamagedRows)
  expect(await repository.load('p')).toEqual(start)
})

it('writes strictly, rows and history and head in one transaction', async () => {
  // Dexie holds on to the connection's own function, so it is watched from before the opening.
  db.close()
  const watch = vi.spyOn(IDBDatabase.prototype, 'transaction')
  db = new RoadbookDatabase()
  repository = createRepository(db)
  const start = await newPlan('p')
  const one = step(start.plan, start.head, { puts: [theme('b')], deletes: [] })
  watch.mockClear()
  await repository.write(start.head, [one.op])
  expect(watch.mock.calls).toEqual([
    [['things', 'history', 'meta', 'catalogue'], 'readwrite', { durability: 'strict' }],
  ])
  watch.mockRestore()
})

it('a head after no operation is nothing', () => {
  expect(() => headAfter([])).toThrow()
})
