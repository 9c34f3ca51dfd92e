import type { Initiative } from '#domain/initiative/initiative.ts'
import type { KeyResult, Status } from '#domain/key-result/key-result.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { Person } from '#domain/people/person.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Crossing } from '#domain/route/crossing.ts'
import type { LaneInput } from '#domain/route/lane-input.ts'

/** A key result with its figures, ready to draw. */
export type CheckpointView = {
  readonly keyResult: KeyResult
  readonly measure: string
  /** Title and measure as the label over it shows them. */
  readonly label: { readonly title: string; readonly measure: string }
  /** Counted progress (0–1); null while nothing is measured. */
  readonly share: number | null
  readonly status: Status
  readonly isReached: boolean
}

/** An initiative with its figures, ready to draw. */
export type BarView = {
  readonly initiative: Initiative
  readonly owner: Person | null
  /** Share of the work that is done (0–1). */
  readonly share: number
  readonly isLate: boolean
  /** "Work done, number flat". */
  readonly isFlat: boolean
  /** How many key results of other objectives it serves as well. */
  readonly elsewhere: number
}

/** An objective with everything on its road. Keeps its identity until something in it changes. */
export type LaneView = {
  readonly objective: Objective
  readonly owner: Person | null
  readonly progress: number | null
  readonly status: Status
  readonly statusWords: string
  /** The same for a collapsed lane. */
  readonly statusShort: string
  /** 0–10; null before anybody said it. */
  readonly confidence: number | null
  readonly checkpoints: ReadonlyMap<Id, CheckpointView>
  readonly bars: ReadonlyMap<Id, BarView>
  /** From its bars to key results of other objectives. */
  readonly crossings: readonly Crossing[]
  readonly input: LaneInput
}
