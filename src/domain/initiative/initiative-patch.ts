import { recordDetours } from '../detour/record-detour.ts'
import type { CommandContext, CommandResult, Refusal } from '../plan/command.ts'
import { refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { counted, quoted } from '../plan/title-quote.ts'
import { changesOf } from './initiative-changes.ts'
import { fieldProblem } from './initiative-fields.ts'
import type { Initiative } from './initiative.ts'

/** What every command says of an initiative that somebody deleted meanwhile. */
export const GONE = 'This initiative is not in the plan any more.'

/** All initiatives of a cycle in no particular order. */
export function inCycle(plan: Plan, cycleId: Id): Initiative[] {
  return [...plan.initiative.values()].filter((i) => i.cycleId === cycleId)
}

/** The initiatives asked for, each once, or the refusal when one is gone. */
export function foundAll(plan: Plan, ids: readonly Id[]): Initiative[] | Refusal {
  const initiatives: Initiative[] = []
  for (const id of new Set(ids)) {
    const initiative = plan.initiative.get(id)
    if (!initiative) return refuse('ids', GONE)
    initiatives.push(initiative)
  }
  return initiatives
}

/** `"Chatbot"` for one, `3 initiatives` for several. */
export function named(initiatives: readonly Initiative[]): string {
  const [first] = initiatives
  return initiatives.length === 1 && first
    ? quoted(first.title)
    : counted(initiatives.length, 'initiative')
}

/** An initiative before and after a change. */
export type Pair = { readonly before: Initiative; readonly after: Initiative }

/** The patch of changed initiatives with their detours, or why one of them cannot be. */
export function putInitiatives(
  plan: Plan,
  pairs: readonly Pair[],
  context: CommandContext,
  name: string,
): CommandResult {
  for (const { after } of pairs) {
    const problem = fieldProblem(plan, after)
    if (!problem) continue
    const where = pairs.length > 1 ? `${quoted(after.title)}: ` : ''
    return refuse(problem.field, where + problem.message)
  }
  const changes = pairs.flatMap(({ before, after }) => changesOf(plan, before, after))
  const recorded = recordDetours(plan, changes, context)
  const puts = [...pairs.map(({ after }) => after), ...recorded.puts]
  return { ok: true, patch: { puts, deletes: recorded.deletes }, name }
}
