import { useEffect, useMemo, useState } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { comparedDay, weekModel } from '#domain/week/week.ts'
import type { WeekModel } from '#domain/week/week.ts'
import { readPlanOn } from '#store/plan-history.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'

type Then = { readonly planId: Id; readonly day: Day; readonly plan: Plan | null }

/** The plan as it stood on a day, from the history on disk; null while it is read and where it says nothing. */
function usePlanOn(planId: Id | null, day: Day | null): Plan | null {
  const [then, setThen] = useState<Then | null>(null)
  useEffect(() => {
    let isHere = true
    if (planId !== null && day !== null)
      void readPlanOn(day).then((plan) => {
        if (isHere) setThen({ planId, day, plan })
      })
    return () => {
      isHere = false
    }
  }, [planId, day])
  return then?.planId === planId && then.day === day ? then.plan : null
}

/** The week of the cycle on screen; null without a cycle. */
export function useWeek(): WeekModel | null {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const chosen = useUi((state) => state.cycleId)
  const cycle =
    (chosen === null ? undefined : plan?.cycle.get(chosen)) ??
    (plan ? currentCycle(plan, today) : undefined)
  const compared = cycle ? comparedDay(cycle, today) : null
  const weekAgo = usePlanOn(plan?.meta.id ?? null, compared)
  return useMemo(
    () => (plan && index && cycle ? weekModel(plan, index, cycle.id, today, weekAgo) : null),
    [plan, index, cycle, today, weekAgo],
  )
}
