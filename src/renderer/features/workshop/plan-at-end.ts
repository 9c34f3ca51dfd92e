import { useEffect, useState } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { buildIndex } from '#domain/plan/plan-index.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import type { Stood } from '#domain/workshop/minutes.ts'
import type { Workshop } from '#domain/workshop/workshop.ts'
import { readPlanAtEnd } from '#store/plan-history.ts'

/** Which plan a workshop is shown with. */
export type Shown =
  /** The one that is open, while the workshop goes on. */
  | { readonly type: 'open' }
  | { readonly type: 'reading' }
  /** The one that the finished workshop left; `isEnd` is false where both came in together, finished. */
  | {
      readonly type: 'then'
      readonly plan: Plan
      readonly index: PlanIndex
      readonly day: Day
      readonly isEnd: boolean
    }
  /** The one that is open, since nothing tells how it was then. */
  | { readonly type: 'unknown' }

const OPEN: Shown = { type: 'open' }
const READING: Shown = { type: 'reading' }
const UNKNOWN: Shown = { type: 'unknown' }

type Answer = { readonly of: string; readonly shown: Shown }

/** The plan that belongs to a workshop: a finished one is read with the plan as it left it. */
export function usePlanAtEnd(workshop: Workshop | undefined): Shown {
  const { id, state, finishedAt } = workshop ?? { id: '', state: 'draft', finishedAt: null }
  const isFinished = state === 'finished'
  const of = `${id} ${finishedAt ?? ''}`
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let isHere = true
    if (isFinished)
      void readPlanAtEnd(id).then((end) => {
        if (!isHere) return
        const shown: Shown = end ? { type: 'then', ...end, index: buildIndex(end.plan) } : UNKNOWN
        setAnswer({ of, shown })
      })
    return () => {
      isHere = false
    }
  }, [id, isFinished, of])
  if (!isFinished) return OPEN
  return answer?.of === of ? answer.shown : READING
}

/** How the plan came to be the one that is shown. */
export function stoodOf(shown: Shown): Stood {
  if (shown.type === 'then') return shown.isEnd ? 'at-end' : 'taken-in'
  return shown.type === 'unknown' ? 'end-unknown' : 'now'
}
