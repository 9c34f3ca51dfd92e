import type { Detour } from '../detour/detour.ts'
import { cell, heading, note, ours, theirs, theirsWithLinks, valueCell } from './document.ts'
import type { Block, Line } from './document.ts'
import { count, printDayIn, printDayWords } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportEntry, ReportModel } from './report-model.ts'

const CHANGE_WORDS: Readonly<Record<Detour['change'], string>> = {
  target: 'Target of ',
  dueOn: 'Due day of ',
  owner: 'Owner of ',
  serves: 'Moved ',
  dropped: 'Dropped ',
}

/** How the plan changed once the cycle was under way. */
export function composeDetours(model: ReportModel, dates: DateStyle): readonly Block[] {
  if (model.kind === 'plan' && model.detours.length === 0) return []
  const head = heading(2, [ours('Detours: how the plan changed')])
  if (model.detours.length === 0) return [head, note(ours('No change of plan was recorded.'))]
  const year = model.cycle.endOn.slice(0, 4)
  return [
    head,
    {
      type: 'table',
      label: 'Detours',
      set: 'Detours',
      columns: [
        { label: 'Day', align: 'start', width: 13 },
        { label: 'What changed', align: 'start', width: 50 },
        { label: 'Why', align: 'start', width: 37 },
      ],
      noteLabel: 'Notes',
      rows: model.detours.map((detour) => ({
        cells: [
          valueCell(detour.day, (day) => printDayIn(year, day, dates)),
          [
            [
              ours(CHANGE_WORDS[detour.change]),
              theirs(detour.title, { strong: true }),
              ...fromTo(printDayWords(detour.from, dates), printDayWords(detour.to, dates)),
            ],
          ],
          detour.why.trim() === ''
            ? cell('not said', { tone: 'muted' })
            : [theirsWithLinks(detour.why)],
        ],
        notes: [],
        faded: false,
      })),
    },
  ]
}

function fromTo(from: string, to: string): Line {
  if (from === '' && to === '') return []
  return [
    ours(' from '),
    theirs(from === '' ? '–' : from),
    ours(' to '),
    theirs(to === '' ? '–' : to),
  ]
}

/** Wins and lessons side by side. */
export function composeJournal(model: ReportModel, dates: DateStyle): readonly Block[] {
  if (model.wins.length === 0 && model.lessons.length === 0) {
    if (model.kind === 'plan') return []
    return [heading(2, [ours('Wins and lessons')]), note(ours('None were written down.'))]
  }
  const column = (title: string, entries: readonly ReportEntry[]): readonly Block[] => [
    heading(2, [ours(title)]),
    entries.length === 0
      ? note(ours('None were written down.'))
      : { type: 'list', items: entries.map((entry) => entryLine(entry, model, dates)) },
  ]
  return [{ type: 'pair', columns: [column('Wins', model.wins), column('Lessons', model.lessons)] }]
}

function entryLine(entry: ReportEntry, model: ReportModel, dates: DateStyle): Line {
  const day = printDayIn(model.cycle.endOn.slice(0, 4), entry.day, dates)
  return [
    ...theirsWithLinks(entry.text),
    ours(entry.author === null ? ` (${day})` : ` (${day}, `, { tone: 'muted' }),
    ...(entry.author === null
      ? []
      : [theirs(entry.author, { tone: 'muted' }), ours(')', { tone: 'muted' })]),
  ]
}

/** What was decided against, and what was cut from this cycle. */
export function composeNotDoing(model: ReportModel): readonly Block[] {
  const blocks: Block[] = []
  if (model.notDoing.length > 0)
    blocks.push(heading(2, [ours('What we do not do')]), {
      type: 'list',
      items: model.notDoing.map((title) => [theirs(title)]),
    })
  if (model.leftAtTheKerb.length > 0)
    blocks.push(
      heading(2, [ours('Left at the kerb')], [ours(count(model.leftAtTheKerb.length, 'item'))]),
      {
        type: 'list',
        items: model.leftAtTheKerb.map(({ title, reason }) => [
          theirs(title, { strong: true }),
          ...(reason.trim() === '' ? [] : [ours(': '), theirs(reason)]),
        ]),
      },
    )
  if (model.overbookedReason.trim() !== '')
    blocks.push({
      type: 'text',
      look: 'prose',
      text: [
        ours('Committed although overbooked: ', { strong: true }),
        theirs(model.overbookedReason),
      ],
    })
  return blocks
}
