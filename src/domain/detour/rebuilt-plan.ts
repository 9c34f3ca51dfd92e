import type { Day } from '../calendar/day.ts'
import { maxDay, minDay } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { restoredState } from '../initiative/state-follow.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Retrospective } from '../retrospective/retrospective.ts'
import { planBefore } from '../week/plan-before.ts'

/**
 * A plan at the end of a day of which no history tells, as far as its own rows do: its detours are taken back
 * (see {@link planBefore}), and what carries a later day is left out or opened again: check-ins, journal, work
 * and tasks done, blockers, the states of cycles, retrospectives and workshops. Other edits are not known and
 * what was deleted does not come back. The plan itself where nothing was another.
 */
export function rebuiltPlan(plan: Plan, day: Day): Plan {
  const before = planBefore(plan, day)
  const cycle = mapped(before.cycle, (one) => cycleThen(one, day))
  const retrospective = mapped(before.retrospective, (one) =>
    retrospectiveThen(one, cycle.get(one.cycleId), day),
  )
  const workshop = mapped(before.workshop, (one) =>
    one.startedAt !== null && one.startedAt.slice(0, 10) > day ? null : one,
  )
  const inWorkshop = <T extends { readonly workshopId: Id }>(one: T) =>
    workshop.has(one.workshopId) ? one : null
  const then: Plan = {
    ...before,
    cycle,
    objective: mapped(before.objective, (one) => objectiveThen(one, cycle.get(one.cycleId))),
    initiative: mapped(before.initiative, (one) => initiativeThen(one, day)),
    checkIn: mapped(before.checkIn, (one) => (one.day > day ? null : one)),
    journalEntry: mapped(before.journalEntry, (one) => entryThen(one, day)),
    detour: mapped(before.detour, (one) => (one.day > day ? null : one)),
    retrospective,
    workshop,
    card: mapped(before.card, inWorkshop),
    vote: mapped(before.vote, inWorkshop),
  }
  const isSame = (Object.keys(then) as (keyof Plan)[]).every((kind) => then[kind] === plan[kind])
  return isSame ? plan : then
}

/** Every thing as it was, without those that become null; the map itself where all stay. */
function mapped<T>(things: ReadonlyMap<Id, T>, then: (thing: T) => T | null): ReadonlyMap<Id, T> {
  let isSame = true
  const kept = new Map<Id, T>()
  for (const [id, thing] of things) {
    const old = then(thing)
    if (old !== thing) isSame = false
    if (old !== null) kept.set(id, old)
  }
  return isSame ? things : kept
}

function cycleThen(cycle: Cycle, day: Day): Cycle {
  const stateLog = cycle.stateLog.filter(({ on }) => on <= day)
  if (stateLog.length === cycle.stateLog.length) return cycle
  return { ...cycle, stateLog, state: stateLog.at(-1)?.state ?? 'planning' }
}

/** Reached or missed is said when a cycle is closed. */
function objectiveThen(objective: Objective, cycle: Cycle | undefined): Objective {
  const isJudged = objective.state === 'achieved' || objective.state === 'missed'
  return isJudged && cycle?.state !== 'closed' ? { ...objective, state: 'active' } : objective
}

function retrospectiveThen(
  retrospective: Retrospective,
  cycle: Cycle | undefined,
  day: Day,
): Retrospective | null {
  if (cycle?.state === 'planning' || cycle?.state === 'active') return null
  const { closedOn } = retrospective
  if (closedOn === null || closedOn <= day) return retrospective
  return { ...retrospective, state: 'draft', closedOn: null }
}

function entryThen(entry: JournalEntry, day: Day): JournalEntry | null {
  if (entry.day > day) return null
  if (entry.resolvedOn === null || entry.resolvedOn <= day) return entry
  return { ...entry, answer: '', answerOwnerId: null, resolvedOn: null }
}

function initiativeThen(initiative: Initiative, day: Day): Initiative {
  const isLater = (on: Day | null | undefined) => on != null && on > day
  const wasOpen = isLater(initiative.doneOn)
  const wasFree = isLater(initiative.blocker?.sinceOn)
  const hasTasksOpen = initiative.tasks.some(({ doneOn }) => isLater(doneOn))
  if (!wasOpen && !wasFree && !hasTasksOpen) return initiative
  const then: Initiative = {
    ...initiative,
    doneOn: wasOpen ? null : initiative.doneOn,
    blocker: wasFree ? null : initiative.blocker,
    tasks: initiative.tasks.map((task) =>
      isLater(task.doneOn) ? { ...task, done: false, doneOn: null } : task,
    ),
  }
  const isUndone = wasOpen && then.state === 'done'
  return isUndone || (wasFree && then.state === 'blocked')
    ? { ...then, state: restoredState(then) }
    : then
}

/**
 * The first day of a cycle of which the rows of a plan tell: its first day (or the later one on which the plan
 * was made), its first check-in or its first detour, whichever is earliest. Null without such a cycle.
 */
export function knownSince(plan: Plan, cycleId: Id, madeOn: Day): Day | null {
  const cycle = plan.cycle.get(cycleId)
  if (!cycle) return null
  let since = maxDay(cycle.startOn, madeOn)
  for (const { day, keyResultId } of plan.checkIn.values()) {
    if (day >= since) continue
    const home = plan.keyResult.get(keyResultId)?.objectiveId
    if (home !== undefined && plan.objective.get(home)?.cycleId === cycleId) since = day
  }
  for (const detour of plan.detour.values())
    if (detour.cycleId === cycleId) since = minDay(since, detour.day)
  return since
}
