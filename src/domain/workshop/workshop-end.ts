import type { Id } from '../plan/field.ts'
import type { Operation } from '../plan/operation.ts'

/** The step of a plan's past after which a finished workshop never changed again. */
export type WorkshopEnd = {
  readonly at: number
  /** False where the past begins later: the workshop came into this plan finished. */
  readonly isEnd: boolean
}

/**
 * Where in a plan's past a workshop was finished for the last time. `steps` are in order and end at the
 * plan's head; null where none of them tells.
 */
export function workshopEnd(
  workshopId: Id,
  steps: readonly Pick<Operation, 'inverse'>[],
): WorkshopEnd | null {
  let cameIn: number | null = null
  for (const [at, { inverse }] of [...steps.entries()].reverse()) {
    const before = inverse.puts.find(
      (thing) => thing.kind === 'workshop' && thing.id === workshopId,
    )
    if (before?.kind === 'workshop') {
      // A step that took it away finished does not end the search: it came back.
      if (before.state !== 'finished') return { at, isEnd: true }
    } else if (inverse.deletes.some(({ kind, id }) => kind === 'workshop' && id === workshopId))
      cameIn = at
  }
  return cameIn === null ? null : { at: cameIn, isEnd: false }
}
