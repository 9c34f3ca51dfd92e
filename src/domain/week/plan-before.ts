import type { Day } from '../calendar/day.ts'
import type { Detour } from '../detour/detour.ts'
import { dayFromWords } from '../detour/old-place.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { restoredState } from '../initiative/state-follow.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { metricFromWords } from '../key-result/metric-words.ts'
import type { Plan } from '../plan/plan.ts'
import { shortTitle } from '../plan/title-quote.ts'

function keyResultBefore(plan: Plan, after: KeyResult, detour: Detour): KeyResult {
  switch (detour.change) {
    case 'target': {
      const metric = metricFromWords(detour.from)
      return metric ? { ...after, metric } : after
    }
    case 'dueOn': {
      const dueOn = dayFromWords(detour.from)
      return dueOn === null ? after : { ...after, dueOn }
    }
    case 'serves': {
      const home = plan.objective.get(after.objectiveId)
      const objective = [...plan.objective.values()].find(
        ({ cycleId, title }) => cycleId === home?.cycleId && shortTitle(title) === detour.from,
      )
      return objective ? { ...after, objectiveId: objective.id } : after
    }
    case 'dropped':
      return { ...after, state: detour.to === 'on the plan' ? 'dropped' : 'active' }
    case 'owner':
      return after
  }
}

function initiativeBefore(after: Initiative, detour: Detour): Initiative {
  if (detour.change === 'dueOn') return { ...after, dueOn: dayFromWords(detour.from) }
  if (detour.change !== 'dropped') return after
  return { ...after, state: detour.to === 'on the plan' ? 'dropped' : restoredState(after) }
}

/**
 * The plan as it stood at the end of a day as far as its own detours tell: targets, due days, homes and what
 * was dropped are taken back, the newest first. What was deleted does not come back, owners are left, and
 * check-ins carry their own day. The plan itself when no detour came later. Where the history of the plan is
 * at hand it says more, see `detour/rewind.ts`.
 */
export function planBefore(plan: Plan, day: Day): Plan {
  const later = [...plan.detour.values()]
    .filter((detour) => detour.day > day)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  if (later.length === 0) return plan
  const keyResult = new Map(plan.keyResult)
  const initiative = new Map(plan.initiative)
  for (const detour of later) {
    const { kind, id } = detour.about
    const [road, work] = [keyResult.get(id), initiative.get(id)]
    if (kind === 'keyResult' && road) keyResult.set(id, keyResultBefore(plan, road, detour))
    if (kind === 'initiative' && work) initiative.set(id, initiativeBefore(work, detour))
  }
  return { ...plan, keyResult, initiative }
}
