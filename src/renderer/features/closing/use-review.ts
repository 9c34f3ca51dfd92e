import { useMemo } from 'react'
import type { Id } from '#domain/plan/field.ts'
import type { Review } from '#domain/retrospective/review.ts'
import { reviewOf } from '#domain/retrospective/review.ts'
import { usePlan } from '#store/plan-store.ts'

/** The review of a cycle as it stands now; null when it is not there. */
export function useReview(cycleId: Id): Review | null {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  return useMemo(
    () => (plan && index ? reviewOf(plan, index, cycleId, today) : null),
    [plan, index, cycleId, today],
  )
}
