import type { Day } from '../calendar/day.ts'
import { formatMetric, formatNumber } from '../key-result/value-format.ts'
import { carriersOf } from '../people/capacity.ts'
import type { Id } from '../plan/field.ts'
import { byOrder } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Block, Line, ReportDocument, Row, Section, Span } from '../report/document.ts'
import { cell, heading, note, ours, row, table, theirCell, theirs } from '../report/document.ts'
import { printDay } from '../report/printed-number.ts'
import { commitChecklist } from './commit-checklist.ts'
import { dotsOf, tallyOf, VOTE_WORDS } from './vote-tally.ts'
import { plannedMs } from './workshop-clock.ts'
import { cardsOf, votesOf } from './workshop-patch.ts'
import type { Card, Vote, Workshop } from './workshop.ts'

type Minutes = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly workshop: Workshop
  /** Clock times in the room's own zone. */
  readonly time: (moment: string) => string
}

const minutesText = (ms: number) => `${formatNumber(Math.round(ms / 60_000))} min`
const nameOf = (plan: Plan, id: Id | null) =>
  id === null ? null : (plan.person.get(id)?.name ?? null)

/**
 * The minutes of a workshop as report blocks: agenda with real times, decisions with their votes, the
 * route, who does what, parking lot, agreements; with a sheet for each person at the end.
 */
export function minutesModel(
  plan: Plan,
  index: PlanIndex,
  workshop: Workshop,
  options: { readonly today: Day; readonly time: (moment: string) => string },
): ReportDocument {
  const minutes: Minutes = { plan, index, workshop, time: options.time }
  const day = (workshop.startedAt ?? '').slice(0, 10) || options.today
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['people', presentBlocks(minutes)],
    ['agenda', agendaBlocks(minutes)],
    ['decisions', decisionBlocks(minutes)],
    ['votes', voteBlocks(minutes)],
    ['route', routeBlocks(minutes)],
    ['checklist', checklistBlocks(minutes)],
    ['concerns', concernBlocks(minutes)],
    ['cards', cardBlocks(minutes)],
    ['parking', parkingBlocks(minutes)],
    ['agreements', agreementBlocks(minutes)],
    ...peopleOf(minutes).map((id): readonly [string, readonly Block[]] => [
      `sheet-${id}`,
      sheetBlocks(minutes, id),
    ]),
  ]
  const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
  return {
    title: `${oneLine(plan.meta.name)} – ${oneLine(workshop.name)} – Minutes`,
    overline: [ours('Workshop minutes · '), theirs(plan.meta.name)],
    heading: [theirs(workshop.name)],
    subtitle: [ours(printDay(day, 'words'))],
    sections: parts
      .filter(([, blocks]) => blocks.length > 0)
      .map(([id, blocks]): Section => ({ id, blocks })),
    footer: `${oneLine(plan.meta.name)} · ${oneLine(workshop.name)} · Minutes, ${printDay(day, 'words')}`,
  }
}

/** The sheet of one person alone, as a document of its own. */
export function personSheet(
  plan: Plan,
  index: PlanIndex,
  workshop: Workshop,
  personId: Id,
  options: { readonly today: Day; readonly time: (moment: string) => string },
): ReportDocument {
  const whole = minutesModel(plan, index, workshop, options)
  const name = plan.person.get(personId)?.name ?? ''
  return {
    ...whole,
    title: `${whole.title} – ${name.replace(/\s+/gu, ' ')}`,
    sections: whole.sections.filter(({ id }) => id === `sheet-${personId}`),
  }
}

function peopleOf({ workshop, plan }: Minutes): readonly Id[] {
  return workshop.presentIds.filter((id) => plan.person.has(id))
}

function presentBlocks(minutes: Minutes): readonly Block[] {
  const names = peopleOf(minutes).map((id) => nameOf(minutes.plan, id) ?? '')
  const line: Span[] = names.flatMap((name, i) => [...(i > 0 ? [ours(', ')] : []), theirs(name)])
  return names.length === 0
    ? []
    : [{ type: 'text', look: 'prose', text: [ours('In the room: '), ...line] }]
}

function agendaBlocks({ workshop, time }: Minutes): readonly Block[] {
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

function voteLine(vote: Vote): string {
  const tally = tallyOf(vote)
  if (vote.method === 'hands')
    return `${formatNumber(vote.ballots.reduce((sum, b) => sum + b.value, 0))} hands`
  if (tally.mean === null) return 'no ballots'
  const round = (n: number) => formatNumber(Math.round(n * 10) / 10)
  return `mean ${round(tally.mean)}, from ${round(tally.lowest ?? 0)} to ${round(tally.highest ?? 0)}, ${formatNumber(tally.count)} voted`
}

function decisionBlocks({ plan, workshop, time }: Minutes): readonly Block[] {
  if (workshop.decisions.length === 0) return []
  const items = workshop.decisions.map((decision): Line => {
    const vote = plan.vote.get(decision.voteId ?? '')
    return [
      ours(`${time(decision.at)} · `),
      theirs(decision.text),
      ...(vote
        ? [
            ours(
              ` (${VOTE_WORDS[vote.method]}, round ${formatNumber(vote.round)}: ${voteLine(vote)})`,
            ),
          ]
        : []),
    ]
  })
  return [heading(2, [ours('Decisions')]), { type: 'list', items }]
}

function voteBlocks({ plan, workshop }: Minutes): readonly Block[] {
  // A vote that was never revealed stays secret, in the minutes as well.
  const votes = votesOf(plan, workshop.id).filter((vote) => vote.revealedAt !== null)
  if (votes.length === 0) return []
  const rows = votes.map((vote) =>
    row(
      [[theirs(vote.question)]],
      cell(`${VOTE_WORDS[vote.method]}, round ${formatNumber(vote.round)}`),
      cell(voteLine(vote)),
      cell(
        [...vote.ballots.map((b) => b.value)]
          .sort((a, b) => a - b)
          .map(formatNumber)
          .join(', '),
      ),
    ),
  )
  return [
    heading(2, [ours('Votes')]),
    table(
      'Votes',
      [
        ['Question', 4],
        ['How', 2],
        ['Result', 3],
        ['Numbers', 2],
      ],
      rows,
    ),
  ]
}

function objectivesOf({ index, workshop }: Minutes) {
  if (workshop.cycleId === null) return []
  return listAt(index.objectivesByCycle, workshop.cycleId).filter((o) => o.state !== 'dropped')
}

function routeBlocks(minutes: Minutes): readonly Block[] {
  const { plan, index } = minutes
  const objectives = objectivesOf(minutes)
  return objectives.flatMap((objective, i): Block[] => {
    const keyResults = listAt(index.keyResultsByObjective, objective.id).filter(
      (k) => k.state === 'active',
    )
    const keyRows = keyResults.map((k) =>
      row(
        [[theirs(k.title)]],
        cell(formatMetric(k.metric)),
        cell(printDay(k.dueOn, 'words')),
        theirCell(nameOf(plan, k.ownerId)),
      ),
    )
    const work = listAt(index.initiativesByObjective, objective.id).filter(
      (x) => x.state !== 'dropped',
    )
    const workRows = work.map((x) =>
      row(
        [[theirs(x.title)]],
        theirCell(nameOf(plan, x.ownerId)),
        cell(x.dueOn === null ? '–' : printDay(x.dueOn, 'words')),
        cell(x.effortDays === null ? '–' : `${formatNumber(x.effortDays)} days`),
      ),
    )
    return [
      ...(i === 0 ? [heading(2, [ours('The route')])] : []),
      heading(
        3,
        [theirs(objective.title)],
        objective.ownerId === null ? null : [theirs(nameOf(plan, objective.ownerId) ?? '')],
      ),
      ...(objective.why.trim() === '' ? [] : [note(theirs(objective.why))]),
      ...(keyRows.length === 0
        ? []
        : [
            table(
              'Key results',
              [
                ['Key result', 4],
                ['From and to', 2],
                ['Due', 2],
                ['Owner', 2],
              ],
              keyRows,
            ),
          ]),
      ...(workRows.length === 0
        ? []
        : [
            table(
              'Initiatives',
              [
                ['Initiative', 4],
                ['Owner', 2],
                ['Due', 2],
                ['Effort', 1, 'end'],
              ],
              workRows,
            ),
          ]),
    ]
  })
}

function checklistBlocks({ plan, workshop }: Minutes): readonly Block[] {
  if (!workshop.steps.some((step) => step.type === 'commit')) return []
  const items = commitChecklist(plan, workshop).map((check): Line => {
    const words = check.state === 'ok' ? 'yes' : check.state === 'accepted' ? 'accepted: ' : 'open'
    return [
      ours(`${check.title}: ${words}`),
      ...(check.state === 'accepted' ? [theirs(check.reason)] : []),
    ]
  })
  return [heading(2, [ours('Pre-trip checklist')]), { type: 'list', items }]
}

function concernBlocks({ plan, workshop }: Minutes): readonly Block[] {
  const ids = new Set(
    cardsOf(plan, workshop.id).flatMap((c) =>
      c.became?.kind === 'journalEntry' ? [c.became.id] : [],
    ),
  )
  const concerns = [...plan.journalEntry.values()].filter(
    (entry) =>
      entry.type === 'concern' &&
      (ids.has(entry.id) ||
        (entry.about?.kind === 'cycle' &&
          entry.about.id === workshop.cycleId &&
          entry.resolvedOn === null)),
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

function cardLine(plan: Plan, card: Card): Line {
  const author = nameOf(plan, card.personId)
  const dots = dotsOf(card)
  return [
    theirs(card.text),
    ...(author === null ? [] : [ours(' · '), theirs(author)]),
    ...(dots === 0 ? [] : [ours(` · ${formatNumber(dots)} ${dots === 1 ? 'vote' : 'votes'}`)]),
  ]
}

function cardBlocks({ plan, workshop }: Minutes): readonly Block[] {
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
          items: cards.filter((c) => c.column === column).map((c) => cardLine(plan, c)),
        },
      ]),
    ]
  })
  return blocks.length === 0 ? [] : [heading(2, [ours('Cards')]), ...blocks]
}

function parkingBlocks({ plan, workshop }: Minutes): readonly Block[] {
  const parked = cardsOf(plan, workshop.id)
    .filter((card) => card.parked && !card.hidden)
    .sort(byOrder)
  const kerb = plan.cycle.get(workshop.cycleId ?? '')?.leftAtTheKerb ?? []
  return [
    ...(parked.length === 0
      ? []
      : [
          heading(2, [ours('Parking lot')]),
          { type: 'list', items: parked.map((c) => cardLine(plan, c)) } as const,
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

function agreementBlocks({ plan }: Minutes): readonly Block[] {
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

function sheetBlocks(minutes: Minutes, personId: Id): readonly Block[] {
  const { plan, index, workshop } = minutes
  const items: Line[] = []
  for (const objective of objectivesOf(minutes)) {
    if (objective.ownerId === personId)
      items.push([ours('Leads the objective '), theirs(objective.title, { strong: true })])
    for (const k of listAt(index.keyResultsByObjective, objective.id))
      if (k.state === 'active' && k.ownerId === personId)
        items.push([
          ours('Owns the key result '),
          theirs(k.title, { strong: true }),
          ours(` (${formatMetric(k.metric)}) by ${printDay(k.dueOn, 'words')}`),
        ])
  }
  const work = workshop.cycleId === null ? [] : listAt(index.initiativesByCycle, workshop.cycleId)
  for (const x of work) {
    if (x.state === 'dropped') continue
    const due = x.dueOn === null ? '' : ` by ${printDay(x.dueOn, 'words')}`
    const share = carriersOf(x).get(personId)
    if (share !== undefined)
      items.push([
        ours(x.ownerId === personId ? 'Drives ' : 'Helps with '),
        theirs(x.title, { strong: true }),
        ours(
          `${x.effortDays === null ? '' : `, ${formatNumber(Math.round(x.effortDays * share * 10) / 10)} days`}${due}`,
        ),
      ])
    for (const task of x.tasks)
      if (task.assigneeId === personId)
        items.push([ours('Task: '), theirs(task.title), ours(' of '), theirs(x.title)])
  }
  for (const entry of plan.journalEntry.values())
    if (entry.type === 'concern' && entry.answerOwnerId === personId && entry.resolvedOn === null)
      items.push([ours('Answers the concern '), theirs(entry.text)])
  const none = workshop.withoutPartIds.includes(personId)
    ? 'Nothing this time, on purpose.'
    : 'Nothing yet.'
  return [
    heading(2, [ours('Sheet for '), theirs(plan.person.get(personId)?.name ?? '')]),
    items.length === 0 ? note(ours(none)) : { type: 'list', items },
  ]
}
