import { expect, it } from 'vitest'
import type { Image } from './crash-disk.ts'
import { ROOT, crashDisk, imageKey } from './crash-disk.ts'
import { isLong, record } from './record.ts'
import { PLAN, open, operations, recovered } from './story.ts'

const STEPS = isLong ? 200 : 96
const TAKE = { planId: PLAN, reason: 'interval', pinned: false, confirmedShrink: false } as const

type State = { readonly image: Image; readonly promised: number; readonly call: number }

/** Lives through a story and collects every state in which a crash could leave the disk. */
async function statesOf(steps: number, liesAboutFiles: boolean): Promise<readonly State[]> {
  const ops = operations(steps)
  const states = new Map<string, State>()
  let [promised, pins] = [0, 0]
  const onCall = () => {
    for (const image of crash.crashes()) {
      const key = `${imageKey(image)} ${String(promised)}`
      if (!states.has(key)) states.set(key, { image, promised, call: crash.calls() })
    }
  }
  const crash = crashDisk(new Map(), onCall, liesAboutFiles)
  const { store, tick } = open(ROOT, { disk: crash.disk })
  await store.open()
  for (let seq = 0; seq < steps;) {
    promised = (await store.keeper.append(ops.slice(seq, seq + 1 + (seq % 3)))).seq
    seq = promised
    tick(60_000)
    if (seq % 4 !== 0) continue
    const { id } = await store.snapshots.take(TAKE)
    // A person may pin thirty.
    if (seq % 8 === 0 && (pins += 1) <= 20) await store.snapshots.pin(PLAN, id, true)
  }
  await store.close()
  return [...states.values()]
}

async function lostIn(states: readonly State[], steps: number): Promise<readonly string[]> {
  const ops = operations(steps + 1)
  const lost: string[] = []
  for (const { image, promised, call } of states)
    await recovered(ROOT, ops, promised, { disk: crashDisk(image).disk }).catch((error: unknown) =>
      lost.push(`after call ${String(call)}: ${String(error)}`),
    )
  return lost
}

/** P5: the power goes after any call, with any of the unflushed changes there or not. */
it('every legal state of the disk after a crash recovers to what was promised', async () => {
  const states = await statesOf(STEPS, false)
  const lost = await lostIn(states, STEPS)
  const [tried, survived] = [states.length, states.length - lost.length]
  const what = 'crash states of journal and snapshots'
  record({ promise: 'P5', what, counts: 'states', tried, survived, lost: lost.length, seed: null })
  expect(lost).toEqual([])
  expect(tried).toBeGreaterThan(500)
}, 900_000)

it('and a disk that only says that it flushed is found out by this test', async () => {
  expect(await lostIn((await statesOf(6, true)).slice(-60), 6)).not.toEqual([])
}, 60_000)
