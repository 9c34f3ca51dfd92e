import { carriedBefore } from '../cycle/carried-things.ts'
import { formatMetric, formatNumber } from '../key-result/value-format.ts'
import type { Id } from '../plan/field.ts'
import { listAt } from '../plan/plan-index.ts'
import { buildReport } from '../report/build-report.ts'
import type { Block, Line } from '../report/document.ts'
import { cell, heading, note, ours, row, table, theirCell, theirs } from '../report/document.ts'
import { drawJourney, JOURNEY_SIZES } from '../report/journey-drawing.ts'
import { printDay } from '../report/printed-number.ts'
import type { ReportModel, ReportObjective } from '../report/report-model.ts'
import { drawRoute } from '../report/route-drawing.ts'
import { describeRoute, sceneOf } from '../report/route-of-model.ts'
import type { Minutes } from './minutes-context.ts'
import { nameOf, objectivesOf } from './minutes-context.ts'

/** The route as it was left: drawn whole, then each objective with its road, key results and initiatives. */
export function routeBlocks(minutes: Minutes): readonly Block[] {
  const { plan, index, workshop, today } = minutes
  const objectives = objectivesOf(minutes)
  const { cycleId } = workshop
  if (cycleId === null || objectives.length === 0) return []
  const model = buildReport(plan, index, { kind: 'plan', cycleId, today })
  const drawn = model.objectives.filter(
    ({ state, keyResults }) =>
      state !== 'dropped' && keyResults.some((keyResult) => keyResult.state === 'active'),
  )
  const whole: readonly Block[] =
    drawn.length === 0
      ? []
      : [{ type: 'drawing', drawing: drawRoute(sceneOf(model), describeRoute(model, 'words')) }]
  return [
    heading(2, [ours('The route')]),
    ...whole,
    ...objectives.flatMap((objective) => {
      const facts = drawn.find(({ id }) => id === objective.id)
      const tables = [
        ...keyResultTable(minutes, objective.id),
        ...initiativeTable(minutes, objective.id),
      ]
      return [
        heading(
          3,
          [theirs(objective.title)],
          objective.ownerId === null ? null : [theirs(nameOf(plan, objective.ownerId) ?? '')],
        ),
        ...(objective.why.trim() === '' ? [] : [note(theirs(objective.why))]),
        ...(facts ? [journeyBlock(facts, model)] : []),
        // A heading with nothing under it would hold on to what follows, and tear that on paper.
        ...(tables.length === 0 ? [note(ours('No key result and no initiative yet.'))] : tables),
      ]
    }),
  ]
}

function journeyBlock(objective: ReportObjective, model: ReportModel): Block {
  return { type: 'drawing', drawing: drawJourney(objective, model, 'words', JOURNEY_SIZES.page) }
}

function keyResultTable({ plan, index }: Minutes, objectiveId: Id): readonly Block[] {
  const rows = listAt(index.keyResultsByObjective, objectiveId)
    .filter(({ state }) => state === 'active')
    .map((each) =>
      row(
        [[theirs(each.title)]],
        cell(formatMetric(each.metric)),
        cell(printDay(each.dueOn, 'words')),
        theirCell(nameOf(plan, each.ownerId)),
      ),
    )
  if (rows.length === 0) return []
  return [
    table(
      'Key results',
      [
        ['Key result', 4],
        ['From and to', 2],
        ['Due', 2],
        ['Owner', 2],
      ],
      rows,
    ),
  ]
}

function initiativeTable({ plan, index }: Minutes, objectiveId: Id): readonly Block[] {
  const rows = listAt(index.initiativesByObjective, objectiveId)
    .filter(({ state }) => state !== 'dropped')
    .map((each) =>
      row(
        [[theirs(each.title)]],
        theirCell(nameOf(plan, each.ownerId)),
        cell(each.dueOn === null ? '–' : printDay(each.dueOn, 'words')),
        cell(each.effortDays === null ? '–' : `${formatNumber(each.effortDays)} days`),
      ),
    )
  if (rows.length === 0) return []
  return [
    table(
      'Initiatives',
      [
        ['Initiative', 4],
        ['Owner', 2],
        ['Due', 2],
        ['Effort', 1, 'end'],
      ],
      rows,
    ),
  ]
}

/** What came along from the cycles before, with where it comes from. */
export function carriedBlocks({ plan, workshop }: Minutes): readonly Block[] {
  if (workshop.cycleId === null) return []
  const items = [...carriedBefore(plan, workshop.cycleId)].flatMap(([from, to]): Line[] => {
    const thing = plan.objective.get(to) ?? plan.keyResult.get(to) ?? plan.initiative.get(to)
    const before =
      plan.objective.get(from)?.cycleId ??
      plan.initiative.get(from)?.cycleId ??
      plan.objective.get(plan.keyResult.get(from)?.objectiveId ?? '')?.cycleId
    if (!thing) return []
    const cycle = plan.cycle.get(before ?? '')
    return [
      [
        ours(`${KIND_WORDS[thing.kind]}: `),
        theirs(thing.title),
        ...(cycle ? [ours(' · from '), theirs(cycle.name)] : []),
      ],
    ]
  })
  return items.length === 0 ? [] : [heading(2, [ours('Carried over')]), { type: 'list', items }]
}

const KIND_WORDS = {
  objective: 'Objective',
  keyResult: 'Key result',
  initiative: 'Initiative',
} as const
