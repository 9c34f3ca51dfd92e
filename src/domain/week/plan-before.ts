import type { Day } from '../calendar/day.ts'
import type { Detour } from '../detour/detour.ts'
import { dayFromWords } from '../detour/old-place.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { restoredState } from '../initiative/state-follow.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { metricFromWords } from '../key-result/metric-words.ts'
import type { Id } from '../plan/field.ts'
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

/** The things without those that joined their running cycle after a day; the map itself when none did. */
function without<T extends { readonly addedOn?: Day | undefined }>(
  things: ReadonlyMap<Id, T>,
  day: Day,
): ReadonlyMap<Id, T> {
  const then = [...things].filter(([, { addedOn }]) => addedOn === undefined || addedOn <= day)
  return then.length === things.size ? things : new Map(then)
}

/**
 * The plan as it stood at the end of a day as far as its own rows tell: targets, due days, homes and what was
 * dropped are taken back, the newest first, and what joined the running cycle later is left out. What was
 * deleted does not come back, owners are left, and check-ins carry their own day. Where the history of the
 * plan is at hand it says more, see `detour/rewind.ts`. The plan itself where nothing was another.
 */
export function planBefore(plan: Plan, day: Day): Plan {
  const later = [...plan.detour.values()]
    .filter((detour) => detour.day > day)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  const objective = without(plan.objective, day)
  const keyResult = without(plan.keyResult, day)
  const initiative = without(plan.initiative, day)
  const isSame =
    later.length === 0 &&
    objective === plan.objective &&
    keyResult === plan.keyResult &&
    initiative === plan.initiative
  if (isSame) return plan
  const roads = new Map(keyResult)
  const works = new Map(initiative)
  for (const detour of later) {
    const { kind, id } = detour.about
    const [road, work] = [roads.get(id), works.get(id)]
    if (kind === 'keyResult' && road) roads.set(id, keyResultBefore(plan, road, detour))
    if (kind === 'initiative' && work) works.set(id, initiativeBefore(work, detour))
  }
  return { ...plan, objective, keyResult: roads, initiative: works }
}
