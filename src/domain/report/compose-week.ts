import { formatDayWithYear } from '../calendar/day-format.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { WeekModel } from '../week/week.ts'
import { composeRoute, cycleHeading } from './compose-report.ts'
import { heading, note, ours, theirs, theirsWithLinks } from './document.ts'
import type { Block, ReportDocument } from './document.ts'
import type { ReportOptions, SectionId } from './options.ts'
import { personName } from './person-name.ts'
import { printDay, printNumber } from './printed-number.ts'
import { framed } from './report-frame.ts'
import type { ReportModel } from './report-model.ts'
import {
  checkInsPart,
  duePart,
  listOf,
  loadPart,
  stuckPart,
  turnedPart,
  weekPart,
} from './week-tables.ts'

const COMPARED_BY = {
  history: 'as its history on this computer tells it',
  detours: 'the check-ins known then, and targets, due days and homes without the detours since',
} as const satisfies Record<WeekModel['comparedBy'], string>

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
  const part = weekPart(week, plan, numbers, dates)
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
      return checkInsPart(part)
    case 'turned':
      return turnedPart(part)
    case 'stuck':
      return stuckPart(part)
    case 'due':
      return duePart(part)
    case 'load':
      return loadPart(part)
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
            `All lists are the state of ${formatDayWithYear(week.today)}. Turned: the status today against that of the plan as it stood seven days ago: ${COMPARED_BY[week.comparedBy]}. Late: past the due day and neither done nor dropped. Load: effort spread evenly over the working days of an initiative, by share, against days per week less days off. Wins are those of the last seven days.`,
          ),
        ),
      ]
    default:
      return []
  }
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
      : listOf(
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
