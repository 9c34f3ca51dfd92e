import type { CommandResult, Refusal } from '../plan/command.ts'
import { refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Retrospective } from './retrospective.ts'

const GONE = 'This retrospective is not in the plan any more.'
type Found = { readonly retrospective: Retrospective; readonly cycleName: string }

function find(plan: Plan, id: Id): Found | Refusal {
  const retrospective = plan.retrospective.get(id)
  const cycle = retrospective && plan.cycle.get(retrospective.cycleId)
  return cycle ? { retrospective, cycleName: cycle.name } : refuse('id', GONE)
}

const isRefusal = (found: Found | Refusal): found is Refusal => 'ok' in found

/** Changes one retrospective: finds it, applies, names the step; a refusal stays one. */
export function changed(
  plan: Plan,
  id: Id,
  name: (found: Found) => string,
  change: (retrospective: Retrospective) => Retrospective | Refusal,
): CommandResult {
  const found = find(plan, id)
  if (isRefusal(found)) return found
  const next = change(found.retrospective)
  if ('ok' in next) return next
  return { ok: true, patch: { puts: [next], deletes: [] }, name: name(found) }
}
