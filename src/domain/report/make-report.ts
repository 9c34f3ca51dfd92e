import { acrossOf } from '../across/across.ts'
import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'
import { listAt } from '../plan/plan-index.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { carriersOf } from '../people/capacity.ts'
import { reviewOf } from '../retrospective/review.ts'
import { weekModel } from '../week/week.ts'
import { buildReport, numbersOf } from './build-report.ts'
import { composeAcross } from './compose-across.ts'
import { composePerson } from './compose-person.ts'
import { composeReport } from './compose-report.ts'
import { composeRetrospective } from './compose-retrospective.ts'
import { composeWeek } from './compose-week.ts'
import type { ReportDocument } from './document.ts'
import type { CycleReportKind, ReportOptions } from './options.ts'
import { personName } from './person-name.ts'
import { sayDayIn } from './printed-number.ts'
import type { ReportModel } from './report-model.ts'

export type ReportRequest = {
  readonly cycleId: Id
  readonly today: Day
  /** The plan as it stood seven days ago where its history is at hand: what a week is compared with. */
  readonly weekAgo?: Plan | null
}

/** The document of any kind of report. Throws when the plan does not hold the cycle, or a sheet has no person. */
export function makeReport(
  plan: Plan,
  index: PlanIndex,
  { cycleId, today, weekAgo = null }: ReportRequest,
  options: ReportOptions,
): ReportDocument {
  const sayDay = sayDayIn(options.dates)
  const build = (kind: CycleReportKind) =>
    buildReport(plan, index, { cycleId, today, kind, sayDay })
  switch (options.kind) {
    case 'plan':
    case 'review':
      return composeReport(onlyOf(build(options.kind), plan, options.people), options)
    case 'across':
      return composeAcross(acrossOf(plan, index, today), plan, today, options)
    case 'week': {
      const week = weekModel(plan, index, cycleId, today, weekAgo, sayDay)
      if (week === null) throw new Error(`The plan has no cycle ${cycleId}.`)
      // The figures behind the lists are of the same day as they.
      const figures = buildReport(plan, index, {
        cycleId,
        today: week.today,
        kind: 'review',
        sayDay,
      })
      const model = onlyOf(figures, plan, options.people)
      return composeWeek(week, plan, numbersIn(index, cycleId), model, options)
    }
    case 'retrospective': {
      const review = reviewOf(plan, index, cycleId, today)
      if (review === null) throw new Error(`The plan has no cycle ${cycleId}.`)
      const numbers = numbersIn(index, cycleId)
      return composeRetrospective({ review, model: build('review'), plan, numbers }, options)
    }
    case 'person': {
      const person = plan.person.get(options.people[0] ?? '')
      const cycle = plan.cycle.get(cycleId)
      if (!cycle) throw new Error(`The plan has no cycle ${cycleId}.`)
      if (!person) throw new Error('Choose the person whose sheet this is.')
      return composePerson({ plan, index, cycle, person, today, model: build('review') }, options)
    }
  }
}

/** Printed numbers of a cycle's objectives and key results, by id. */
function numbersIn(index: PlanIndex, cycleId: Id): ReadonlyMap<Id, string> {
  const objectives = listAt(index.objectivesByCycle, cycleId)
  const numbers = new Map(numbersOf(index, objectives))
  objectives.forEach(({ id }, i) => numbers.set(id, String(i + 1)))
  return numbers
}

/**
 * The model with only what some people own or carry; numbers and figures stay those of the whole cycle, and
 * the report says so. An objective stays when it or anything in it is theirs.
 */
export function onlyOf(model: ReportModel, plan: Plan, people: readonly Id[]): ReportModel {
  if (people.length === 0) return model
  const chosen = new Set(people)
  const isTheirs = (ownerId: Id | null | undefined) => ownerId != null && chosen.has(ownerId)
  const carries = ({ id }: { readonly id: Id }) => {
    const initiative = plan.initiative.get(id)
    if (!initiative) return false
    return isTheirs(initiative.ownerId) || [...carriersOf(initiative).keys()].some(isTheirs)
  }
  const owns = ({ id }: { readonly id: Id }) => isTheirs(plan.keyResult.get(id)?.ownerId)
  const objectives = model.objectives.flatMap((objective) => {
    if (isTheirs(plan.objective.get(objective.id)?.ownerId)) return [objective]
    const initiatives = objective.initiatives.filter(carries)
    const served = new Set(initiatives.flatMap(({ serves }) => serves.map(({ number }) => number)))
    const keyResults = objective.keyResults.filter(
      (keyResult) => owns(keyResult) || served.has(keyResult.number),
    )
    return keyResults.length + initiatives.length === 0
      ? []
      : [{ ...objective, keyResults, initiatives }]
  })
  const { attention } = model
  const kept = new Set(
    objectives.flatMap(({ keyResults }) => keyResults.map(({ number }) => number)),
  )
  const isKept = ({ number }: { readonly number: string }) => kept.has(number)
  return {
    ...model,
    only: people.flatMap((id) => personName(plan, id) ?? []),
    objectives,
    garage: model.garage.filter(carries),
    attention: {
      late: attention.late.filter(carries),
      blocked: attention.blocked.filter(carries),
      flat: attention.flat.filter(carries),
      unmeasured: attention.unmeasured.filter(isKept),
      notStarted: attention.notStarted.filter(isKept),
      withoutInitiative: attention.withoutInitiative.filter(isKept),
    },
  }
}
