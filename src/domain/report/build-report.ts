import type { SayDay } from '../key-result/rule-context.ts'
import { minDay } from '../calendar/day.ts'
import { cadenceOn } from '../check-in/rhythm.ts'
import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { isOpen } from '../initiative/initiative-progress.ts'
import { rollUp } from '../objective/roll-up.ts'
import type { RollUp } from '../objective/roll-up.ts'
import type { Objective } from '../objective/objective.ts'
import type { Id } from '../plan/field.ts'
import { MAPPED_KINDS } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { listAt } from '../plan/plan-index.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { refKey } from '../plan/reference.ts'
import { retrospectiveOf, reviewOf } from '../retrospective/review.ts'
import type { Review } from '../retrospective/review.ts'
import { initiativeFacts } from './initiative-facts.ts'
import { keyResultFacts } from './key-result-facts.ts'
import type { KeyResultFacts } from './key-result-facts.ts'
import type { CycleReportKind } from './options.ts'
import { personName } from './person-name.ts'
import type {
  ReportEntry,
  ReportHead,
  ReportInitiative,
  ReportModel,
  ReportObjective,
} from './report-model.ts'

type Request = {
  readonly cycleId: Id
  readonly today: Day
  readonly kind: CycleReportKind
  /** How sentences say a day, where not as on the screen. */
  readonly sayDay?: SayDay | undefined
}

/** What all parts of one report share. */
export type ReportContext = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly cycle: Cycle
  readonly today: Day
  readonly sayDay: SayDay | undefined
  /** The review of the cycle once somebody has scored something in it; null before. */
  readonly judged: Review | null
  /** The printed number of every key result of the cycle, by id. */
  readonly numbers: ReadonlyMap<Id, string>
  /** The same of its objectives. */
  readonly objectiveNumbers: ReadonlyMap<Id, string>
}

/** The report of one cycle of a plan as data. Throws when the plan does not hold the cycle. */
export function buildReport(plan: Plan, index: PlanIndex, request: Request): ReportModel {
  const cycle = plan.cycle.get(request.cycleId)
  if (!cycle) throw new Error(`The plan has no cycle ${request.cycleId}.`)
  const objectives = listAt(index.objectivesByCycle, cycle.id)
  const context: ReportContext = {
    plan,
    index,
    cycle,
    today: request.today,
    sayDay: request.sayDay,
    judged: isJudged(plan, cycle.id) ? reviewOf(plan, index, cycle.id, request.today) : null,
    numbers: numbersOf(index, objectives),
    objectiveNumbers: new Map(objectives.map(({ id }, i) => [id, String(i + 1)])),
  }
  const built = objectives.map((objective, i) => buildObjective(objective, i + 1, context))
  const live = built.filter(({ objective }) => objective.state !== 'dropped')
  const active = live.flatMap(({ facts }) =>
    facts.filter(({ printed }) => printed.state === 'active'),
  )
  const initiatives = listAt(index.initiativesByCycle, cycle.id).map((initiative) =>
    initiativeFacts(initiative, context),
  )
  const garage = listAt(index.garageByCycle, cycle.id).map((initiative) =>
    initiativeFacts(initiative, context),
  )
  const { meta } = plan
  const lastOn = minDay(request.today, cycle.endOn)
  return {
    kind: request.kind,
    only: [],
    planName: meta.name,
    direction: meta.direction,
    cycle: {
      id: cycle.id,
      name: cycle.name,
      startOn: cycle.startOn,
      endOn: cycle.endOn,
      state: cycle.state,
    },
    today: request.today,
    dataOn: active.reduce<Day | null>(
      (newest, { lastOn }) =>
        lastOn !== null && (newest === null || lastOn > newest) ? lastOn : newest,
      null,
    ),
    head: headOf(live, active, initiatives, garage),
    objectives: built.map(({ printed }) => printed),
    garage,
    attention: {
      late: initiatives.filter(({ lateDays }) => lateDays !== null),
      blocked: initiatives.filter(({ state }) => state === 'blocked'),
      flat: initiatives.filter(({ isFlat }) => isFlat),
      unmeasured: active.filter(isMeasured('unmeasured')).map(numbered),
      notStarted: active.filter(isMeasured('not-started')).map(numbered),
      withoutInitiative: active
        .filter(
          ({ printed }) =>
            !listAt(index.initiativesByKeyResult, printed.id).some(
              ({ state }) => state !== 'dropped',
            ),
        )
        .map(numbered),
    },
    detours: listAt(index.detoursByCycle, cycle.id).map(
      ({ day, title, change, from, to, why }) => ({ day, title, change, from, to, why }),
    ),
    wins: entriesOf('win', context),
    lessons: entriesOf('lesson', context),
    notDoing: meta.settings.notDoing,
    leftAtTheKerb: cycle.leftAtTheKerb,
    overbookedReason: cycle.overbookedReason,
    overrides: active.flatMap(({ override }) => (override === null ? [] : [override])),
    dismissedChecks: meta.settings.dismissedChecks.map(({ check, about, reason }) => ({
      check,
      about: titleOf(plan, about),
      reason,
    })),
    cadence: cadenceOn({ ...meta.settings, pastCadences: meta.pastCadences }, lastOn),
    pastCadences: (meta.pastCadences ?? []).filter(
      ({ until }) => until > cycle.startOn && until <= lastOn,
    ),
    thresholds: meta.settings.thresholds,
    currency: meta.settings.currency,
  }
}

/** Whether somebody has said a final score of anything in the cycle. */
function isJudged(plan: Plan, cycleId: Id): boolean {
  const retrospective = retrospectiveOf(plan, cycleId)
  if (retrospective === null) return false
  return (
    retrospective.keyResults.some(({ finalScore }) => finalScore !== null) ||
    retrospective.objectives.some(({ score }) => score !== null)
  )
}

type BuiltObjective = {
  readonly objective: Objective
  readonly printed: ReportObjective
  readonly facts: readonly KeyResultFacts[]
}

function buildObjective(
  objective: Objective,
  position: number,
  context: ReportContext,
): BuiltObjective {
  const { plan, index, judged } = context
  const facts = listAt(index.keyResultsByObjective, objective.id).map((keyResult) =>
    keyResultFacts(keyResult, context),
  )
  const rolled = rollUp(facts)
  const reviewed = judged?.objectives.find((one) => one.objective.id === objective.id)
  return {
    objective,
    facts,
    printed: {
      id: objective.id,
      number: String(position),
      title: objective.title,
      why: objective.why,
      owner: personName(plan, objective.ownerId),
      type: objective.type,
      theme: objective.themeId === null ? null : (plan.theme.get(objective.themeId)?.name ?? null),
      contributesTo: parentTitle(plan, objective),
      supportedBy: supporters(objective, facts, context),
      contribution: objective.contribution,
      state: objective.state,
      stateReason: objective.stateReason,
      hue: objective.hue,
      progress: rolled.progress,
      expected: rolled.hasVerdict ? rolled.expected : null,
      gap: rolled.hasVerdict ? rolled.gap : null,
      status: rolled.status,
      weakest: weakestNumber(rolled, context),
      notStarted: rolled.notStarted,
      reasons: rolled.reasons,
      score: reviewed?.score ?? null,
      scoreReason: reviewed?.final == null ? '' : reviewed.reason,
      keyResults: facts.map(({ printed }) => printed),
      initiatives: listAt(index.initiativesByObjective, objective.id).map((initiative) =>
        initiativeFacts(initiative, context),
      ),
    },
  }
}

function headOf(
  live: readonly BuiltObjective[],
  active: readonly KeyResultFacts[],
  initiatives: readonly ReportInitiative[],
  garage: readonly ReportInitiative[],
): ReportHead {
  const progress = live.flatMap(({ printed }) => printed.progress ?? [])
  const scores = live.flatMap(({ printed }) => printed.score ?? [])
  const planned = initiatives.filter(({ state }) => state !== 'dropped')
  return {
    progress: mean(progress),
    progressOf: progress.length,
    score: mean(scores),
    objectives: live.length,
    reached: active.filter(({ printed }) => printed.status === 'done').length,
    keyResults: active.length,
    initiatives: initiatives.length,
    initiativesDone: initiatives.filter(({ state }) => state === 'done').length,
    initiativesDropped: initiatives.filter(({ state }) => state === 'dropped').length,
    initiativesInGarage: garage.filter(isOpen).length,
    checkInsDone: active.reduce((sum, { printed }) => sum + printed.checkInsDone, 0),
    checkInsDue: active.reduce((sum, { printed }) => sum + printed.checkInsDue, 0),
    notStarted: active.filter(isMeasured('not-started')).length,
    unmeasured: active.filter(isMeasured('unmeasured')).length,
    effortDays: planned.reduce((sum, { effortDays }) => sum + (effortDays ?? 0), 0),
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length
}

/** The printed numbers: objectives by their order, key results by their place on the road: `2.3`. */
export function numbersOf(
  index: PlanIndex,
  objectives: readonly Objective[],
): ReadonlyMap<Id, string> {
  const numbers = new Map<Id, string>()
  objectives.forEach(({ id }, i) => {
    listAt(index.keyResultsByObjective, id).forEach((keyResult, k) => {
      numbers.set(keyResult.id, `${String(i + 1)}.${String(k + 1)}`)
    })
  })
  return numbers
}

function isMeasured(state: KeyResultFacts['printed']['measured']) {
  return ({ printed }: KeyResultFacts) => printed.measured === state
}

function numbered({ printed }: KeyResultFacts) {
  return { number: printed.number, title: printed.title }
}

function weakestNumber(rolled: RollUp, { numbers }: ReportContext): string | null {
  return rolled.weakestId === null ? null : (numbers.get(rolled.weakestId) ?? null)
}

function parentTitle(plan: Plan, { parent }: Objective): string | null {
  if (parent === null) return null
  const map = parent.kind === 'objective' ? plan.objective : plan.keyResult
  return map.get(parent.id)?.title ?? null
}

function supporters(
  objective: Objective,
  facts: readonly KeyResultFacts[],
  { index, objectiveNumbers }: ReportContext,
): readonly string[] {
  const parents = [
    refKey({ kind: 'objective', id: objective.id }),
    ...facts.map(({ keyResult }) => refKey({ kind: 'keyResult', id: keyResult.id })),
  ]
  return parents
    .flatMap((parent) => listAt(index.childrenByParent, parent))
    .flatMap((child) => objectiveNumbers.get(child.id) ?? [])
}

/** Wins or lessons of the cycle's days up to the day of the report, oldest first. */
function entriesOf(
  type: 'win' | 'lesson',
  { plan, cycle, today }: ReportContext,
): readonly ReportEntry[] {
  const until = minDay(cycle.endOn, today)
  return [...plan.journalEntry.values()]
    .filter((entry) => entry.type === type && entry.day >= cycle.startOn && entry.day <= until)
    .sort((a, b) => (a.day + a.at + a.id < b.day + b.at + b.id ? -1 : 1))
    .map(({ day, text, authorId }) => ({ day, text, author: personName(plan, authorId) }))
}

/** The title of whatever has this id. */
function titleOf(plan: Plan, id: Id): string {
  for (const kind of MAPPED_KINDS) {
    const thing = plan[kind].get(id)
    if (!thing) continue
    if ('title' in thing) return thing.title
    if ('name' in thing) return thing.name
  }
  return plan.meta.id === id ? plan.meta.name : 'something that is gone'
}
