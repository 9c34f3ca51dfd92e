import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Disk } from '#main/files/disk.ts'
import { realDisk } from '#main/files/disk.ts'
import type { Fault } from '#main/testing/faulty-disk.ts'
import { faultyDisk } from '#main/testing/faulty-disk.ts'
import { crashDisk, ROOT } from './crash-disk.ts'
import { isLong, record } from './record.ts'
import { PLAN, open, operations, readBefore, readOrNull, recovered } from './story.ts'

const FAULTS: readonly Fault[] = [
  ...['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EACCES', 'EXDEV', 'EMFILE'].map((code) => ({ code })),
  'short',
  'torn',
]
type Operations = ReturnType<typeof operations>
const TAKE = { planId: PLAN, reason: 'by-hand', pinned: false, confirmedShrink: false } as const
const BEFORE = 66
const ALL = BEFORE + 6

/** A folder just before thinning: the next snapshot drops one, and the journal is cut. */
async function prepared(root: string, disk: Disk, ops: Operations): Promise<void> {
  const { store, tick } = open(root, { disk })
  await store.open()
  await store.settle()
  for (let seq = 0; seq < BEFORE; seq += 3) {
    await store.keeper.append(ops.slice(seq, seq + 3))
    tick(1_000)
    await store.snapshots.take({ ...TAKE, reason: 'interval' })
  }
  await store.journal.close()
}

type Trial = {
  readonly root: string
  readonly disk: Disk
  readonly read: (path: string) => Promise<Uint8Array | null>
  readonly end: () => Promise<void>
}

/** Every `stride`-th call, each with `share` of the faults in turn. */
async function walk(
  what: string,
  { stride, share }: { readonly stride: number; readonly share: number },
  begin: () => Promise<Trial>,
): Promise<void> {
  const ops = operations(ALL)
  const dry = await begin()
  const counting = faultyDisk({ at: 0, fault: { code: 'EIO' }, inner: dry.disk })
  await live(dry.root, counting.disk, ops)
  await dry.end()
  const calls = counting.calls()
  const known = new Map<string, string>()
  let [tried, survived] = [0, 0]
  const lost: string[] = []
  for (let at = 1; at <= calls; at += stride)
    for (const [which, fault] of FAULTS.entries()) {
      const turn = Math.floor(at / stride)
      if ((which + turn * share) % FAULTS.length >= share) continue
      const forGood = (turn + which) % 2 === 0
      const { root, disk: inner, read, end } = await begin()
      const { disk } = faultyDisk({ at, fault, forGood, inner })
      tried += 1
      try {
        const { promised, made } = await live(root, disk, ops)
        const before = readBefore(root, read, known)
        await recovered(root, ops, promised, { made, before, disk: inner })
        survived += 1
      } catch (error) {
        const name = typeof fault === 'string' ? fault : fault.code
        lost.push(`call ${String(at)} ${name}${forGood ? ' for good' : ''}: ${String(error)}`)
      }
      await end()
    }
  record({
    ...{ promise: 'P4', what: `${what}, ${String(calls)} calls`, seed: null },
    ...{ tried, survived, lost: lost.length },
    ...(what === IN_MEMORY ? { counts: 'pairs', asked: calls * FAULTS.length } : {}),
  })
  expect(lost).toEqual([])
}

const IN_MEMORY = 'faults at every call, disk in memory'

/** P4: the k-th call of the disk fails, once or from then on, while steps are added and snapshots made. */
it('with any fault at any call there is the old or the new state, and no false success', async () => {
  const first = crashDisk()
  await prepared(ROOT, first.disk, operations(ALL))
  const image = first.image()
  await walk(IN_MEMORY, { stride: 1, share: isLong ? FAULTS.length : 2 }, () => {
    const { disk, image: now } = crashDisk(image)
    const read = (path: string) => Promise.resolve(now().get(path) ?? null)
    return Promise.resolve({ root: ROOT, disk, read, end: () => Promise.resolve() })
  })
}, 3_600_000)

it('and on the real disk', async () => {
  const base = await mkdtemp(join(tmpdir(), 'roadbook-faults-'))
  try {
    const start = join(base, 'start')
    await prepared(start, realDisk, operations(ALL))
    let runs = 0
    await walk(
      'faults on the real disk',
      { stride: isLong ? 2 : 18, share: isLong ? 3 : 1 },
      async () => {
        runs += 1
        const root = join(base, `run-${String(runs)}`)
        await cp(start, root, { recursive: true })
        return { root, disk: realDisk, read: readOrNull, end: () => rm(root, { recursive: true }) }
      },
    )
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}, 3_600_000)

/** One session: two steps at a time, a snapshot after each. What failed is not promised. */
async function live(
  root: string,
  disk: Disk,
  ops: Operations,
): Promise<{ promised: number; made: readonly string[] }> {
  const { store, tick } = open(root, { disk })
  let promised = BEFORE
  const made: string[] = []
  await store.open()
  for (let seq = BEFORE; seq < ALL; seq += 2) {
    try {
      promised = (await store.keeper.append(ops.slice(promised, seq + 2))).seq
      tick(1_000)
      made.push((await store.snapshots.take(TAKE)).id)
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
    }
  }
  await store.close().catch(() => undefined)
  return { promised, made }
}
