import { thingsOf } from '#domain/plan/plan.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { growingPlan } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'

const PLAN = 'manylives'

/**
 * A data folder with one plan and so many pinned snapshots, each of another state, as main would have written
 * it. Gives the state hashes of the snapshots, the oldest first; the plan went on after the last one.
 */
export async function manySnapshots(root: string, count: number): Promise<readonly string[]> {
  const things = [...thingsOf(smallPlan())].map((thing): Thing =>
    thing.kind === 'plan' ? { ...thing, id: PLAN } : thing,
  )
  const initiative = things.find((thing) => thing.kind === 'initiative')
  if (!initiative) throw new Error('no initiative to copy')
  const plan = growingPlan(PLAN)
  const { store, tick } = openStore(root, { platform: process.platform })
  await store.open()
  await store.keeper.append([plan.step({ puts: things, deletes: [] })])
  const hashes: string[] = []
  for (let at = 0; at <= count; at++) {
    const id = `s${String(at)}`
    const fresh = { ...initiative, id, title: `Life ${String(at)}` }
    // Rows come, change and go.
    const changed = { ...initiative, title: `As of life ${String(at)}` }
    const gone = at % 3 === 2 ? [{ kind: initiative.kind, id: `s${String(at - 1)}` }] : []
    await store.keeper.append([plan.step({ puts: [fresh, changed], deletes: gone })])
    tick(60_000)
    if (at === count) break
    hashes.push(plan.hash())
    await store.snapshots.take({
      ...{ planId: PLAN, reason: 'by-hand', pinned: true, confirmedShrink: true },
    })
  }
  await store.close()
  return hashes
}
