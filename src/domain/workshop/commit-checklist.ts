import type { Cycle } from '../cycle/cycle.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import { overbookedPeople } from '../people/capacity.ts'
import { personDays } from '../people/person-days.ts'
import type { Id } from '../plan/field.ts'
import { byOrder } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { counted, isolated } from '../plan/title-quote.ts'
import { peopleMissing } from './people-parts.ts'
import { votesOf } from './workshop-patch.ts'
import type { Workshop } from './workshop.ts'

export type CheckId =
  | 'objectives'
  | 'key-results'
  | 'measurable'
  | 'initiatives'
  | 'owners'
  | 'capacity'
  | 'confidence'
  | 'not-doing'
  | 'people'

/** One point of the pre-trip checklist; `details` names what is missing, one line each. */
export type CommitCheck = {
  readonly id: CheckId
  readonly title: string
  readonly state: 'ok' | 'open' | 'accepted'
  readonly details: readonly string[]
  /** Why an open point was accepted; '' otherwise. */
  readonly reason: string
}

const FEWEST_KEY_RESULTS = 2
const MOST_KEY_RESULTS = 5

/** What a metric lacks before it can be committed to; null when it is complete. */
function missingIn(metric: Metric): string | null {
  switch (metric.type) {
    case 'increase':
    case 'decrease':
      if (metric.baseline === null) return 'no baseline'
      return metric.target === null ? 'no target' : null
    case 'relative':
      return metric.baseline === null ? 'no baseline' : null
    case 'milestone':
      return metric.steps.length === 0 ? 'no steps' : null
    case 'unmeasured':
      return 'no measure'
    case 'band':
    case 'done':
    case 'find-baseline':
      return null
  }
}

/**
 * The pre-trip checklist: what has to be so before a cycle is committed to. A point that is not so may be
 * accepted with a reason; the reason is kept and printed.
 */
export function commitChecklist(plan: Plan, workshop: Workshop): readonly CommitCheck[] {
  const cycle: Cycle | undefined = plan.cycle.get(workshop.cycleId ?? '')
  const objectives = [...plan.objective.values()]
    .filter((o: Objective) => cycle && o.cycleId === cycle.id && o.state !== 'dropped')
    .sort(byOrder)
  const keyResultsBy = new Map<Id, KeyResult[]>(objectives.map(({ id }) => [id, []]))
  for (const keyResult of plan.keyResult.values())
    if (keyResult.state === 'active') keyResultsBy.get(keyResult.objectiveId)?.push(keyResult)
  const keyResults = [...keyResultsBy.values()].flatMap((list) => list.sort(byOrder))
  const served = new Set<Id>()
  for (const initiative of plan.initiative.values())
    if (initiative.state !== 'dropped')
      for (const { keyResultId } of initiative.serves) served.add(keyResultId)
  const counts = objectives.map((objective) => ({
    objective,
    count: (keyResultsBy.get(objective.id) ?? []).filter((k) => !k.guardrail).length,
  }))
  const overbooked = cycle ? overbookedPeople(plan, cycle) : []
  const hasVoted = votesOf(plan, workshop.id).some(
    (vote) => vote.revealedAt !== null && vote.method !== 'hands' && vote.ballots.length > 0,
  )
  const hasNotDoing =
    plan.meta.settings.notDoing.length > 0 || (cycle?.leftAtTheKerb.length ?? 0) > 0
  const points: readonly (readonly [CheckId, string, readonly string[]])[] = [
    [
      'objectives',
      'There is a destination',
      cycle === undefined
        ? ['The workshop has no cycle.']
        : objectives.length === 0
          ? ['No objective yet.']
          : [],
    ],
    [
      'key-results',
      'Each objective has 2–5 key results',
      counts
        .filter(({ count }) => count < FEWEST_KEY_RESULTS || count > MOST_KEY_RESULTS)
        .map(
          ({ objective, count }) => `${isolated(objective.title)}: ${counted(count, 'key result')}`,
        ),
    ],
    [
      'measurable',
      'Each key result has a measure, a baseline and a date',
      keyResults.flatMap(({ title, metric, dueOn }) => {
        const missing = [
          missingIn(metric),
          cycle && (dueOn < cycle.startOn || dueOn > cycle.endOn) ? 'due outside the cycle' : null,
        ].filter((each) => each !== null)
        return missing.length === 0 ? [] : [`${isolated(title)}: ${missing.join(', ')}`]
      }),
    ],
    [
      'initiatives',
      'Each key result has an initiative',
      keyResults
        .filter(({ id, guardrail }) => !guardrail && !served.has(id))
        .map(({ title }) => title),
    ],
    [
      'owners',
      'Each key result has an owner',
      keyResults.filter(({ ownerId }) => ownerId === null).map(({ title }) => title),
    ],
    [
      'capacity',
      'Nobody is overbooked without a reason',
      cycle && cycle.overbookedReason.trim() !== '' && cycle.state !== 'planning'
        ? []
        : overbooked.map(
            ({ person, overDays }) => `${isolated(person.name)}: ${personDays(overDays)} too many`,
          ),
    ],
    ['confidence', 'Confidence is voted', hasVoted ? [] : ['No revealed vote yet.']],
    [
      'not-doing',
      'The not-doing list is filled',
      hasNotDoing ? [] : ['Nothing says what we leave out.'],
    ],
    [
      'people',
      'Everyone in the room is on something',
      peopleMissing(plan, workshop).map((id) => plan.person.get(id)?.name ?? id),
    ],
  ]
  return points.map(([id, title, details]) => {
    const reason = workshop.acceptedChecks.find((c) => c.check === id)?.reason ?? ''
    const isOk = details.length === 0
    return {
      id,
      title,
      details,
      state: isOk ? 'ok' : reason.trim() !== '' ? 'accepted' : 'open',
      reason: isOk ? '' : reason,
    }
  })
}
