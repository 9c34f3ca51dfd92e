import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Fault } from '#main/testing/faulty-disk.ts'
import { faultyDisk } from '#main/testing/faulty-disk.ts'
import { isLong, record } from './record.ts'
import { PLAN, open, operations, recovered } from './story.ts'

const FAULTS: readonly Fault[] = [
  ...['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EACCES', 'EXDEV', 'EMFILE'].map((code) => ({ code })),
  'short',
  'torn',
]
const TAKE = { planId: PLAN, reason: 'by-hand', pinned: false, confirmedShrink: false } as const
const BEFORE = 66
const ALL = BEFORE + 6

/** A folder just before thinning: the next snapshot drops one, and the journal is cut. */
async function prepared(root: string, ops: ReturnType<typeof operations>): Promise<void> {
  const { store, tick } = open(root)
  await store.open()
  await store.settle()
  for (let seq = 0; seq < BEFORE; seq += 3) {
    await store.keeper.append(ops.slice(seq, seq + 3))
    tick(1_000)
    await store.snapshots.take({ ...TAKE, reason: 'interval' })
  }
  await store.journal.close()
}

/** P4: the k-th call of the disk fails, once or from then on, while steps are added and snapshots made. */
it('with any fault at any call there is the old or the new state, and no false success', async () => {
  const root = await mkdtemp(join(tmpdir(), 'roadbook-faults-'))
  try {
    const ops = operations(ALL)
    const start = join(root, 'start')
    await prepared(start, ops)
    const dry = faultyDisk({ at: 0, fault: { code: 'EIO' } })
    await cp(start, join(root, 'dry'), { recursive: true })
    await live(join(root, 'dry'), dry.disk, ops)
    const calls = dry.calls()
    let [tried, survived] = [0, 0]
    const lost: string[] = []
    // The pull-request set walks through the calls in strides and takes the faults in turn.
    const stride = isLong ? 1 : Math.max(1, Math.floor(calls / 120))
    for (let at = 1; at <= calls; at += stride)
      for (const [which, fault] of FAULTS.entries()) {
        if (!isLong && which !== Math.floor(at / stride) % FAULTS.length) continue
        const forGood = (Math.floor(at / stride) + which) % 2 === 0
        const folder = join(root, 'run')
        await cp(start, folder, { recursive: true })
        const { disk } = faultyDisk({ at, fault, forGood })
        tried += 1
        try {
          const { promised, made } = await live(folder, disk, ops)
          await recovered(folder, ops, promised, { made })
          survived += 1
        } catch (error) {
          const name = typeof fault === 'string' ? fault : fault.code
          lost.push(`call ${String(at)} ${name}${forGood ? ' for good' : ''}: ${String(error)}`)
        }
        await rm(folder, { recursive: true })
      }
    record({
      ...{ promise: 'P4', what: `faults over ${String(calls)} calls`, seed: null },
      ...{ tried, survived, lost: lost.length },
    })
    expect(lost).toEqual([])
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}, 3_600_000)

/** One session: two steps at a time, a snapshot after each. What failed is not promised. */
async function live(
  root: string,
  disk: ReturnType<typeof faultyDisk>['disk'],
  ops: ReturnType<typeof operations>,
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
