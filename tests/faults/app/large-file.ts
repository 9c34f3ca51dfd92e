import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'

/** A plan file of so many rows: most of them initiatives of one leg. */
export function largeFile(rows: number): string {
  const things = [...thingsOf(smallPlan())]
  const base = things.find((thing) => thing.kind === 'initiative')
  if (!base) throw new Error('no initiative to copy')
  for (let at = 0; things.length < rows; at++)
    things.push({ ...base, id: `m${String(at)}`, title: `Initiative ${String(at)}` })
  return writePlanFile(things, { savedAt: '2026-11-22T12:00:00.000Z', app: '0.1.0' })
}
