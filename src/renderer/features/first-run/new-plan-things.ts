import type { Day } from '#domain/calendar/day.ts'
import { isDay } from '#domain/calendar/day.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Objective } from '#domain/objective/objective.ts'
import { orderKeyAfter } from '#domain/plan/order-key.ts'
import type { Thing } from '#domain/plan/thing.ts'

/** What the form of a new plan asks for. */
export type NewPlanAnswers = {
  readonly name: string
  readonly cycleName: string
  readonly startOn: Day
  readonly endOn: Day
  /** '' for "later". */
  readonly objective: string
}

/** Why an answer cannot be taken, by field. */
export function answerProblems(
  answers: NewPlanAnswers,
): Readonly<Partial<Record<keyof NewPlanAnswers, string>>> {
  const { name, cycleName, startOn, endOn, objective } = answers
  const tooLong = 'At most 500 characters.'
  return {
    ...(name.trim() === '' ? { name: 'Give the plan a name.' } : {}),
    ...(name.length > 500 ? { name: tooLong } : {}),
    ...(cycleName.trim() === '' ? { cycleName: 'Give the cycle a name, such as “Q4 2026”.' } : {}),
    ...(cycleName.length > 500 ? { cycleName: tooLong } : {}),
    ...(isDay(startOn) ? {} : { startOn: 'Choose the first day.' }),
    ...(!isDay(endOn)
      ? { endOn: 'Choose the last day.' }
      : isDay(startOn) && endOn <= startOn
        ? { endOn: 'The last day must be after the first.' }
        : {}),
    ...(objective.length > 500 ? { objective: tooLong } : {}),
  }
}

/** The rows that a new plan begins with: its cycle, in planning, and the first objective as a draft. */
export function newPlanThings(
  answers: NewPlanAnswers,
  today: Day,
  newId: () => string,
): readonly Thing[] {
  const cycle: Cycle = {
    kind: 'cycle',
    id: newId(),
    name: answers.cycleName.trim(),
    startOn: answers.startOn,
    endOn: answers.endOn,
    state: 'planning',
    stateLog: [{ state: 'planning', on: today, reason: '' }],
    leftAtTheKerb: [],
    overbookedReason: '',
  }
  const title = answers.objective.trim()
  if (title === '') return [cycle]
  const objective: Objective = {
    kind: 'objective',
    id: newId(),
    cycleId: cycle.id,
    title,
    why: '',
    ownerId: null,
    type: 'committed',
    themeId: null,
    parent: null,
    contribution: '',
    order: orderKeyAfter([]),
    state: 'draft',
    stateReason: '',
    hue: 'blue',
    note: '',
    carriedFrom: null,
  }
  return [cycle, objective]
}
