import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { smallPlan } from './plan-arbitrary.ts'
import type { PlanIndex } from './plan-index.ts'
import { buildIndex, updateIndex } from './plan-index.ts'
import type { Plan } from './plan.ts'
import { applyPatch } from './plan.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** So many renamings of one initiative, and a weak hold on the index and the plan after each of them. */
function edits(plan: Plan, count: number) {
  const past: WeakRef<PlanIndex | Plan | PlanIndex['initiativesByCycle']>[] = []
  let now = { plan, index: buildIndex(plan) }
  const [first] = plan.initiative.values()
  if (!first) throw new Error('no initiative to rename')
  for (let at = 0; at < count; at++) {
    past.push(
      new WeakRef(now.index),
      new WeakRef(now.index.initiativesByCycle),
      new WeakRef(now.plan),
    )
    const patch = { puts: [{ ...first, title: `Name ${String(at)}` }], deletes: [] }
    const next = applyPatch(now.plan, patch)
    now = { plan: next, index: updateIndex(now.index, now.plan, next, patch) }
  }
  return { now, past }
}

it('holds on to nothing of the states before it, however long nobody asks for its lists', async () => {
  const { now, past } = edits(smallPlan(), 40)
  // What a job has seen stays alive until the job is over.
  await new Promise((next) => setTimeout(next, 0))
  collect()
  const alive = past.filter((one) => one.deref() !== undefined)
  expect(now.index.cycles.length).toBeGreaterThan(0)
  // The first state belongs to the lists that were never touched; it is one, not one for each edit.
  expect(alive.length).toBeLessThanOrEqual(3)
})
