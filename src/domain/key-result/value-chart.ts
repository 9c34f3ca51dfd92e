import type { Day } from '../calendar/day.ts'
import { addDays, daysBetween, minDay } from '../calendar/day.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult } from './key-result.ts'
import { baselineOf, targetOf, unitOf } from './metric.ts'
import { expectedOn } from './pace.ts'

/** A value on a day. */
export type ChartPoint = { readonly on: Day; readonly value: number }

/** What the chart of a key result draws, in the unit of its axis. */
export type ValueChart = {
  /** The values that were said, oldest first; for steps the share that was done. */
  readonly said: readonly ChartPoint[]
  /** The line that the owner planned; none where no way is measured. */
  readonly planned: readonly ChartPoint[]
  /** The values that are written at the axis: from and to, or the ends of a band. */
  readonly marks: readonly number[]
  readonly unit: string
}

/** Points of the planned line; enough for a smooth curve over a year. */
const POINTS = 24

/** The share of the steps that was done on each day on which one was, in percent. */
function stepsDone(
  { steps }: Extract<KeyResult['metric'], { type: 'milestone' }>,
  startOn: Day,
  today: Day,
): readonly ChartPoint[] {
  const sum = steps.reduce((total, { weight }) => total + weight, 0)
  const days = steps.flatMap(({ doneOn }) => (doneOn !== null && doneOn <= today ? [doneOn] : []))
  if (sum <= 0 || days.length === 0) return []
  const share = (on: Day) =>
    steps.reduce(
      (done, step) => (step.doneOn !== null && step.doneOn <= on ? done + step.weight : done),
      0,
    ) / sum
  const from = minDay(startOn, addDays(days.reduce(minDay), -1))
  return [from, ...[...new Set(days)].sort()].map((on) => ({ on, value: 100 * share(on) }))
}

/** The chart of a key result from its effective check-ins, sorted by day. */
export function valueChart(
  keyResult: Pick<KeyResult, 'metric' | 'planLine' | 'dueOn'>,
  checkIns: readonly CheckIn[],
  startOn: Day,
  today: Day,
): ValueChart {
  const { metric } = keyResult
  const isSteps = metric.type === 'milestone'
  const [from, to] = isSteps ? [0, 100] : [baselineOf(metric), targetOf(metric)]
  const days = daysBetween(startOn, keyResult.dueOn)
  const planned =
    from === null || to === null || days <= 0
      ? []
      : Array.from({ length: POINTS + 1 }, (_, i) => {
          const on = addDays(startOn, Math.round((i / POINTS) * days))
          return { on, value: from + expectedOn(keyResult, startOn, on) * (to - from) }
        })
  const ends = metric.type === 'band' ? [metric.low, metric.high] : [from, to]
  return {
    said: isSteps
      ? stepsDone(metric, startOn, today)
      : checkIns.flatMap(({ day, value }) =>
          value === null || day > today ? [] : [{ on: day, value }],
        ),
    planned,
    marks: ends.filter((value) => value !== null),
    unit: isSteps ? '%' : unitOf(metric),
  }
}
