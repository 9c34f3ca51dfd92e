import { formatDayWithYear } from '../calendar/day-format.ts'
import type { Change } from '../detour/record-detour.ts'
import { ownerInWords } from '../detour/record-detour.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import { shortTitle } from '../plan/title-quote.ts'
import type { KeyResult, Metric } from './key-result.ts'
import { formatMetric } from './value-format.ts'

/** The key results of an objective in no particular order. */
export function keyResultsOf(plan: Plan, objectiveId: Id): KeyResult[] {
  return [...plan.keyResult.values()].filter((k) => k.objectiveId === objectiveId)
}

/** The part of a metric that is its target: done steps and step titles are no change of plan. */
function targetPart(metric: Metric): string {
  return metric.type === 'milestone'
    ? canonicalJson(metric.steps.map(({ id, weight }) => ({ id, weight })))
    : canonicalJson(metric)
}

/** The changes between two states of a key result that are detours once its cycle runs. */
export function changesOf(plan: Plan, before: KeyResult, after: KeyResult): Change[] {
  const cycleId = plan.objective.get(after.objectiveId)?.cycleId
  if (cycleId === undefined) return []
  const base = { cycleId, about: { kind: 'keyResult', id: after.id }, title: after.title } as const
  const changes: Change[] = []
  if (before.metric !== after.metric && targetPart(before.metric) !== targetPart(after.metric)) {
    const [from, to] = [formatMetric(before.metric), formatMetric(after.metric)]
    const isSame = from === to
    changes.push({ ...base, change: 'target', from, to: isSame ? `${to} (measured anew)` : to })
  }
  if (before.dueOn !== after.dueOn)
    changes.push({
      ...base,
      change: 'dueOn',
      from: formatDayWithYear(before.dueOn),
      to: formatDayWithYear(after.dueOn),
    })
  if (before.ownerId !== after.ownerId)
    changes.push({
      ...base,
      change: 'owner',
      from: ownerInWords(plan, before.ownerId),
      to: ownerInWords(plan, after.ownerId),
    })
  if (before.objectiveId !== after.objectiveId) {
    const title = (id: Id) => shortTitle(plan.objective.get(id)?.title ?? '')
    changes.push({
      ...base,
      change: 'serves',
      from: title(before.objectiveId),
      to: title(after.objectiveId),
    })
  }
  return changes
}

/** The change that takes a key result off the road, in words. */
export function removedChange(plan: Plan, keyResult: KeyResult, to: string): Change {
  return {
    cycleId: plan.objective.get(keyResult.objectiveId)?.cycleId ?? '',
    about: { kind: 'keyResult', id: keyResult.id },
    title: keyResult.title,
    change: 'dropped',
    from: 'on the plan',
    to,
  }
}
