import { formatDayWithYear } from '../calendar/day-format.ts'
import type { Change } from '../detour/record-detour.ts'
import { placeInWords } from '../detour/old-place.ts'
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

/** Whether nothing was aimed at before, or only what was missing to measure it was filled in. */
function isFirstTarget(before: Metric, after: Metric): boolean {
  if (before.type === 'unmeasured') return true
  const isNumber = (metric: Metric) => metric.type === 'increase' || metric.type === 'decrease'
  if (isNumber(before) ? !isNumber(after) : before.type !== after.type) return false
  const missing = Object.entries(before).flatMap(([field, value]) =>
    value === null ? [field] : [],
  )
  const rest = (metric: Metric) =>
    canonicalJson(
      Object.fromEntries(
        Object.entries(metric).filter(([field]) => field !== 'type' && !missing.includes(field)),
      ),
    )
  return missing.length > 0 && rest(before) === rest(after)
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
    changes.push({
      ...base,
      change: 'target',
      from,
      to: isSame ? `${to} (measured anew)` : to,
      isFirst: isFirstTarget(before.metric, after.metric),
    })
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
      isFirst: before.ownerId === null,
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

/** The change that deletes a key result; where it stood is said, since nothing else remembers it. */
export function deletedChange(plan: Plan, keyResult: KeyResult, to: string): Change {
  const from = placeInWords(plan, keyResult)
  return { ...removedChange(plan, keyResult, to), from }
}
