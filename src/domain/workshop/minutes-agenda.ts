import type { Block, Row, Span } from '../report/document.ts'
import { cell, heading, ours, row, table, theirs } from '../report/document.ts'
import { someoneIn } from './finished-workshop.ts'
import type { Minutes } from './minutes-context.ts'
import { minutesText } from './minutes-context.ts'
import { plannedMs } from './workshop-clock.ts'

/** Who was there. */
export function presentBlocks({ plan, workshop }: Minutes): readonly Block[] {
  const names = workshop.presentIds.flatMap((id) => someoneIn(plan, workshop, id)?.name ?? [])
  const line: Span[] = names.flatMap((name, i) => [...(i > 0 ? [ours(', ')] : []), theirs(name)])
  return names.length === 0
    ? []
    : [{ type: 'text', look: 'prose', text: [ours('In the room: '), ...line] }]
}

/** The agenda with the times at which its steps really were, planned and taken. */
export function agendaBlocks({ workshop, time }: Minutes): readonly Block[] {
  const rows = workshop.steps.map((step): Row => {
    const from = step.enteredAt === null ? '–' : time(step.enteredAt)
    const to = step.leftAt === null ? '' : ` – ${time(step.leftAt)}`
    return row(
      [[theirs(step.title)]],
      cell(`${from}${to}`),
      cell(minutesText(plannedMs(step))),
      cell(step.enteredAt === null ? 'not reached' : minutesText(step.spentMs)),
    )
  })
  return [
    heading(2, [ours('Agenda')]),
    table(
      'Agenda',
      [
        ['Step', 4],
        ['Time', 2],
        ['Planned', 1, 'end'],
        ['Took', 1, 'end'],
      ],
      rows,
    ),
  ]
}
