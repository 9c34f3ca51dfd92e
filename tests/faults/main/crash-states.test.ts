import { expect, it } from 'vitest'
import type { Image } from './crash-disk.ts'
import { ROOT, crashDisk, imageKey } from './crash-disk.ts'
import { isLong, record } from './record.ts'
import { PLAN, open, operations, recovered } from './story.ts'

const STEPS = isLong ? 400 : 96
const TAKE = { planId: PLAN, reason: 'interval', pinned: false, confirmedShrink: false } as const

/** P5: the power goes after any call, with any of the unflushed changes there or not. */
it('every legal state of the disk after a crash recovers to what was promised', async () => {
  const ops = operations(STEPS + 1)
  const states = new Map<string, { image: Image; promised: number; call: number }>()
  let promised = 0
  const crash = crashDisk(new Map(), () => {
    for (const image of crash.crashes()) {
      const key = `${imageKey(image)} ${String(promised)}`
      if (!states.has(key)) states.set(key, { image, promised, call: crash.calls() })
    }
  })
  const { store, tick } = open(ROOT, { disk: crash.disk })
  await store.open()
  for (let seq = 0; seq < STEPS;) {
    const count = 1 + (seq % 3)
    promised = (await store.keeper.append(ops.slice(seq, seq + count))).seq
    seq += count
    tick(60_000)
    if (seq % 4 === 0) {
      const { id } = await store.snapshots.take(TAKE)
      if (seq % 8 === 0) await store.snapshots.pin(PLAN, id, true)
    }
  }
  await store.close()
  let survived = 0
  const lost: string[] = []
  for (const { image, promised: due, call } of states.values()) {
    const again = crashDisk(image)
    await recovered(ROOT, ops, due, { disk: again.disk }).then(
      () => (survived += 1),
      (error: unknown) => lost.push(`after call ${String(call)}: ${String(error)}`),
    )
  }
  record({
    ...{ promise: 'P5', what: `crash states of ${String(crash.calls())} calls`, seed: null },
    ...{ tried: states.size, survived, lost: lost.length },
  })
  expect(lost).toEqual([])
  expect(states.size).toBeGreaterThan(500)
}, 600_000)
