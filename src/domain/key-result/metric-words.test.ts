import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metric } from './key-result.ts'
import { metricFromWords } from './metric-words.ts'
import { formatMetric } from './value-format.ts'

describe('a metric in the words of a detour', () => {
  it.each<[string, Metric | null]>([
    ['14 → 5 min', { type: 'decrease', unit: 'min', baseline: 14, target: 5 }],
    ['−3 → 12,500.5', { type: 'increase', unit: '', baseline: -3, target: 12_500.5 }],
    ['? → 5 min', { type: 'increase', unit: 'min', baseline: null, target: 5 }],
    ['14 → ?', { type: 'increase', unit: '', baseline: 14, target: null }],
    [
      '+25 % (1200 → 1500 sign-ups)',
      { type: 'relative', unit: 'sign-ups', baseline: 1200, change: 0.25 },
    ],
    ['−10 % visits', { type: 'relative', unit: 'visits', baseline: null, change: -0.1 }],
    ['at least 99.9 %', { type: 'band', unit: '%', low: 99.9, high: null }],
    ['at most 3', { type: 'band', unit: '', low: null, high: 3 }],
    ['2 – 4 days', { type: 'band', unit: 'days', low: 2, high: 4 }],
    ['done', { type: 'done' }],
    ['find the baseline (min)', { type: 'find-baseline', unit: 'min' }],
    ['not measured yet', { type: 'unmeasured' }],
    ['3 steps', null],
    ['nobody', null],
    ['', null],
  ])('%s', (words, metric) => {
    expect(metricFromWords(words)).toEqual(metric)
  })

  it('is found again from whatever was printed', () => {
    const cents = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((n) => n / 100)
    const known = fc.option(cents)
    const unit = fc.constantFrom('', '%', 'min', 'sign-ups a week', '→ odd', '€')
    const metric: fc.Arbitrary<Metric> = fc.oneof(
      fc
        .tuple(known, known, unit)
        .filter(([a, b]) => a === null || b === null || a < b)
        .map(([baseline, target, u]) => ({ type: 'increase', unit: u, baseline, target }) as const),
      fc
        .tuple(cents, cents, unit)
        .filter(([a, b]) => a > b)
        .map(([baseline, target, u]) => ({ type: 'decrease', unit: u, baseline, target }) as const),
      fc
        .tuple(cents, cents, unit)
        .map(([low, high, u]) => ({ type: 'band', unit: u, low, high }) as const),
    )
    fc.assert(
      fc.property(metric, (one) => {
        expect(metricFromWords(formatMetric(one))).toEqual(one)
      }),
      { numRuns: 500 },
    )
  })
})
