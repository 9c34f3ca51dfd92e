import { useEffect, useState } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { readPlanOn } from './plan-history.ts'
import { usePlan } from './working-copy.ts'

type Then = { readonly planId: Id; readonly day: Day; readonly plan: Plan | null }

/**
 * The open plan as it stood at the end of a day, from the history on disk; null for no day, while it is read,
 * and where the history says nothing.
 */
export function usePlanOn(day: Day | null): Plan | null {
  const planId = usePlan((state) => state.plan?.meta.id ?? null)
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
  return then?.planId === planId && then?.day === day ? then.plan : null
}
