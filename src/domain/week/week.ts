import type { Day } from '../calendar/day.ts'
import { addDays, maxDay, minDay } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { isDoneButFlat } from '../initiative/flat.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { isOpen, lateDays } from '../initiative/initiative-progress.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { isUnanswered } from '../journal/open-concerns.ts'
import type { KeyResult, Status } from '../key-result/key-result.ts'
import type { RuleContext } from '../key-result/rule-context.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { rankOf, statusOf } from '../key-result/status.ts'
import type { Objective } from '../objective/objective.ts'
import type { Load } from '../people/capacity.ts'
import { loadsWithin, mondayOf } from '../people/capacity.ts'
import type { Person } from '../people/person.ts'
import type { Id } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'

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

/** A key result whose status is another than seven days ago. */
export type Turn = {
  readonly keyResult: KeyResult
  readonly objective: Objective
  readonly from: Status
  readonly to: Status
  readonly isWorse: boolean
  /** The rule that decides today, with its numbers. */
  readonly reason: string
}

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
  readonly today: Day
  /** The day that "since last week" is compared with; null in the first week of the cycle. */
  readonly comparedWith: Day | null
  readonly checkIns: readonly DueCheckIn[]
  readonly due: readonly DueThing[]
  readonly turned: readonly Turn[]
  readonly flat: readonly FlatWork[]
  readonly stuck: readonly StuckWork[]
  readonly overbooked: readonly Overbooking[]
  readonly wins: readonly JournalEntry[]
  readonly concerns: readonly JournalEntry[]
}

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
 * What a manager should know of a cycle on `today`, from the plan alone: the status of seven days ago is
 * computed from the check-ins known then and today's targets. Null when the cycle is not in the plan.
 */
export function weekModel(plan: Plan, index: PlanIndex, cycleId: Id, today: Day): WeekModel | null {
  const cycle = plan.cycle.get(cycleId)
  if (!cycle) return null
  const weekAgo = addDays(today, -WEEK_DAYS)
  const comparedWith = weekAgo >= cycle.startOn ? weekAgo : null
  const road = roadOf(index, cycleId)
  const figuresOn = (keyResult: KeyResult, day: Day): KeyResultStatus => {
    const context: RuleContext = { cycle, settings: plan.meta.settings, today: day }
    return statusOf(keyResult, listAt(index.checkInsByKeyResult, keyResult.id), context)
  }
  const now = new Map(road.map(({ keyResult }) => [keyResult.id, figuresOn(keyResult, today)]))
  const isRunning = cycle.state !== 'closed' && today >= cycle.startOn && today <= cycle.endOn

  const checkIns = road.flatMap(({ keyResult, objective }): DueCheckIn[] => {
    const figures = now.get(keyResult.id)
    if (!isRunning || !figures?.isCheckInDue) return []
    return [{ keyResult, objective, dueOn: figures.nextCheckInOn, isOverdue: figures.isOverdue }]
  })
  const turned = road.flatMap(({ keyResult, objective }): Turn[] => {
    const figures = now.get(keyResult.id)
    if (!figures || comparedWith === null) return []
    const from = figuresOn(keyResult, comparedWith).status
    if (from === figures.status) return []
    const isWorse = rankOf(figures.status) > rankOf(from)
    const [reason = ''] = figures.reasons
    return [{ keyResult, objective, from, to: figures.status, isWorse, reason }]
  })
  const initiatives = listAt(index.initiativesByCycle, cycleId)
  return {
    cycle,
    today,
    comparedWith,
    checkIns: checkIns.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    due: dueThings(road, now, initiatives, today),
    turned: turned.sort(
      (a, b) => Number(b.isWorse) - Number(a.isWorse) || rankOf(b.to) - rankOf(a.to),
    ),
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
      .filter(({ type, day }) => type === 'win' && day > weekAgo && day <= today)
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

/** How many lines of a week ask somebody to do something. */
export function countOfWeek(week: WeekModel): number {
  const { checkIns, turned, flat, stuck, overbooked, concerns } = week
  const worse = turned.filter(({ isWorse }) => isWorse).length
  return checkIns.length + worse + flat.length + stuck.length + overbooked.length + concerns.length
}
