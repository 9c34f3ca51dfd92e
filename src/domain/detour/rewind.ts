import type { Operation } from '../plan/operation.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'

/**
 * The plan as it stood before some operations: their inverses applied, the newest first. `operations` are in
 * order of `seq`, without gaps, and end at the plan's own head. Null when they take the plan itself away.
 */
export function rewind(plan: Plan, operations: readonly Pick<Operation, 'inverse'>[]): Plan | null {
  let earlier = plan
  for (const { inverse } of operations.toReversed()) {
    if (inverse.deletes.some(({ kind }) => kind === 'plan')) return null
    earlier = applyPatch(earlier, inverse)
  }
  return earlier
}
