import { daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Review, ReviewedKeyResult, ReviewedObjective } from '../retrospective/review.ts'
import {
  confidenceWords,
  joined,
  keyResultData,
  reason,
  titleCell,
  weightWords,
} from './compose-objective.ts'
import { composeRoute, cycleHeading, subtitleOf } from './compose-report.ts'
import { composeDetours, composeJournal } from './compose-story.ts'
import { composeRules } from './compose-rules.ts'
import {
  cell,
  heading,
  note,
  ours,
  row,
  table,
  theirCell,
  theirs,
  theirsWithLinks,
  valueCell,
} from './document.ts'
import type { Block, Line, ReportDocument, Row } from './document.ts'
import { drawJourney, JOURNEY_SIZES } from './journey-drawing.ts'
import { printMetric } from './metric-print.ts'
import type { ReportOptions, SectionId } from './options.ts'
import { personName } from './person-name.ts'
import { count, printDayIn, printNumber, printPercent, printScore } from './printed-number.ts'
import { framed } from './report-frame.ts'
import type { ReportKeyResult, ReportModel, ReportObjective } from './report-model.ts'

type Story = {
  readonly review: Review
  /** The review report of the same cycle on the same day: numbers, drawing, journal. */
  readonly model: ReportModel
  readonly plan: Plan
  /** Printed numbers of objectives and key results by id. */
  readonly numbers: ReadonlyMap<Id, string>
}

/** The cycle retrospective as a document: scores with their origin, causes, verdicts, answers, actions. */
export function composeRetrospective(story: Story, options: ReportOptions): ReportDocument {
  const { model } = story
  return framed(
    {
      kind: 'retrospective',
      planName: model.planName,
      subject: model.cycle.name,
      heading: cycleHeading(model.cycle, options.dates),
      subtitle: subtitleOf(model, options.dates),
      today: model.today,
      compose: (id) => composePart(id, story, options),
    },
    options,
  )
}

function composePart(id: SectionId, story: Story, options: ReportOptions): readonly Block[] {
  const { review, model, plan } = story
  const { dates } = options
  const retrospective = review.retrospective
  const day = (value: Day) => printDayIn(model.cycle.endOn.slice(0, 4), value, dates)
  switch (id) {
    case 'figures':
      return figures(review)
    case 'story': {
      const text = retrospective?.story ?? ''
      if (text.trim() === '') return []
      return [
        heading(2, [ours('The story')]),
        { type: 'text', look: 'prose', text: theirsWithLinks(text) },
      ]
    }
    case 'route':
      return composeRoute(model, dates)
    case 'objectives':
      return [
        ...review.objectives.flatMap((reviewed) => objectiveBlocks(reviewed, story, options)),
        ...dropped(review, story),
      ]
    case 'causes':
      return causes(review, story)
    case 'detours':
      return composeDetours(model, dates)
    case 'journal':
      return composeJournal(model, dates)
    case 'verdicts':
      return verdicts(story)
    case 'answers':
      return (retrospective?.answers ?? []).some(({ answer }) => answer.trim() !== '')
        ? [
            heading(2, [ours('What we said')]),
            ...(retrospective?.answers ?? []).flatMap(({ question, answer }): Block[] =>
              answer.trim() === ''
                ? []
                : [
                    heading(3, [theirs(question)]),
                    { type: 'text', look: 'prose', text: theirsWithLinks(answer) },
                  ],
            ),
          ]
        : []
    case 'actions': {
      const actions = retrospective?.actions ?? []
      if (actions.length === 0) return []
      return [
        heading(
          2,
          [ours('Actions')],
          [
            ours(
              `${printNumber(actions.filter(({ done }) => done).length)} of ${printNumber(actions.length)} done`,
            ),
          ],
        ),
        table(
          'Actions',
          [
            ['Action', 54],
            ['Owner', 20],
            ['Due', 14],
            ['State', 12, 'end'],
          ],
          actions.map((action) =>
            row(
              theirCell(action.text),
              theirCell(personName(plan, action.ownerId)),
              valueCell(action.dueOn, day),
              cell(action.done ? 'Done' : 'Open', action.done ? { tone: 'good' } : {}),
            ),
          ),
        ),
      ]
    }
    case 'rules':
      return [
        ...composeRules(model, dates),
        note(
          ours(
            'Score: proposed = counted progress with one decimal; the owner’s final score holds where there is one, and both are printed. An objective’s score is the mean of its key results by weight, unless it was set with a reason; the average is the plain mean of the objectives. Below 0.4 missed, below 0.7 partly, 0.7 and up reached; for a committed objective only 1.0 is green. A cycle’s mean above 0.85 is “too safe?”, 0.60–0.85 healthy, 0.40–0.60 partial, below 0.40 “more than we could carry”.',
          ),
        ),
      ]
    default:
      return []
  }
}

function figures(review: Review): readonly Block[] {
  const { mean, verdict, habit } = review
  return [
    {
      type: 'figures',
      figures: [
        {
          value: mean === null ? '–' : printScore(mean),
          label: verdict === null ? 'average score' : `average score: ${verdict.words}`,
        },
        {
          value: `${printNumber(review.reached)} of ${printNumber(review.keyResults)}`,
          label: 'key results reached',
        },
        {
          value: printNumber(review.initiativesDone),
          label: `of ${count(review.initiatives, 'initiative')} arrived, ${printNumber(review.initiativesDropped)} dropped`,
        },
        {
          value: `${printNumber(habit.done)} of ${printNumber(habit.due)}`,
          label: 'check-ins done',
        },
      ],
    },
  ]
}

function objectiveBlocks(
  reviewed: ReviewedObjective,
  { model, numbers }: Story,
  options: ReportOptions,
): readonly Block[] {
  const { objective, score, mean, final, tone } = reviewed
  const printed = model.objectives.find(({ id }) => id === objective.id)
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
            return facts === undefined ? [] : [keyResultRow(one, facts, total)]
          }),
        },
    ...whatMoved(printed, model, options),
  ]
}

function keyResultRow(one: ReviewedKeyResult, facts: ReportKeyResult, total: number): Row {
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

function dropped(review: Review, { numbers }: Story): readonly Block[] {
  if (review.droppedObjectives.length === 0) return []
  return [
    heading(2, [ours('Dropped objectives')]),
    {
      type: 'list',
      items: review.droppedObjectives.map((objective) => [
        ours(`${numbers.get(objective.id) ?? ''} `),
        theirs(objective.title, { strong: true }),
        ...reason(objective.stateReason),
      ]),
    },
  ]
}

function causes(review: Review, { numbers }: Story): readonly Block[] {
  const found = new Map<string, string[]>()
  for (const { keyResults } of review.objectives)
    for (const { keyResult, rootCause } of keyResults) {
      const cause = rootCause.trim()
      if (cause === '') continue
      const list = found.get(cause) ?? []
      found.set(cause, [...list, numbers.get(keyResult.id) ?? ''])
    }
  const missed = review.objectives.flatMap(({ keyResults }) =>
    keyResults.filter(({ isMissed, rootCause }) => isMissed && rootCause.trim() === ''),
  ).length
  if (found.size === 0 && missed === 0) return []
  return [
    heading(2, [ours('Root causes of what was missed')]),
    ...(found.size === 0
      ? []
      : [
          table(
            'Root causes',
            [
              ['Root cause', 60],
              ['How often', 14, 'end'],
              ['Key results', 26, 'end'],
            ],
            [...found]
              .sort(([, a], [, b]) => b.length - a.length)
              .map(([cause, where]) =>
                row(theirCell(cause), valueCell(where.length, printNumber), cell(where.join(', '))),
              ),
          ),
        ]),
    ...(missed === 0
      ? []
      : [
          note(
            ours(
              `${count(missed, 'key result')} that fell short ${missed === 1 ? 'has' : 'have'} no root cause written down.`,
            ),
          ),
        ]),
  ]
}

/** Keep, change and stop, each with what it is about and why. */
function verdicts({ review, plan, numbers }: Story): readonly Block[] {
  const all = review.retrospective?.verdicts ?? []
  const items = (verdict: 'keep' | 'change' | 'stop'): readonly Line[] =>
    all
      .filter((one) => one.verdict === verdict)
      .map(({ about, reason: why }): Line => {
        const thing =
          plan.objective.get(about.id) ??
          plan.keyResult.get(about.id) ??
          plan.initiative.get(about.id)
        const number = numbers.get(about.id)
        return [
          ours(number === undefined ? '' : `${number} `),
          theirs(thing?.title ?? 'something that is gone', { strong: true }),
          ...reason(why),
        ]
      })
  const column = (title: string, lines: readonly Line[]): readonly Block[] =>
    lines.length === 0 ? [] : [heading(2, [ours(title)]), { type: 'list', items: lines }]
  const columns = [
    column('Keep doing', items('keep')),
    column('Change next cycle', items('change')),
    column('Stop', items('stop')),
  ].filter((blocks) => blocks.length > 0)
  if (columns.length === 0) return []
  return [{ type: 'pair', columns: columns.slice(0, 2) }, ...(columns[2] ?? [])]
}
