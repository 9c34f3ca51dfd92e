import type { JournalEntry } from '../journal/journal-entry.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { WeekModel } from '../week/week.ts'
import { keyResultTable } from './compose-key-results.ts'
import { composeRoute, cycleHeading } from './compose-report.ts'
import { figureRules } from './compose-rules.ts'
import { heading, note, ours, theirs, theirsWithLinks } from './document.ts'
import type { Block, ReportDocument } from './document.ts'
import { sentences } from './line-words.ts'
import { capacityRule } from './load-facts.ts'
import type { ReportOptions, SectionId } from './options.ts'
import { personName } from './person-name.ts'
import { printDay, printNumber, printPercent } from './printed-number.ts'
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
  detours:
    'the check-ins known then, and targets, due days, owners and homes without the detours since',
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
        ours(
          `${week.isOver ? 'Last week of the cycle, up to' : 'Week of'} ${printDay(week.today, dates)} · ${compared}`,
        ),
        ...(names.length === 0 ? [] : [ours(' · only '), theirs(names.join(', '))]),
      ],
      today: week.today,
      compose: (id) => {
        // The head line of a review speaks of a way that is over.
        if (id === 'route')
          return [heading(2, [ours('Where we are')]), ...composeRoute(model, dates).slice(1)]
        if (id === 'numbers') return numbersPart(model, dates)
        const blocks = composePart(id, mine, plan, numbers, options)
        return id === 'rules' ? [...blocks, ...figureRules(model, dates).slice(1)] : blocks
      },
    },
    options,
  )
}

/** Every key result with the values that its figures come from, for whoever wants to work them out again. */
function numbersPart(model: ReportModel, dates: ReportOptions['dates']): readonly Block[] {
  const full = model.objectives.filter(({ keyResults }) => keyResults.length > 0)
  if (full.length === 0) return []
  return [
    heading(2, [ours('The numbers behind it')]),
    ...full.flatMap((objective): Block[] => [
      heading(
        3,
        [ours(`Objective ${objective.number} · `), theirs(objective.title)],
        [ours(objective.progress === null ? '–' : printPercent(objective.progress))],
      ),
      note(...sentences(objective.reasons)),
      keyResultTable(objective, model, dates),
    ]),
  ]
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
            `All lists are the state of ${printDay(week.today, dates)}. Turned: the status ${week.isOver ? 'of that day' : 'today'} against that of the plan as it stood seven days ${week.isOver ? 'before' : 'ago'}: ${COMPARED_BY[week.comparedBy]}. Late: past the due day and neither done nor dropped. Wins are those of ${week.isOver ? 'its' : 'the'} last seven days.${week.isOver ? ' The cycle is over: it is told of its last week.' : ''}`,
          ),
        ),
        note(ours(capacityRule(plan.meta.settings.workingDays))),
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
