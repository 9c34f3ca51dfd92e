import { describe, expect, it } from 'vitest'
import type { Metric } from './key-result.ts'
import { withDirection } from './metric.ts'
import {
  formatFromTo,
  formatMetric,
  formatNumber,
  formatPercent,
  formatValue,
} from './value-format.ts'

describe('numbers for reading', () => {
  it.each<[number, string]>([
    [5, '5'],
    [-0, '0'],
    [9.8, '9.8'],
    [99.95, '99.95'],
    [3.14159, '3.14'],
    [0.1 + 0.2, '0.3'],
    [0.0123456, '0.0123'],
    [-4.1, '−4.1'],
    [-0.000000000000001, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-1200.5, '−1,200.5'],
    [12000, '12,000'],
    [1234567.891, '1,234,567.89'],
    [1e14, '100,000,000,000,000'],
    [Number.NaN, '–'],
  ])('%d → %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('puts the unit behind', () => {
    expect(formatValue(5, 'min')).toBe('5 min')
    expect(formatValue(84, '%')).toBe('84 %')
    expect(formatValue(84)).toBe('84')
    expect(formatValue(null, 'min')).toBe('–')
    expect(formatFromTo(14, 5, 'min')).toBe('14 → 5 min')
    expect(formatFromTo(78, 84, '%')).toBe('78 → 84 %')
    expect(formatFromTo(null, 5, 'min')).toBe('? → 5 min')
    expect(formatPercent(0.25, true)).toBe('+25 %')
    expect(formatPercent(-0.125, true)).toBe('−12.5 %')
  })
})

describe('metrics in words', () => {
  it.each<[Metric, string]>([
    [{ type: 'decrease', unit: 'min', baseline: 14, target: 5 }, '14 → 5 min'],
    [
      { type: 'relative', unit: 'sign-ups', baseline: 1200, change: 0.25 },
      '+25 % (1,200 → 1,500 sign-ups)',
    ],
    [{ type: 'relative', unit: 'sign-ups', baseline: null, change: 0.25 }, '+25 % sign-ups'],
    [{ type: 'band', unit: '%', low: 99.9, high: null }, 'at least 99.9 %'],
    [{ type: 'band', unit: '%', low: null, high: 3 }, 'at most 3 %'],
    [{ type: 'band', unit: 'h', low: 2, high: 4 }, '2 – 4 h'],
    [{ type: 'milestone', steps: [] }, '0 steps'],
    [{ type: 'done' }, 'done'],
    [{ type: 'find-baseline', unit: 'h' }, 'find the baseline (h)'],
    [{ type: 'unmeasured' }, 'not measured yet'],
  ])('%j', (metric, words) => {
    expect(formatMetric(metric)).toBe(words)
  })

  it('takes the direction from the numbers', () => {
    const metric: Metric = { type: 'increase', unit: 'min', baseline: 14, target: 5 }
    expect(withDirection(metric).type).toBe('decrease')
    expect(withDirection({ ...metric, target: null }).type).toBe('increase')
  })
})
