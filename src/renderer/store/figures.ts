import type { Day } from '#domain/calendar/day.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { isDoneButFlat } from '#domain/initiative/flat.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import {
  initiativeProgress,
  isLate,
  isStartLate,
  lateDays,
} from '#domain/initiative/initiative-progress.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { RuleContext } from '#domain/key-result/rule-context.ts'
import { rulesOf } from '#domain/key-result/rule-context.ts'
import type { KeyResultStatus } from '#domain/key-result/status.ts'
import { statusOf } from '#domain/key-result/status.ts'
import type { Objective } from '#domain/objective/objective.ts'
import type { RolledKeyResult, RollUp } from '#domain/objective/roll-up.ts'
import { rollUp } from '#domain/objective/roll-up.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import { listAt } from '#domain/plan/plan-index.ts'

/** What figures are computed from. */
export type FigureSources = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly today: Day
}

/** How an initiative stands: its share of work done, and what to say about it. */
export type InitiativeFigures = ReturnType<typeof initiativeProgress> & {
  readonly isLate: boolean
  readonly lateDays: number
  readonly isStartLate: boolean
  /** "Work done, number flat": key results that it served and that have not moved. */
  readonly flatKeyResultIds: readonly Id[]
}

type Rules = Pick<RuleContext, 'settings' | 'pastCadences'>

/**
 * Remembers the last answer for each thing. `inputs` are compared by identity: after an edit only what the
 * edit touched is computed again, and everything else keeps its identity, so that one lane renders anew.
 */
function remembered<Thing extends object, Answer>() {
  const answers = new WeakMap<Thing, { inputs: readonly unknown[]; answer: Answer }>()
  return (thing: Thing, inputs: readonly unknown[], compute: () => Answer): Answer => {
    const known = answers.get(thing)
    if (known && isSame(known.inputs, inputs)) return known.answer
    const answer = compute()
    answers.set(thing, { inputs, answer })
    return answer
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}

const ofKeyResults = remembered<KeyResult, KeyResultStatus>()
const ofObjectives = remembered<Objective, RollUp>()
const ofInitiatives = remembered<Initiative, InitiativeFigures>()

/** Progress, pace, confidence and status of a key result; null when its objective or cycle is missing. */
export function keyResultFigures(
  { plan, index, today }: FigureSources,
  keyResult: KeyResult,
): KeyResultStatus | null {
  const objective = plan.objective.get(keyResult.objectiveId)
  const cycle = objective && plan.cycle.get(objective.cycleId)
  if (!cycle) return null
  return figuresWithin(cycle, rulesOf(plan), today, keyResult, checkInsOf(index, keyResult.id))
}

/** The roll-up of an objective; null when its cycle is missing. */
export function objectiveFigures(
  { plan, index, today }: FigureSources,
  objective: Objective,
): RollUp | null {
  const cycle = plan.cycle.get(objective.cycleId)
  if (!cycle) return null
  const rules = rulesOf(plan)
  const keyResults = listAt(index.keyResultsByObjective, objective.id)
  const figures = keyResults.map((keyResult) =>
    figuresWithin(cycle, rules, today, keyResult, checkInsOf(index, keyResult.id)),
  )
  return ofObjectives(objective, [keyResults, ...figures], () =>
    rollUp(
      keyResults.flatMap((keyResult, at): RolledKeyResult[] => {
        const own = figures[at]
        return own ? [{ keyResult, figures: own }] : []
      }),
    ),
  )
}

/** How an initiative stands today. */
export function initiativeFigures(
  { plan, index, today }: FigureSources,
  initiative: Initiative,
): InitiativeFigures {
  const served = initiative.serves.flatMap(({ keyResultId }) => {
    const keyResult = plan.keyResult.get(keyResultId)
    return keyResult ? [{ keyResult, checkIns: checkInsOf(index, keyResultId) }] : []
  })
  const inputs = [today, ...served.flatMap(({ keyResult, checkIns }) => [keyResult, checkIns])]
  return ofInitiatives(initiative, inputs, () => ({
    ...initiativeProgress(initiative),
    isLate: isLate(initiative, today),
    lateDays: lateDays(initiative, today),
    isStartLate: isStartLate(initiative, today),
    flatKeyResultIds: served.flatMap(({ keyResult, checkIns }) =>
      isDoneButFlat(initiative, keyResult, checkIns) ? [keyResult.id] : [],
    ),
  }))
}

function checkInsOf(index: PlanIndex, keyResultId: Id): readonly CheckIn[] {
  return listAt(index.checkInsByKeyResult, keyResultId)
}

function figuresWithin(
  cycle: Cycle,
  { settings: { cadence, thresholds }, pastCadences }: Rules,
  today: Day,
  keyResult: KeyResult,
  checkIns: readonly CheckIn[],
): KeyResultStatus {
  return ofKeyResults(keyResult, [checkIns, cycle, cadence, thresholds, pastCadences, today], () =>
    statusOf(keyResult, checkIns, {
      cycle,
      settings: { cadence, thresholds },
      pastCadences,
      today,
    }),
  )
}
