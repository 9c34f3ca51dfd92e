import type { KeyResult } from '../key-result/key-result.ts'
import { unitOf } from '../key-result/metric.ts'
import { formatValue } from '../key-result/value-format.ts'
import type { CheckIn } from './check-in.ts'

/**
 * What a check-in says about the number, in the words of its metric: `9.8 min`, `2 of 3 steps`, `done`,
 * `not yet`; null when it says nothing about it.
 */
export function saidInWords(
  { metric }: Pick<KeyResult, 'metric'>,
  { value, stepsDone }: Pick<CheckIn, 'value' | 'stepsDone'>,
): string | null {
  if (stepsDone !== null) {
    const of = metric.type === 'milestone' ? ` of ${String(metric.steps.length)}` : ''
    return `${String(stepsDone.length)}${of} ${stepsDone.length === 1 && of === '' ? 'step' : 'steps'}`
  }
  if (value === null) return null
  if (metric.type === 'done') return value >= 1 ? 'done' : 'not yet'
  return formatValue(value, unitOf(metric))
}
