import { targetOf } from '../key-result/metric.ts'
import { formatMetric, formatPercent } from '../key-result/value-format.ts'
import { count, printNumber, printValue } from './printed-number.ts'
import type { ReportKeyResult } from './report-model.ts'

/** Baseline, target and present value of a key result in words; values in full, so that all can be recomputed. */
export type PrintedMetric = {
  readonly baseline: string
  readonly target: string
  readonly now: string
}

const NONE = '–'

export function printMetric(keyResult: ReportKeyResult): PrintedMetric {
  const { metric, current } = keyResult
  const value = (number: number | null, unit: string) =>
    number === null ? 'not known' : printValue(number, unit)
  switch (metric.type) {
    case 'increase':
    case 'decrease':
      return {
        baseline: value(metric.baseline, metric.unit),
        target: value(metric.target, metric.unit),
        now: current === null ? NONE : value(current, metric.unit),
      }
    case 'relative': {
      const target = targetOf(metric)
      const change = formatPercent(metric.change, true).replace(' ', '\u00a0')
      return {
        baseline: value(metric.baseline, metric.unit),
        target: target === null ? change : `${value(target, metric.unit)} (${change})`,
        now: current === null ? NONE : value(current, metric.unit),
      }
    }
    case 'band': {
      const place = keyResult.inBand === null ? '' : keyResult.inBand ? ', inside' : ', outside'
      return {
        baseline: NONE,
        target: bandWords(metric.low, metric.high, metric.unit),
        now: current === null ? NONE : `${value(current, metric.unit)}${place}`,
      }
    }
    case 'milestone': {
      const total = metric.steps.reduce((sum, { weight }) => sum + weight, 0)
      const isEven = metric.steps.every(({ weight }) => weight === metric.steps[0]?.weight)
      const weight = isEven
        ? ''
        : `, weight ${printNumber(keyResult.counted * total)} of ${printNumber(total)}`
      const done = `${printNumber(keyResult.stepsDone ?? 0)} of ${count(metric.steps.length, 'step')}`
      return {
        baseline: NONE,
        target: count(metric.steps.length, 'step'),
        now: keyResult.measured === 'measured' ? done + weight : NONE,
      }
    }
    case 'done':
      return {
        baseline: 'not done',
        target: 'done',
        now: current === null ? NONE : current >= 1 ? 'done' : 'not done',
      }
    case 'find-baseline':
      return {
        baseline: current === null ? 'to be found' : value(current, metric.unit),
        target: 'find the baseline',
        now: current === null ? NONE : value(current, metric.unit),
      }
    case 'unmeasured':
      return { baseline: NONE, target: formatMetric(metric), now: NONE }
  }
}

function bandWords(low: number | null, high: number | null, unit: string): string {
  if (low !== null && high !== null) return `${printNumber(low)} to ${printValue(high, unit)}`
  if (low !== null) return `at least ${printValue(low, unit)}`
  return high === null ? 'within a band' : `at most ${printValue(high, unit)}`
}
