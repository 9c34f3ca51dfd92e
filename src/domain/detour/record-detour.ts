import type { Moment } from '../calendar/day.ts'
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

const after = (moment: Moment): Moment => new Date(Date.parse(moment) + 1).toISOString()

/**
 * Now, or just after the last detour of the day where the clock stood still or was set back: their order is
 * that of the steps. A moment of another date, of a clock that went wrong, is not followed.
 */
function momentOf(plan: Plan, cycleId: Id, { now, today }: CommandContext): Moment {
  const isToday = ({ day, at }: Detour) => day === today && at.slice(0, 10) === now.slice(0, 10)
  let at = now
  for (const other of plan.detour.values())
    if (other.cycleId === cycleId && other.at >= at && isToday(other)) at = after(other.at)
  return at
}

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
  const at = momentOf(plan, change.cycleId, context)
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
    return { puts: [{ ...earlier, at, to: change.to, title: change.title, why }], deletes: [] }
  }
  if (isFirst && !wasTakenAway) return NO_PATCH
  const detour: Detour = {
    kind: 'detour',
    id: context.newId(),
    ...change,
    about: { kind: change.about.kind, id: change.about.id },
    day: context.today,
    at,
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
  let { now } = context
  const patches = changes.map((change) => {
    const patch = recordDetour(plan, change, { ...context, now })
    for (const thing of patch.puts) if (thing.kind === 'detour') now = after(thing.at)
    return patch
  })
  return {
    puts: patches.flatMap((patch) => patch.puts),
    deletes: patches.flatMap((patch) => patch.deletes),
  }
}

/** A person's name as a detour prints it. */
export function ownerInWords(plan: Plan, ownerId: Id | null): string {
  return ownerId === null ? 'nobody' : (plan.person.get(ownerId)?.name ?? 'nobody')
}
