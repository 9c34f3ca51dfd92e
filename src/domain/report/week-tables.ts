import type { Day } from '../calendar/day.ts'
import { addDays, maxDay, minDay } from '../calendar/day.ts'
import { BLOCKER_WORDS } from '../initiative/blocker.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import type { SayDay } from '../key-result/rule-context.ts'
import { STATUS_WORDS } from '../key-result/status.ts'
import { askedOf } from '../people/capacity.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { workTurnReason, workTurnWord } from '../week/turn-words.ts'
import type { WeekModel } from '../week/week.ts'
import { cell, heading, note, ours, row, table, theirCell, theirs, valueCell } from './document.ts'
import type { Block, Line } from './document.ts'
import { daysCell, loadCell } from './load-cells.ts'
import { askedLine, availableWords } from './load-facts.ts'
import { personName } from './person-name.ts'
import { count, printDay, printNumber, sayDayIn } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import { STATUS_TONES } from './status-words.ts'

/** A week with the words that its tables share. */
export type WeekPart = {
  readonly week: WeekModel
  readonly plan: Plan
  readonly numbers: ReadonlyMap<Id, string>
  readonly day: (day: Day) => string
  /** How the rules' own sentences say a day. */
  readonly sayDay: SayDay | undefined
  readonly numbered: (thing: { readonly id: Id; readonly title: string }) => readonly Line[]
  readonly owner: (ownerId: Id | null) => readonly Line[]
}

/** What the tables of a week are made from. */
export function weekPart(
  week: WeekModel,
  plan: Plan,
  numbers: ReadonlyMap<Id, string>,
  dates: DateStyle,
): WeekPart {
  return {
    week,
    plan,
    numbers,
    day: (day) => printDay(day, dates),
    sayDay: sayDayIn(dates),
    numbered: ({ id, title }) => [
      [ours(`${numbers.get(id) ?? ''} `, { tone: 'muted' }), theirs(title)],
    ],
    owner: (ownerId) => theirCell(personName(plan, ownerId)),
  }
}

/** The check-ins that are due, the latest first. */
export function checkInsPart({ week, numbered, owner, day }: WeekPart): readonly Block[] {
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
}

/** Whose status is another than a week ago, and what work was finished, blocked or became late. */
export function turnedPart({ week, numbered, sayDay }: WeekPart): readonly Block[] {
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
            [[theirs(workTurnReason(turn, sayDay))]],
          ),
        ),
      ],
    ),
  )
}

/** What is blocked or late, and finished work whose number stays flat. */
export function stuckPart({ week, owner, numbers, day }: WeekPart): readonly Block[] {
  return [
    ...titled(
      'Blocked and late',
      week.stuck.length,
      'Nothing is blocked and nothing is late.',
      table(
        'Blocked and late',
        [
          ['Initiative', 28],
          ['Owner', 15],
          ['State', 11],
          ['Due', 15],
          ['Late', 9, 'end'],
          ['Blocker and next action', 22],
        ],
        week.stuck.map(({ initiative, isBlocked, lateDays }) =>
          row(
            theirCell(initiative.title),
            owner(initiative.ownerId),
            cell(
              INITIATIVE_STATE_WORDS[initiative.state],
              isBlocked ? { tone: 'bad', strong: true } : {},
            ),
            valueCell(initiative.dueOn, day),
            lateDays === 0 ? cell('–') : valueCell(lateDays, (n) => count(n, 'day')),
            initiative.blocker === null
              ? cell('–')
              : theirCell(
                  [
                    initiative.blocker.text || BLOCKER_WORDS[initiative.blocker.type],
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
            ours('The initiative is done, and its key result has not moved for three check-ins.'),
          ),
          listOf(
            week.flat.map(({ initiative, keyResult }) => [
              theirs(initiative.title, { strong: true }),
              ours(` · serves ${numbers.get(keyResult.id) ?? ''} `),
              theirs(keyResult.title),
            ]),
          ),
        ]),
  ]
}

/** What is due within seven days. */
export function duePart({ week, numbered, owner, day }: WeekPart): readonly Block[] {
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
}

/** Of whom more is asked than there is. */
export function loadPart({ week, plan, day }: WeekPart): readonly Block[] {
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
      week.overbooked.map(({ person, startOn, load }) => {
        const span = {
          startOn: maxDay(startOn, week.cycle.startOn),
          endOn: minDay(addDays(startOn, 6), week.cycle.endOn),
        }
        const available = availableWords(person, span, plan.meta.settings.workingDays, day)
        return {
          ...row(
            theirCell(person.name),
            valueCell(startOn, day),
            daysCell(load.asked),
            daysCell(load.available),
            loadCell(load.ratio),
          ),
          notes: [
            askedLine(askedOf(plan, person.id, span), day),
            [ours(`Available: ${available}`)],
          ],
        }
      }),
    ),
  )
}

function titled(title: string, size: number, none: string, full: Block): readonly Block[] {
  const head = heading(2, [ours(title)], size === 0 ? null : [ours(printNumber(size))])
  return [head, size === 0 ? note(ours(none)) : full]
}

/** Lines one below the other. */
export function listOf(items: readonly Line[]): Block {
  return { type: 'list', items }
}
