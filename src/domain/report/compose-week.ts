import { formatDayWithYear } from '../calendar/day-format.ts'
import type { Day } from '../calendar/day.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import { STATUS_WORDS } from '../key-result/status.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { workTurnReason, workTurnWord } from '../week/turn-words.ts'
import type { WeekModel } from '../week/week.ts'
import { composeRoute, cycleHeading } from './compose-report.ts'
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
import type { Block, Line, ReportDocument } from './document.ts'
import type { ReportOptions, SectionId } from './options.ts'
import { personName } from './person-name.ts'
import { count, printDay, printNumber, printShare } from './printed-number.ts'
import { framed } from './report-frame.ts'
import type { ReportModel } from './report-model.ts'
import { STATUS_TONES } from './status-words.ts'

/** "This week" as a document: what is due, what turned, what is stuck, who carries too much. */
export function composeWeek(
  week: WeekModel,
  plan: Plan,
  numbers: ReadonlyMap<Id, string>,
  model: ReportModel,
  options: ReportOptions,
): ReportDocument {
  const { dates, people } = options
  const mine = people.length === 0 ? week : onlyOf(week, new Set(people))
  const compared =
    week.comparedWith === null
      ? 'first week of the cycle'
      : `compared with ${printDay(week.comparedWith, dates)}`
  const names = people.flatMap((id) => personName(plan, id) ?? [])
  return framed(
    {
      kind: 'week',
      planName: plan.meta.name,
      subject: `${week.cycle.name}, ${week.today}`,
      heading: cycleHeading(week.cycle, dates),
      subtitle: [
        ours(`Week of ${printDay(week.today, dates)} · ${compared}`),
        ...(names.length === 0 ? [] : [ours(' · only '), theirs(names.join(', '))]),
      ],
      today: week.today,
      compose: (id) =>
        id === 'route'
          ? // The head line of a review speaks of a way that is over.
            [heading(2, [ours('Where we are')]), ...composeRoute(model, dates).slice(1)]
          : composePart(id, mine, plan, numbers, options),
    },
    options,
  )
}

/** The week as it concerns some people: their key results and initiatives. Wins and concerns stay. */
function onlyOf(week: WeekModel, people: ReadonlySet<Id>): WeekModel {
  const isTheirs = ({ ownerId }: { readonly ownerId: Id | null }) =>
    ownerId !== null && people.has(ownerId)
  return {
    ...week,
    checkIns: week.checkIns.filter(({ keyResult }) => isTheirs(keyResult)),
    due: week.due.filter(({ thing }) => isTheirs(thing)),
    turned: week.turned.filter(({ keyResult }) => isTheirs(keyResult)),
    turnedObjectives: week.turnedObjectives.filter(({ objective }) => isTheirs(objective)),
    turnedWork: week.turnedWork.filter(({ initiative }) => isTheirs(initiative)),
    flat: week.flat.filter(({ initiative }) => isTheirs(initiative)),
    stuck: week.stuck.filter(({ initiative }) => isTheirs(initiative)),
    overbooked: week.overbooked.filter(({ person }) => people.has(person.id)),
  }
}

function composePart(
  id: SectionId,
  week: WeekModel,
  plan: Plan,
  numbers: ReadonlyMap<Id, string>,
  { dates }: ReportOptions,
): readonly Block[] {
  const day = (value: Day) => printDay(value, dates)
  const numbered = (thing: { readonly id: Id; readonly title: string }): readonly Line[] => [
    [ours(`${numbers.get(thing.id) ?? ''} `, { tone: 'muted' }), theirs(thing.title)],
  ]
  const owner = (ownerId: Id | null) => theirCell(personName(plan, ownerId))
  switch (id) {
    case 'figures': {
      const blocked = week.stuck.filter(({ isBlocked }) => isBlocked).length
      const worse = week.turned.filter(({ isWorse }) => isWorse).length
      const overdue = week.checkIns.filter(({ isOverdue }) => isOverdue).length
      return [
        {
          type: 'figures',
          figures: [
            {
              value: printNumber(week.checkIns.length),
              label: `check-ins due, ${printNumber(overdue)} overdue`,
            },
            {
              value: printNumber(week.turned.length),
              label: `key results turned, ${printNumber(worse)} for the worse`,
            },
            {
              value: printNumber(week.stuck.length),
              label: `initiatives stuck, ${printNumber(blocked)} blocked`,
            },
            { value: printNumber(week.due.length), label: 'due within seven days' },
          ],
        },
      ]
    }
    case 'check-ins':
      return titled(
        'Check-ins due',
        week.checkIns.length,
        'Every key result has a fresh number.',
        table(
          'Check-ins due',
          [
            ['Key result', 46],
            ['Owner', 22],
            ['Due', 16],
            ['', 16, 'end'],
          ],
          week.checkIns.map(({ keyResult, dueOn, isOverdue }) =>
            row(
              numbered(keyResult),
              owner(keyResult.ownerId),
              valueCell(dueOn, day),
              isOverdue ? cell('Overdue', { strong: true, tone: 'bad' }) : cell('Due'),
            ),
          ),
        ),
      )
    case 'turned':
      return titled(
        'What turned since last week',
        week.turned.length + week.turnedObjectives.length + week.turnedWork.length,
        'Everything has the status of a week ago, and no work was finished, blocked or became late.',
        table(
          'What turned since last week',
          [
            ['What', 34],
            ['From', 12],
            ['To', 12],
            ['Why', 42],
          ],
          [
            ...[
              ...week.turnedObjectives.map((turn) => ({ ...turn, thing: turn.objective })),
              ...week.turned.map((turn) => ({ ...turn, thing: turn.keyResult })),
            ].map(({ thing, from, to, reason }) =>
              row(
                numbered(thing),
                cell(STATUS_WORDS[from], { tone: STATUS_TONES[from] }),
                cell(STATUS_WORDS[to], { strong: true, tone: STATUS_TONES[to] }),
                [[theirs(reason)]],
              ),
            ),
            ...week.turnedWork.map((turn) =>
              row(
                theirCell(turn.initiative.title),
                cell('–'),
                cell(workTurnWord(turn), { strong: true, tone: turn.isWorse ? 'bad' : 'good' }),
                [[theirs(workTurnReason(turn))]],
              ),
            ),
          ],
        ),
      )
    case 'stuck':
      return [
        ...titled(
          'Blocked and late',
          week.stuck.length,
          'Nothing is blocked and nothing is late.',
          table(
            'Blocked and late',
            [
              ['Initiative', 34],
              ['Owner', 18],
              ['State', 12],
              ['Late', 12, 'end'],
              ['Blocker and next action', 24],
            ],
            week.stuck.map(({ initiative, isBlocked, lateDays }) =>
              row(
                theirCell(initiative.title),
                owner(initiative.ownerId),
                cell(
                  INITIATIVE_STATE_WORDS[initiative.state],
                  isBlocked ? { tone: 'bad', strong: true } : {},
                ),
                lateDays === 0 ? cell('–') : valueCell(lateDays, (n) => count(n, 'day')),
                initiative.blocker === null
                  ? cell('–')
                  : theirCell(
                      [
                        initiative.blocker.text || initiative.blocker.type,
                        initiative.blocker.nextAction,
                      ]
                        .filter((part) => part.trim() !== '')
                        .join(' – next: '),
                    ),
              ),
            ),
          ),
        ),
        ...(week.flat.length === 0
          ? []
          : [
              heading(2, [ours('Work done, number flat')], [ours(printNumber(week.flat.length))]),
              note(
                ours(
                  'The initiative is done, and its key result has not moved for three check-ins.',
                ),
              ),
              list(
                week.flat.map(({ initiative, keyResult }) => [
                  theirs(initiative.title, { strong: true }),
                  ours(` · serves ${numbers.get(keyResult.id) ?? ''} `),
                  theirs(keyResult.title),
                ]),
              ),
            ]),
      ]
    case 'due':
      return titled(
        'Due within seven days',
        week.due.length,
        'Nothing is due within seven days.',
        table(
          'Due within seven days',
          [
            ['What', 52],
            ['Kind', 14],
            ['Owner', 18],
            ['Due', 16, 'end'],
          ],
          week.due.map(({ kind, thing, dueOn }) =>
            row(
              kind === 'keyResult' ? numbered(thing) : theirCell(thing.title),
              cell(kind === 'keyResult' ? 'Key result' : 'Initiative'),
              owner(thing.ownerId),
              valueCell(dueOn, day),
            ),
          ),
        ),
      )
    case 'load':
      return titled(
        'Overbooked this week or next',
        week.overbooked.length,
        'Nobody carries more than there is.',
        table(
          'Overbooked this week or next',
          [
            ['Person', 36],
            ['Week of', 22],
            ['Asked', 14, 'end'],
            ['Available', 14, 'end'],
            ['Load', 14, 'end'],
          ],
          week.overbooked.map(({ person, startOn, load }) =>
            row(
              theirCell(person.name),
              valueCell(startOn, day),
              valueCell(load.asked, days),
              valueCell(load.available, days),
              loadCell(load.ratio),
            ),
          ),
        ),
      )
    case 'journal':
      return [
        {
          type: 'pair',
          columns: [
            entries('Wins', week.wins, plan, dates),
            entries('Concerns without an answer', week.concerns, plan, dates),
          ],
        },
      ]
    case 'rules':
      return [
        heading(2, [ours('Rules in force')]),
        note(
          ours(
            `All lists are the state of ${formatDayWithYear(week.today)}. Turned: the status today against that of the plan as it stood seven days ago: the check-ins known then, and targets, due days and homes without the detours since. Late: past the due day and neither done nor dropped. Load: effort spread evenly over the working days of an initiative, by share, against days per week less days off. Wins are those of the last seven days.`,
          ),
        ),
      ]
    default:
      return []
  }
}

/** Person-days with one decimal; the number in full stands in the data. */
export function days(value: number): string {
  return printNumber(Math.round(value * 10) / 10)
}

/** A load as percent; more than nothing of nobody has no percent. */
export function loadCell(ratio: number) {
  if (!Number.isFinite(ratio)) return cell('nobody', { strong: true, tone: 'bad' })
  return valueCell(ratio, printShare, ratio > 1 ? { strong: true, tone: 'bad' } : {})
}

function titled(title: string, size: number, none: string, full: Block): readonly Block[] {
  const head = heading(2, [ours(title)], size === 0 ? null : [ours(printNumber(size))])
  return [head, size === 0 ? note(ours(none)) : full]
}

function list(items: readonly Line[]): Block {
  return { type: 'list', items }
}

function entries(
  title: string,
  found: readonly JournalEntry[],
  plan: Plan,
  dates: ReportOptions['dates'],
): readonly Block[] {
  return [
    heading(2, [ours(title)]),
    found.length === 0
      ? note(ours('None.'))
      : list(
          found.map((entry) => {
            const author = personName(plan, entry.authorId)
            return [
              ...theirsWithLinks(entry.text),
              ours(` (${printDay(entry.day, dates)}`, { tone: 'muted' }),
              ...(author === null
                ? []
                : [ours(', ', { tone: 'muted' }), theirs(author, { tone: 'muted' })]),
              ours(')', { tone: 'muted' }),
            ]
          }),
        ),
  ]
}
