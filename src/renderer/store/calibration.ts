import { beliefsOf } from '#domain/across/across.ts'
import type { Belief } from '#domain/across/calibration.ts'
import { reachedWith } from '#domain/across/calibration.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { reviewOf } from '#domain/retrospective/review.ts'
import { usePlan } from './working-copy.ts'
import type { PlanState } from './working-copy.ts'

let known: {
  readonly plan: Plan
  readonly cycleId: Id | null
  readonly beliefs: readonly Belief[]
} | null = null

/** Beliefs of all cycles but one; kept until the plan changes, because every cycle is judged for it. */
function pastBeliefs({ plan, index, today }: PlanState, cycleId: Id | null): readonly Belief[] {
  if (!plan || !index) return []
  if (known?.plan === plan && known.cycleId === cycleId) return known.beliefs
  const others = index.cycles.filter(({ id }) => id !== cycleId)
  const beliefs = beliefsOf(
    others.flatMap(({ id }) => reviewOf(plan, index, id, today) ?? []),
    today,
  )
  known = { plan, cycleId, beliefs }
  return beliefs
}

/**
 * What past cycles say about a confidence (0–10) that is being said in a cycle: `With 0.9 confidence we
 * reached 0.6 …`; null without one, and while the past is too short to say.
 */
export function useCalibration(confidence: number | null, cycleId: Id | null): string | null {
  return usePlan((state) =>
    confidence === null
      ? null
      : (reachedWith(pastBeliefs(state, cycleId), confidence)?.words ?? null),
  )
}
