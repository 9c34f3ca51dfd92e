import type { Day } from '../calendar/day.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import type { Block, ReportDocument, Section } from '../report/document.ts'
import { ours, theirs } from '../report/document.ts'
import { printDay, printDayIn } from '../report/printed-number.ts'
import { footOf } from '../report/report-frame.ts'
import { agendaBlocks, presentBlocks } from './minutes-agenda.ts'
import { agreementBlocks, cardBlocks, concernBlocks, parkingBlocks } from './minutes-cards.ts'
import type { Minutes } from './minutes-context.ts'
import { peopleOf } from './minutes-context.ts'
import { checklistBlocks, decisionBlocks, voteBlocks } from './minutes-decisions.ts'
import { sheetBlocks, whoDoesWhatBlocks } from './minutes-people.ts'
import { carriedBlocks, routeBlocks } from './minutes-route.ts'
import { partsByPerson } from './people-parts.ts'
import type { Workshop } from './workshop.ts'

/** How the plan came to be the one of its day: a finished workshop's is that of its end, if that is known. */
export type Stood = 'now' | 'at-end' | 'taken-in' | 'end-unknown'

type MinutesOptions = {
  /** The day of the plan. */
  readonly today: Day
  readonly stood: Stood
  /** Clock times in the room's own zone. */
  readonly time: (moment: string) => string
  /** Days in the room's own zone. */
  readonly dayOf: (moment: string) => Day
}

/** Of which day the plan is, in words. */
export function stoodWords(stood: Stood, day: Day): string {
  const on = printDay(day, 'words')
  switch (stood) {
    case 'now':
      return `The plan as it stands on ${on}`
    case 'at-end':
      return `The plan as it stood on ${on}, when the workshop ended`
    case 'taken-in':
      return `The plan as it stood on ${on}, when the finished workshop was taken in`
    case 'end-unknown':
      return `The plan as it stands on ${on}; how it stood when the workshop ended is not known here`
  }
}

/** The clock time; after midnight, or when a workshop goes on another day, with its day. */
function timeIn({ startedAt }: Workshop, { time, dayOf }: MinutesOptions): Minutes['time'] {
  const day = startedAt === null ? null : dayOf(startedAt)
  return (moment) =>
    day === null || dayOf(moment) === day
      ? time(moment)
      : `${printDayIn(day.slice(0, 4), dayOf(moment), 'words')}, ${time(moment)}`
}

/**
 * The minutes of a workshop as report blocks: agenda with real times, decisions with their votes, the
 * route as a drawing and in words, who does what, parking lot, agreements; a sheet for each person at the
 * end.
 */
export function minutesModel(
  plan: Plan,
  index: PlanIndex,
  workshop: Workshop,
  options: MinutesOptions,
): ReportDocument {
  const minutes: Minutes = {
    plan,
    index,
    workshop,
    ...options,
    time: timeIn(workshop, options),
    parts: partsByPerson(plan, workshop),
  }
  return framed(minutes, options, [
    ['people', presentBlocks(minutes)],
    ['agenda', agendaBlocks(minutes)],
    ['decisions', decisionBlocks(minutes)],
    ['votes', voteBlocks(minutes)],
    ['carried', carriedBlocks(minutes)],
    ['route', routeBlocks(minutes)],
    ['who', whoDoesWhatBlocks(minutes)],
    ['checklist', checklistBlocks(minutes)],
    ['concerns', concernBlocks(minutes)],
    ['cards', cardBlocks(minutes)],
    ['parking', parkingBlocks(minutes)],
    ['agreements', agreementBlocks(minutes)],
    ...peopleOf(minutes).map((id): readonly [string, readonly Block[]] => [
      `sheet-${id}`,
      sheetBlocks(minutes, id),
    ]),
  ])
}

/** The sheet of one person alone, as a document of its own. */
export function personSheet(
  plan: Plan,
  index: PlanIndex,
  workshop: Workshop,
  personId: Id,
  options: MinutesOptions,
): ReportDocument {
  const whole = minutesModel(plan, index, workshop, options)
  const name = plan.person.get(personId)?.name ?? ''
  return {
    ...whole,
    title: `${whole.title} – ${name.replace(/\s+/gu, ' ')}`,
    sections: whole.sections.filter(({ id }) => id === `sheet-${personId}`),
  }
}

function framed(
  { plan, workshop }: Minutes,
  { today, stood, dayOf }: MinutesOptions,
  parts: readonly (readonly [string, readonly Block[]])[],
): ReportDocument {
  const day = workshop.startedAt === null ? today : dayOf(workshop.startedAt)
  const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
  return {
    title: `${oneLine(plan.meta.name)} – ${oneLine(workshop.name)} – Minutes`,
    overline: [ours('Workshop minutes · '), theirs(plan.meta.name)],
    heading: [theirs(workshop.name)],
    subtitle: [ours(`${printDay(day, 'words')} · ${stoodWords(stood, today)}`)],
    sections: parts
      .filter(([, blocks]) => blocks.length > 0)
      .map(([id, blocks]): Section => ({ id, blocks })),
    footer: footOf([plan.meta.name, workshop.name], `Minutes, ${printDay(day, 'words')}`),
  }
}
