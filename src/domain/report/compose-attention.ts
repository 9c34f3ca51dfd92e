import { heading, note, ours, theirs } from './document.ts'
import type { Block, Line } from './document.ts'
import { count, printDay, printNumber } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportAttention, ReportInitiative, ReportModel } from './report-model.ts'

/** What should be talked about: late and blocked work, numbers that stand still, gaps in the measuring. */
export function composeAttention(model: ReportModel, dates: DateStyle): readonly Block[] {
  const { attention } = model
  const groups = model.kind === 'plan' ? planGroups(model) : reviewGroups(attention, dates)
  const full = groups.filter(({ items }) => items.length > 0)
  const head = heading(2, [ours(model.kind === 'plan' ? 'Open ends' : 'What needs a look')])
  if (full.length === 0)
    return [
      head,
      note(
        ours(
          model.kind === 'plan'
            ? 'Every key result is measured and served, and every initiative has a place.'
            : 'Nothing is late, blocked, flat or unmeasured.',
        ),
      ),
    ]
  return [
    head,
    ...full.flatMap(({ title, why, items }): Block[] => [
      heading(3, [ours(`${title} (${printNumber(items.length)})`)]),
      ...(why === '' ? [] : [note(ours(why))]),
      { type: 'list', items },
    ]),
  ]
}

type Group = { readonly title: string; readonly why: string; readonly items: readonly Line[] }
type Numbered = { readonly number: string; readonly title: string }

function reviewGroups(attention: ReportAttention, dates: DateStyle): readonly Group[] {
  return [
    {
      title: 'Work done, number flat',
      why: 'The initiative is done, and its key result has not moved for three check-ins.',
      items: attention.flat.map((initiative) => [
        ...named(initiative),
        ours(` · serves ${initiative.serves.map(({ number }) => number).join(', ')}`),
      ]),
    },
    {
      title: 'Late',
      why: 'Past the due day and neither done nor dropped.',
      items: attention.late.map((initiative) => [
        ...named(initiative),
        ours(
          ` · due ${printDay(initiative.dueOn ?? '', dates)}, ${count(initiative.lateDays ?? 0, 'day')} ago`,
        ),
      ]),
    },
    {
      title: 'Blocked',
      why: '',
      items: attention.blocked.map((initiative) => [
        ...named(initiative),
        ...(initiative.blocker === null ? [] : [ours(' · '), theirs(initiative.blocker)]),
      ]),
    },
    {
      title: 'Left unmeasured',
      why: 'Nobody has said how these are measured, or a number is missing. They count as 0.',
      items: attention.unmeasured.map(numbered),
    },
    {
      title: 'Not started',
      why: 'No check-in yet: they count as 0.',
      items: attention.notStarted.map(numbered),
    },
    {
      title: 'Without an initiative',
      why: 'Nothing on the route serves these key results.',
      items: attention.withoutInitiative.map(numbered),
    },
  ]
}

function planGroups({ attention, garage }: ReportModel): readonly Group[] {
  return [
    {
      title: 'Not measured yet',
      why: 'Nobody has said how these are measured, or a number is missing.',
      items: attention.unmeasured.map(numbered),
    },
    {
      title: 'Without an initiative',
      why: 'Nothing on the route serves these key results.',
      items: attention.withoutInitiative.map(numbered),
    },
    { title: 'In the Garage', why: 'They serve no key result yet.', items: garage.map(named) },
  ]
}

function named({ title, owner }: ReportInitiative): Line {
  return [
    theirs(title, { strong: true }),
    ours(owner === null ? ' · no owner' : ' · '),
    ...(owner === null ? [] : [theirs(owner)]),
  ]
}

function numbered({ number, title }: Numbered): Line {
  return [ours(`${number} `), theirs(title)]
}
