import { daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import type { ReviewedKeyResult, ReviewedObjective } from '../retrospective/review.ts'
import {
  confidenceWords,
  keyResultData,
  originFacts,
  titleCell,
  weightWords,
} from './compose-key-results.ts'
import { cell, heading, note, ours, theirs, valueCell } from './document.ts'
import type { Block, Line, Row } from './document.ts'
import { drawJourney, JOURNEY_SIZES } from './journey-drawing.ts'
import { joined, reason } from './line-words.ts'
import { printMetric } from './metric-print.ts'
import type { ReportOptions } from './options.ts'
import { count, printDayIn, printNumber, printPercent, printScore } from './printed-number.ts'
import type { ReportKeyResult, ReportModel, ReportObjective } from './report-model.ts'
import type { Story } from './retrospective-story.ts'

/** An objective as it was judged: its score and where that comes from, its key results, what was done for it. */
export function composeScores(
  reviewed: ReviewedObjective,
  { model, numbers }: Story,
  options: ReportOptions,
): readonly Block[] {
  const { objective, score, mean, final, tone } = reviewed
  const printed = model.objectives.find(({ id }) => id === objective.id)
  const day = (value: Day) => printDayIn(model.cycle.endOn.slice(0, 4), value, options.dates)
  const facts: Line[] = [
    printed?.owner == null ? [ours('No owner')] : [ours('Owner '), theirs(printed.owner)],
    [ours(objective.type)],
  ]
  if (printed?.progress != null) facts.push([ours(`progress ${printPercent(printed.progress)}`)])
  if (final !== null)
    facts.push([
      ours(
        `score ${printScore(final)} set by hand${mean === null ? '' : `, mean ${printScore(mean)}`}`,
      ),
      ...reason(reviewed.reason),
    ])
  const total = reviewed.keyResults
    .filter((one) => one.isCounted)
    .reduce((sum, { keyResult }) => sum + keyResult.weight, 0)
  return [
    heading(
      2,
      [ours(`Objective ${numbers.get(objective.id) ?? ''} · `), theirs(objective.title)],
      [ours(score === null ? '–' : printScore(score), tone === null ? {} : { tone })],
    ),
    note(...joined(facts, ' · ')),
    ...(options.journeys !== 'none' && printed !== undefined && printed.keyResults.length > 0
      ? [
          {
            type: 'drawing' as const,
            drawing: drawJourney(printed, model, options.dates, JOURNEY_SIZES[options.journeys]),
          },
        ]
      : []),
    reviewed.keyResults.length === 0
      ? note(ours('No key results.'))
      : {
          type: 'table',
          label: `Key results of objective ${numbers.get(objective.id) ?? ''}`,
          set: 'Key results',
          columns: [
            { label: 'Key result', align: 'start', width: 36 },
            { label: 'Start', align: 'start', width: 13 },
            { label: 'Target', align: 'start', width: 15 },
            { label: 'Final', align: 'start', width: 14 },
            { label: 'Confidence', align: 'start', width: 12 },
            { label: 'Score', align: 'end', width: 10 },
          ],
          noteLabel: 'Facts and reasons',
          rows: reviewed.keyResults.flatMap((one) => {
            const facts = printed?.keyResults.find(({ id }) => id === one.keyResult.id)
            return facts === undefined ? [] : [keyResultRow(one, facts, total, day)]
          }),
        },
    ...whatMoved(printed, model, options),
  ]
}

function keyResultRow(
  one: ReviewedKeyResult,
  facts: ReportKeyResult,
  total: number,
  day: (value: Day) => string,
): Row {
  const atEnd = { ...facts, current: one.finalValue }
  const { baseline, target, now } = printMetric(atEnd)
  const { score, proposed, final } = one
  const isOff = facts.state !== 'active'
  // A proposal that was only accepted is nobody's own score.
  const isOwn = final !== null && final !== proposed
  const said = reason(one.reason)
  const origin: readonly Line[] = isOwn
    ? [
        [
          ours(
            `score ${printScore(final)} by the owner${proposed === null ? '' : `, proposed ${printScore(proposed)}`}`,
          ),
          ...said,
        ],
      ]
    : proposed === null
      ? []
      : [[ours(`score as proposed: ${printScore(proposed)}`), ...said]]
  return {
    cells: [
      titleCell(facts),
      cell(baseline),
      cell(target),
      cell(now),
      cell(confidenceWords(facts)),
      isOff
        ? cell(facts.state === 'dropped' ? 'Dropped' : 'Retired', { tone: 'muted' })
        : valueCell(score, printScore, {
            strong: true,
            ...(one.tone === null ? {} : { tone: one.tone }),
          }),
    ],
    notes: [
      joined(
        [
          ...(isOff
            ? [[ours('off the road', { strong: true }), ...reason(facts.stateReason)]]
            : []),
          ...origin,
          [
            ours(
              facts.measured === 'measured'
                ? `progress ${printPercent(facts.counted)}`
                : 'no progress',
            ),
          ],
          ...(facts.raw !== null && (facts.raw < 0 || facts.raw > 1)
            ? [[ours(`raw ${printPercent(facts.raw)}`)]]
            : []),
          [ours(weightWords(facts, total))],
          [ours(`check-ins ${printNumber(one.habit.done)} of ${printNumber(one.habit.due)}`)],
          ...originFacts(facts, day),
        ],
        ' · ',
      ),
      ...(one.rootCause.trim() === ''
        ? []
        : [[ours('Root cause: ', { strong: true }), theirs(one.rootCause)]]),
    ],
    faded: isOff,
    data: [
      ...keyResultData(atEnd),
      ['Proposed score', proposed ?? ''],
      ['Final score', final ?? ''],
      ['Reason', one.reason],
      ['Root cause', one.rootCause],
    ],
  }
}

/** What was done for the objective, and what came late: the facts beside the owner's own story. */
function whatMoved(
  printed: ReportObjective | undefined,
  model: ReportModel,
  { dates }: ReportOptions,
): readonly Block[] {
  if (printed === undefined || printed.initiatives.length === 0) return []
  const day = (value: Day) => printDayIn(model.cycle.endOn.slice(0, 4), value, dates)
  const parts = printed.initiatives.map((one): Line => {
    const late =
      one.doneOn !== null && one.dueOn !== null && one.doneOn > one.dueOn
        ? `, ${count(daysBetween(one.dueOn, one.doneOn), 'day')} late`
        : ''
    const words =
      one.state === 'done'
        ? `done${one.doneOn === null ? '' : ` ${day(one.doneOn)}`}${late}`
        : INITIATIVE_STATE_WORDS[one.state].toLowerCase()
    return [theirs(one.title), ours(` (${words}${one.isFlat ? ', number flat' : ''})`)]
  })
  return [
    {
      type: 'text',
      look: 'prose',
      text: [ours('What we did. ', { strong: true }), ...joined(parts, '; '), ours('.')],
    },
  ]
}
