import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import { askedOf, availableWithin, carriersOf, loadOf, weekLoadsOf } from '../people/capacity.ts'
import { formatPersonDays } from '../people/person-days.ts'
import type { Person } from '../people/person.ts'
import { listAt } from '../plan/plan-index.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { weekModel } from '../week/week.ts'
import { daysCell, loadCell } from './load-cells.ts'
import { chosenKeyResults } from './compose-key-results.ts'
import { figureRules } from './compose-rules.ts'
import { cell, heading, note, ours, row, table, theirCell, theirs, valueCell } from './document.ts'
import type { Block, ReportDocument } from './document.ts'
import { sentences } from './line-words.ts'
import { askedLine, availableWords, capacityRule } from './load-facts.ts'
import type { ReportOptions, SectionId } from './options.ts'
import {
  count,
  printDay,
  printDayIn,
  printNumber,
  printPercent,
  printShare,
} from './printed-number.ts'
import { framed } from './report-frame.ts'
import type { ReportModel } from './report-model.ts'
import { STATE_TONES } from './status-words.ts'

type Sheet = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly cycle: Cycle
  readonly person: Person
  readonly today: Day
  /** The review of the cycle: its key results with their figures. */
  readonly model: ReportModel
}

/** "My part": what one person owns and carries in a cycle, what is asked of them and when. */
export function composePerson(sheet: Sheet, options: ReportOptions): ReportDocument {
  const { plan, cycle, person, today } = sheet
  const { dates } = options
  return framed(
    {
      kind: 'person',
      planName: plan.meta.name,
      subject: `${cycle.name} – ${person.name}`,
      heading: [theirs(person.name)],
      subtitle: [
        ours(`State of ${printDay(today, dates)} · `),
        theirs(cycle.name),
        ...(person.role === '' ? [] : [ours(' · '), theirs(person.role)]),
        ours(` · ${count(person.daysPerWeek, 'day')} a week`),
      ],
      today,
      compose: (id) => composePart(id, sheet, options),
    },
    options,
  )
}

function composePart(id: SectionId, sheet: Sheet, { dates }: ReportOptions): readonly Block[] {
  const { plan, index, cycle, person, today, model } = sheet
  const year = cycle.endOn.slice(0, 4)
  const day = (value: Day) => printDayIn(year, value, dates)
  const owned = model.objectives.flatMap((objective) =>
    objective.keyResults
      .filter(
        ({ id: keyResultId, state }) =>
          state === 'active' && plan.keyResult.get(keyResultId)?.ownerId === person.id,
      )
      .map((keyResult) => ({ keyResult, objective })),
  )
  const objectives = model.objectives.filter(
    ({ id: objectiveId }) => plan.objective.get(objectiveId)?.ownerId === person.id,
  )
  const { workingDays } = plan.meta.settings
  const carried = listAt(index.initiativesByCycle, cycle.id).flatMap((initiative) => {
    const part = carriersOf(initiative).get(person.id)
    const share = part ?? (initiative.ownerId === person.id ? 0 : undefined)
    return share === undefined || initiative.state === 'dropped' ? [] : [{ initiative, share }]
  })
  const tasks = listAt(index.initiativesByCycle, cycle.id).flatMap((initiative) =>
    initiative.state === 'dropped'
      ? []
      : initiative.tasks
          .filter(({ assigneeId }) => assigneeId === person.id)
          .map((task) => ({ task, initiative })),
  )
  const due = (weekModel(plan, index, cycle.id, today)?.checkIns ?? []).filter(
    ({ keyResult }) => keyResult.ownerId === person.id,
  )
  const asked = askedOf(plan, person.id, cycle).reduce((sum, { days }) => sum + days, 0)
  const elsewhere = askedOf(plan, person.id, cycle).filter(
    ({ initiative }) => initiative.cycleId !== cycle.id,
  )
  const load = loadOf(asked, availableWithin(person, cycle, workingDays))
  switch (id) {
    case 'figures':
      return [
        {
          type: 'figures',
          figures: [
            {
              value: printNumber(owned.length),
              label: `key results and ${count(objectives.length, 'objective')} owned`,
            },
            { value: printNumber(carried.length), label: 'initiatives carried' },
            { value: printNumber(due.length), label: 'check-ins due' },
            {
              value: Number.isFinite(load.ratio) ? printShare(load.ratio) : '–',
              label: `load: ${formatPersonDays(load.asked)} of ${formatPersonDays(load.available)} person-days`,
            },
          ],
        },
      ]
    case 'owned':
      return [
        heading(2, [ours('What I own')]),
        ...(objectives.length === 0
          ? []
          : [
              {
                type: 'list' as const,
                items: objectives.map((objective) => [
                  ours(`Objective ${objective.number} `),
                  theirs(objective.title, { strong: true }),
                  ours(
                    ` · ${objective.progress === null ? 'no progress yet' : printPercent(objective.progress)}. `,
                  ),
                  ...sentences(objective.reasons),
                ]),
              },
            ]),
        owned.length === 0
          ? note(ours('No key result of this cycle is mine.'))
          : chosenKeyResults(
              { label: 'Owned key results', set: 'Owned key results' },
              owned,
              model,
              dates,
            ),
      ]
    case 'carried':
      return [
        heading(2, [ours('What I carry')]),
        carried.length === 0
          ? note(ours('No initiative of this cycle is mine.'))
          : table(
              'Carried initiatives',
              [
                ['Initiative', 38],
                ['State', 14],
                ['Start', 12],
                ['Due', 12],
                ['My share', 11, 'end'],
                ['My days', 13, 'end'],
              ],
              carried.map(({ initiative, share }) =>
                row(
                  theirCell(initiative.title),
                  cell(INITIATIVE_STATE_WORDS[initiative.state], {
                    tone: STATE_TONES[initiative.state],
                  }),
                  valueCell(initiative.startOn, day),
                  valueCell(initiative.dueOn, day),
                  valueCell(share, printShare),
                  valueCell(
                    initiative.effortDays === null ? null : initiative.effortDays * share,
                    formatPersonDays,
                  ),
                ),
              ),
            ),
      ]
    case 'tasks':
      if (tasks.length === 0) return []
      return [
        heading(
          2,
          [ours('My tasks')],
          [
            ours(
              `${printNumber(tasks.filter(({ task }) => task.done).length)} of ${printNumber(tasks.length)} done`,
            ),
          ],
        ),
        table(
          'Tasks',
          [
            ['Task', 44],
            ['Initiative', 32],
            ['Due', 12],
            ['State', 12, 'end'],
          ],
          tasks.map(({ task, initiative }) =>
            row(
              theirCell(task.title),
              theirCell(initiative.title),
              valueCell(task.dueOn, day),
              cell(task.done ? 'Done' : 'Open', task.done ? { tone: 'good' } : {}),
            ),
          ),
        ),
      ]
    case 'check-ins':
      return [
        heading(2, [ours('Check-ins due')]),
        due.length === 0
          ? note(ours('No check-in is due.'))
          : table(
              'Check-ins due',
              [
                ['Key result', 60],
                ['Due', 20],
                ['', 20, 'end'],
              ],
              due.map(({ keyResult, dueOn, isOverdue }) =>
                row(
                  theirCell(keyResult.title),
                  valueCell(dueOn, day),
                  isOverdue ? cell('Overdue', { strong: true, tone: 'bad' }) : cell('Due'),
                ),
              ),
            ),
      ]
    case 'load':
      return [
        heading(
          2,
          [ours('Load week by week')],
          [
            ours(
              `${formatPersonDays(load.asked)} of ${formatPersonDays(load.available)} person-days`,
            ),
          ],
        ),
        table(
          'Load week by week',
          [
            ['Week of', 40],
            ['Asked', 20, 'end'],
            ['Available', 20, 'end'],
            ['Load', 20, 'end'],
          ],
          weekLoadsOf(plan, person.id, cycle).map((week) =>
            row(
              valueCell(week.startOn, day),
              daysCell(week.asked),
              daysCell(week.available),
              loadCell(week.ratio),
            ),
          ),
        ),
        ...(elsewhere.length === 0
          ? []
          : [note(...askedLine(elsewhere, day), ours(', of other cycles.'))]),
      ]
    case 'rules':
      return [
        heading(2, [ours('Rules in force')]),
        note(ours(capacityRule(workingDays))),
        note(
          theirs(person.name),
          ours(`: ${availableWords(person, cycle, workingDays, day)} in this cycle.`),
        ),
        ...figureRules(model, dates),
      ]
    default:
      return []
  }
}
