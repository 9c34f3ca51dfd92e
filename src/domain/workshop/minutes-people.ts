import { formatMetric, formatNumber } from '../key-result/value-format.ts'
import type { Id } from '../plan/field.ts'
import type { Block, Line } from '../report/document.ts'
import { cell, heading, note, ours, row, table, theirs } from '../report/document.ts'
import { printDay } from '../report/printed-number.ts'
import type { Minutes } from './minutes-context.ts'
import { nameOf, peopleOf } from './minutes-context.ts'
import type { Part } from './people-parts.ts'

const by = (day: string | null) => (day === null ? '' : ` by ${printDay(day, 'words')}`)

function partLine(part: Part): Line {
  switch (part.role) {
    case 'leads':
      return [ours('Leads the objective '), theirs(part.objective.title, { strong: true })]
    case 'owns': {
      const { title, metric, dueOn } = part.keyResult
      return [
        ours('Owns the key result '),
        theirs(title, { strong: true }),
        ours(` (${formatMetric(metric)})${by(dueOn)}`),
      ]
    }
    case 'drives':
    case 'helps': {
      const { title, effortDays, dueOn } = part.initiative
      const days =
        effortDays === null
          ? ''
          : `, ${formatNumber(Math.round(effortDays * part.share * 10) / 10)} days`
      return [
        ours(part.role === 'drives' ? 'Drives ' : 'Helps with '),
        theirs(title, { strong: true }),
        ours(`${days}${by(dueOn)}`),
      ]
    }
    case 'task':
      return [
        ours('Task: '),
        theirs(part.task.title),
        ours(' of '),
        theirs(part.initiative.title),
        ours(by(part.task.dueOn)),
      ]
    case 'answers':
      return [ours('Answers the concern '), theirs(part.concern.text)]
    case 'acts':
      return [ours('Action: '), theirs(part.action.text), ours(by(part.action.dueOn))]
  }
}

function nothingWords({ workshop }: Minutes, personId: Id): string {
  return workshop.withoutPartIds.includes(personId)
    ? 'Nothing this time, on purpose.'
    : 'Nothing yet.'
}

/** Who does what: everyone in the room, and whoever else is on something. */
export function whoDoesWhatBlocks(minutes: Minutes): readonly Block[] {
  const { plan, parts } = minutes
  const ids = [...new Set([...peopleOf(minutes), ...parts.keys()])].filter((id) =>
    plan.person.has(id),
  )
  if (ids.length === 0) return []
  const rows = ids.map((id) => {
    const lines = (parts.get(id) ?? []).map(partLine)
    return row(
      [[theirs(nameOf(plan, id) ?? '', { strong: true })]],
      lines.length === 0 ? cell(nothingWords(minutes, id)) : lines,
    )
  })
  return [
    heading(2, [ours('Who does what')]),
    table(
      'Who does what',
      [
        ['Person', 2],
        ['On what', 7],
      ],
      rows,
    ),
  ]
}

/** The sheet of one person, to take home. */
export function sheetBlocks(minutes: Minutes, personId: Id): readonly Block[] {
  const items = (minutes.parts.get(personId) ?? []).map(partLine)
  return [
    heading(2, [ours('Sheet for '), theirs(nameOf(minutes.plan, personId) ?? '')]),
    items.length === 0 ? note(ours(nothingWords(minutes, personId))) : { type: 'list', items },
  ]
}
