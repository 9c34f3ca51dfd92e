import type { Day } from '../calendar/day.ts'
import type { Plan } from '../plan/plan.ts'
import type { Retrospective } from '../retrospective/retrospective.ts'
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
import type { Block, Line } from './document.ts'
import { reason } from './line-words.ts'
import { personName } from './person-name.ts'
import { count, printNumber } from './printed-number.ts'
import type { Story } from './retrospective-story.ts'

/** Objectives that were dropped on the way, with the reason. */
export function composeDropped({ review, numbers }: Story): readonly Block[] {
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

/** Root causes, the most frequent first, and how many of what fell short have none. */
export function composeCauses({ review, numbers }: Story): readonly Block[] {
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
export function composeVerdicts({ review, plan, numbers }: Story): readonly Block[] {
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

/** The questions that were answered, each with its answer. */
export function composeAnswers(answers: Retrospective['answers']): readonly Block[] {
  const given = answers.filter(({ answer }) => answer.trim() !== '')
  if (given.length === 0) return []
  return [
    heading(2, [ours('What we said')]),
    ...given.flatMap(({ question, answer }): Block[] => [
      heading(3, [theirs(question)]),
      { type: 'text', look: 'prose', text: theirsWithLinks(answer) },
    ]),
  ]
}

/** Actions with their owners, and how many are done. */
export function composeActions(
  actions: Retrospective['actions'],
  plan: Plan,
  day: (value: Day) => string,
): readonly Block[] {
  if (actions.length === 0) return []
  const done = actions.filter((action) => action.done).length
  return [
    heading(
      2,
      [ours('Actions')],
      [ours(`${printNumber(done)} of ${printNumber(actions.length)} done`)],
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
