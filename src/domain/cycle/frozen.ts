import type { Id, Ref } from '../plan/field.ts'
import type { Patch, Plan } from '../plan/plan.ts'
import { thingAt } from '../plan/plan.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'
import type { Cycle } from './cycle.ts'

/** The cycle that a thing belongs to; null for what stands beside all cycles (people, journal, workshops). */
export function cycleOf(plan: Plan, thing: Thing): Id | null {
  switch (thing.kind) {
    case 'cycle':
      return thing.id
    case 'objective':
    case 'initiative':
    case 'detour':
    case 'retrospective':
      return thing.cycleId
    case 'keyResult':
      return plan.objective.get(thing.objectiveId)?.cycleId ?? null
    case 'checkIn': {
      const keyResult = plan.keyResult.get(thing.keyResultId)
      return keyResult ? (plan.objective.get(keyResult.objectiveId)?.cycleId ?? null) : null
    }
    default:
      return null
  }
}

/** Commands that put the plan as a whole back to what it was: they bring closed cycles with them. */
const WHOLE_PLAN: ReadonlySet<string> = new Set(['plan.replaceThings'])

/** What stays possible in a closed cycle: to reopen it, and to tick off the actions that it left behind. */
function isAllowed(before: Thing, after: Thing | undefined): boolean {
  if (before.kind === 'cycle') return after?.kind === 'cycle' && after.state !== 'closed'
  if (before.kind !== 'retrospective' || after?.kind !== 'retrospective') return false
  const withoutTicks = (thing: typeof before) =>
    canonicalJson({
      ...thing,
      actions: thing.actions.map((action) => ({ ...action, done: false })),
    })
  return withoutTicks(before) === withoutTicks(after)
}

/**
 * Why a patch may not be: it would change something of a cycle that is closed. Null when it may. `after`
 * is the plan with the patch applied. The journal, people, themes and settings are never frozen; a patch
 * that reopens the cycle may change what stands in it.
 */
export function frozenProblem(
  command: string,
  before: Plan,
  after: Plan,
  patch: Patch,
): { readonly field: string; readonly message: string } | null {
  if (WHOLE_PLAN.has(command)) return null
  if (![...before.cycle.values()].some(isClosed)) return null
  const isFrozen = (id: Id | null): id is Id => {
    if (id === null || !isClosed(before.cycle.get(id))) return false
    const next = after.cycle.get(id)
    return next === undefined || next.state === 'closed'
  }
  const touched: readonly Ref[] = [...patch.puts, ...patch.deletes]
  for (const ref of touched) {
    const old = thingAt(before, ref)
    const now = thingAt(after, ref)
    const cycleId =
      [old && cycleOf(before, old), now && cycleOf(after, now)].find(
        (id) => id !== undefined && isFrozen(id),
      ) ?? null
    if (cycleId === null || (old && isAllowed(old, now))) continue
    const name = quoted(before.cycle.get(cycleId)?.name ?? 'The cycle')
    return {
      field: '',
      message: `${name} is closed, so nothing in it can be changed. Reopen it with a reason first.`,
    }
  }
  return null
}

function isClosed(cycle: Cycle | undefined): boolean {
  return cycle?.state === 'closed'
}
