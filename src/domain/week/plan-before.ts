import type { Day } from '../calendar/day.ts'
import type { Detour } from '../detour/detour.ts'
import { dayFromWords } from '../detour/old-place.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { servesFromWords } from '../initiative/serves-words.ts'
import { restoredState } from '../initiative/state-follow.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { metricFromWords } from '../key-result/metric-words.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { shortTitle } from '../plan/title-quote.ts'

/** Whose it was, where exactly one person bears the name that the detour printed. */
function ownerBefore<T extends { readonly ownerId: Id | null }>(
  plan: Plan,
  after: T,
  { from }: Detour,
): T {
  if (from === 'nobody') return { ...after, ownerId: null }
  const named = [...plan.person.values()].filter(({ name }) => name === from)
  const [only] = named
  return only && named.length === 1 ? { ...after, ownerId: only.id } : after
}

function objectiveBefore(plan: Plan, after: Objective, detour: Detour): Objective {
  if (detour.change === 'owner') return ownerBefore(plan, after, detour)
  if (detour.change !== 'dropped') return after
  return { ...after, state: detour.to === 'on the plan' ? 'dropped' : 'active' }
}

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
      return ownerBefore(plan, after, detour)
  }
}

function initiativeBefore(plan: Plan, after: Initiative, detour: Detour): Initiative {
  if (detour.change === 'dueOn') return { ...after, dueOn: dayFromWords(detour.from) }
  if (detour.change === 'owner') return ownerBefore(plan, after, detour)
  if (detour.change === 'serves')
    return { ...after, serves: servesFromWords(plan, after.cycleId, detour.from) ?? after.serves }
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
 * The plan as it stood at the end of a day as far as its own rows tell: targets, due days, owners, homes and
 * what was dropped are taken back, the newest first, and what joined the running cycle later is left out. What
 * was deleted does not come back, and check-ins carry their own day. Where the history of the
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
  const goals = new Map(objective)
  const roads = new Map(keyResult)
  const works = new Map(initiative)
  for (const detour of later) {
    const { kind, id } = detour.about
    const [goal, road, work] = [goals.get(id), roads.get(id), works.get(id)]
    if (kind === 'objective' && goal) goals.set(id, objectiveBefore(plan, goal, detour))
    if (kind === 'keyResult' && road) roads.set(id, keyResultBefore(plan, road, detour))
    if (kind === 'initiative' && work) works.set(id, initiativeBefore(plan, work, detour))
  }
  return { ...plan, objective: goals, keyResult: roads, initiative: works }
}
