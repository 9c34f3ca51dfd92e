import { expect, it } from 'vitest'
import type { Image } from './crash-disk.ts'
import { ROOT, crashDisk } from './crash-disk.ts'
import { chanceFrom, isLong, record, seed } from './record.ts'
import { PLAN, expectWhole, open, operations } from './story.ts'

const FLIPS = isLong ? 20_000 : 1_000
const STEPS = 40
const TAKE = { planId: PLAN, reason: 'interval', pinned: false, confirmedShrink: false } as const

/** A data folder with several segments, snapshots and the files beside them. */
async function prepared(ops: ReturnType<typeof operations>): Promise<Image> {
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
  await settled()
  await store.journal.close()
  return crash.image()
}

/** P7: one byte of one file is not what was written. */
it('a flipped byte is found or harmless, and the next good copy is used', async () => {
  const ops = operations(STEPS)
  const image = await prepared(ops)
  const paths = [...image.keys()].filter((path) => !path.endsWith('/'))
  const chance = chanceFrom(seed)
  let survived = 0
  const lost: string[] = []
  for (let n = 0; n < FLIPS; n += 1) {
    const path = paths[Math.floor(chance() * paths.length)] ?? ''
    const bytes = Buffer.from(image.get(path) ?? Buffer.alloc(0))
    const at = Math.floor(chance() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
    const crash = crashDisk(new Map(image).set(path, bytes))
    await survives(crash, ops, path).then(
      () => (survived += 1),
      (error: unknown) => lost.push(`${path} byte ${String(at)}: ${String(error)}`),
    )
  }
  record({
    ...{ promise: 'P7', what: `flips in ${String(paths.length)} files`, seed },
    ...{ tried: FLIPS, survived, lost: lost.length },
  })
  expect(lost).toEqual([])
}, 900_000)

async function survives(
  { disk }: ReturnType<typeof crashDisk>,
  ops: ReturnType<typeof operations>,
  path: string,
): Promise<void> {
  const { store } = open(ROOT, { disk })
  await store.open()
  const [plan] = await store.journal.list()
  const head = plan?.head
  // The newest snapshot is of the last step: with one of the two copies broken nothing at all is lost.
  expect(head?.seq).toBe(STEPS)
  expect(head?.hash).toBe(ops[STEPS - 1]?.hash)
  const broken = (await store.snapshots.list(PLAN)).filter((one) => one.state === 'damaged')
  expect(broken.length).toBe(path.includes('/snapshots/') ? 1 : 0)
  await expectWhole(store, ops, STEPS)
  await store.close()
}
