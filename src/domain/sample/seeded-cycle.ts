import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Metric } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'

/** A key result of the seeded year, as the story tells it. */
export type SeededKeyResult = {
  /** The name by which carried ones and other rows mean it; the same in every cycle. */
  readonly key: string
  readonly title: string
  /** Steps of a milestone by title; done ones are `stepsDone`. */
  readonly metric: Exclude<Metric, { type: 'milestone' }> | readonly string[]
  readonly stepsDone?: number
  /** The last value; null for a milestone. */
  readonly final: number | null
  readonly weight?: number
  /** First and last confidence. */
  readonly confidence: readonly [number, number]
  /** Weeks without a check-in, of 1–13; never the last one that counts. */
  readonly missed?: readonly number[]
  /** The week in which a baseline was found; nothing is checked in after it. */
  readonly foundInWeek?: number
  /** Weeks in which a band was left. */
  readonly outOfBand?: readonly number[]
  /** The owner's score where it differs from the proposed one. */
  readonly score?: readonly [number, string]
  readonly rootCause?: string
  readonly verdict?: readonly ['keep' | 'change' | 'stop', string]
  /** The cycle (1–4) of the key result with the same key that it continues. */
  readonly carriedFrom?: number
}

/** An objective of the seeded year. */
export type SeededObjective = {
  readonly team: number
  readonly title: string
  readonly type: Objective['type']
  readonly keyResults: readonly SeededKeyResult[]
  /** A score over the weighted mean. */
  readonly score?: readonly [number, string]
}

/** A quarter of the seeded year. */
export type SeededCycle = {
  readonly name: string
  readonly startOn: string
  readonly endOn: string
  readonly objectives: readonly SeededObjective[]
  readonly initiatives: readonly {
    readonly title: string
    readonly serves: string
    readonly state: Initiative['state']
  }[]
  readonly detours: readonly {
    readonly on: string
    readonly about: string
    readonly change: Detour['change']
    readonly from: string
    readonly to: string
    readonly why: string
  }[]
  readonly journal: readonly {
    readonly type: JournalEntry['type']
    readonly on: string
    readonly about: string
    readonly text: string
  }[]
  /** Answers to the four questions of the plan and the actions; null where no retrospective was held yet. */
  readonly retrospective: {
    readonly answers: readonly [string, string, string, string]
    readonly actions: readonly { readonly text: string; readonly done: boolean }[]
    readonly story: string
  } | null
}
