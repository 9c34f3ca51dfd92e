import type { Metric } from '../key-result/key-result.ts'
import { UNMEASURED, type MissingValue } from './draft.ts'

/** How a key result's words can be measured, and what has to be asked. */
export type MetricGuess = {
  readonly metric: Metric
  readonly missing: readonly MissingValue[]
  /** What a person should check about this reading; '' when it is plain. */
  readonly doubt: string
}

/** Nothing that could be measured was found. */
export const unmeasured = (doubt = '', missing: MissingValue = 'measure'): MetricGuess => ({
  metric: UNMEASURED,
  missing: [missing],
  doubt,
})

/** Takes off what floating point adds. */
export const round = (value: number) => Number(value.toPrecision(12))

/** From a baseline, where there is one, to a target. */
export function change(
  isDown: boolean,
  unit: string,
  baseline: number | null,
  target: number,
  doubt = '',
): MetricGuess {
  if (baseline !== null && baseline === target)
    return unmeasured('Baseline and target are the same number.')
  const type =
    baseline === null
      ? isDown
        ? 'decrease'
        : 'increase'
      : target < baseline
        ? 'decrease'
        : 'increase'
  return {
    metric: { type, unit, baseline, target },
    missing: baseline === null ? ['baseline'] : [],
    doubt,
  }
}

/** A value that is to stay between two numbers; null is an open end. */
export const band = (unit: string, low: number | null, high: number | null): MetricGuess => ({
  metric: { type: 'band', unit, low, high },
  missing: [],
  doubt: '',
})
