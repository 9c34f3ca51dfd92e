import type { Metric } from '../key-result/key-result.ts'

/** A number that is to rise. */
export const increase = (
  unit: string,
  baseline: number,
  target: number,
): Metric & { type: 'increase' } => ({
  type: 'increase',
  unit,
  baseline,
  target,
})
/** A number that is to fall. */
export const decrease = (
  unit: string,
  baseline: number,
  target: number,
): Metric & { type: 'decrease' } => ({
  type: 'decrease',
  unit,
  baseline,
  target,
})

/** The root causes that come back over the year. */
export const CAPACITY = 'Not enough capacity'
export const BLOCKED = 'Blocked by somebody else'
export const LATE = 'Started too late'
