import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { countingContext, smallPlan, stepSeedArbitrary } from '#domain/plan/plan-arbitrary.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { createPlan, flush, redo, run, undo, usePlan } from '#store/plan-store.ts'
import { memoryDisk } from '#store/testing/memory-disk.ts'
import type { MemoryDisk } from '#store/testing/memory-disk.ts'
import { kill, launch, shownHash, until, wipe } from '#store/testing/test-app.ts'
import { isLong, record, seed } from '../main/record.ts'
import { nextStep } from './story.ts'

const SEQUENCES = isLong ? 400 : 20
const MOST = 40
/** What happens to the page before the steps are undone, and again before they are redone. */
const ENDS = ['reload', 'kill', 'kill and a wiped database'] as const

let disk: MemoryDisk
afterEach(kill)

/** A profile of its own for each sequence. */
async function anew(): Promise<void> {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
}

const plan = (): Plan => {
  const shown = usePlan.getState().plan
  if (!shown) throw new Error('no plan is open')
  return shown
}

async function ended(how: (typeof ENDS)[number]): Promise<void> {
  // What is promised to survive is what was acknowledged.
  expect(await flush()).toBe(true)
  const planId = plan().meta.id
  if (how === 'kill and a wiped database') await wipe()
  else kill()
  await launch(disk)
  expect(plan().meta.id).toBe(planId)
}

/** P11 in the app's own store: the same after a reload, a kill, and a database that is gone. */
it(`${String(SEQUENCES)} sequences are undone and redone exactly over restarts`, async () => {
  const lost: string[] = []
  const seeds = fc.sample(fc.array(stepSeedArbitrary, { minLength: 8, maxLength: MOST }), {
    numRuns: SEQUENCES,
    seed,
  })
  for (const [round, steps] of seeds.entries()) {
    const how = ENDS[round % ENDS.length] ?? 'kill'
    const context = countingContext(undefined, `r${String(round)}x`)
    const planId = `plan${String(round)}`
    await anew()
    const things = [...thingsOf(smallPlan())].map((thing) =>
      thing.kind === 'plan' ? { ...thing, id: planId } : thing,
    )
    expect((await createPlan(things, 'Open')).ok).toBe(true)
    const start = shownHash()
    const states: Plan[] = [plan()]
    let made = 0
    for (const one of steps) {
      const { step } = nextStep(plan(), states, one, context)
      const before = usePlan.getState().head?.seq
      if (!run(step.id, step.input).ok || usePlan.getState().head?.seq === before) continue
      made += 1
      states.push(plan())
    }
    const end = shownHash()
    await ended(how)
    if (made > 0) await until(() => usePlan.getState().undoName !== null)
    for (let at = 0; at < made; at += 1) undo({ evenFinished: true })
    if (shownHash() !== start) lost.push(`round ${String(round)}: undo after ${how}`)
    if (undo({ evenFinished: true }).ok)
      lost.push(`round ${String(round)}: more to undo than was done`)
    await ended(how)
    if (made > 0) await until(() => usePlan.getState().redoName !== null)
    for (let at = 0; at < made; at += 1) redo({ evenFinished: true })
    if (shownHash() !== end) lost.push(`round ${String(round)}: redo after ${how}`)
    expect(await flush()).toBe(true)
  }
  record({
    ...{ promise: 'P11', what: 'sequences over reloads, kills and wiped databases', seed },
    ...{ tried: SEQUENCES, survived: SEQUENCES - lost.length, lost: lost.length },
  })
  expect(lost, `seed ${String(seed)}`).toEqual([])
}, 3_600_000)
