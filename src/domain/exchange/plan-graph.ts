import { integrityProblems } from '../plan/integrity.ts'
import { planFromThings } from '../plan/plan.ts'
import { refKey } from '../plan/reference.ts'
import type { Thing } from '../plan/thing.ts'
import { rowLabel } from './plan-row.ts'

/** What is wrong between rows; `row` counts from 0, −1 when no row can be named. */
export type GraphProblem = {
  readonly row: number
  readonly field: string
  readonly message: string
}

/** The first thing that is wrong between the rows of a plan, or null. */
export function planProblem(things: readonly Thing[]): GraphProblem | null {
  const plans = things.filter((thing) => thing.kind === 'plan').length
  if (plans !== 1)
    return { row: -1, field: '', message: `The file holds ${String(plans)} plans instead of one.` }
  const rows = new Map<string, number>()
  for (const [at, thing] of things.entries()) {
    // Ids that differ only by case would be one id on some disks and in some hands.
    const key = refKey(thing).toLowerCase()
    if (rows.has(key))
      return {
        row: at,
        field: `, ${rowLabel(thing)}, id`,
        message: `The id ${thing.id} stands there twice.`,
      }
    rows.set(key, at)
  }
  const problem = integrityProblems(planFromThings(things))[0]
  if (!problem) return null
  const row = rows.get(refKey(problem.ref).toLowerCase()) ?? -1
  const thing = things[row]
  const names = [thing ? rowLabel(thing) : '', problem.field].filter(Boolean).join(', ')
  return { row, field: names === '' ? '' : `, ${names}`, message: problem.message }
}
