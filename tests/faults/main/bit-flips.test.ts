import { expect, it } from 'vitest'
import type { Image } from './crash-disk.ts'
import { ROOT, crashDisk } from './crash-disk.ts'
import { chanceFrom, isLong, record, seed } from './record.ts'
import { PLAN, expectWhole, open, operations } from './story.ts'

const FLIPS = isLong ? 20_000 : 1_000
const STEPS = 40
/** Steps after the newest snapshot: they lie in the journal alone. */
const TAIL = 3
const TAKE = { planId: PLAN, reason: 'interval', pinned: false, confirmedShrink: false } as const

/** A data folder with several segments, snapshots and the files beside them. */
async function prepared(ops: ReturnType<typeof operations>, tail: number): Promise<Image> {
  const crash = crashDisk()
  const { store, tick, settled } = open(ROOT, {
    disk: crash.disk,
    journalKeeps: { snapshots: 3, steps: 25 },
  })
  await store.open()
  await store.settle()
  for (let seq = 0; seq < STEPS; seq += 4) {
    await store.keeper.append(ops.slice(seq, seq + 4))
    tick(60_000)
    if (seq % 8 === 4) await store.snapshots.take(TAKE)
  }
  if (tail > 0) await store.keeper.append(ops.slice(STEPS, STEPS + tail))
  await settled()
  await store.journal.close()
  return crash.image()
}

/** P7: one byte of one file is not what was written. */
it.each([
  ['every step is in a snapshot', 0],
  ['the last steps are in the journal alone', TAIL],
])(
  'a flipped byte is found or harmless, the next good copy is used: %s',
  async (what, tail) => {
    const ops = operations(STEPS + TAIL)
    const image = await prepared(ops, tail)
    const paths = [...image.keys()].filter((path) => !path.endsWith('/'))
    const chance = chanceFrom(seed)
    let survived = 0
    const lost: string[] = []
    for (let n = 0; n < FLIPS / 2; n += 1) {
      const path = paths[Math.floor(chance() * paths.length)] ?? ''
      const bytes = Buffer.from(image.get(path) ?? Buffer.alloc(0))
      const at = Math.floor(chance() * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
      const crash = crashDisk(new Map(image).set(path, bytes))
      await survives(crash, ops, path, tail).then(
        () => (survived += 1),
        (error: unknown) => lost.push(`${path} byte ${String(at)}: ${String(error)}`),
      )
    }
    record({
      ...{ promise: 'P7', what: `flips in ${String(paths.length)} files, ${what}`, seed },
      counts: 'flips',
      ...{ tried: FLIPS / 2, survived, lost: lost.length },
    })
    expect(lost).toEqual([])
  },
  900_000,
)

async function survives(
  { disk }: ReturnType<typeof crashDisk>,
  ops: ReturnType<typeof operations>,
  path: string,
  tail: number,
): Promise<void> {
  const { store, notices } = open(ROOT, { disk })
  await store.open()
  const [plan] = await store.journal.list()
  const seq = plan?.head?.seq ?? 0
  // What is in the newest snapshot is never lost, whichever of the two copies is broken; what only the
  // journal holds may be, but then it is said.
  expect(seq).toBeGreaterThanOrEqual(STEPS)
  expect(plan?.head?.hash).toBe(ops[seq - 1]?.hash)
  if (seq < STEPS + tail) expect((plan?.tornBytes ?? 0) > 0 || notices.length > 0).toBe(true)
  const broken = (await store.snapshots.list(PLAN)).filter((one) => one.state === 'damaged')
  expect(broken.length).toBe(path.includes('/snapshots/') ? 1 : 0)
  await expectWhole(store, ops, seq)
  await store.close()
}
