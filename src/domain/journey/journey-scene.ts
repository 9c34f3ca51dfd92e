import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { formatMetric } from '../key-result/value-format.ts'
import type { Objective } from '../objective/objective.ts'
import type { Hue } from '../people/person.ts'
import type { Id } from '../plan/field.ts'

/** What the winding road of one objective shows, before any geometry. */
export type JourneyScene = {
  readonly title: string
  readonly hue: Hue
  /** Part of the road that is driven, 0–1; null where nothing is measured (a plan before its start). */
  readonly progress: number | null
  /** Words under the start and under the flag, e.g. `Today: CSAT 78 %`; '' for none. */
  readonly startWords: string
  readonly finishWords: string
  /** In the order of the road. */
  readonly checkpoints: readonly JourneyCheckpoint[]
  readonly initiatives: readonly JourneyInitiative[]
}

export type JourneyCheckpoint = {
  readonly id: Id
  /** What stands in its disc: `1`, `2.3`. */
  readonly number: string
  readonly title: string
  /** What it wants: `14 → 5 min`; '' when that is not said. */
  readonly target: string
  readonly isReached: boolean
}

export type JourneyInitiative = {
  readonly id: Id
  readonly title: string
  /** The checkpoint at whose leg it stands. */
  readonly checkpointId: Id
  /** Initials of its owner; '' for nobody. */
  readonly initials: string
  readonly state: Initiative['state']
}

/**
 * The scene of an objective from the plan's own things: key results in their given order (dropped ones
 * left out), each initiative at the leg of its largest share; those that serve none of them are left out.
 */
export function journeySceneOf(
  objective: Pick<Objective, 'title' | 'hue'>,
  keyResults: readonly KeyResult[],
  initiatives: readonly Initiative[],
  words: {
    readonly initialsOf?: (ownerId: Id | null) => string
    readonly isReached?: (keyResult: KeyResult) => boolean
    readonly progress?: number | null
    readonly startWords?: string
    readonly finishWords?: string
  } = {},
): JourneyScene {
  const stops = keyResults.filter(({ state }) => state === 'active')
  const ids = new Set(stops.map(({ id }) => id))
  return {
    title: objective.title,
    hue: objective.hue,
    progress: words.progress ?? null,
    startWords: words.startWords ?? '',
    finishWords: words.finishWords ?? '',
    checkpoints: stops.map((keyResult, i) => ({
      id: keyResult.id,
      number: String(i + 1),
      title: keyResult.title,
      target: keyResult.metric.type === 'unmeasured' ? '' : formatMetric(keyResult.metric),
      isReached: words.isReached?.(keyResult) ?? false,
    })),
    initiatives: initiatives.flatMap((initiative): JourneyInitiative[] => {
      if (initiative.state === 'dropped') return []
      const served = initiative.serves.filter(({ keyResultId }) => ids.has(keyResultId))
      const largest = served.reduce<(typeof served)[number] | null>(
        (best, share) => (best === null || share.share > best.share ? share : best),
        null,
      )
      if (largest === null) return []
      return [
        {
          id: initiative.id,
          title: initiative.title,
          checkpointId: largest.keyResultId,
          initials: words.initialsOf?.(initiative.ownerId) ?? '',
          state: initiative.state,
        },
      ]
    }),
  }
}
