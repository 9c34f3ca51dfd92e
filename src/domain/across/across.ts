import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import type { PlanSettings } from '../plan/plan-meta.ts'
import type { Review } from '../retrospective/review.ts'
import { reviewOf } from '../retrospective/review.ts'
import { causeNow } from '../retrospective/root-cause.ts'
import type { Belief, CalibrationRow } from './calibration.ts'
import { beliefVerdict, calibrationOf } from './calibration.ts'

/** The figures of one cycle beside those of the others. */
export type AcrossCycle = {
  readonly id: Id
  readonly name: string
  readonly startOn: Day
  readonly endOn: Day
  readonly state: Cycle['state']
  /** Judged: closed, or its last day is over. Only such a cycle has a score here. */
  readonly isJudged: boolean
  /** Mean of the objectives' scores, 0–1; null while the cycle is not judged or nothing counts. */
  readonly score: number | null
  readonly verdict: Review['verdict']
  readonly objectives: number
  readonly keyResults: number
  readonly reached: number
  /** Check-ins made and due up to today; `share` is null while none was due. */
  readonly checkIns: { readonly done: number; readonly due: number; readonly share: number | null }
  /** Mean of the first confidences, 0–1; null when nobody said one. */
  readonly confidence: number | null
  readonly belief: ReturnType<typeof beliefVerdict>
  readonly detours: number
  readonly detoursByChange: Readonly<Record<Detour['change'], number>>
  /** Detours of which somebody said why. */
  readonly detoursExplained: number
}

/** A root cause over all cycles; recurring when more than one cycle names it. */
export type AcrossCause = {
  readonly cause: string
  readonly count: number
  /** How often in each cycle, in the order of `Across.cycles`. */
  readonly byCycle: readonly number[]
  readonly isRecurring: boolean
}

/** Everything that cycles say side by side; days and full precision, no rounding. */
export type Across = {
  /** By first day. */
  readonly cycles: readonly AcrossCycle[]
  /** The most frequent first. */
  readonly rootCauses: readonly AcrossCause[]
  /** Key results of judged cycles with a first confidence and a score. */
  readonly beliefs: readonly Belief[]
  readonly calibration: readonly CalibrationRow[]
  /** Mean of the judged cycles' scores, 0–1. */
  readonly meanScore: number | null
}

/** The cycles of a plan side by side on `today`. Cycles that have not begun are left out. */
export function acrossOf(plan: Plan, index: PlanIndex, today: Day): Across {
  const reviews = index.cycles
    .filter((cycle) => cycle.startOn <= today || cycle.state === 'closed')
    .flatMap((cycle) => reviewOf(plan, index, cycle.id, today) ?? [])
  const cycles = reviews.map((review) => figuresOf(review, today))
  const beliefs = beliefsOf(reviews, today)
  const scores = cycles.flatMap(({ score }) => (score === null ? [] : [score]))
  return {
    cycles,
    rootCauses: causesOf(reviews, plan.meta.settings),
    beliefs,
    calibration: calibrationOf(beliefs),
    meanScore: scores.length === 0 ? null : scores.reduce((sum, s) => sum + s, 0) / scores.length,
  }
}

/** What was believed and what came of it in the cycles that are over; the ground of every calibration. */
export function beliefsOf(reviews: readonly Review[], today: Day): readonly Belief[] {
  return reviews
    .filter(({ cycle }) => isJudged(cycle, today))
    .flatMap(({ cycle, objectives }) =>
      objectives.flatMap(({ keyResults }) =>
        keyResults.flatMap(({ keyResult, firstConfidence, score }) =>
          firstConfidence === null || score === null
            ? []
            : [
                {
                  keyResultId: keyResult.id,
                  cycleId: cycle.id,
                  title: keyResult.title,
                  confidence: firstConfidence,
                  score,
                },
              ],
        ),
      ),
    )
}

/** Whether a cycle's scores can be compared: it is closed or over. */
export function isJudged(cycle: Pick<Cycle, 'state' | 'endOn'>, today: Day): boolean {
  return cycle.state === 'closed' || cycle.endOn < today
}

function figuresOf(review: Review, today: Day): AcrossCycle {
  const { cycle, habit, detours } = review
  const judged = isJudged(cycle, today)
  const confidences = review.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ keyResult, firstConfidence }) =>
      keyResult.state === 'active' && firstConfidence !== null ? [firstConfidence] : [],
    ),
  )
  const belief = beliefVerdict(confidences)
  const detoursByChange = { target: 0, dueOn: 0, owner: 0, serves: 0, dropped: 0 }
  for (const { change } of detours) detoursByChange[change] += 1
  return {
    id: cycle.id,
    name: cycle.name,
    startOn: cycle.startOn,
    endOn: cycle.endOn,
    state: cycle.state,
    isJudged: judged,
    score: judged ? review.mean : null,
    verdict: judged ? review.verdict : null,
    objectives: review.objectives.length,
    keyResults: review.keyResults,
    reached: review.reached,
    checkIns: { ...habit, share: habit.due === 0 ? null : habit.done / habit.due },
    confidence: belief?.mean ?? null,
    belief,
    detours: detours.length,
    detoursByChange,
    detoursExplained: detours.filter(({ why }) => why.trim() !== '').length,
  }
}

function causesOf(reviews: readonly Review[], settings: PlanSettings): readonly AcrossCause[] {
  const counts = new Map<string, number[]>()
  reviews.forEach(({ objectives }, at) => {
    for (const { keyResults } of objectives)
      for (const { rootCause } of keyResults) {
        const cause = causeNow(settings, rootCause)
        if (cause === '') continue
        const row = counts.get(cause) ?? reviews.map(() => 0)
        row[at] = (row[at] ?? 0) + 1
        counts.set(cause, row)
      }
  })
  return [...counts]
    .map(([cause, byCycle]) => ({
      cause,
      count: byCycle.reduce((sum, n) => sum + n, 0),
      byCycle,
      isRecurring: byCycle.filter((n) => n > 0).length > 1,
    }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1))
}
