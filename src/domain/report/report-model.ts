import type { Day } from '../calendar/day.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { StepsTicked } from '../check-in/value-origin.ts'
import type { PastCadence } from '../check-in/rhythm.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult, Metric, Status } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import type { PlanSettings } from '../plan/plan-meta.ts'
import type { Hue } from '../people/person.ts'
import type { CycleReportKind } from './options.ts'

/**
 * Everything that a report says, as plain data: numbers with full precision, days, and the sentences of
 * the rules. No layout and no rounding; `compose-report.ts` gives each its printed form.
 */
export type ReportModel = {
  readonly kind: CycleReportKind
  /** Names of the people whose things alone are listed; empty is everybody. Figures are always of the whole cycle. */
  readonly only: readonly string[]
  readonly planName: string
  readonly direction: string
  readonly cycle: {
    readonly id: Id
    readonly name: string
    readonly startOn: Day
    readonly endOn: Day
    readonly state: Cycle['state']
  }
  readonly today: Day
  /** The day of the newest check-in that counts; null before the first. */
  readonly dataOn: Day | null
  readonly head: ReportHead
  readonly objectives: readonly ReportObjective[]
  /** Initiatives that serve no key result. */
  readonly garage: readonly ReportInitiative[]
  readonly attention: ReportAttention
  readonly detours: readonly ReportDetour[]
  readonly wins: readonly ReportEntry[]
  readonly lessons: readonly ReportEntry[]
  readonly notDoing: readonly string[]
  readonly leftAtTheKerb: readonly { readonly title: string; readonly reason: string }[]
  readonly overbookedReason: string
  readonly overrides: readonly ReportOverride[]
  readonly dismissedChecks: readonly {
    readonly check: string
    readonly about: string
    readonly reason: string
  }[]
  /** The cadence of the day of the report, or of the last one of a cycle that is over. */
  readonly cadence: PlanSettings['cadence']
  /** What it was earlier in the cycle. */
  readonly pastCadences: readonly PastCadence[]
  readonly thresholds: PlanSettings['thresholds']
  readonly currency: string
}

export type ReportHead = {
  /** Mean of the objectives that have a progress, 0–1; null when none has. */
  readonly progress: number | null
  readonly progressOf: number
  /** Mean of the final scores of the objectives once somebody has judged; null before. */
  readonly score: number | null
  /** Objectives that were not dropped. */
  readonly objectives: number
  readonly reached: number
  readonly keyResults: number
  readonly initiatives: number
  readonly initiativesDone: number
  readonly initiativesDropped: number
  readonly initiativesInGarage: number
  readonly checkInsDone: number
  readonly checkInsDue: number
  readonly notStarted: number
  readonly unmeasured: number
  /** Effort of all initiatives that were not dropped, in person-days. */
  readonly effortDays: number
}

export type ReportObjective = {
  readonly id: Id
  readonly number: string
  readonly title: string
  readonly why: string
  readonly owner: string | null
  readonly type: Objective['type']
  readonly theme: string | null
  /** Title of what it contributes to. */
  readonly contributesTo: string | null
  /** Numbers of this cycle's objectives that contribute to it or to one of its key results. */
  readonly supportedBy: readonly string[]
  readonly contribution: string
  readonly state: Objective['state']
  readonly stateReason: string
  readonly hue: Hue
  readonly progress: number | null
  readonly expected: number | null
  readonly gap: number | null
  readonly status: Status
  /** The key result that decides the status; null when there is none. */
  readonly weakest: string | null
  readonly notStarted: number
  /** How the progress was computed and which key result decides, in sentences. */
  readonly reasons: readonly string[]
  readonly score: number | null
  readonly scoreReason: string
  readonly keyResults: readonly ReportKeyResult[]
  readonly initiatives: readonly ReportInitiative[]
}

export type ReportKeyResult = {
  readonly id: Id
  readonly number: string
  readonly title: string
  readonly owner: string | null
  readonly metric: Metric
  readonly dueOn: Day
  readonly weight: number
  readonly indicator: KeyResult['indicator']
  readonly guardrail: boolean
  readonly state: KeyResult['state']
  readonly stateReason: string
  readonly wouldDo: string
  readonly source: string
  readonly link: string
  readonly note: string
  readonly measured: 'measured' | 'not-started' | 'unmeasured'
  readonly current: number | null
  /** Who said the last value and when, or that it was computed; null before the first. */
  readonly valueFrom: {
    readonly on: Day
    readonly author: string | null
    readonly origin: CheckIn['origin']
    /** Ticked steps that no check-in speaks of: nobody can be named. */
    readonly isTickedInPlan: boolean
    /** The steps that it was computed from. */
    readonly steps: StepsTicked | null
  } | null
  readonly planLine: KeyResult['planLine']
  /** Of a band: check-ins inside, of those due. */
  readonly band: { readonly hits: number; readonly of: number } | null
  readonly stepsDone: number | null
  readonly inBand: boolean | null
  readonly raw: number | null
  readonly counted: number
  readonly expected: number | null
  readonly gap: number | null
  readonly confidenceFrom: number | null
  readonly confidenceTo: number | null
  readonly checkInsDone: number
  readonly checkInsDue: number
  readonly status: Status
  /** Why the status is what it is, in sentences; the pace rule among them. */
  readonly reasons: readonly string[]
  readonly score: number | null
  readonly proposedScore: number | null
  readonly scoreReason: string
}

export type ReportInitiative = {
  readonly id: Id
  readonly title: string
  readonly owner: string | null
  readonly contributors: readonly string[]
  readonly state: Initiative['state']
  readonly stateReason: string
  readonly blocker: string | null
  readonly startOn: Day | null
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  /** Share done, 0–1. It never moves a key result. */
  readonly done: number
  readonly tasksDone: number
  readonly tasks: number
  /** Days past its due day; null when it is not late. */
  readonly lateDays: number | null
  readonly isFlat: boolean
  readonly serves: readonly { readonly number: string; readonly share: number }[]
  readonly effortDays: number | null
  readonly money: number | null
  readonly externalKey: string
  readonly link: string
}

export type ReportAttention = {
  readonly late: readonly ReportInitiative[]
  readonly blocked: readonly ReportInitiative[]
  readonly flat: readonly ReportInitiative[]
  readonly unmeasured: readonly { readonly number: string; readonly title: string }[]
  readonly notStarted: readonly { readonly number: string; readonly title: string }[]
  readonly withoutInitiative: readonly { readonly number: string; readonly title: string }[]
}

export type ReportDetour = {
  readonly day: Day
  readonly title: string
  readonly change: Detour['change']
  readonly from: string
  readonly to: string
  readonly why: string
}

export type ReportEntry = {
  readonly day: Day
  readonly text: string
  readonly author: string | null
}

export type ReportOverride = {
  readonly number: string
  readonly title: string
  readonly status: Status
  readonly reason: string
  readonly author: string | null
  readonly setOn: Day
  readonly untilOn: Day
}
