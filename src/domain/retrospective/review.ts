import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { rulesOf } from '../key-result/rule-context.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { statusOf } from '../key-result/status.ts'
import type { Objective } from '../objective/objective.ts'
import { isCounted } from '../objective/roll-up.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Habit } from './check-in-habit.ts'
import { habitOf } from './check-in-habit.ts'
import type { Retrospective } from './retrospective.ts'
import { cycleVerdict, meanScore, proposedScore, scoreBand, scoreTone } from './score.ts'

export type ScoreBand = ReturnType<typeof scoreBand>
export type ScoreTone = ReturnType<typeof scoreTone>

/** A key result at the end of its cycle: what the numbers propose and what its owner says. */
export type ReviewedKeyResult = {
  readonly keyResult: KeyResult
  readonly figures: KeyResultStatus
  /** Active, no guardrail, weight above 0: its score moves the objective's. */
  readonly isCounted: boolean
  /** The last value in the metric's unit; null where there is none. */
  readonly finalValue: number | null
  /** Counted progress with one decimal; 0 without a check-in, null when nobody said how it is measured. */
  readonly proposed: number | null
  /** The owner's score; null while the owner has said none. */
  readonly final: number | null
  /** The score that holds: the owner's, else the proposed one; null for what was dropped. */
  readonly score: number | null
  readonly reason: string
  readonly rootCause: string
  readonly band: ScoreBand | null
  /** Graded by the line of its objective: committed or aspirational. */
  readonly tone: ScoreTone | null
  /** True when the score is not good by its own line; such a key result is asked for a root cause. */
  readonly isMissed: boolean
  /** All of the way, by the numbers. */
  readonly isReached: boolean
  /** First and last confidence that was said (0–10); null when nobody said one. */
  readonly firstConfidence: number | null
  readonly lastConfidence: number | null
  readonly habit: Habit
}

/** An objective at the end of its cycle. */
export type ReviewedObjective = {
  readonly objective: Objective
  readonly keyResults: readonly ReviewedKeyResult[]
  readonly initiatives: readonly Initiative[]
  /** Weighted mean of the scores that hold; null when nothing counts. */
  readonly mean: number | null
  /** The score that overrides the mean; null when there is none. */
  readonly final: number | null
  readonly score: number | null
  readonly reason: string
  readonly band: ScoreBand | null
  readonly tone: ScoreTone | null
}

/** A whole cycle at its end, as the review walk, the retrospective report and the comparison of cycles see it. */
export type Review = {
  readonly cycle: Cycle
  readonly retrospective: Retrospective | null
  /** The cycle's objectives that were not dropped, in their order. */
  readonly objectives: readonly ReviewedObjective[]
  readonly droppedObjectives: readonly Objective[]
  /** Mean of the objectives' scores; null when none has one. */
  readonly mean: number | null
  readonly verdict: ReturnType<typeof cycleVerdict> | null
  /** Key results still on the road, and those of them that went all of the way. */
  readonly keyResults: number
  readonly reached: number
  readonly habit: Habit
  readonly initiatives: number
  readonly initiativesDone: number
  readonly initiativesDropped: number
  readonly detours: readonly Detour[]
}

/**
 * The review of a cycle on `today`; null when the plan does not hold the cycle. In a closed cycle the
 * scores that were proposed at the closing stand; before that they follow the check-ins.
 */
export function reviewOf(plan: Plan, index: PlanIndex, cycleId: Id, today: Day): Review | null {
  const cycle = plan.cycle.get(cycleId)
  if (!cycle) return null
  const retrospective = retrospectiveOf(plan, cycleId)
  const all = listAt(index.objectivesByCycle, cycleId)
  const objectives = all
    .filter(({ state }) => state !== 'dropped')
    .map((objective) => reviewObjective(plan, index, cycle, retrospective, objective, today))
  const road = objectives.flatMap(({ keyResults }) =>
    keyResults.filter(({ keyResult }) => keyResult.state === 'active'),
  )
  const scores = objectives.flatMap(({ score }) => (score === null ? [] : [score]))
  const mean = scores.length === 0 ? null : scores.reduce((sum, s) => sum + s, 0) / scores.length
  const initiatives = listAt(index.initiativesByCycle, cycleId)
  return {
    cycle,
    retrospective,
    objectives,
    droppedObjectives: all.filter(({ state }) => state === 'dropped'),
    mean,
    verdict: mean === null ? null : cycleVerdict(mean),
    keyResults: road.length,
    reached: road.filter(({ isReached }) => isReached).length,
    habit: {
      done: road.reduce((sum, { habit }) => sum + habit.done, 0),
      due: road.reduce((sum, { habit }) => sum + habit.due, 0),
    },
    initiatives: initiatives.length,
    initiativesDone: initiatives.filter(({ state }) => state === 'done').length,
    initiativesDropped: initiatives.filter(({ state }) => state === 'dropped').length,
    detours: listAt(index.detoursByCycle, cycleId),
  }
}

/** The retrospective of a cycle; null while none was begun. After a merge of two, the first by id. */
export function retrospectiveOf(plan: Plan, cycleId: Id): Retrospective | null {
  let found: Retrospective | null = null
  for (const one of plan.retrospective.values())
    if (one.cycleId === cycleId && (found === null || one.id < found.id)) found = one
  return found
}

function reviewObjective(
  plan: Plan,
  index: PlanIndex,
  cycle: Cycle,
  retrospective: Retrospective | null,
  objective: Objective,
  today: Day,
): ReviewedObjective {
  const keyResults = listAt(index.keyResultsByObjective, objective.id).map((keyResult) =>
    reviewKeyResult(plan, index, cycle, retrospective, objective, keyResult, today),
  )
  const mean = meanScore(
    keyResults
      .filter((one) => one.isCounted)
      .map(({ score, keyResult }) => ({ score, weight: keyResult.weight })),
  )
  const judged = retrospective?.objectives.find((row) => row.objectiveId === objective.id)
  const final = judged?.score ?? null
  const score = final ?? mean
  return {
    objective,
    keyResults,
    initiatives: listAt(index.initiativesByObjective, objective.id),
    mean,
    final,
    score,
    reason: judged?.reason ?? '',
    band: score === null ? null : scoreBand(score),
    tone: score === null ? null : scoreTone(score, objective.type),
  }
}

function reviewKeyResult(
  plan: Plan,
  index: PlanIndex,
  cycle: Cycle,
  retrospective: Retrospective | null,
  objective: Objective,
  keyResult: KeyResult,
  today: Day,
): ReviewedKeyResult {
  const context = { cycle, ...rulesOf(plan), today }
  const checkIns = listAt(index.checkInsByKeyResult, keyResult.id).filter((c) => c.day <= today)
  const figures = statusOf(keyResult, checkIns, context)
  const row = retrospective?.keyResults.find((one) => one.keyResultId === keyResult.id)
  const isFrozen = cycle.state === 'closed' && row !== undefined
  const isOnRoad = keyResult.state === 'active'
  const live = liveProposal(figures)
  const proposed = !isOnRoad ? null : isFrozen ? row.proposedScore : live
  const final = isOnRoad ? (row?.finalScore ?? null) : null
  const score = final ?? proposed
  const tone = score === null ? null : scoreTone(score, objective.type)
  return {
    keyResult,
    figures,
    isCounted: isCounted(keyResult),
    finalValue: isFrozen ? row.finalValue : figures.progress.current,
    proposed,
    final,
    score,
    reason: row?.reason ?? '',
    rootCause: row?.rootCause ?? '',
    band: score === null ? null : scoreBand(score),
    tone,
    isMissed: tone !== null && tone !== 'good',
    isReached: figures.progress.state === 'measured' && figures.progress.counted >= 1,
    firstConfidence: checkIns.find((c) => c.confidence !== null)?.confidence ?? null,
    lastConfidence: figures.confidenceFrom?.confidence ?? null,
    habit: habitOf(keyResult, figures, checkIns, context),
  }
}

/** What the numbers propose today: no check-in counts 0, an unmeasured key result proposes nothing. */
export function liveProposal({ progress }: Pick<KeyResultStatus, 'progress'>): number | null {
  return progress.state === 'unmeasured' ? null : proposedScore(progress.counted)
}
