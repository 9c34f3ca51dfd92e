import type { Metric } from './key-result.ts'

/** The baseline in the metric's unit; null when it is not known or there is none. */
export function baselineOf(metric: Metric): number | null {
  return 'baseline' in metric ? metric.baseline : null
}

/**
 * The absolute number to reach; null when it is not known or there is none. For a relative metric it
 * is baseline × (1 + change), rounded to twelve digits so that 1,200 + 25 % is 1,500 and not 1,500.0000002.
 */
export function targetOf(metric: Metric): number | null {
  switch (metric.type) {
    case 'increase':
    case 'decrease':
      return metric.target
    case 'relative':
      return metric.baseline === null
        ? null
        : Number((metric.baseline * (1 + metric.change)).toPrecision(12))
    case 'band':
    case 'milestone':
    case 'done':
    case 'find-baseline':
    case 'unmeasured':
      return null
  }
}

/** The unit of the metric's values; '' where values have none. */
export function unitOf(metric: Metric): string {
  return 'unit' in metric ? metric.unit : ''
}

/** Whether a value lies within a band; both ends belong to it. */
export function isInBand(
  band: { readonly low: number | null; readonly high: number | null },
  value: number,
): boolean {
  return (band.low === null || value >= band.low) && (band.high === null || value <= band.high)
}

/** Why a metric cannot be: the field of the metric and a sentence. Unknown numbers are no problem. */
export function metricProblem(
  metric: Metric,
): { readonly field: string; readonly message: string } | null {
  const problem = (field: string, message: string) => ({ field: `metric.${field}`, message })
  switch (metric.type) {
    case 'increase':
    case 'decrease':
      return metric.baseline !== null && metric.baseline === metric.target
        ? problem('target', 'The target equals the baseline, so there would be no way to go.')
        : null
    case 'relative':
      if (metric.change === 0)
        return problem('change', 'A change of 0 % would leave the target at the baseline.')
      return metric.baseline === 0
        ? problem('baseline', 'A percentage of 0 is 0: give the target as a number instead.')
        : null
    case 'band':
      if (metric.low === null && metric.high === null)
        return problem('low', 'A band needs at least one end.')
      return metric.low !== null && metric.high !== null && metric.low > metric.high
        ? problem('high', 'The upper end of the band lies below the lower end.')
        : null
    case 'milestone': {
      const ids = new Set(metric.steps.map(({ id }) => id))
      return ids.size < metric.steps.length ? problem('steps', 'Two steps have the same id.') : null
    }
    case 'done':
    case 'find-baseline':
    case 'unmeasured':
      return null
  }
}

/**
 * The metric with its direction taken from its numbers: from 14 to 5 is a decrease whatever the field
 * beside it said. Unchanged while one of the two is unknown.
 */
export function withDirection(metric: Metric): Metric {
  if (metric.type !== 'increase' && metric.type !== 'decrease') return metric
  if (metric.baseline === null || metric.target === null) return metric
  const type = metric.target < metric.baseline ? 'decrease' : 'increase'
  return type === metric.type ? metric : { ...metric, type }
}
