import type { Metric } from '../key-result/key-result.ts'

const FORMAT = new Intl.NumberFormat('en', { maximumSignificantDigits: 12 })

/** A number as the preview shows it; `?` for none. */
export const metricNumber = (value: number | null): string =>
  value === null ? '?' : FORMAT.format(value).replace('-', '−')

/** What is said of a sign that can mean thousands or decimals. */
export const ambiguous = (written: string, value: number): string =>
  `${written} was read as ${metricNumber(value)}; correct it if the sign means something else.`

const isCurrency = (unit: string) => /^[$€£]$/.test(unit)

function withUnit(value: number | null, unit: string): string {
  if (unit === '') return metricNumber(value)
  if (value === null && isCurrency(unit)) return '?'
  return isCurrency(unit) ? `${unit}${metricNumber(value)}` : `${metricNumber(value)} ${unit}`
}

function span(from: number | null, to: number | null, unit: string, sign: string): string {
  const first = isCurrency(unit) ? withUnit(from, unit) : metricNumber(from)
  return `${first}${sign}${withUnit(to, unit)}`
}

/** A metric in a few characters as the preview shows it: `14 → 5 min`, `at most 2 s`, `+25 %`; '' for none. */
export function metricText(metric: Metric): string {
  switch (metric.type) {
    case 'increase':
    case 'decrease':
      return span(metric.baseline, metric.target, metric.unit, ' → ')
    case 'relative': {
      const percent = metricNumber(Math.round(metric.change * 10_000) / 100)
      const change = `${metric.change > 0 ? '+' : ''}${percent} %`
      return metric.baseline === null
        ? change
        : `${withUnit(metric.baseline, metric.unit)} ${change}`
    }
    case 'band':
      if (metric.low !== null && metric.high !== null)
        return span(metric.low, metric.high, metric.unit, '–')
      return metric.low === null
        ? `at most ${withUnit(metric.high, metric.unit)}`
        : `at least ${withUnit(metric.low, metric.unit)}`
    case 'milestone':
      return `${String(metric.steps.length)} steps`
    case 'done':
      return 'done or not'
    case 'find-baseline':
      return 'find the baseline'
    case 'unmeasured':
      return ''
  }
}
