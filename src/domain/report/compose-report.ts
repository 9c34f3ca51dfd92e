import { daysBetween } from '../calendar/day.ts'
import { composeAttention } from './compose-attention.ts'
import { composeInitiatives } from './compose-initiatives.ts'
import { composeObjective } from './compose-objective.ts'
import { composeDetours, composeJournal, composeNotDoing } from './compose-story.ts'
import { composeRules } from './compose-rules.ts'
import { heading, note, ours, theirs, theirsWithLinks } from './document.ts'
import type { Block, Figure, Line, ReportDocument, Span } from './document.ts'
import type { ReportOptions, SectionId } from './options.ts'
import {
  count,
  printDay,
  printNumber,
  printPercent,
  printScore,
  printSpan,
} from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import { framed } from './report-frame.ts'
import type { ReportModel } from './report-model.ts'
import { describeRoute, sceneOf } from './route-of-model.ts'
import { drawRoute } from './route-drawing.ts'

/** The document of a model: its parts in the order asked for, every number in its printed form. */
export function composeReport(model: ReportModel, options: ReportOptions): ReportDocument {
  const { dates } = options
  return framed(
    {
      kind: model.kind,
      planName: model.planName,
      subject: model.cycle.name,
      heading: cycleHeading(model.cycle, dates),
      subtitle: subtitleOf(model, dates),
      today: model.today,
      compose: (id) => composeSection(id, model, options),
    },
    options,
  )
}

function composeSection(
  id: SectionId,
  model: ReportModel,
  { dates, journeys }: ReportOptions,
): readonly Block[] {
  switch (id) {
    case 'figures':
      return composeFigures(model)
    case 'route':
      return composeRoute(model, dates)
    case 'objectives':
      return [
        ...model.objectives.flatMap((objective) =>
          composeObjective(objective, model, dates, journeys),
        ),
        ...composeGarage(model, dates),
      ]
    case 'attention':
      return composeAttention(model, dates)
    case 'detours':
      return composeDetours(model, dates)
    case 'journal':
      return composeJournal(model, dates)
    case 'not-doing':
      return composeNotDoing(model)
    case 'rules':
      return composeRules(model, dates)
    default:
      return []
  }
}

function composeFigures(model: ReportModel): readonly Block[] {
  const blocks: Block[] = [{ type: 'figures', figures: figuresOf(model) }]
  const { unmeasured, notStarted } = model.head
  const sentences: string[] = []
  if (model.kind === 'review' && notStarted > 0)
    sentences.push(
      `${count(notStarted, 'key result')} without a check-in ${notStarted === 1 ? 'is' : 'are'} not started and ${notStarted === 1 ? 'counts' : 'count'} as 0.`,
    )
  if (unmeasured > 0)
    sentences.push(
      model.kind === 'plan'
        ? `${count(unmeasured, 'key result')} ${unmeasured === 1 ? 'is' : 'are'} not measured yet.`
        : `${count(unmeasured, 'key result')} ${unmeasured === 1 ? 'is' : 'are'} not measured yet and ${unmeasured === 1 ? 'counts' : 'count'} as 0; an objective without any measured one has no progress.`,
    )
  if (sentences.length > 0) blocks.push(note(ours(sentences.join(' '))))
  if (model.direction.trim() !== '')
    blocks.push({ type: 'text', look: 'prose', text: theirsWithLinks(model.direction) })
  return blocks
}

function figuresOf(model: ReportModel): readonly Figure[] {
  const { head } = model
  if (model.kind === 'plan')
    return [
      {
        value: printNumber(head.objectives),
        label: plural(head.objectives, 'objective'),
      },
      {
        value: printNumber(head.keyResults),
        label: `${plural(head.keyResults, 'key result')}, ${printNumber(head.unmeasured)} without a measure`,
      },
      {
        value: printNumber(head.initiatives - head.initiativesInGarage),
        label: `${plural(head.initiatives - head.initiativesInGarage, 'initiative')} on the route, ${printNumber(head.initiativesInGarage)} in the Garage`,
      },
      { value: printNumber(head.effortDays), label: 'person-days of effort planned' },
    ]
  const average: Figure =
    head.score === null
      ? {
          value: head.progress === null ? '–' : printPercent(head.progress),
          label: `average progress of ${count(head.progressOf, 'objective')}`,
        }
      : { value: printScore(head.score), label: 'average score' }
  return [
    average,
    {
      value: `${printNumber(head.reached)} of ${printNumber(head.keyResults)}`,
      label: 'key results reached',
    },
    {
      value: printNumber(head.initiativesDone),
      label: `of ${count(head.initiatives, 'initiative')} done, ${printNumber(head.initiativesDropped)} dropped`,
    },
    {
      value: `${printNumber(head.checkInsDone)} of ${printNumber(head.checkInsDue)}`,
      label: 'check-ins done',
    },
  ]
}

/** The roads of all objectives, in one picture with its legend. */
export function composeRoute(model: ReportModel, dates: DateStyle): readonly Block[] {
  const isPlan = model.kind === 'plan'
  if (model.objectives.length === 0)
    return [
      heading(2, [ours(isPlan ? 'The route ahead' : 'The route we drove')]),
      note(
        ours(
          model.only.length === 0
            ? 'This cycle has no objectives yet.'
            : 'No objective of this cycle is theirs.',
        ),
      ),
    ]
  const legend = isPlan
    ? 'Each road runs from the first to the last day of the cycle. Discs are the key results on their due days.'
    : 'Each road is coloured as far as its objective has come. The dashed bar is where the pace expects it today. Discs are the key results on their due days: filled with a tick when reached, open when not, with a number when several stand together.'
  return [
    heading(2, [ours(isPlan ? 'The route ahead' : 'The route we drove')]),
    { type: 'drawing', drawing: drawRoute(sceneOf(model), describeRoute(model, dates), dates) },
    note(ours(legend)),
  ]
}

function composeGarage(model: ReportModel, dates: DateStyle): readonly Block[] {
  if (model.garage.length === 0) return []
  return [
    heading(
      2,
      [ours('Off the route: the Garage')],
      [ours(count(model.garage.length, 'initiative'))],
    ),
    note(ours('These initiatives serve no key result.')),
    ...composeInitiatives('Initiatives in the Garage', model.garage, model, dates),
  ]
}

/** The day of the report, where it lies in the cycle, and how fresh the data is. */
export function subtitleOf(model: ReportModel, dates: DateStyle): readonly Span[] {
  const { startOn, endOn, state } = model.cycle
  const days = daysBetween(startOn, endOn) + 1
  const day = daysBetween(startOn, model.today) + 1
  const where =
    day < 1
      ? `${count(1 - day, 'day')} before the start`
      : day > days
        ? `${count(day - days, 'day')} after the end`
        : `day ${printNumber(day)} of ${printNumber(days)}`
  const data =
    model.dataOn === null ? 'no check-in yet' : `newest check-in ${printDay(model.dataOn, dates)}`
  const parts = [
    `State of ${printDay(model.today, dates)}`,
    where,
    `cycle ${STATE_OF_CYCLE[state]}`,
  ]
  if (model.kind === 'review') parts.push(data)
  if (model.only.length === 0) return [ours(parts.join(' · '))]
  return [
    ours(`${parts.join(' · ')} · figures of the whole cycle, lists only of `),
    theirs(model.only.join(', ')),
  ]
}

const STATE_OF_CYCLE = {
  planning: 'in planning',
  active: 'under way',
  review: 'in review',
  closed: 'closed',
} as const

type CycleFacts = Pick<ReportModel['cycle'], 'name' | 'startOn' | 'endOn'>

/** The head line of a report on one cycle: its name and its days. */
export function cycleHeading(cycle: CycleFacts, dates: DateStyle): Line {
  return [theirs(cycle.name), ours(`: ${cycleSpan(cycle, dates)}`)]
}

/** First and last day of the cycle; the year is left to the cycle's name where that has it. */
function cycleSpan(cycle: CycleFacts, dates: DateStyle): string {
  const span = printSpan(cycle.startOn, cycle.endOn, dates)
  const year = cycle.endOn.slice(0, 4)
  const isSaid = cycle.name.includes(year) && cycle.startOn.startsWith(year)
  return dates === 'words' && isSaid ? span.slice(0, -6) : span
}

function plural(number: number, word: string): string {
  return number === 1 ? word : `${word}s`
}
