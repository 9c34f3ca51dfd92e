import { thingsOf } from '#domain/plan/plan.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { growingPlan } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'

const PLAN = 'longlife'

/** A data folder with a plan of so many rows that went through so many steps, as main would have written it. */
export async function longLife(root: string, rows: number, steps: number): Promise<void> {
  const things: Thing[] = [...thingsOf(smallPlan())].map((thing) =>
    thing.kind === 'plan' ? { ...thing, id: PLAN } : thing,
  )
  const objective = things.find(({ kind }) => kind === 'objective')
  const keyResult = things.find(({ kind }) => kind === 'keyResult')
  const initiative = things.find(({ kind }) => kind === 'initiative')
  if (objective?.kind !== 'objective') throw new Error('no objective to copy')
  if (keyResult?.kind !== 'keyResult') throw new Error('no key result to copy')
  if (initiative?.kind !== 'initiative') throw new Error('no initiative to copy')
  const serves: Thing[] = []
  for (let lane = 0; things.length + serves.length < rows; lane++) {
    const id = String(lane)
    things.push({ ...objective, id: `o${id}x`, title: `Objective ${id}` })
    for (const leg of ['a', 'b', 'c', 'd']) {
      const keyResultId = `k${id}${leg}`
      things.push({
        ...keyResult,
        id: keyResultId,
        objectiveId: `o${id}x`,
        title: `Leg ${id}${leg}`,
      })
      for (let at = 0; at < 15; at++)
        serves.push({
          ...initiative,
          id: `i${id}${leg}${String(at)}`,
          title: `Initiative ${id}${leg} ${String(at)}`,
          startOn: `2026-10-${String(1 + at).padStart(2, '0')}`,
          dueOn: `2026-12-${String(1 + at).padStart(2, '0')}`,
          serves: [{ keyResultId, share: 1 }],
        })
    }
  }
  const all = [...things, ...serves].slice(0, rows)
  const plan = growingPlan(PLAN)
  const { store } = openStore(root, { platform: process.platform })
  await store.open()
  await store.keeper.append([plan.step({ puts: all, deletes: [] })])
  for (let step = 1; step < steps;) {
    const some = Array.from({ length: Math.min(500, steps - step) }, (_, at) => {
      const thing = all[all.length - 1 - ((step + at) % 500)]
      if (thing?.kind !== 'initiative') throw new Error('no initiative to change')
      return plan.step({ puts: [{ ...thing, title: `Step ${String(step + at)}` }], deletes: [] })
    })
    await store.keeper.append(some)
    step += some.length
  }
  await store.snapshots.take({
    ...{ planId: PLAN, reason: 'by-hand', pinned: true, confirmedShrink: true },
  })
  await store.close()
}
