import { stepsInWords } from '../check-in/value-origin.ts'
import { targetOf } from '../key-result/metric.ts'
import { STATUS_WORDS } from '../key-result/status.ts'
import { scoreTone } from '../retrospective/score.ts'
import { address, cell, ours, theirs, theirsWithLinks, valueCell } from './document.ts'
import type { Block, Cell, Column, Line, Row, Span } from './document.ts'
import { joined, reason, sentences } from './line-words.ts'
import { printMetric } from './metric-print.ts'
import { printDayIn, printNumber, printPercent, printScore, printShare } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportKeyResult, ReportModel, ReportObjective } from './report-model.ts'
import { STATUS_TONES } from './status-words.ts'

const REVIEW_COLUMNS: readonly Column[] = [
  { label: 'Key result', align: 'start', width: 27 },
  { label: 'Baseline', align: 'start', width: 11.5 },
  { label: 'Target', align: 'start', width: 11.5 },
  { label: 'Now', align: 'start', width: 11.5 },
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

/** The key results of an objective; in a review each with the rule behind its status. */
export function keyResultTable(
  objective: ReportObjective,
  model: ReportModel,
  dates: DateStyle,
): Block {
  const label = `Key results of objective ${objective.number}`
  const chosen = objective.keyResults.map((keyResult) => ({ keyResult, objective }))
  return chosenKeyResults({ label, set: 'Key results' }, chosen, model, dates)
}

/** Key results of any objectives in one table, each with what its figures are worked out from. */
export function chosenKeyResults(
  named: { readonly label: string; readonly set: string },
  chosen: readonly { readonly keyResult: ReportKeyResult; readonly objective: ReportObjective }[],
  model: ReportModel,
  dates: DateStyle,
): Block {
  const isPlan = model.kind === 'plan'
  const year = model.cycle.endOn.slice(0, 4)
  const day = (value: string) => printDayIn(year, value, dates)
  return {
    type: 'table',
    ...named,
    columns: isPlan
      ? PLAN_COLUMNS
      : chosen.some(({ keyResult }) => keyResult.score !== null)
        ? REVIEW_COLUMNS.with(7, { label: 'Score', align: 'end', width: 11.5 })
        : REVIEW_COLUMNS,
    noteLabel: isPlan ? 'Notes' : 'Facts and rule',
    rows: chosen.map(({ keyResult, objective }) =>
      isPlan
        ? planRow(keyResult, day, totalWeight(objective))
        : reviewRow(keyResult, day, totalWeight(objective), objective.type),
    ),
  }
}

function totalWeight({ keyResults }: ReportObjective): number {
  return keyResults.filter(isCounted).reduce((sum, { weight }) => sum + weight, 0)
}

function isCounted(keyResult: ReportKeyResult): boolean {
  return keyResult.state === 'active' && !keyResult.guardrail
}

function reviewRow(
  keyResult: ReportKeyResult,
  day: (value: string) => string,
  total: number,
  type: ReportObjective['type'],
): Row {
  const { baseline, target, now } = printMetric(keyResult)
  const facts: Line[] = [
    ...ownerFact(keyResult.owner),
    [ours(`due ${day(keyResult.dueOn)}`)],
    [ours(weightWords(keyResult, total))],
    [
      ours(
        `check-ins ${printNumber(keyResult.checkInsDone)} of ${printNumber(keyResult.checkInsDue)}`,
      ),
    ],
    ...rawFact(keyResult),
    ...originFacts(keyResult, day),
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

function planRow(keyResult: ReportKeyResult, day: (value: string) => string, total: number): Row {
  const { baseline, target } = printMetric(keyResult)
  const facts: Line[] = [[ours(keyResult.indicator)]]
  if (keyResult.wouldDo.trim() !== '')
    facts.push([ours('if it moved: '), theirs(keyResult.wouldDo)])
  if (keyResult.source.trim() !== '') facts.push([ours('source: '), theirs(keyResult.source)])
  facts.push(...planLineFacts(keyResult.planLine, day))
  return {
    cells: [
      titleCell(keyResult),
      cell(baseline),
      cell(target),
      keyResult.owner === null ? cell('–') : [[theirs(keyResult.owner)]],
      cell(weightShort(keyResult, total)),
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
    ['Value of', keyResult.valueFrom?.on ?? ''],
    ['Value by', keyResult.valueFrom?.author ?? ''],
    ['Value is', keyResult.valueFrom?.origin ?? ''],
    ...numbers.map(([label, value]) => [label, value ?? ''] as const),
  ]
}

/** Number and title of a key result. */
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

/** Where a value comes from and what its progress and pace are worked out with, as far as no cell says it. */
export function originFacts(
  { band, valueFrom, planLine, source }: ReportKeyResult,
  day: (value: string) => string,
): readonly Line[] {
  const facts: Line[] = []
  if (band !== null)
    facts.push([ours(`inside ${printNumber(band.hits)} of ${printNumber(band.of)} times`)])
  if (valueFrom !== null)
    facts.push([
      ours(`value ${originWords(valueFrom)}`),
      ...(valueFrom.author === null ? [] : [ours(' by '), theirs(valueFrom.author)]),
      ours(` on ${day(valueFrom.on)}`),
    ])
  if (source.trim() !== '') facts.push([ours('source: '), theirs(source)])
  return [...facts, ...planLineFacts(planLine, day)]
}

/** `typed`, `computed from 3 of 5 steps, ticked`: how a value came to be, without who did it. */
function originWords({
  origin,
  steps,
  isTickedInPlan,
}: NonNullable<ReportKeyResult['valueFrom']>): string {
  if (steps === null) return origin
  return `computed from ${stepsInWords(steps)}, ticked${isTickedInPlan ? ' in the plan' : ''}`
}

/** A plan line that is not even: without it nobody could work out what was expected. */
function planLineFacts(
  planLine: ReportKeyResult['planLine'],
  day: (value: string) => string,
): readonly Line[] {
  if (planLine.type === 'even') return []
  if (planLine.type === 'back-loaded')
    return [[ours('plan line back-loaded: the share of time, squared')]]
  const steps = planLine.steps.map(({ on, expected }) => `${printShare(expected)} from ${day(on)}`)
  return [[ours(`plan line by steps: ${steps.join(', ')}`)]]
}

/** The raw value where it lies outside 0–1: an overshoot, or the wrong way. */
function rawFact({ raw }: ReportKeyResult): readonly Line[] {
  if (raw === null || (raw >= 0 && raw <= 1)) return []
  return [[ours(`raw progress ${printPercent(raw)}`)]]
}

/** First and last confidence: `7 → 5`. */
export function confidenceWords({ confidenceFrom, confidenceTo }: ReportKeyResult): string {
  if (confidenceTo === null) return '–'
  const to = printNumber(confidenceTo)
  return confidenceFrom === null ? to : `${printNumber(confidenceFrom)} → ${to}`
}

/** What a key result weighs in its objective, of `total`. */
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

function ownerFact(owner: string | null): readonly Line[] {
  return [owner === null ? [ours('no owner')] : [theirs(owner)]]
}
