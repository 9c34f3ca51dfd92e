import { address, ours, theirs } from './document.ts'
import type { Block, Cell, Column, Line, Row } from './document.ts'
import { joined } from './line-words.ts'
import { count, printDayIn, printNumber, printPercent, printShare } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportInitiative, ReportModel } from './report-model.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import { STATE_TONES } from './status-words.ts'

const INITIATIVE_COLUMNS: readonly Column[] = [
  { label: 'Initiative', align: 'start', width: 38 },
  { label: 'Owner', align: 'start', width: 16 },
  { label: 'State', align: 'start', width: 15 },
  { label: 'Dates', align: 'start', width: 17 },
  { label: 'Serves', align: 'end', width: 14 },
]

/** A table of initiatives with state, owner, dates and what each serves. */
export function composeInitiatives(
  label: string,
  initiatives: readonly ReportInitiative[],
  model: ReportModel,
  dates: DateStyle,
): readonly Block[] {
  const year = model.cycle.endOn.slice(0, 4)
  const day = (value: string) => printDayIn(year, value, dates)
  return [
    {
      type: 'table',
      label,
      set: 'Initiatives',
      columns: INITIATIVE_COLUMNS,
      noteLabel: 'Notes',
      rows: initiatives.map((initiative) => initiativeRow(initiative, model, day)),
    },
  ]
}

function initiativeRow(
  initiative: ReportInitiative,
  model: ReportModel,
  day: (value: string) => string,
): Row {
  const isPlan = model.kind === 'plan'
  const facts: Line[] = []
  if (initiative.externalKey !== '') facts.push([theirs(initiative.externalKey)])
  if (!isPlan && initiative.tasks > 0)
    facts.push([ours(`${printNumber(initiative.tasksDone)} of ${count(initiative.tasks, 'task')}`)])
  if (!isPlan && initiative.state === 'in-progress')
    facts.push([ours(`${printPercent(initiative.done)} done`)])
  if (initiative.effortDays !== null)
    facts.push([ours(`effort ${count(initiative.effortDays, 'person-day')}`)])
  if (initiative.money !== null)
    facts.push([ours(`${printNumber(initiative.money)}\u00a0`), theirs(model.currency)])
  if (initiative.link.trim() !== '') facts.push([address(initiative.link)])
  const notes: Line[] = []
  if (initiative.stateReason.trim() !== '') notes.push([theirs(initiative.stateReason)])
  if (initiative.blocker !== null) notes.push([ours('Blocked: '), theirs(initiative.blocker)])
  if (!isPlan && initiative.isFlat)
    notes.push([ours('Work done, number flat', { strong: true, tone: 'warn' })])
  return {
    cells: [
      [[theirs(initiative.title)], joined(facts, ' · ')],
      [
        initiative.owner === null ? [ours('–')] : [theirs(initiative.owner)],
        ...(initiative.contributors.length === 0
          ? []
          : [
              joined(
                initiative.contributors.map((name) => [theirs(name)]),
                ', ',
              ),
            ]),
      ],
      stateCell(initiative, isPlan),
      datesCell(initiative, day),
      [[ours(servesWords(initiative))]],
    ],
    notes: [joined(notes, ' · ')],
    faded: initiative.state === 'dropped',
    data: [
      ['Start day', initiative.startOn ?? ''],
      ['Due day', initiative.dueOn ?? ''],
      ['Done', isPlan ? '' : initiative.done],
      ['Effort in person-days', initiative.effortDays ?? ''],
      ['Money', initiative.money ?? ''],
    ],
  }
}

function stateCell(initiative: ReportInitiative, isPlan: boolean): Cell {
  const word = ours(INITIATIVE_STATE_WORDS[initiative.state], {
    tone: STATE_TONES[initiative.state],
  })
  if (isPlan || initiative.lateDays === null) return [[word]]
  return [
    [word],
    [ours(`${count(initiative.lateDays, 'day')} late`, { strong: true, tone: 'bad' })],
  ]
}

function datesCell(initiative: ReportInitiative, day: (value: string) => string): Cell {
  const { startOn, dueOn, doneOn } = initiative
  const span =
    startOn !== null && dueOn !== null
      ? `${day(startOn)} – ${day(dueOn)}`
      : dueOn !== null
        ? `due ${day(dueOn)}`
        : startOn !== null
          ? `from ${day(startOn)}`
          : 'no dates'
  const lines: Line[] = [[ours(span)]]
  if (initiative.state === 'done' && doneOn !== null) lines.push([ours(`done ${day(doneOn)}`)])
  return lines
}

function servesWords({ serves }: ReportInitiative): string {
  if (serves.length === 0) return '–'
  if (serves.length === 1) return serves[0]?.number ?? '–'
  return serves.map(({ number, share }) => `${number}\u00a0(${printShare(share)})`).join(', ')
}
