import type { Day } from '../calendar/day.ts'
import { addDays, daysBetween, maxDay, minDay } from '../calendar/day.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { normalisedShares } from '../initiative/shares.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { baselineOf, targetOf } from '../key-result/metric.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import type { Cycle } from './cycle.ts'

/** What carrying things over needs to know: fresh ids by old ids, and both cycles. */
export type CarryOver = {
  readonly from: Pick<Cycle, 'id' | 'startOn' | 'endOn'>
  readonly to: Pick<Cycle, 'id' | 'startOn' | 'endOn'>
  /** The new id of everything that is carried over. */
  readonly idOf: ReadonlyMap<Id, Id>
  readonly newId: () => Id
}

/** A day of the old cycle at the same distance from the new one's start, kept within the new cycle. */
export function carriedDay(day: Day, { from, to }: Pick<CarryOver, 'from' | 'to'>): Day {
  const moved = addDays(to.startOn, daysBetween(from.startOn, day))
  return maxDay(to.startOn, minDay(to.endOn, day === from.endOn ? to.endOn : moved))
}

/**
 * The metric of a carried key result. The last value is the new baseline and an absolute target stays
 * where it was while there is way to go; a target that was reached is asked for anew. Steps that were
 * done stay behind.
 */
export function carriedMetric(metric: Metric, last: number | null, newId: () => Id): Metric {
  switch (metric.type) {
    case 'increase':
    case 'decrease':
    case 'relative': {
      const target = targetOf(metric)
      const before = baselineOf(metric)
      const { unit } = metric
      if (last === null) return metric
      const isUp = target !== null && before !== null ? target > before : metric.type !== 'decrease'
      const isAhead = target !== null && (isUp ? last < target : last > target)
      return {
        type: isUp ? 'increase' : 'decrease',
        unit,
        baseline: last,
        target: isAhead ? target : null,
      }
    }
    case 'milestone': {
      const open = metric.steps.filter(({ doneOn }) => doneOn === null)
      return { type: 'milestone', steps: open.map((step) => ({ ...step, id: newId() })) }
    }
    case 'find-baseline':
      return last === null
        ? metric
        : { type: 'increase', unit: metric.unit, baseline: last, target: null }
    case 'band':
    case 'done':
    case 'unmeasured':
      return metric
  }
}

/** An objective in its next cycle: a draft with its lineage. Its parent comes along or is in a longer cycle. */
export function carriedObjective(
  objective: Objective,
  parent: Objective['parent'],
  { to, idOf, newId }: CarryOver,
): Objective {
  return {
    ...objective,
    id: idOf.get(objective.id) ?? newId(),
    cycleId: to.id,
    parent,
    state: 'draft',
    stateReason: '',
    carriedFrom: objective.id,
  }
}

/** A key result in its next cycle: no check-ins, the last value as its baseline, no override. */
export function carriedKeyResult(
  keyResult: KeyResult,
  last: number | null,
  carryOver: CarryOver,
): KeyResult {
  const { idOf, newId } = carryOver
  return {
    ...keyResult,
    id: idOf.get(keyResult.id) ?? newId(),
    objectiveId: idOf.get(keyResult.objectiveId) ?? keyResult.objectiveId,
    metric: carriedMetric(keyResult.metric, last, newId),
    dueOn: carriedDay(keyResult.dueOn, carryOver),
    planLine: keyResult.planLine.type === 'steps' ? { type: 'even' } : keyResult.planLine,
    state: 'active',
    stateReason: '',
    statusOverride: null,
    carriedFrom: keyResult.id,
  }
}

/**
 * An initiative in its next cycle: planned again, tasks that were done stay behind. It serves the key
 * results that came along and stands in the Garage when none did.
 */
export function carriedInitiative(initiative: Initiative, carryOver: CarryOver): Initiative {
  const { to, idOf, newId } = carryOver
  const { startOn, dueOn } = initiative
  const serves = initiative.serves.flatMap(({ keyResultId, share }) => {
    const next = idOf.get(keyResultId)
    return next === undefined ? [] : [{ keyResultId: next, share }]
  })
  const start = startOn === null ? null : carriedDay(startOn, carryOver)
  const due = dueOn === null ? null : carriedDay(dueOn, carryOver)
  return {
    ...initiative,
    id: idOf.get(initiative.id) ?? newId(),
    cycleId: to.id,
    startOn: start,
    dueOn: due !== null && start !== null ? maxDay(start, due) : due,
    state: initiative.state === 'idea' ? 'idea' : 'planned',
    stateReason: '',
    doneOn: null,
    tasks: initiative.tasks
      .filter(({ done }) => !done)
      .map((task) => ({
        ...task,
        id: newId(),
        dueOn: task.dueOn === null ? null : carriedDay(task.dueOn, carryOver),
      })),
    typedProgress: null,
    serves: serves.length === initiative.serves.length ? serves : normalisedShares(serves),
    dependsOn: initiative.dependsOn.flatMap((id) => idOf.get(id) ?? []),
    blocker: null,
    cardId: null,
    carriedFrom: initiative.id,
  }
}
