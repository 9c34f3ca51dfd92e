import { isDay } from '#domain/calendar/day.ts'
import { quarterOf } from '#domain/exchange/cycle-guess.ts'
import type { CycleGuess, Draft } from '#domain/exchange/draft.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Id } from '#domain/plan/field.ts'

/** Where the lines go, as the person is choosing it. */
export type TargetChoice = {
  readonly place: 'new' | 'current'
  readonly name: string
  /** A cycle of the open plan; null for the one described beside it. */
  readonly cycleId: Id | null
  readonly cycle: CycleGuess
}

/** The choice to begin with: a plan of its own, its cycle as the text names it or the present quarter. */
export function firstChoice(draft: Draft | null, today: string): TargetChoice {
  return {
    place: 'new',
    name: draft?.name ?? 'My OKRs',
    cycleId: null,
    cycle: draft?.cycle ?? quarterOf(today),
  }
}

/** Why the choice cannot be followed, by field; empty when it can. */
export function choiceProblems(
  choice: TargetChoice,
  plan: Plan | null,
): Readonly<Partial<Record<'name' | 'cycleName' | 'startOn' | 'endOn', string>>> {
  const problems: Partial<Record<'name' | 'cycleName' | 'startOn' | 'endOn', string>> = {}
  if (choice.place === 'new' && choice.name.trim() === '') problems.name = 'Give the plan a name.'
  if (choice.place === 'current' && choice.cycleId !== null && plan?.cycle.has(choice.cycleId))
    return problems
  const { name, startOn, endOn } = choice.cycle
  if (name.trim() === '') problems.cycleName = 'Give the cycle a name.'
  if (!isDay(startOn)) problems.startOn = 'Choose the first day.'
  if (!isDay(endOn)) problems.endOn = 'Choose the last day.'
  else if (isDay(startOn) && endOn < startOn)
    problems.endOn = 'The last day is before the first day.'
  return problems
}
