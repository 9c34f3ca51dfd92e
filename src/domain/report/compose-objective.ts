import {
  address,
  cell,
  heading,
  note,
  ours,
  theirs,
  theirsWithLinks,
  valueCell,
} from './document.ts'
import type { Block, Cell, Column, Line, Row, Span } from './document.ts'
import { targetOf } from '../key-result/metric.ts'
import { drawJourney, JOURNEY_SIZES } from './journey-drawing.ts'
import { printMetric } from './metric-print.ts'
import type { ReportOptions } from './options.ts'
import {
  count,
  printDayIn,
  printNumber,
  printPercent,
  printScore,
  printShare,
} from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type {
  ReportInitiative,
  ReportKeyResult,
  ReportModel,
  ReportObjective,
} from './report-model.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import { STATUS_WORDS } from '../key-result/status.ts'
import { scoreTone } from '../retrospective/score.ts'
import { STATE_TONES, STATUS_TONES } from './status-words.ts'

/** One objective: its head, its key results with the rule behind each status, its initiatives. */
export function composeObjective(
  objective: ReportObjective,
  model: ReportModel,
  dates: DateStyle,
  journeys: ReportOptions['journeys'] = 'none',
): readonly Block[] {
  const blocks: Block[] = [
    heading(
      2,
      [ours(`Objective ${objective.number} · `), theirs(objective.title)],
      model.kind === 'plan' ? null : [ours(headNumber(objective))],
    ),
    note(...objectiveFacts(objective, model)),
  ]
  if (objective.why.trim() !== '')
    blocks.push({ type: 'text', look: 'prose', text: theirsWithLinks(objective.why) })
  if (journeys !== 'none' && objective.keyResults.length > 0)
    blocks.push({
      type: 'drawing',
      drawing: drawJourney(objective, model, dates, JOURNEY_SIZES[journeys]),
    })
  if (model.kind === 'review' && objective.keyResults.length > 0)
    blocks.push(note(...sentences(objective.reasons)))
  if (objective.keyResults.length === 0) blocks.push(note(ours('No key results yet.')))
  else blocks.push(keyResultTable(objective, model, dates))
  if (objective.initiatives.length > 0)
    blocks.push(
      heading(3, [ours('Initiatives')]),
      ...composeInitiatives(
        `Initiatives of objective ${objective.number}`,
        objective.initiatives,
        model,
        dates,
      ),
    )
  return blocks
}

function headNumber(objective: ReportObjective): string {
  if (objective.score !== null) return printScore(objective.score)
  return objective.progress === null ? '–' : printPercent(objective.progress)
}

function objectiveFacts(objective: ReportObjective, model: ReportModel): Line {
  const facts: Line[] = []
  if (objective.state === 'dropped')
    facts.push([ours('Dropped', { strong: true }), ...reason(objective.stateReason)])
  facts.push(
    objective.owner === null ? [ours('No owner')] : [ours('Owner '), theirs(objective.owner)],
    [ours(objective.type)],
  )
  if (objective.theme !== null) facts.push([ours('theme '), theirs(objective.theme)])
  if (model.kind === 'review') facts.push(...paceFacts(objective))
  if (objective.supportedBy.length > 0)
    facts.push([
      ours(
        `supported by ${objective.supportedBy.length === 1 ? 'objective' : 'objectives'} ${objective.supportedBy.join(', ')}`,
      ),
    ])
  if (objective.contributesTo !== null)
    facts.push([ours('contributes to '), theirs(objective.contributesTo)])
  if (objective.contribution.trim() !== '') facts.push([theirs(objective.contribution)])
  if (objective.scoreReason !== '') facts.push([ours('score: '), theirs(objective.scoreReason)])
  return joined(facts, ' · ')
}

function paceFacts(objective: ReportObjective): readonly Line[] {
  const facts: Line[] = []
  if (objective.expected !== null && objective.progress !== null)
    facts.push([
      ours(`expected ${printPercent(objective.expected)} by today, ${gapWords(objective.gap)}`),
    ])
  if (objective.keyResults.length > 0)
    facts.push([
      ours(STATUS_WORDS[objective.status], { strong: true, tone: STATUS_TONES[objective.status] }),
      ours(objective.weakest === null ? '' : `, the status of ${objective.weakest}`),
    ])
  return facts
}

function gapWords(gap: number | null): string {
  if (gap === null) return 'no verdict'
  const points = Math.round(Math.abs(gap) * 100)
  if (points === 0) return 'on pace'
  return `${count(points, 'point')} ${gap > 0 ? 'behind' : 'ahead'}`
}

const REVIEW_COLUMNS: readonly Column[] = [
  { label: 'Key result', align: 'start', width: 31 },
  { label: 'Baseline', align: 'start', width: 9.5 },
  { label: 'Target', align: 'start', width: 11.5 },
  { label: 'Now', align: 'start', width: 9.5 },
  { label: 'Progress', align: 'end', width: 8.5 },
  { label: 'Expected', align: 'end', width: 8.5 },
  { label: 'Confidence', align: 'end', width: 10 },
  { label: 'Status', align: 'end', width: 11.5 },
]
const PLAN_COLUMNS: readonly Column[] = [
  { label: 'Key result', align: 'start', width: 38 },
  { label: 'Baseline', align: 'start', width: 13 },
  { label: 'Target', align: 'start', width: 15 },
  { label: 'Owner', align: 'start', width: 15 },
  { label: 'Weight', align: 'end', width: 8 },
  { label: 'Due', align: 'end', width: 11 },
]

function keyResultTable(objective: ReportObjective, model: ReportModel, dates: DateStyle): Block {
  const isPlan = model.kind === 'plan'
  const total = objective.keyResults.filter(isCounted).reduce((sum, { weight }) => sum + weight, 0)
  const year = model.cycle.endOn.slice(0, 4)
  const day = (value: string) => printDayIn(year, value, dates)
  return {
    type: 'table',
    label: `Key results of objective ${objective.number}`,
    set: 'Key results',
    columns: isPlan
      ? PLAN_COLUMNS
      : objective.keyResults.some(({ score }) => score !== null)
        ? REVIEW_COLUMNS.with(7, { label: 'Score', align: 'end', width: 11.5 })
        : REVIEW_COLUMNS,
    noteLabel: isPlan ? 'Notes' : 'Facts and rule',
    rows: objective.keyResults.map((keyResult) =>
      isPlan ? planRow(keyResult, day, total) : reviewRow(keyResult, day, total, objective.type),
    ),
  }
}

function isCounted(keyResult: ReportKeyResult): boolean {
  return keyResult.state === 'active' && !keyResult.guardrail
}

function reviewRow(
  keyResult: ReportKeyResult,
  day: (value: string) => string,
  totalWeight: number,
  type: ReportObjective['type'],
): Row {
  const { baseline, target, now } = printMetric(keyResult)
  const facts: Line[] = [
    ...ownerFact(keyResult.owner),
    [ours(`due ${day(keyResult.dueOn)}`)],
    [ours(weightWords(keyResult, totalWeight))],
    [
      ours(
        `check-ins ${printNumber(keyResult.checkInsDone)} of ${printNumber(keyResult.checkInsDue)}`,
      ),
    ],
    ...rawFact(keyResult),
  ]
  return {
    cells: [
      titleCell(keyResult),
      cell(baseline),
      cell(target),
      cell(now),
      keyResult.measured === 'unmeasured' ? cell('–') : valueCell(keyResult.counted, printPercent),
      valueCell(keyResult.expected, printPercent),
      cell(confidenceWords(keyResult)),
      [[verdict(keyResult, type)]],
    ],
    notes: [
      joined([...stateFacts(keyResult), ...facts], ' · '),
      ...(keyResult.reasons.length > 0 ? [sentences(keyResult.reasons)] : []),
      joined([...scoreFacts(keyResult), ...noteFacts(keyResult)], ' · '),
    ],
    faded: keyResult.state !== 'active',
    data: keyResultData(keyResult),
  }
}

function planRow(
  keyResult: ReportKeyResult,
  day: (value: string) => string,
  totalWeight: number,
): Row {
  const { baseline, target } = printMetric(keyResult)
  const facts: Line[] = [[ours(keyResult.indicator)]]
  if (keyResult.wouldDo.trim() !== '')
    facts.push([ours('if it moved: '), theirs(keyResult.wouldDo)])
  if (keyResult.source.trim() !== '') facts.push([ours('source: '), theirs(keyResult.source)])
  return {
    cells: [
      titleCell(keyResult),
      cell(baseline),
      cell(target),
      keyResult.owner === null ? cell('–') : [[theirs(keyResult.owner)]],
      cell(weightShort(keyResult, totalWeight)),
      valueCell(keyResult.dueOn, day),
    ],
    notes: [
      joined([...stateFacts(keyResult), ...facts], ' · '),
      joined(noteFacts(keyResult), ' · '),
    ],
    faded: keyResult.state !== 'active',
    data: keyResultData(keyResult),
  }
}

/** The numbers of a key result that its cells and notes print with their units, as plain values. */
export function keyResultData(
  keyResult: ReportKeyResult,
): readonly (readonly [label: string, value: string | number])[] {
  const { metric } = keyResult
  const numbers: readonly (readonly [string, number | null])[] = [
    ['Baseline value', 'baseline' in metric ? metric.baseline : null],
    ['Target value', targetOf(metric)],
    ['Value now', keyResult.current],
    ['Raw progress', keyResult.raw],
    ['Weight', keyResult.weight],
    ['First confidence', keyResult.confidenceFrom],
    ['Last confidence', keyResult.confidenceTo],
    ['Check-ins done', keyResult.checkInsDone],
    ['Check-ins due', keyResult.checkInsDue],
  ]
  return [
    ['Number', keyResult.number],
    ['Unit', 'unit' in metric ? metric.unit : ''],
    ['Owner', keyResult.owner ?? ''],
    ['Due day', keyResult.dueOn],
    ...numbers.map(([label, value]) => [label, value ?? ''] as const),
  ]
}

export function titleCell(keyResult: Pick<ReportKeyResult, 'number' | 'title'>): Cell {
  return [[ours(`${keyResult.number} `, { tone: 'muted' }), theirs(keyResult.title)]]
}

function verdict(keyResult: ReportKeyResult, type: ReportObjective['type']): Span {
  const { score } = keyResult
  if (score !== null) return ours(printScore(score), { strong: true, tone: scoreTone(score, type) })
  if (keyResult.state !== 'active')
    return ours(keyResult.state === 'dropped' ? 'Dropped' : 'Retired', { tone: 'muted' })
  const { status } = keyResult
  return ours(STATUS_WORDS[status], { strong: true, tone: STATUS_TONES[status] })
}

/** The raw value where it lies outside 0–1: an overshoot, or the wrong way. */
function rawFact({ raw }: ReportKeyResult): readonly Line[] {
  if (raw === null || (raw >= 0 && raw <= 1)) return []
  return [[ours(`raw progress ${printPercent(raw)}`)]]
}

export function confidenceWords({ confidenceFrom, confidenceTo }: ReportKeyResult): string {
  if (confidenceTo === null) return '–'
  const to = printNumber(confidenceTo)
  return confidenceFrom === null ? to : `${printNumber(confidenceFrom)} → ${to}`
}

export function weightWords(keyResult: ReportKeyResult, total: number): string {
  if (keyResult.guardrail) return 'guardrail, not counted'
  if (keyResult.weight === 0) return 'watched, weight 0'
  return `weight ${weightShort(keyResult, total)}`
}

function weightShort(keyResult: ReportKeyResult, total: number): string {
  const weight = printNumber(keyResult.weight)
  if (keyResult.guardrail) return 'guardrail'
  return isCounted(keyResult) ? `${weight} of ${printNumber(total)}` : weight
}

/** Sentences of the rules; they quote titles, so they are kept apart like typed text. */
function sentences(reasons: readonly string[]): Line {
  return [theirs(reasons.map((sentence) => `${sentence}.`).join(' '))]
}

/** The proposed and the final score, and why they differ. */
function scoreFacts({ score, proposedScore, scoreReason }: ReportKeyResult): readonly Line[] {
  if (score === null) return []
  const proposed = proposedScore === null ? '' : `, proposed ${printScore(proposedScore)}`
  return [[ours(`Score ${printScore(score)}${proposed}`), ...reason(scoreReason)]]
}

function stateFacts(keyResult: ReportKeyResult): readonly Line[] {
  if (keyResult.state === 'active') return []
  const word = keyResult.state === 'dropped' ? 'Dropped' : 'Retired'
  return [[ours(word, { strong: true }), ...reason(keyResult.stateReason)]]
}

function noteFacts(keyResult: ReportKeyResult): readonly Line[] {
  const facts: Line[] = []
  if (keyResult.note.trim() !== '') facts.push(theirsWithLinks(keyResult.note))
  if (keyResult.link.trim() !== '' && !keyResult.note.includes(keyResult.link))
    facts.push([address(keyResult.link)])
  return facts
}

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

export function ownerFact(owner: string | null): readonly Line[] {
  return [owner === null ? [ours('no owner')] : [theirs(owner)]]
}

export function reason(text: string): Line {
  return text.trim() === '' ? [] : [ours(': '), theirs(text)]
}

/** Several lines as one, parted by `separator`; empty ones leave no trace. */
export function joined(lines: readonly Line[], separator: string): Line {
  const full = lines.filter((line) => line.some(({ text }) => text.trim() !== ''))
  return full.flatMap((line, i) => (i === 0 ? line : [ours(separator), ...line]))
}
