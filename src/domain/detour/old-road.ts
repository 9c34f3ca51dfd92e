import type { Day } from '../calendar/day.ts'
import { dayFromNumber, isDay } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Detour } from './detour.ts'

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

const WRITTEN = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** The day behind `Nov 27, 2026`, as a detour prints it; null when it is none. */
export function dayFromWords(words: string): Day | null {
  const match = WRITTEN.exec(words)
  const month = match ? MONTHS.indexOf(match[1] ?? '?') : -1
  if (!match || month < 0 || month % 3 !== 0) return null
  const ms = Date.UTC(Number(match[3]), month / 3, Number(match[2]))
  const day = Number.isFinite(ms) ? dayFromNumber(ms / 86_400_000) : ''
  return isDay(day) && Number(day.slice(8)) === Number(match[2]) ? day : null
}

/**
 * How the road of an objective ran before its detours: every checkpoint on the due day from before its
 * first change, and those that were taken off it. Null when no detour changed where the road runs.
 */
export function oldRoad(plan: Plan, detours: readonly Detour[], objectiveId: Id): OldRoad | null {
  const old = new Map<Id, OldCheckpoint>()
  for (const keyResult of plan.keyResult.values())
    if (keyResult.objectiveId === objectiveId && keyResult.state === 'active')
      old.set(keyResult.id, {
        keyResultId: keyResult.id,
        title: keyResult.title,
        dueOn: keyResult.dueOn,
        isGone: false,
      })
  let until: Day | null = null
  // The newest first, so that the oldest has the last word.
  const newestFirst = [...detours].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  for (const detour of newestFirst) {
    const { kind, id } = detour.about
    if (kind !== 'keyResult') continue
    const now = plan.keyResult.get(id)
    const known = old.get(id)
    if (detour.change === 'dueOn' && known) {
      const dueOn = dayFromWords(detour.from)
      if (dueOn === null) continue
      old.set(id, { ...known, dueOn })
      until = detour.day
    }
    if (detour.change === 'dropped' && now?.objectiveId === objectiveId) {
      const wasOn = detour.from === 'on the plan'
      if (wasOn)
        old.set(
          id,
          known ?? { keyResultId: id, title: detour.title, dueOn: now.dueOn, isGone: true },
        )
      else if (known) old.delete(id)
      until = detour.day
    }
  }
  if (until === null || old.size === 0) return null
  return {
    checkpoints: [...old.values()].sort((a, b) =>
      a.dueOn === b.dueOn ? (a.keyResultId < b.keyResultId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
    ),
    until,
  }
}
