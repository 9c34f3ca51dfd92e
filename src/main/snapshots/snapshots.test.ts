import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowHash, combineHash, EMPTY_HASH, canonicalJson } from '#domain/plan/state-hash.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { growingPlan, person } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { snapshotSummarySchema } from '#shared/snapshot-summary.ts'

const TAKE = { planId: 'p', reason: 'interval', pinned: false, confirmedShrink: false } as const

const hashOf = (things: readonly Thing[]) =>
  things.reduce((hash, thing) => combineHash(hash, rowHash(thing)), EMPTY_HASH)

describe('a snapshot made by main', () => {
  it('holds what the journal holds, with who made it, and passes the read-back', async () => {
    const root = await tempFolder()
    const { store } = openStore(root)
    const plan = growingPlan('p')
    await store.journal.append(plan.some(30))
    const made = await store.snapshots.take(TAKE)
    expect(snapshotSummarySchema.parse(made)).toMatchObject({
      id: '000000030-20261122T120000000Z-interval.json',
      counts: { plan: 1, person: 30 },
      pinned: false,
      state: 'valid',
      place: 'main',
    })
    const { head, things } = await store.snapshots.read('p', made.id)
    expect(head).toEqual({ planId: 'p', seq: 30, hash: plan.hash(), version: 1 })
    expect(hashOf(JSON.parse(things) as Thing[])).toBe(plan.hash())
    const text = await readFile(join(root, 'plans', 'p', 'snapshots', made.id), 'utf8')
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({
      format: 'roadbook-snapshot',
      name: 'Plan at step 30',
      madeBy: { app: '0.1.0', chromium: '156' },
    })
    await store.close()
  })

  it('is not made twice of one step, but a pinned copy is', async () => {
    const { store } = openStore(await tempFolder())
    await store.journal.append(growingPlan('p').some(3))
    const made = await store.snapshots.take(TAKE)
    expect(await store.snapshots.take({ ...TAKE, reason: 'quit' })).toEqual(made)
    const copy = await store.snapshots.take({ ...TAKE, reason: 'before-import' })
    expect(copy).toMatchObject({ seq: 3, pinned: true, reason: 'before-import' })
    expect(await store.snapshots.list('p')).toHaveLength(2)
    await store.close()
  })

  it('goes on from the newest sound one, past one that rotted', async () => {
    const root = await tempFolder()
    const { store } = openStore(root)
    const plan = growingPlan('p')
    for (let round = 0; round < 3; round += 1) {
      await store.journal.append(plan.some(5))
      await store.snapshots.take(TAKE)
    }
    await store.close()
    const folder = join(root, 'plans', 'p', 'snapshots')
    const newest = (await readdir(folder)).sort().at(-1) ?? ''
    const bytes = await readFile(join(folder, newest))
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    await writeFile(join(folder, newest), bytes)
    const again = openStore(root).store
    expect((await again.snapshots.latest('p'))?.seq).toBe(10)
    await expect(again.snapshots.read('p', newest)).rejects.toMatchObject({ code: 'damaged' })
    await again.journal.append(plan.some(5))
    expect(await again.snapshots.take(TAKE)).toMatchObject({ seq: 20, state: 'valid' })
    expect((await again.snapshots.list('p')).map(({ seq, state }) => [seq, state])).toEqual([
      [20, 'valid'],
      [15, 'damaged'],
      [10, 'valid'],
      [5, 'valid'],
    ])
    await again.close()
  })

  it.each([
    ['an unknown plan', 'q'],
    ['a plan without steps', 'p'],
  ])('is refused for %s', async (_, planId) => {
    const { store } = openStore(await tempFolder())
    const take = store.snapshots.take({ ...TAKE, planId })
    await expect(take).rejects.toMatchObject({ code: 'missing' })
    await store.close()
  })

  it('never makes a folder for a plan that was moved away', async () => {
    const root = await tempFolder()
    const { store } = openStore(root)
    await store.journal.append(growingPlan('p').some(3))
    await rename(join(root, 'plans', 'p'), join(root, 'elsewhere'))
    await expect(store.snapshots.take(TAKE)).rejects.toMatchObject({ code: 'missing' })
    expect(await readdir(join(root, 'plans'))).toEqual([])
    await store.close()
  })
})

it('rows of the page found the journal anew when its folder is gone', async () => {
  const root = await tempFolder()
  const plan = growingPlan('p')
  plan.some(12)
  const state = plan.plan()
  const rows = state ? [...thingsOf(state)] : []
  const head = { planId: 'p', seq: 12, hash: plan.hash(), version: 1 }
  const { store } = openStore(root)
  expect(await store.journal.list()).toEqual([])
  const write = (things: readonly Thing[]) =>
    store.snapshots.write({
      ...{ head, reason: 'by-hand', things: canonicalJson(things), count: things.length },
    })
  await expect(write([...rows, person('extra')])).rejects.toMatchObject({ code: 'failed' })
  expect(await store.journal.list()).toEqual([])
  expect(await write(rows)).toMatchObject({ seq: 12, state: 'valid' })
  expect(await store.journal.headOf('p')).toEqual(head)
  expect((await store.keeper.append([plan.next()])).seq).toBe(13)
  await store.close()
  const again = openStore(root).store
  expect(await again.journal.headOf('p')).toMatchObject({ seq: 13, hash: plan.hash() })
  expect(await again.snapshots.latest('p')).toMatchObject({ seq: 13, state: 'valid' })
  await again.close()
})

describe('pins', () => {
  it('are kept by the name, and the id stays', async () => {
    const root = await tempFolder()
    const { store } = openStore(root)
    await store.journal.append(growingPlan('p').some(3))
    const { id } = await store.snapshots.take(TAKE)
    await store.snapshots.pin('p', id, true)
    expect(await readdir(join(root, 'plans', 'p', 'snapshots'))).toEqual([
      id.replace('.json', '.pinned.json'),
    ])
    expect((await store.snapshots.list('p'))[0]).toMatchObject({ id, pinned: true })
    expect((await store.snapshots.read('p', id)).head.seq).toBe(3)
    await store.snapshots.pin('p', id, true)
    await store.snapshots.pin('p', id, false)
    expect((await store.snapshots.list('p'))[0]).toMatchObject({ id, pinned: false })
    await expect(store.snapshots.pin('p', 'none.json', true)).rejects.toMatchObject({
      code: 'missing',
    })
    await store.close()
  })

  it('of a person are at most thirty', async () => {
    const { store, tick } = openStore(await tempFolder())
    const plan = growingPlan('p')
    for (let n = 0; n <= 30; n += 1) {
      await store.journal.append([plan.next()])
      tick(1)
      const { id } = await store.snapshots.take(TAKE)
      const pin = store.snapshots.pin('p', id, true)
      if (n < 30) await pin
      else await expect(pin).rejects.toMatchObject({ code: 'conflict' })
    }
    await store.close()
  })
})

describe('the snapshot that was just made', () => {
  it('stays where it looks wrong and no room is left', async () => {
    const root = await tempFolder()
    const { store, tick } = openStore(root)
    const plan = growingPlan('p')
    await store.journal.append(plan.some(40))
    for (let day = 0; day < 70; day += 1) {
      await store.journal.append(plan.renames(1))
      await store.snapshots.take({ ...TAKE, reason: 'before-import' })
      tick(86_400_000)
    }
    const people = Array.from({ length: 39 }, (_, at) => ({
      kind: 'person' as const,
      id: `n${String(at + 1)}`,
    }))
    await store.journal.append([plan.step({ puts: [], deletes: people })])
    const made = await store.snapshots.take({ ...TAKE, reason: 'quit' })
    expect(made.state).toBe('quarantined')
    expect((await store.snapshots.list('p')).map(({ id }) => id)).toContain(made.id)
    await store.close()
  })
})

describe('the journal', () => {
  it('is cut behind the 20th newest snapshot, keeps 4,000 steps and goes on', async () => {
    const root = await tempFolder()
    const { store, tick } = openStore(root, { segmentBytes: 60_000 })
    const plan = growingPlan('p')
    for (let n = 0; n < 30; n += 1) {
      await store.journal.append(plan.renames(250))
      tick(60_000)
      await store.snapshots.take(TAKE)
    }
    await store.close()
    const again = openStore(root, { segmentBytes: 60_000 }).store
    await expect(again.journal.read('p', 0)).rejects.toMatchObject({ code: 'damaged' })
    const first = (await again.journal.read('p', 3_500)).operations[0]
    expect(first?.seq).toBe(3_501)
    expect((await again.journal.list())[0]).toMatchObject({
      head: { seq: 7_500 },
      name: 'Plan at step 7500 ',
    })
    await again.journal.append(plan.some(5))
    expect(await again.snapshots.take(TAKE)).toMatchObject({ seq: 7_505, state: 'valid' })
    await again.close()
  }, 60_000)

  it.each([
    ['its files are gone', () => null, 30],
    ['its middle is damaged', (bytes: Buffer) => bytes.fill(0x20, 9_000, 9_040), 40],
    ['its first line is damaged', (bytes: Buffer) => bytes.fill(0x20, 10, 40), 40],
    ['its end is gone', (bytes: Buffer) => bytes.subarray(0, 2_000), 30],
  ] as const)('goes on from a snapshot when %s', async (_, harm, seq) => {
    const root = await tempFolder()
    const plan = growingPlan('p')
    const first = openStore(root).store
    await first.journal.append(plan.some(30))
    await first.snapshots.take(TAKE)
    await first.journal.append(plan.some(10))
    await first.close()
    const file = join(root, 'plans', 'p', 'journal-000001.jsonl')
    const bytes = harm(await readFile(file))
    if (bytes) await writeFile(file, bytes)
    else await rm(file)
    const { store } = openStore(root)
    expect(await store.journal.headOf('p')).toMatchObject({ seq })
    if (seq === 40) await store.journal.append([plan.next()])
    const made = await store.snapshots.take({ ...TAKE, reason: 'by-hand' })
    expect(made.state).toBe('valid')
    if (bytes) {
      const kept = await readdir(join(root, 'plans', 'p'))
      expect(kept.filter((name) => name.includes('.torn-'))).not.toEqual([])
    }
    await store.close()
    expect((await openStore(root).store.journal.list())[0]?.head?.seq).toBe(made.seq)
  })
})
