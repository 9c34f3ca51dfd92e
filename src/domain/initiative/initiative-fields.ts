import { spanProblem } from '../cycle/cycle-dates.ts'
import { formatPercent } from '../key-result/value-format.ts'
import type { Plan } from '../plan/plan.ts'
import type { Initiative } from './initiative.ts'
import { SHARE_TOLERANCE, sumOfShares } from './shares.ts'

type FieldProblem = { readonly field: string; readonly message: string }

/** Why the fields of an initiative do not go together; null when they do. */
export function fieldProblem(plan: Plan, initiative: Initiative): FieldProblem | null {
  const cycle = plan.cycle.get(initiative.cycleId)
  const dates = cycle && spanProblem(cycle, initiative.startOn, initiative.dueOn)
  if (dates) return dates
  const { serves, contributors, dependsOn, id } = initiative
  if (new Set(serves.map((s) => s.keyResultId)).size < serves.length)
    return { field: 'serves', message: 'A key result stands in the list twice.' }
  const sum = sumOfShares(serves)
  if (serves.length > 0 && Math.abs(sum - 1) > SHARE_TOLERANCE)
    return { field: 'serves', message: `The shares sum to ${formatPercent(sum)}, not to 100 %.` }
  if (new Set(contributors.map((c) => c.personId)).size < contributors.length)
    return { field: 'contributors', message: 'A person stands in the list twice.' }
  if (sumOfShares(contributors) > 1 + SHARE_TOLERANCE)
    return {
      field: 'contributors',
      message: `The parts of the contributors sum to ${formatPercent(sumOfShares(contributors))}, more than 100 %.`,
    }
  if (dependsOn.includes(id))
    return { field: 'dependsOn', message: 'An initiative cannot depend on itself.' }
  if (new Set(dependsOn).size < dependsOn.length)
    return { field: 'dependsOn', message: 'An initiative stands in the list twice.' }
  if (new Set(initiative.tasks.map((task) => task.id)).size < initiative.tasks.length)
    return { field: 'tasks', message: 'Two tasks have the same id.' }
  return null
}
