import type { Day } from '../calendar/day.ts'
import { maxDay } from '../calendar/day.ts'
import { formatDay } from '../calendar/day-format.ts'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { formatNumber, formatShare } from '../key-result/value-format.ts'
import type { Id } from '../plan/field.ts'
import { counted, isolated, shortTitle } from '../plan/title-quote.ts'
import type { CheckIn } from './check-in.ts'

/** The steps that a milestone's value is computed from. */
export type StepsTicked = {
  readonly done: number
  readonly of: number
  /** Their weights, where not all weigh the same; null where counting them says it all. */
  readonly weight: { readonly done: number; readonly of: number } | null
  /** Weight done ÷ weight of all; null while they weigh nothing. */
  readonly share: number | null
}

/** Where a value comes from: a person typed it, or it is computed from the steps that somebody ticked. */
export type ValueOrigin = {
  readonly origin: CheckIn['origin']
  readonly on: Day
  /** Who typed it or ticked the steps; null where nobody is named. */
  readonly authorId: Id | null
  /** The steps were ticked in the plan itself since the last check-in, which names nobody. */
  readonly isTickedInPlan: boolean
  readonly steps: StepsTicked | null
}

/** What a check-in's number is: computed where it follows from ticked steps, else typed. */
export function originOf({ stepsDone }: Pick<CheckIn, 'stepsDone'>): CheckIn['origin'] {
  return stepsDone === null ? 'typed' : 'computed'
}

/** The share that some steps make; null for a metric without steps. A step that is gone counts no more. */
export function stepsTicked(metric: Metric, done: Iterable<Id>): StepsTicked | null {
  if (metric.type !== 'milestone') return null
  const ids = new Set(done)
  const ticked = metric.steps.filter(({ id }) => ids.has(id))
  const weigh = (steps: typeof ticked) => steps.reduce((sum, { weight }) => sum + weight, 0)
  const weight = { done: weigh(ticked), of: weigh(metric.steps) }
  const isEven = metric.steps.every((step) => step.weight === metric.steps[0]?.weight)
  return {
    done: ticked.length,
    of: metric.steps.length,
    weight: isEven ? null : weight,
    share: weight.of > 0 ? weight.done / weight.of : null,
  }
}

/** `3 of 5 steps`, `2 of 3 steps, weight 6 of 8`. */
export function stepsInWords({ done, of, weight }: StepsTicked): string {
  const weighed = weight
    ? `, weight ${formatNumber(weight.done)} of ${formatNumber(weight.of)}`
    : ''
  return `${formatNumber(done)} of ${counted(of, 'step')}${weighed}`
}

/** `60 % of the way, computed from 3 of 5 steps`: what ticked steps make, said while they are ticked. */
export function computedInWords(metric: Metric, done: Iterable<Id>): string | null {
  const steps = stepsTicked(metric, done)
  if (steps?.share == null) return null
  return `${formatShare(steps.share)} of the way, computed from ${stepsInWords(steps)}`
}

/** Where the value of a key result on `today` comes from; null before the first. `checkIns` are the effective ones. */
export function valueOrigin(
  { metric }: Pick<KeyResult, 'metric'>,
  checkIns: readonly CheckIn[],
  today: Day,
): ValueOrigin | null {
  const said = checkIns.findLast(
    ({ day, value, stepsDone }) =>
      day <= today && (metric.type === 'milestone' ? stepsDone : value) !== null,
  )
  if (metric.type !== 'milestone')
    return said === undefined
      ? null
      : {
          origin: said.origin,
          on: said.day,
          authorId: said.authorId,
          isTickedInPlan: false,
          steps: null,
        }
  const done = metric.steps.filter(({ doneOn }) => doneOn !== null && doneOn <= today)
  if (said === undefined && done.length === 0) return null
  const steps = stepsTicked(
    metric,
    done.map(({ id }) => id),
  )
  const known = new Set(metric.steps.map(({ id }) => id))
  const saidDone = new Set(said?.stepsDone?.filter((id) => known.has(id)))
  const isAsSaid = saidDone.size === done.length && done.every(({ id }) => saidDone.has(id))
  if (said !== undefined && isAsSaid)
    return {
      origin: 'computed',
      on: said.day,
      authorId: said.authorId,
      isTickedInPlan: false,
      steps,
    }
  const on = done.flatMap(({ doneOn }) => doneOn ?? []).reduce(maxDay, said?.day ?? '0001-01-01')
  return { origin: 'computed', on, authorId: null, isTickedInPlan: true, steps }
}

/** Who said it: `typed by Ana`, `computed from 3 of 5 steps, ticked by Ana`; the day is for the caller to say. */
export function originInWords(
  { origin, isTickedInPlan, steps }: Pick<ValueOrigin, 'origin' | 'isTickedInPlan' | 'steps'>,
  author: string | null | undefined,
): string {
  if (origin === 'typed') return `typed by ${nameInWords(author)}`
  if (steps === null) return 'computed'
  const by = isTickedInPlan ? 'in the plan' : `by ${nameInWords(author)}`
  return `computed from ${stepsInWords(steps)}, ticked ${by}`
}

/** What a person did for a check-in's value: `typed by Ana`, `ticked by Ana`. */
export function givenInWords(
  { stepsDone }: Pick<CheckIn, 'stepsDone'>,
  author: string | null | undefined,
): string {
  return `${stepsDone === null ? 'typed' : 'ticked'} by ${nameInWords(author)}`
}

const nameInWords = (author: string | null | undefined) =>
  author == null ? 'nobody named' : isolated(shortTitle(author))

/** The same of one check-in of a key result. */
export function checkInOriginInWords(
  { metric }: Pick<KeyResult, 'metric'>,
  { origin, stepsDone }: Pick<CheckIn, 'origin' | 'stepsDone'>,
  author: string | null | undefined,
): string {
  const steps = stepsDone === null ? null : stepsTicked(metric, stepsDone)
  // Steps that were ticked before origins were written down were computed from all the same.
  return originInWords(
    { origin: steps === null ? origin : 'computed', isTickedInPlan: false, steps },
    author,
  )
}

/** A value's origin with its day: `typed by Ana on Nov 20`. */
export function originWithDay(origin: ValueOrigin, author: string | null | undefined): string {
  return `${originInWords(origin, author)} on ${formatDay(origin.on)}`
}
