import type { Day } from '#domain/calendar/day.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import type { Objective } from '#domain/objective/objective.ts'
import { paceLine, shortPaceLine } from '#domain/objective/roll-up.ts'
import type { Id } from '#domain/plan/field.ts'
import { byOrder } from '#domain/plan/order-key.ts'
import { labelText } from '#domain/route/label-text.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { listAt, type PlanIndex } from '#domain/plan/plan-index.ts'
import { initiativeFigures, keyResultFigures, objectiveFigures } from '#store/figures.ts'
import { labelTextWidth } from './measure-text.ts'
import type { BarView, CheckpointView, LaneView } from './lane-view.ts'

type Sources = { readonly plan: Plan; readonly index: PlanIndex; readonly today: Day }

type Kept = { readonly inputs: readonly unknown[]; readonly view: LaneView }
const kept = new Map<Id, Kept>()

/**
 * The first `count` lanes of a cycle in the order of the plan. A lane keeps its identity while nothing in it
 * changes.
 */
export function laneViews(sources: Sources, cycle: Cycle, count = Infinity): readonly LaneView[] {
  const objectives = listAt(sources.index.objectivesByCycle, cycle.id)
  if (kept.size > objectives.length * 2 + 64) kept.clear()
  return objectives.slice(0, count).map((objective) => laneView(sources, cycle, objective))
}

/**
 * The objective on whose road an initiative is drawn: that of the key result with its largest share. It is
 * drawn once, however many it serves.
 */
export function homeOf(plan: Plan, { serves }: Pick<Initiative, 'serves'>): Id | null {
  let largest = serves[0]
  for (const each of serves) if (largest && each.share > largest.share) largest = each
  return (largest && plan.keyResult.get(largest.keyResultId)?.objectiveId) ?? null
}

/** The objectives of the key results that an initiative serves, as one text to compare. */
function roadsOf(plan: Plan, { serves }: Initiative): string {
  return serves.map((each) => plan.keyResult.get(each.keyResultId)?.objectiveId ?? '').join(' ')
}

function laneView(sources: Sources, cycle: Cycle, objective: Objective): LaneView {
  const { plan, index, today } = sources
  const keyResults = listAt(index.keyResultsByObjective, objective.id)
  const initiatives = listAt(index.initiativesByObjective, objective.id)
  const inputs: unknown[] = [objective, keyResults, initiatives, cycle, today]
  inputs.push(plan.person, plan.meta.settings)
  for (const { id } of keyResults) inputs.push(listAt(index.checkInsByKeyResult, id))
  // With several key results it also depends on others on whose road a bar stands, and where its curves lead.
  for (const each of initiatives) if (each.serves.length > 1) inputs.push(roadsOf(plan, each))
  const known = kept.get(objective.id)
  if (known?.inputs.length === inputs.length && known.inputs.every((v, i) => v === inputs[i]))
    return known.view
  const view = buildLane(sources, objective, keyResults, initiatives)
  kept.set(objective.id, { inputs, view })
  return view
}

function buildLane(
  sources: Sources,
  objective: Objective,
  keyResults: readonly KeyResult[],
  initiatives: readonly Initiative[],
): LaneView {
  const { plan } = sources
  const rolled = objectiveFigures(sources, objective)
  const confidence = rolled?.confidence ?? null
  const words = rolled ? paceLine(rolled) : ''
  const checkpoints = new Map<Id, CheckpointView>()
  for (const keyResult of keyResults)
    checkpoints.set(keyResult.id, checkpointView(sources, keyResult))
  const bars = new Map<Id, BarView>()
  const own = initiatives.filter((each) => homeOf(plan, each) === objective.id).sort(byOrder)
  for (const initiative of own) {
    const { serves } = initiative
    const { share, isLate, flatKeyResultIds } = initiativeFigures(sources, initiative)
    bars.set(initiative.id, {
      initiative,
      owner: plan.person.get(initiative.ownerId ?? '') ?? null,
      share,
      isLate,
      isFlat: flatKeyResultIds.length > 0,
      elsewhere: serves.filter((each) => !checkpoints.has(each.keyResultId)).length,
    })
  }
  const crossings = own.flatMap(({ id: initiativeId, serves }) =>
    serves.length < 2
      ? []
      : serves.flatMap(({ keyResultId }) => {
          const objectiveId = plan.keyResult.get(keyResultId)?.objectiveId ?? objective.id
          return objectiveId === objective.id ? [] : { initiativeId, objectiveId, keyResultId }
        }),
  )
  return {
    objective,
    owner: plan.person.get(objective.ownerId ?? '') ?? null,
    progress: rolled?.progress ?? null,
    status: rolled?.status ?? 'not-started',
    statusWords: words,
    statusShort: shortPaceLine(words),
    confidence: confidence === null ? null : Math.round(confidence),
    checkpoints,
    bars,
    crossings,
    input: {
      objectiveId: objective.id,
      progress: rolled?.progress ?? null,
      expected: rolled?.expected ?? null,
      checkpoints: [...checkpoints.values()].map(({ keyResult: { id, dueOn }, label }) => ({
        id,
        dueOn,
        ...label,
        ...widthOf(`${label.title} ${label.measure}`),
      })),
      bars: own.map(({ id, title, startOn, dueOn, serves }) => ({
        id,
        title,
        startOn,
        dueOn,
        serves: serves.map((each) => each.keyResultId),
      })),
    },
  }
}

function checkpointView(sources: Sources, keyResult: KeyResult): CheckpointView {
  const measure = formatMetric(keyResult.metric)
  const figures = keyResultFigures(sources, keyResult)
  const status = figures?.status ?? 'not-started'
  return {
    keyResult,
    measure,
    label: labelText(keyResult.title, measure),
    share: figures?.progress.state === 'measured' ? figures.progress.counted : null,
    status,
    isReached: status === 'done',
  }
}

function widthOf(text: string): { readonly textWidth?: number } {
  const textWidth = labelTextWidth(text)
  return textWidth === undefined ? {} : { textWidth }
}
