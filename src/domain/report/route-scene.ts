import type { Day } from '../calendar/day.ts'
import type { Hue } from '../people/person.ts'

/** What the printed route shows, before any geometry. */
export type RouteScene = {
  readonly startOn: Day
  readonly endOn: Day
  /** The day of the report; null where the drawing shows no today (a plan before its start). */
  readonly today: Day | null
  readonly lanes: readonly SceneLane[]
}

export type SceneLane = {
  readonly number: string
  readonly title: string
  readonly hue: Hue
  /** Part of the road that is driven, 0–1; null where nothing is measured. */
  readonly progress: number | null
  /** Where the pace expects it today, 0–1; null where no pace is judged. */
  readonly expected: number | null
  readonly checkpoints: readonly SceneCheckpoint[]
}

export type SceneCheckpoint = {
  readonly number: string
  readonly title: string
  readonly dueOn: Day
  readonly reached: boolean
  readonly tone: 'good' | 'warn' | 'bad' | 'muted'
  /** Its state in words: `reached`, `47 %, behind`. */
  readonly words: string
}
