import { formatNumber } from '../key-result/value-format.ts'
import { byOrder } from '../plan/order-key.ts'
import type { Block, Line } from '../report/document.ts'
import { heading, note, ours, row, table, theirCell, theirs } from '../report/document.ts'
import { someoneIn } from './finished-workshop.ts'
import type { Minutes } from './minutes-context.ts'
import { nameOf } from './minutes-context.ts'
import { openConcerns } from './people-parts.ts'
import { dotsOf } from './vote-tally.ts'
import { cardsOf } from './workshop-patch.ts'
import type { Card } from './workshop.ts'

/** Risks and concerns with their answers and who answers them. */
export function concernBlocks({ plan, workshop }: Minutes): readonly Block[] {
  const ids = new Set(
    cardsOf(plan, workshop.id).flatMap((c) =>
      c.became?.kind === 'journalEntry' ? [c.became.id] : [],
    ),
  )
  const open = new Set(openConcerns(plan, workshop.cycleId))
  const concerns = [...plan.journalEntry.values()].filter(
    (entry) => entry.type === 'concern' && (ids.has(entry.id) || open.has(entry)),
  )
  if (concerns.length === 0) return []
  const rows = concerns.map((entry) =>
    row(
      [[theirs(entry.text)]],
      theirCell(entry.answer),
      theirCell(nameOf(plan, entry.answerOwnerId)),
    ),
  )
  return [
    heading(2, [ours('Roadblocks and concerns')]),
    table(
      'Concerns',
      [
        ['Concern', 4],
        ['Answer', 4],
        ['Owner', 2],
      ],
      rows,
    ),
  ]
}

function cardLine({ plan, workshop }: Minutes, card: Card): Line {
  const author = someoneIn(plan, workshop, card.personId)?.name ?? null
  const dots = dotsOf(card)
  return [
    theirs(card.text),
    ...(author === null ? [] : [ours(' · '), theirs(author)]),
    ...(dots === 0 ? [] : [ours(` · ${formatNumber(dots)} ${dots === 1 ? 'vote' : 'votes'}`)]),
  ]
}

/** Every card that may be read, step by step and board by board. */
export function cardBlocks(minutes: Minutes): readonly Block[] {
  const { plan, workshop } = minutes
  const all = cardsOf(plan, workshop.id)
    .filter((card) => !card.parked && !card.hidden)
    .sort(byOrder)
  const steps = [
    ...workshop.steps.map(({ id, title }) => ({ id, title })),
    { id: null, title: 'Other cards' },
  ]
  const blocks = steps.flatMap(({ id, title }): Block[] => {
    const cards = all.filter((card) => card.stepId === id)
    if (cards.length === 0) return []
    const columns = [...new Set(cards.map((card) => card.column))]
    return [
      heading(3, [theirs(title)]),
      ...columns.flatMap((column): Block[] => [
        ...(column === '' ? [] : [note(theirs(column, { strong: true }))]),
        {
          type: 'list',
          items: cards.filter((c) => c.column === column).map((c) => cardLine(minutes, c)),
        },
      ]),
    ]
  })
  return blocks.length === 0 ? [] : [heading(2, [ours('Cards')]), ...blocks]
}

/** What was parked for later, and what was left at the kerb. */
export function parkingBlocks(minutes: Minutes): readonly Block[] {
  const { plan, workshop } = minutes
  const parked = cardsOf(plan, workshop.id)
    .filter((card) => card.parked && !card.hidden)
    .sort(byOrder)
  const kerb = plan.cycle.get(workshop.cycleId ?? '')?.leftAtTheKerb ?? []
  return [
    ...(parked.length === 0
      ? []
      : [
          heading(2, [ours('Parking lot')]),
          { type: 'list', items: parked.map((c) => cardLine(minutes, c)) } as const,
        ]),
    ...(kerb.length === 0
      ? []
      : [
          heading(2, [ours('Left at the kerb')]),
          {
            type: 'list',
            items: kerb.map((k): Line => [
              theirs(k.title),
              ...(k.reason.trim() === '' ? [] : [ours(': '), theirs(k.reason)]),
            ]),
          } as const,
        ]),
  ]
}

/** The agreements of the team, and what it does not do. */
export function agreementBlocks({ plan }: Minutes): readonly Block[] {
  const { agreements, notDoing } = plan.meta.settings
  const list = (title: string, texts: readonly string[]): readonly Block[] =>
    texts.length === 0
      ? []
      : [
          heading(2, [ours(title)]),
          { type: 'list', items: texts.map((text): Line => [theirs(text)]) },
        ]
  return [...list('Agreements', agreements), ...list('What we do not do', notDoing)]
}
