import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { lateDays } from '../initiative/initiative-progress.ts'
import type { KeyResult, Status } from '../key-result/key-result.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import type { SayDay } from '../key-result/rule-context.ts'
import { rulesOf } from '../key-result/rule-context.ts'
import { rankOf, statusOf } from '../key-result/status.ts'
import type { Objective } from '../objective/objective.ts'
import type { RolledKeyResult } from '../objective/roll-up.ts'
import { rollUp } from '../objective/roll-up.ts'
import type { Id } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'

type Change = {
  readonly from: Status
  readonly to: Status
  readonly isWorse: boolean
  /** The rule that decides today, with its numbers. */
  readonly reason: string
}

/** A key result whose status is another than on the day of comparison. */
export type Turn = Change & { readonly keyResult: KeyResult; readonly objective: Objective }

/** An objective whose status, that of its weakest key result, is another. */
export type ObjectiveTurn = Change & { readonly objective: Objective }

/** An initiative that was finished, blocked, or became late since. */
export type WorkTurn = {
  readonly initiative: Initiative
  readonly became: readonly ('done' | 'blocked' | 'late')[]
  readonly lateDays: number
  readonly isWorse: boolean
}

/** The plan on one day with its lists. */
export type PlanThen = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly day: Day
  readonly sayDay?: SayDay | undefined
}

export type Turns = {
  readonly keyResults: readonly Turn[]
  readonly objectives: readonly ObjectiveTurn[]
  readonly work: readonly WorkTurn[]
}

/** The key results on the road of an objective with their figures on a day. */
function rolledOn({ plan, index, day, sayDay }: PlanThen, cycle: Cycle, objectiveId: Id) {
  const rules = rulesOf(plan)
  return listAt(index.keyResultsByObjective, objectiveId)
    .filter(({ state }) => state === 'active')
    .map((keyResult): RolledKeyResult => {
      const checkIns = listAt(index.checkInsByKeyResult, keyResult.id)
      return {
        keyResult,
        figures: statusOf(keyResult, checkIns, { cycle, ...rules, today: day, sayDay }),
      }
    })
}

function change(from: Status, to: Status, reason: string): Change | null {
  return from === to ? null : { from, to, reason, isWorse: rankOf(to) > rankOf(from) }
}

const worstFirst = (a: Change, b: Change) =>
  Number(b.isWorse) - Number(a.isWorse) || rankOf(b.to) - rankOf(a.to)

/**
 * What is another than it was: `then` and `now` are the same cycle as it stood on two days. What was not on
 * the road on both days has not turned.
 */
export function turnsBetween(then: PlanThen, now: PlanThen, cycleId: Id): Turns {
  const cycle = now.plan.cycle.get(cycleId)
  const cycleThen = then.plan.cycle.get(cycleId)
  if (!cycle || !cycleThen) return { keyResults: [], objectives: [], work: [] }
  const keyResults: Turn[] = []
  const objectives: ObjectiveTurn[] = []
  const figuresThen = new Map<Id, KeyResultStatus>()
  for (const { id } of listAt(then.index.objectivesByCycle, cycleId))
    for (const { keyResult, figures } of rolledOn(then, cycleThen, id))
      figuresThen.set(keyResult.id, figures)

  for (const objective of listAt(now.index.objectivesByCycle, cycleId)) {
    if (objective.state === 'dropped') continue
    const road = rolledOn(now, cycle, objective.id)
    for (const { keyResult, figures } of road) {
      const before = figuresThen.get(keyResult.id)
      const [reason = ''] = figures.reasons
      const turn = before && change(before.status, figures.status, reason)
      if (turn) keyResults.push({ ...turn, keyResult, objective })
    }
    const old = then.plan.objective.get(objective.id)
    if (!old || old.state === 'dropped' || road.length === 0) continue
    const roadThen = rolledOn(then, cycleThen, objective.id)
    if (roadThen.length === 0) continue
    const whole = rollUp(road)
    const weakest = road.find(({ keyResult }) => keyResult.id === whole.weakestId)
    const reason = [whole.reasons[0], weakest?.figures.reasons[0]].filter(Boolean).join('. ')
    const turn = change(rollUp(roadThen).status, whole.status, reason)
    if (turn) objectives.push({ ...turn, objective })
  }
  return {
    keyResults: keyResults.sort(worstFirst),
    objectives: objectives.sort(worstFirst),
    work: workTurns(then, now, cycleId),
  }
}

const isBlocked = ({ state, blocker }: Pick<Initiative, 'state' | 'blocker'>) =>
  state === 'blocked' || blocker !== null

function workTurns(then: PlanThen, now: PlanThen, cycleId: Id): readonly WorkTurn[] {
  const isSince = (day: Day | null | undefined) => day != null && day > then.day && day <= now.day
  return listAt(now.index.initiativesByCycle, cycleId)
    .flatMap((initiative): WorkTurn[] => {
      const old = then.plan.initiative.get(initiative.id)
      if (initiative.state === 'dropped') return []
      if (initiative.state === 'done')
        return isSince(initiative.doneOn)
          ? [{ initiative, became: ['done'], lateDays: 0, isWorse: false }]
          : []
      const late = lateDays(initiative, now.day)
      const wasLate = old !== undefined && lateDays(old, then.day) > 0
      const became = [
        ...(isBlocked(initiative) &&
        (isSince(initiative.blocker?.sinceOn) || (old !== undefined && !isBlocked(old)))
          ? (['blocked'] as const)
          : []),
        ...(late > 0 && !wasLate ? (['late'] as const) : []),
      ]
      return became.length === 0 ? [] : [{ initiative, became, lateDays: late, isWorse: true }]
    })
    .sort((a, b) => Number(b.isWorse) - Number(a.isWorse) || b.lateDays - a.lateDays)
}
