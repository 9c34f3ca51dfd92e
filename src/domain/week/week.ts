import type { Day } from '../calendar/day.ts'
import { addDays, maxDay, minDay } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { isDoneButFlat } from '../initiative/flat.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { isOpen, lateDays } from '../initiative/initiative-progress.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { isUnanswered } from '../journal/open-concerns.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { RuleContext, SayDay } from '../key-result/rule-context.ts'
import { rulesOf } from '../key-result/rule-context.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { statusOf } from '../key-result/status.ts'
import type { Objective } from '../objective/objective.ts'
import type { Load } from '../people/capacity.ts'
import { loadsWithin, mondayOf } from '../people/capacity.ts'
import type { Person } from '../people/person.ts'
import type { Id } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { buildIndex, listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { planBefore } from './plan-before.ts'
import type { ObjectiveTurn, PlanThen, Turn, Turns, WorkTurn } from './turns.ts'
import { turnsBetween } from './turns.ts'

/** How many days back "this week" looks, and how many ahead. */
export const WEEK_DAYS = 7

/** A check-in that is due, the latest first. */
export type DueCheckIn = {
  readonly keyResult: KeyResult
  readonly objective: Objective
  readonly dueOn: Day
  /** Later than the cadence plus three days. */
  readonly isOverdue: boolean
}

/** A key result or an open initiative whose due day lies within the next seven days. */
export type DueThing =
  | { readonly kind: 'keyResult'; readonly thing: KeyResult; readonly dueOn: Day }
  | { readonly kind: 'initiative'; readonly thing: Initiative; readonly dueOn: Day }

/** "Work done, number flat". */
export type FlatWork = { readonly initiative: Initiative; readonly keyResult: KeyResult }

/** An initiative that is blocked or past its due day. */
export type StuckWork = {
  readonly initiative: Initiative
  readonly isBlocked: boolean
  readonly lateDays: number
}

/** A person of whom more is asked in a week than there is. */
export type Overbooking = {
  readonly person: Person
  readonly week: 'this' | 'next'
  /** The Monday. */
  readonly startOn: Day
  readonly load: Load
  /** Person-days beyond what is available. */
  readonly overDays: number
}

/** One page that says what needs a decision this week; every line names its thing. */
export type WeekModel = {
  readonly cycle: Cycle
  /** The last day of the week: today, or the last day of a cycle that is over. */
  readonly today: Day
  readonly isOver: boolean
  /** The day that "since last week" is compared with; null in the first week of the cycle. */
  readonly comparedWith: Day | null
  /** Where the plan of that day comes from: its history on disk, or the detours that its rows tell of. */
  readonly comparedBy: 'history' | 'detours'
  readonly checkIns: readonly DueCheckIn[]
  readonly due: readonly DueThing[]
  readonly turned: readonly Turn[]
  /** Objectives whose status is another, and initiatives that were finished, blocked or became late. */
  readonly turnedObjectives: readonly ObjectiveTurn[]
  readonly turnedWork: readonly WorkTurn[]
  readonly flat: readonly FlatWork[]
  readonly stuck: readonly StuckWork[]
  readonly overbooked: readonly Overbooking[]
  readonly wins: readonly JournalEntry[]
  readonly concerns: readonly JournalEntry[]
}

const NO_TURNS: Turns = { keyResults: [], objectives: [], work: [] }

const planThen = (plan: Plan, index: PlanIndex, then: Plan, day: Day): PlanThen =>
  then === plan ? { plan, index, day } : { plan: then, index: buildIndex(then), day }

type OnRoad = { readonly objective: Objective; readonly keyResult: KeyResult }

function roadOf(index: PlanIndex, cycleId: Id): readonly OnRoad[] {
  return listAt(index.objectivesByCycle, cycleId)
    .filter(({ state }) => state !== 'dropped')
    .flatMap((objective) =>
      listAt(index.keyResultsByObjective, objective.id)
        .filter(({ state }) => state === 'active')
        .map((keyResult) => ({ objective, keyResult })),
    )
}

const newestFirst = (a: JournalEntry, b: JournalEntry) =>
  a.day === b.day ? (a.at < b.at ? 1 : -1) : a.day < b.day ? 1 : -1

/**
 * The day that a week looks back to: seven days ago, in a cycle that is over seven days before its last one; null
 * in the first week of the cycle.
 */
export function comparedDay(cycle: Pick<Cycle, 'startOn' | 'endOn'>, today: Day): Day | null {
  const weekAgo = addDays(minDay(today, cycle.endOn), -WEEK_DAYS)
  return weekAgo >= cycle.startOn ? weekAgo : null
}

/**
 * What a manager should know of a cycle `now`, or of its last week once it is over. What turned is measured against the plan as it stood
 * seven days ago: `weekAgo` where its history says so, else the plan without the detours since. Screen and
 * report ask here with the same `weekAgo`, so that they say the same. Null when the cycle is not in the plan.
 */
export function weekModel(
  plan: Plan,
  index: PlanIndex,
  cycleId: Id,
  now: Day,
  weekAgo: Plan | null = null,
  sayDay?: SayDay,
): WeekModel | null {
  const cycle = plan.cycle.get(cycleId)
  if (!cycle) return null
  const isOver = now > cycle.endOn
  const today = minDay(now, cycle.endOn)
  const comparedWith = comparedDay(cycle, now)
  const winsAfter = addDays(today, -WEEK_DAYS)
  const road = roadOf(index, cycleId)
  const figuresOn = (keyResult: KeyResult, day: Day): KeyResultStatus => {
    const context: RuleContext = { cycle, ...rulesOf(plan), today: day }
    return statusOf(keyResult, listAt(index.checkInsByKeyResult, keyResult.id), context)
  }
  const standing = new Map(road.map(({ keyResult }) => [keyResult.id, figuresOn(keyResult, today)]))
  const isRunning = cycle.state !== 'closed' && today >= cycle.startOn && !isOver

  const checkIns = road.flatMap(({ keyResult, objective }): DueCheckIn[] => {
    const figures = standing.get(keyResult.id)
    if (!isRunning || !figures?.isCheckInDue) return []
    return [{ keyResult, objective, dueOn: figures.nextCheckInOn, isOverdue: figures.isOverdue }]
  })
  const turns =
    comparedWith === null
      ? NO_TURNS
      : turnsBetween(
          planThen(plan, index, weekAgo ?? planBefore(plan, comparedWith), comparedWith),
          { plan, index, day: today, sayDay },
          cycleId,
        )
  const initiatives = listAt(index.initiativesByCycle, cycleId)
  return {
    cycle,
    today,
    isOver,
    comparedWith,
    comparedBy: weekAgo === null ? 'detours' : 'history',
    checkIns: checkIns.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    due: dueThings(road, standing, initiatives, today),
    turned: turns.keyResults,
    turnedObjectives: turns.objectives,
    turnedWork: turns.work,
    flat: initiatives.flatMap((initiative) =>
      initiative.serves.flatMap(({ keyResultId }): FlatWork[] => {
        const keyResult = plan.keyResult.get(keyResultId)
        const said = listAt(index.checkInsByKeyResult, keyResultId).filter((c) => c.day <= today)
        return keyResult && isDoneButFlat(initiative, keyResult, said)
          ? [{ initiative, keyResult }]
          : []
      }),
    ),
    stuck: stuckWork(initiatives, today),
    overbooked: overbookings(plan, cycle, today),
    wins: [...plan.journalEntry.values()]
      .filter(({ type, day }) => type === 'win' && day > winsAfter && day <= today)
      .sort(newestFirst),
    concerns: [...plan.journalEntry.values()].filter(isUnanswered).sort(newestFirst),
  }
}

function dueThings(
  road: readonly OnRoad[],
  now: ReadonlyMap<Id, KeyResultStatus>,
  initiatives: readonly Initiative[],
  today: Day,
): readonly DueThing[] {
  const until = addDays(today, WEEK_DAYS)
  const isSoon = (day: Day) => day >= today && day <= until
  const keyResults = road
    .filter(({ keyResult }) => isSoon(keyResult.dueOn) && now.get(keyResult.id)?.status !== 'done')
    .map(({ keyResult }): DueThing => ({
      kind: 'keyResult',
      thing: keyResult,
      dueOn: keyResult.dueOn,
    }))
  const works = initiatives.flatMap((initiative): DueThing[] =>
    isOpen(initiative) && initiative.dueOn !== null && isSoon(initiative.dueOn)
      ? [{ kind: 'initiative', thing: initiative, dueOn: initiative.dueOn }]
      : [],
  )
  return [...keyResults, ...works].sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0,
  )
}

function stuckWork(initiatives: readonly Initiative[], today: Day): readonly StuckWork[] {
  return initiatives
    .filter(isOpen)
    .map((initiative) => ({
      initiative,
      isBlocked: initiative.state === 'blocked' || initiative.blocker !== null,
      lateDays: lateDays(initiative, today),
    }))
    .filter((work) => work.isBlocked || work.lateDays > 0)
    .sort((a, b) => Number(b.isBlocked) - Number(a.isBlocked) || b.lateDays - a.lateDays)
}

function overbookings(plan: Plan, cycle: Cycle, today: Day): readonly Overbooking[] {
  const monday = mondayOf(today)
  const weeks = [
    ['this', monday],
    ['next', addDays(monday, 7)],
  ] as const
  return weeks.flatMap(([week, startOn]) => {
    const span = {
      startOn: maxDay(startOn, cycle.startOn),
      endOn: minDay(addDays(startOn, 6), cycle.endOn),
    }
    if (span.endOn < span.startOn) return []
    return [...loadsWithin(plan, span)]
      .flatMap(([personId, load]): Overbooking[] => {
        const person = plan.person.get(personId)
        if (!person || load.verdict !== 'overbooked') return []
        return [{ person, week, startOn, load, overDays: load.asked - load.available }]
      })
      .sort((a, b) => b.overDays - a.overDays)
  })
}

/**
 * How many lines of a week ask somebody to do something. An objective turns with its weakest key result and
 * blocked or late work is a line of its own: neither is counted twice.
 */
export function countOfWeek(week: WeekModel): number {
  const { checkIns, turned, flat, stuck, overbooked, concerns } = week
  const worse = turned.filter(({ isWorse }) => isWorse).length
  return checkIns.length + worse + flat.length + stuck.length + overbooked.length + concerns.length
}
