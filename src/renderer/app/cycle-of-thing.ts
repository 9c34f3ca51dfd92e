import type { Id, Ref } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'

/** The cycle that a thing belongs to; null for what belongs to the whole plan. */
export function cycleIdOf(plan: Plan, ref: Ref): Id | null {
  switch (ref.kind) {
    case 'objective':
      return plan.objective.get(ref.id)?.cycleId ?? null
    case 'keyResult': {
      const objectiveId = plan.keyResult.get(ref.id)?.objectiveId
      return objectiveId === undefined ? null : (plan.objective.get(objectiveId)?.cycleId ?? null)
    }
    case 'initiative':
      return plan.initiative.get(ref.id)?.cycleId ?? null
    case 'detour':
      return plan.detour.get(ref.id)?.cycleId ?? null
    default:
      return null
  }
}
