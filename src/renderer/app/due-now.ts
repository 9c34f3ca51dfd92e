import { countOverdue, dueKeyResults } from '#domain/check-in/round.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Id } from '#domain/plan/field.ts'
import type { PlanState } from '#store/working-copy.ts'

const NONE: readonly KeyResult[] = []
let last: {
  readonly inputs: readonly unknown[]
  readonly due: readonly KeyResult[]
  readonly overdue: number
} | null = null

/**
 * Key results of the cycle on screen that are due for a check-in. The answer is kept until something that
 * it reads has changed: moving an initiative asks for it again, and must not judge every key result anew.
 */
export function dueNow(
  { plan, index, today }: Pick<PlanState, 'plan' | 'index' | 'today'>,
  cycleId: Id | null,
): readonly KeyResult[] {
  if (!plan || !index || cycleId === null) return NONE
  const inputs = [
    plan.cycle.get(cycleId),
    plan.meta.settings,
    plan.meta.pastCadences,
    index.objectivesByCycle.get(cycleId),
    index.keyResultsByObjective,
    index.checkInsByKeyResult,
    today,
  ]
  if (!last?.inputs.every((input, at) => input === inputs[at])) {
    const due = dueKeyResults(plan, index, cycleId, today)
    last = { inputs, due, overdue: countOverdue(plan, index, due, today) }
  }
  return last.due
}

/** How many of the key results that are due are overdue. */
export function overdueNow(...asked: Parameters<typeof dueNow>): number {
  return dueNow(...asked).length === 0 ? 0 : (last?.overdue ?? 0)
}
