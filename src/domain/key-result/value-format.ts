import type { Metric } from './key-result.ts'
import { targetOf } from './metric.ts'

const MINUS = '−'

/**
 * A number for reading, the same on every machine: at most two decimals (three digits that count below
 * 0.1), a comma between thousands, a true minus sign, no exponent.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  const decimals = size === 0 || size >= 0.1 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(size)))
  const text = size.toFixed(decimals)
  const [whole = '0', fraction = ''] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = fraction.replace(/0+$/, '')
  const number = rest ? `${grouped}.${rest}` : grouped
  return value < 0 && number !== '0' ? `${MINUS}${number}` : number
}

/** A value with its unit: `5 min`, `84 %`, `12`; `–` when it is not known. */
export function formatValue(value: number | null, unit = ''): string {
  if (value === null) return '–'
  return unit.trim() === '' ? formatNumber(value) : `${formatNumber(value)} ${unit.trim()}`
}

/** From one value to another with the unit said once: `14 → 5 min`; `? → 5 min` without the first. */
export function formatFromTo(from: number | null, to: number | null, unit = ''): string {
  const left = from === null ? '?' : formatNumber(from)
  if (to === null) return unit.trim() === '' ? `${left} → ?` : `${left} → ? ${unit.trim()}`
  return `${left} → ${formatValue(to, unit)}`
}

/** A fraction as whole percent: `47 %`; with its sign for changes: `+25 %`. */
export function formatPercent(fraction: number | null, isSigned = false): string {
  if (fraction === null) return '–'
  const text = `${formatNumber(Math.round(fraction * 1000) / 10)} %`
  return isSigned && fraction > 0 ? `+${text}` : text
}

/** A share of the way as whole percent (`47 %`), never 100 % before it is all done. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 100 && share < 1) return '99 %'
  return `${percent < 0 ? MINUS : ''}${String(Math.abs(percent))} %`
}

/**
 * What a key result wants, in words: `14 → 5 min`, `+25 % (1,200 → 1,500 sign-ups)`, `at least 99.9 %`,
 * `3 steps`, `done`, `find the baseline`, `not measured yet`.
 */
export function formatMetric(metric: Metric): string {
  switch (metric.type) {
    case 'increase':
    case 'decrease':
      return formatFromTo(metric.baseline, metric.target, metric.unit)
    case 'relative': {
      const change = formatPercent(metric.change, true)
      const target = targetOf(metric)
      if (target === null) return metric.unit.trim() ? `${change} ${metric.unit.trim()}` : change
      return `${change} (${formatFromTo(metric.baseline, target, metric.unit)})`
    }
    case 'band':
      if (metric.low !== null && metric.high !== null)
        return `${formatNumber(metric.low)} – ${formatValue(metric.high, metric.unit)}`
      if (metric.low !== null) return `at least ${formatValue(metric.low, metric.unit)}`
      if (metric.high !== null) return `at most ${formatValue(metric.high, metric.unit)}`
      return 'within a band'
    case 'milestone':
      return metric.steps.length === 1 ? '1 step' : `${String(metric.steps.length)} steps`
    case 'done':
      return 'done'
    case 'find-baseline':
      return metric.unit.trim() ? `find the baseline (${metric.unit.trim()})` : 'find the baseline'
    case 'unmeasured':
      return 'not measured yet'
  }
}
