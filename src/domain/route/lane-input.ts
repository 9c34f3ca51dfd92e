import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'

/** A key result as the road needs it. Figures come in computed: the geometry knows no rules of progress. */
export type CheckpointInput = {
  readonly id: Id
  readonly dueOn: Day
  /** Title and measure as the label shows them: "CSAT" and "78 → 84 %". */
  readonly title: string
  readonly measure: string
  /** Width of both in pixels where the surroundings can measure; estimated otherwise. */
  readonly textWidth?: number
}

/** An initiative as the road needs it. */
export type BarInput = {
  readonly id: Id
  readonly title: string
  readonly startOn: Day | null
  readonly dueOn: Day | null
  /** Key results of this lane that it serves. */
  readonly serves: readonly Id[]
}

/** Everything that the drawing of one lane depends on, sorted: checkpoints by due day, bars by order. */
export type LaneInput = {
  readonly objectiveId: Id
  readonly checkpoints: readonly CheckpointInput[]
  readonly bars: readonly BarInput[]
  /** Share of the way done and expected by today (0–1); null where there is none to show. */
  readonly progress: number | null
  readonly expected: number | null
}
