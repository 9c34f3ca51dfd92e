import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Detour } from './detour.ts'
import { dayFromWords, objectiveInWords, placeFromWords } from './old-place.ts'

/** A checkpoint where it stood before the first detour. */
export type OldCheckpoint = {
  readonly keyResultId: Id
  readonly title: string
  readonly dueOn: Day
  /** It was dropped, deleted or moved to another objective since. */
  readonly isGone: boolean
}

/** The road of an objective before its detours. */
export type OldRoad = {
  /** By due day, as the road once ran. */
  readonly checkpoints: readonly OldCheckpoint[]
  /** The day of the first detour that changed the road. */
  readonly until: Day
}

/** A key result on the way back in time: whose it was, when it was due, whether it was on the road. */
type Then = {
  readonly title: string
  /** The title of its objective as detours print it. */
  readonly objective: string
  readonly dueOn: Day
  readonly isOnRoad: boolean
}

/**
 * How the road of an objective ran before its detours: every checkpoint on the due day from before its
 * first change, and those that were dropped, deleted or moved away since. Objectives are told apart by the
 * title that the detour printed. Null when no detour changed where the road runs.
 */
export function oldRoad(plan: Plan, detours: readonly Detour[], objectiveId: Id): OldRoad | null {
  const own = objectiveInWords(plan, objectiveId)
  const then = new Map<Id, Then>()
  for (const { id, title, objectiveId: at, dueOn, state } of plan.keyResult.values())
    then.set(id, {
      title,
      // Another objective of the same title must not lend its checkpoints.
      objective: at === objectiveId ? own : otherThan(own, objectiveInWords(plan, at)),
      dueOn,
      isOnRoad: state === 'active',
    })
  let until: Day | null = null
  // The newest first, so that the oldest has the last word.
  const newestFirst = [...detours].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  for (const detour of newestFirst) {
    if (detour.about.kind !== 'keyResult') continue
    const after = then.get(detour.about.id)
    const before = placeBefore(detour, after)
    if (before === undefined) continue
    then.set(detour.about.id, before)
    if (before.objective === own || after?.objective === own) until = detour.day
  }
  const checkpoints = [...then].flatMap(([keyResultId, { title, objective, dueOn, isOnRoad }]) => {
    if (objective !== own || !isOnRoad) return []
    const now = plan.keyResult.get(keyResultId)
    const isGone = now?.objectiveId !== objectiveId || now.state !== 'active'
    return [{ keyResultId, title, dueOn, isGone }]
  })
  if (until === null || checkpoints.length === 0) return null
  return {
    checkpoints: checkpoints.sort((a, b) =>
      a.dueOn === b.dueOn ? (a.keyResultId < b.keyResultId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
    ),
    until,
  }
}

/** Where a key result stood before a detour; undefined when the detour did not change where the road runs. */
function placeBefore(detour: Detour, after: Then | undefined): Then | undefined {
  switch (detour.change) {
    case 'dueOn': {
      const dueOn = dayFromWords(detour.from)
      return after && dueOn !== null ? { ...after, dueOn } : undefined
    }
    case 'serves':
      return after && { ...after, objective: detour.from }
    case 'dropped': {
      const place = placeFromWords(detour.from)
      if (place) return { title: detour.title, ...place, isOnRoad: true }
      return after && { ...after, isOnRoad: detour.from === 'on the plan' }
    }
    case 'target':
    case 'owner':
      return undefined
  }
}

/** A title that is told apart from `own`. */
function otherThan(own: string, title: string): string {
  return title === own ? `${title}\u0000` : title
}
