import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Operation } from '#domain/plan/operation.ts'
import { combineHash, EMPTY_HASH } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import type { DataStore, DataStorePorts } from '#main/boot/data-store.ts'
import { growingPlan } from '#main/testing/growing-plan.ts'
import type { OpenStore } from '#main/testing/open-store.ts'
import { openStore } from '#main/testing/open-store.ts'
import { rowHash } from '#main/snapshots/row-hash.ts'

export const PLAN = 'p'
/** Small segments, so that a short story has many. */
export const SEGMENT_BYTES = 6_000
const KEEPS = { snapshots: 3, steps: 5 } as const

/** All operations of a story, made once: `state` hashes are known by step. */
export function operations(count: number, note = ''): readonly Operation[] {
  return growingPlan(PLAN).some(count, note)
}

export function open(root: string, over: Partial<DataStorePorts> = {}): OpenStore {
  // Another start draws other names for its temporary files.
  const random = (bytes: number) => randomBytes(bytes)
  return openStore(root, { segmentBytes: SEGMENT_BYTES, journalKeeps: KEEPS, random, ...over })
}

/**
 * Snapshots that were read back before, by their bytes: as long as those are the same, one reading is enough.
 * Reading all of them again after every accident would be most of the work.
 */
export type ReadBefore = { readonly isNew: (id: string) => Promise<boolean> }

/** The bytes of a file, or null when there is none. */
export const readOrNull = (path: string): Promise<Uint8Array | null> =>
  readFile(path).catch(() => null)

/** What was read back of the plan in a data folder; `known` is kept over accidents. */
export function readBefore(
  root: string,
  read: (path: string) => Promise<Uint8Array | null>,
  known: Map<string, string>,
): ReadBefore {
  return {
    isNew: async (id) => {
      const path = join(root, 'plans', PLAN, 'snapshots', id)
      // A pinned one says so in its name; what is found under neither name is read back.
      const bytes = (await read(path)) ?? (await read(path.replace(/\.json$/, '.pinned.json')))
      if (!bytes) return true
      const print = createHash('sha256').update(bytes).digest('hex')
      if (known.get(id) === print) return false
      known.set(id, print)
      return true
    },
  }
}

/**
 * What a start after the accident finds: the journal's head must be a state that once was, not older than
 * what was promised, and the whole plan must come out of the disk row for row.
 */
export async function recovered(
  root: string,
  ops: readonly Operation[],
  promised: number,
  {
    made = [],
    before,
    ...over
  }: Partial<DataStorePorts> & {
    readonly made?: readonly string[]
    readonly before?: ReadBefore
  } = {},
): Promise<number> {
  const { store } = open(root, over)
  try {
    await store.open()
    const head = await store.journal.headOf(PLAN)
    const seq = head?.seq ?? 0
    expect(seq, 'an acknowledged step is lost').toBeGreaterThanOrEqual(promised)
    if (!head) return 0
    for (const id of made) expect((await store.snapshots.read(PLAN, id)).things).toContain('plan')
    expect(head.hash, 'a state that never was').toBe(ops[seq - 1]?.hash)
    await expectWhole(store, ops, seq, before)
    const next = ops[seq]
    if (next) expect((await store.keeper.append([next])).seq).toBe(seq + 1)
    return seq
  } finally {
    await store.close().catch(() => undefined)
  }
}

/** The plan comes out of the disk: main itself can make a sound snapshot of its head. */
export async function expectWhole(
  store: DataStore,
  ops: readonly Operation[],
  seq: number,
  before?: ReadBefore,
): Promise<void> {
  const take = { planId: PLAN, reason: 'by-hand', pinned: true, confirmedShrink: true } as const
  const { id, state } = await store.snapshots.take(take)
  expect(state).toBe('valid')
  const { head, things } = await store.snapshots.read(PLAN, id)
  const rows = JSON.parse(things) as Thing[]
  const hash = rows.reduce((sum, thing) => combineHash(sum, rowHash(thing)), EMPTY_HASH)
  expect([head.seq, hash]).toEqual([seq, ops[seq - 1]?.hash])
  for (const one of await store.snapshots.list(PLAN))
    if (one.state === 'valid' && (before === undefined || (await before.isNew(one.id)))) {
      const read = await store.snapshots.read(PLAN, one.id)
      expect(read.head.hash).toBe(ops[one.seq - 1]?.hash)
    }
}
