import { useMemo } from 'react'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { comparedDay, weekModel } from '#domain/week/week.ts'
import type { WeekModel } from '#domain/week/week.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { usePlanOn } from '#store/use-plan-on.ts'

/** The week of the cycle on screen; null without a cycle. */
export function useWeek(): WeekModel | null {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const chosen = useUi((state) => state.cycleId)
  const cycle =
    (chosen === null ? undefined : plan?.cycle.get(chosen)) ??
    (plan ? currentCycle(plan, today) : undefined)
  const weekAgo = usePlanOn(cycle ? comparedDay(cycle, today) : null)
  return useMemo(
    () => (plan && index && cycle ? weekModel(plan, index, cycle.id, today, weekAgo) : null),
    [plan, index, cycle, today, weekAgo],
  )
}
