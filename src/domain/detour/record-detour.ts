import { isAddedOn } from '../plan/added-on.ts'
import type { CommandContext } from '../plan/command.ts'
import type { Id, Ref } from '../plan/field.ts'
import type { Patch, Plan } from '../plan/plan.ts'
import type { Detour } from './detour.ts'

/** One change worth a detour: what, on what, from what to what in words. */
export type Change = {
  readonly cycleId: Id
  readonly about: Ref
  readonly title: string
  readonly change: Detour['change']
  readonly from: string
  readonly to: string
  /** Nothing stood there before: what is said for the first time changes no plan. */
  readonly isFirst?: boolean
  /** The line of why where the change itself asked for it: nobody is asked twice. */
  readonly why?: string
}

const NO_PATCH: Patch = { puts: [], deletes: [] }

/**
 * The rows that record a change of plan: none while the cycle is still being planned, and none for what
 * is said for the first time, unless a detour took it away before, nor for what came onto the running plan
 * on the same day: it is still being written down. A second change of the same kind to the
 * same thing on the same day goes on in the same detour until somebody has said why, so that dragging to
 * and fro leaves one line; back where it began leaves none.
 */
export function recordDetour(plan: Plan, asked: Change, context: CommandContext): Patch {
  const { isFirst = false, why = '', ...change } = asked
  const cycle = plan.cycle.get(change.cycleId)
  if (!cycle || cycle.state === 'planning' || change.from === change.to) return NO_PATCH
  if (isAddedOn(plan, change.about, context.today)) return NO_PATCH
  let wasTakenAway = false
  for (const earlier of plan.detour.values()) {
    if (
      earlier.change !== change.change ||
      earlier.about.id !== change.about.id ||
      earlier.about.kind !== change.about.kind ||
      earlier.to !== change.from
    )
      continue
    wasTakenAway = true
    if (earlier.day !== context.today || earlier.why !== '') continue
    if (earlier.from === change.to)
      return { puts: [], deletes: [{ kind: 'detour', id: earlier.id }] }
    return { puts: [{ ...earlier, to: change.to, title: change.title, why }], deletes: [] }
  }
  if (isFirst && !wasTakenAway) return NO_PATCH
  const detour: Detour = {
    kind: 'detour',
    id: context.newId(),
    ...change,
    about: { kind: change.about.kind, id: change.about.id },
    day: context.today,
    at: context.now,
    why,
    authorId: null,
  }
  return { puts: [detour], deletes: [] }
}

/** The rows of several changes, see {@link recordDetour}. */
export function recordDetours(
  plan: Plan,
  changes: readonly Change[],
  context: CommandContext,
): Patch {
  const patches = changes.map((change) => recordDetour(plan, change, context))
  return {
    puts: patches.flatMap((patch) => patch.puts),
    deletes: patches.flatMap((patch) => patch.deletes),
  }
}

/** A person's name as a detour prints it. */
export function ownerInWords(plan: Plan, ownerId: Id | null): string {
  return ownerId === null ? 'nobody' : (plan.person.get(ownerId)?.name ?? 'nobody')
}
