import type { Across, AcrossCycle } from '../across/across.ts'
import type { Day } from '../calendar/day.ts'
import type { Detour } from '../detour/detour.ts'
import type { Plan } from '../plan/plan.ts'
import { scoreBand } from '../retrospective/score.ts'
import { beliefChart, causeChart, detourChart, habitChart, scoreChart } from './across-charts.ts'
import { drawChart } from './chart-drawing.ts'
import type { Chart } from './chart-drawing.ts'
import { cell, heading, note, ours, row, table, theirCell, valueCell } from './document.ts'
import type { Block, Cell, ReportDocument } from './document.ts'
import type { ReportOptions, SectionId } from './options.ts'
import {
  count,
  printDay,
  printNumber,
  printScore,
  printShare,
  printSpan,
} from './printed-number.ts'
import { framed } from './report-frame.ts'

/** All cycles side by side as a document: scores, habit, causes, confidence against outcome, detours. */
export function composeAcross(
  across: Across,
  plan: Plan,
  today: Day,
  options: ReportOptions,
): ReportDocument {
  const { dates } = options
  const [first, last] = [across.cycles[0], across.cycles.at(-1)]
  return framed(
    {
      kind: 'across',
      planName: plan.meta.name,
      subject: '',
      heading: [
        ours(
          first && last ? `Cycles ${printSpan(first.startOn, last.endOn, dates)}` : 'No cycle yet',
        ),
      ],
      subtitle: [
        ours(
          `State of ${printDay(today, dates)} · ${count(across.cycles.length, 'cycle')}, ${printNumber(judged(across).length)} judged`,
        ),
      ],
      today,
      compose: (id) => composePart(id, across, options),
    },
    options,
  )
}

function judged({ cycles }: Across): readonly AcrossCycle[] {
  return cycles.filter(({ isJudged }) => isJudged)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function composePart(id: SectionId, across: Across, { dates }: ReportOptions): readonly Block[] {
  const { cycles } = across
  if (cycles.length === 0) return id === 'figures' ? [note(ours('No cycle has begun yet.'))] : []
  const total = (of: (cycle: AcrossCycle) => number) => sum(cycles.map(of))
  switch (id) {
    case 'figures':
      return [
        {
          type: 'figures',
          figures: [
            {
              value: across.meanScore === null ? '–' : printScore(across.meanScore),
              label: `mean score of ${count(judged(across).length, 'judged cycle')}`,
            },
            {
              value: `${printNumber(total((c) => c.reached))} of ${printNumber(total((c) => c.keyResults))}`,
              label: 'key results reached',
            },
            {
              value: `${printNumber(total((c) => c.checkIns.done))} of ${printNumber(total((c) => c.checkIns.due))}`,
              label: 'check-ins done',
            },
            {
              value: printNumber(total((c) => c.detours)),
              label: `detours, ${printNumber(total((c) => c.detoursExplained))} explained`,
            },
          ],
        },
      ]
    case 'scores':
      return [
        heading(2, [ours('Scores')]),
        chart(scoreChart(across)),
        table(
          'Scores',
          [
            ['Cycle', 30],
            ['Days', 26],
            ['Objectives', 10, 'end'],
            ['Reached', 12, 'end'],
            ['Score', 9, 'end'],
            ['', 13, 'end'],
          ],
          cycles.map((cycle) => ({
            ...row(
              theirCell(cycle.name),
              cell(printSpan(cycle.startOn, cycle.endOn, dates)),
              valueCell(cycle.objectives, printNumber),
              cell(`${printNumber(cycle.reached)} of ${printNumber(cycle.keyResults)}`),
              scoreCell(cycle.score),
              cell(cycle.verdict?.words ?? 'not judged yet'),
            ),
            data: [
              ['First day', cycle.startOn],
              ['Last day', cycle.endOn],
              ['Key results', cycle.keyResults],
              ['Key results reached', cycle.reached],
            ],
          })),
        ),
      ]
    case 'habit':
      return [
        heading(2, [ours('Check-in habit')]),
        chart(habitChart(across)),
        table(
          'Check-in habit',
          [
            ['Cycle', 52],
            ['Done', 16, 'end'],
            ['Due', 16, 'end'],
            ['Share', 16, 'end'],
          ],
          cycles.map((cycle) =>
            row(
              theirCell(cycle.name),
              valueCell(cycle.checkIns.done, printNumber),
              valueCell(cycle.checkIns.due, printNumber),
              valueCell(cycle.checkIns.share, printShare),
            ),
          ),
        ),
      ]
    case 'causes':
      return [
        heading(2, [ours('Recurring root causes')]),
        ...(across.rootCauses.length === 0
          ? [note(ours('No root cause was written down.'))]
          : [
              chart(causeChart(across)),
              table(
                'Root causes across cycles',
                [
                  ['Root cause', 46],
                  ['How often', 12, 'end'],
                  ['Recurring', 12],
                  ['Cycles', 30],
                ],
                across.rootCauses.map(({ cause, count: often, byCycle, isRecurring }) =>
                  row(
                    theirCell(cause),
                    valueCell(often, printNumber),
                    cell(
                      isRecurring ? 'yes' : 'no',
                      isRecurring ? { strong: true, tone: 'warn' } : {},
                    ),
                    theirCell(
                      cycles
                        .flatMap(({ name }, i) =>
                          (byCycle[i] ?? 0) > 0 ? [`${name}: ${printNumber(byCycle[i] ?? 0)}`] : [],
                        )
                        .join(', '),
                    ),
                  ),
                ),
              ),
            ]),
      ]
    case 'calibration':
      return [
        heading(2, [ours('Confidence against outcome')]),
        ...(across.calibration.length === 0
          ? [note(ours('No judged key result began with a confidence.'))]
          : [
              chart(beliefChart(across)),
              table(
                'Confidence against outcome',
                [
                  ['First confidence (0–10)', 40, 'end'],
                  ['Key results', 30, 'end'],
                  ['Mean score', 30, 'end'],
                ],
                across.calibration.map(({ confidence, count: size, reached }) =>
                  row(
                    valueCell(confidence, printNumber),
                    valueCell(size, printNumber),
                    scoreCell(reached),
                  ),
                ),
              ),
            ]),
      ]
    case 'beliefs':
      if (across.beliefs.length === 0) return []
      return [
        heading(3, [ours('Every key result behind it')]),
        table(
          'Key results with a first confidence and a score',
          [
            ['Key result', 46],
            ['Cycle', 22],
            ['First confidence', 16, 'end'],
            ['Score', 16, 'end'],
          ],
          across.beliefs.map((belief) =>
            row(
              theirCell(belief.title),
              theirCell(cycles.find((cycle) => cycle.id === belief.cycleId)?.name ?? null),
              valueCell(belief.confidence, printNumber),
              scoreCell(belief.score),
            ),
          ),
        ),
      ]
    case 'detours':
      return [
        heading(2, [ours('Detours')]),
        chart(detourChart(across)),
        table(
          'Detours across cycles',
          [
            ['Cycle', 30],
            ...CHANGES.map(([, label]) => [label, 10, 'end'] as const),
            ['All', 8, 'end'],
            ['Explained', 12, 'end'],
          ],
          cycles.map((cycle) =>
            row(
              theirCell(cycle.name),
              ...CHANGES.map(([change]) => valueCell(cycle.detoursByChange[change], printNumber)),
              valueCell(cycle.detours, printNumber),
              valueCell(cycle.detoursExplained, printNumber),
            ),
          ),
        ),
      ]
    case 'rules':
      return [
        heading(2, [ours('Rules in force')]),
        note(
          ours(
            'Only cycles that are closed or over have a score: the plain mean of their objectives’ scores, each the mean of its key results by weight, the owner’s score before the proposed one. Above 0.85 “too safe?”, 0.60–0.85 healthy, 0.40–0.60 partial, below 0.40 “more than we could carry”. Confidence is the first one that was said. A root cause is recurring when more than one cycle names it.',
          ),
        ),
      ]
    default:
      return []
  }
}

const CHANGES: readonly (readonly [Detour['change'], string])[] = [
  ['target', 'Target'],
  ['dueOn', 'Due day'],
  ['owner', 'Owner'],
  ['serves', 'Moved'],
  ['dropped', 'Dropped'],
]

function chart(of: Chart): Block {
  return { type: 'drawing', drawing: drawChart(of) }
}

/** A score with two decimals in the colour of its band. */
function scoreCell(score: number | null): Cell {
  if (score === null) return cell('–')
  const tone = { missed: 'bad', partly: 'warn', reached: 'good' } as const
  return valueCell(score, printScore, { strong: true, tone: tone[scoreBand(score)] })
}
