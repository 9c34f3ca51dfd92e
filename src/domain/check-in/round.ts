import type { Day } from '../calendar/day.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { rulesOf } from '../key-result/rule-context.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { statusOf } from '../key-result/status.ts'
import type { Id } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { effectiveCheckIns } from './effective-check-ins.ts'
import type { CheckIn } from './check-in.ts'

/** Which key results a round goes through. */
export type RoundScope =
  | { readonly type: 'all' }
  /** Those that a person owns; one without an owner belongs to the owner of its objective. */
  | { readonly type: 'mine'; readonly personId: Id }
  /** Every key result of one objective, whether its check-in is due or not. */
  | { readonly type: 'objective'; readonly objectiveId: Id }

/** The figures of a key result on a day; null when its objective or cycle is missing. */
export function figuresOn(
  plan: Plan,
  index: PlanIndex,
  keyResult: KeyResult,
  today: Day,
): KeyResultStatus | null {
  const objective = plan.objective.get(keyResult.objectiveId)
  const cycle = objective && plan.cycle.get(objective.cycleId)
  if (!cycle) return null
  const checkIns = listAt(index.checkInsByKeyResult, keyResult.id)
  return statusOf(keyResult, checkIns, { cycle, ...rulesOf(plan), today })
}

/** Key results of a running cycle whose check-in is due, in the order of the route. */
export function dueKeyResults(
  plan: Plan,
  index: PlanIndex,
  cycleId: Id | null,
  today: Day,
): readonly KeyResult[] {
  const cycle = cycleId === null ? undefined : plan.cycle.get(cycleId)
  if (!cycle || cycle.state === 'closed' || today < cycle.startOn || today > cycle.endOn) return []
  return activeKeyResults(index, cycle.id).filter(
    (keyResult) => figuresOn(plan, index, keyResult, today)?.isCheckInDue,
  )
}

/** How many of some key results are later than the cadence and its days of grace. */
export function countOverdue(
  plan: Plan,
  index: PlanIndex,
  keyResults: readonly KeyResult[],
  today: Day,
): number {
  return keyResults.filter((keyResult) => figuresOn(plan, index, keyResult, today)?.isOverdue)
    .length
}

function activeKeyResults(index: PlanIndex, cycleId: Id): readonly KeyResult[] {
  return listAt(index.objectivesByCycle, cycleId)
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ id }) => listAt(index.keyResultsByObjective, id))
    .filter(({ state }) => state === 'active')
}

/** Who answers for a key result: its owner, else the owner of its objective. */
export function answersFor(plan: Plan, keyResult: KeyResult): Id | null {
  return keyResult.ownerId ?? plan.objective.get(keyResult.objectiveId)?.ownerId ?? null
}

/** The key results that a round goes through, in the order of the route. */
export function roundStops(
  plan: Plan,
  index: PlanIndex,
  cycleId: Id | null,
  scope: RoundScope,
  today: Day,
): readonly Id[] {
  if (scope.type === 'objective')
    return listAt(index.keyResultsByObjective, scope.objectiveId)
      .filter(({ state }) => state === 'active')
      .map(({ id }) => id)
  return dueKeyResults(plan, index, cycleId, today)
    .filter((keyResult) => scope.type === 'all' || answersFor(plan, keyResult) === scope.personId)
    .map(({ id }) => id)
}

/** A round that was begun, as far as going on with it needs. */
export type BegunRound = {
  readonly cycleId: Id
  readonly scope: RoundScope
  readonly stops: readonly Id[]
  readonly done: readonly Id[]
  /** Where it was left; null at its end. */
  readonly at: Id | null
  readonly startedOn: Day
}

/**
 * A round to go on with, on the same day or a later one: answers that still hold stay, what is due by now is
 * there too, and what is gone or was answered elsewhere drops out. Null when it is over, or when nothing of it
 * holds any more, so that a new one begins.
 */
export function resumedRound(
  plan: Plan,
  index: PlanIndex,
  left: BegunRound,
  today: Day,
): BegunRound | null {
  if (left.at === null || left.startedOn > today) return null
  const due = new Set(roundStops(plan, index, left.cycleId, left.scope, today))
  const done = left.done.filter((id) => {
    const keyResult = plan.keyResult.get(id)
    if (keyResult?.state !== 'active') return false
    const isAnswered = answerSince(index, id, left.startedOn) !== null
    return isAnswered && !figuresOn(plan, index, keyResult, today)?.isCheckInDue
  })
  if (done.length === 0 && left.startedOn !== today) return null
  const isIn = new Set([...done, ...due])
  const stops = activeKeyResults(index, left.cycleId)
    .map(({ id }) => id)
    .filter((id) => isIn.has(id))
  const open = stops.filter((id) => !done.includes(id))
  const [first] = open
  if (first === undefined) return null
  const at = stops.includes(left.at) ? left.at : first
  return { ...left, stops, done, at }
}

/** What an initiative did since the last check-in of its key result. */
export type WorkSince = {
  readonly initiative: Initiative
  readonly tasksDoneBefore: number
  readonly tasksDone: number
  /** It was finished after that day. */
  readonly isNewlyDone: boolean
}

/** The initiatives of a key result that are open or were finished after `since` (null: ever). */
export function workSince(
  index: PlanIndex,
  keyResultId: Id,
  since: Day | null,
): readonly WorkSince[] {
  const isNew = (day: Day | null) => day !== null && (since === null || day > since)
  return listAt(index.initiativesByKeyResult, keyResultId)
    .filter(({ state, doneOn }) => state !== 'dropped' && (state !== 'done' || isNew(doneOn)))
    .map((initiative) => ({
      initiative,
      tasksDoneBefore: initiative.tasks.filter((t) => t.done && !isNew(t.doneOn)).length,
      tasksDone: initiative.tasks.filter((t) => t.done).length,
      isNewlyDone: initiative.state === 'done',
    }))
}

/** The check-in that holds for a key result on a day: what a second answer of that day corrects. */
export function answerOn(index: PlanIndex, keyResultId: Id, day: Day): CheckIn | null {
  return listAt(index.checkInsByKeyResult, keyResultId).findLast((c) => c.day === day) ?? null
}

/** The last check-in of a key result on a day or later: the answer that a round begun then already has. */
export function answerSince(index: PlanIndex, keyResultId: Id, since: Day): CheckIn | null {
  return listAt(index.checkInsByKeyResult, keyResultId).findLast((c) => c.day >= since) ?? null
}

/** A check-in with what it replaced, oldest first; the last one holds. */
export type CorrectedCheckIn = { readonly holds: CheckIn; readonly replaced: readonly CheckIn[] }

/** The check-ins that hold, each with the originals that were corrected into it. */
export function withOriginals(all: readonly CheckIn[]): readonly CorrectedCheckIn[] {
  const byId = new Map(all.map((checkIn) => [checkIn.id, checkIn]))
  return effectiveCheckIns(all).map((holds) => {
    const replaced: CheckIn[] = []
    const seen = new Set([holds.id])
    for (let id = holds.corrects; id !== null && !seen.has(id);) {
      seen.add(id)
      const earlier = byId.get(id)
      if (!earlier) break
      replaced.unshift(earlier)
      id = earlier.corrects
    }
    return { holds, replaced }
  })
}
