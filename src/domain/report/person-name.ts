import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'

/** The name of a person; null for nobody. */
export function personName(plan: Plan, id: Id | null): string | null {
  return id === null ? null : (plan.person.get(id)?.name ?? null)
}
