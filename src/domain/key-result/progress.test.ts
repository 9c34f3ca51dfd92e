import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metric } from './key-result.ts'
import { progressInWords, progressOf } from './progress.ts'
import { checkInOf, contextOf, keyResultOf } from './rules.test-support.ts'

const TODAY = '2026-11-22'

function progressWith(metric: Metric, ...values: readonly (number | null)[]) {
  const checkIns = values.map((value, i) => checkInOf(`2026-10-${String(10 + i)}`, value))
  return progressOf(keyResultOf(metric), checkIns, contextOf(TODAY))
}

const steps = (...weights: readonly number[]): Metric => ({
  type: 'milestone',
  steps: weights.map((weight, i) => ({
    id: `s${String(i)}`,
    title: `Step ${String(i)}`,
    weight,
    doneOn: i === 0 ? '2026-10-05' : null,
  })),
})

describe('progress of a key result', () => {
  const up = { type: 'increase', unit: '%', baseline: 78, target: 84 } as const
  const down = { type: 'decrease', unit: 'min', baseline: 14, target: 5 } as const
  const relative = { type: 'relative', unit: '', baseline: 1200, change: 0.25 } as const
  const cases: readonly [
    string,
    Metric,
    readonly (number | null)[],
    number | null,
    number,
    string,
  ][] = [
    ['increase', up, [81], 0.5, 0.5, '50 %'],
    ['increase, reached', up, [84], 1, 1, '100 %'],
    ['overshoot keeps raw, counts 1', up, [90], 2, 1, '200 %, past the target'],
    ['wrong way keeps raw, counts 0', up, [75], -0.5, 0, '−50 %, the wrong way'],
    ['decrease', down, [9.8], 4.2 / 9, 4.2 / 9, '47 %'],
    ['decrease, wrong way', down, [15.8], -0.2, 0, '−20 %, the wrong way'],
    ['the last value counts', down, [6, 9.5], 0.5, 0.5, '50 %'],
    ['a check-in without a value changes nothing', down, [9.5, null], 0.5, 0.5, '50 %'],
    ['relative', relative, [1350], 0.5, 0.5, '50 %'],
    ['relative down', { ...relative, change: -0.5 }, [900], 0.5, 0.5, '50 %'],
    [
      'relative without a baseline',
      { ...relative, baseline: null },
      [1350],
      null,
      0,
      'not measured yet',
    ],
    ['relative to zero', { ...relative, baseline: 0 }, [5], null, 0, 'not measured yet'],
    ['without a target', { ...up, target: null }, [80], null, 0, 'not measured yet'],
    ['target equal to baseline', { ...up, target: 78 }, [80], null, 0, 'not measured yet'],
    ['no check-in', up, [], null, 0, 'not started'],
    ['negative numbers', { ...up, baseline: -10, target: -2 }, [-6], 0.5, 0.5, '50 %'],
    ['through zero', { ...up, baseline: -5, target: 5 }, [0], 0.5, 0.5, '50 %'],
    ['decimals', { ...up, baseline: 0.1, target: 0.3 }, [0.2], 0.5, 0.5, '50 %'],
    [
      'just short is never 100 %',
      { ...up, baseline: 0, target: 1000 },
      [999],
      0.999,
      0.999,
      '99 %',
    ],
    ['done', { type: 'done' }, [1], 1, 1, '100 %'],
    ['not done', { type: 'done' }, [0], 0, 0, '0 %'],
    ['baseline found', { type: 'find-baseline', unit: 'h' }, [3], 1, 1, '100 %'],
    ['baseline not found', { type: 'find-baseline', unit: 'h' }, [], null, 0, 'not started'],
    ['milestone by weight', steps(1, 2, 1), [], 0.25, 0.25, '25 %'],
    ['milestone with a zero weight', steps(0, 1), [], 0, 0, '0 %'],
    ['milestone with all weights zero', steps(0, 0), [], null, 0, 'not measured yet'],
    ['milestone without steps', steps(), [], null, 0, 'not measured yet'],
    ['nobody said how', { type: 'unmeasured' }, [5], null, 0, 'not measured yet'],
  ]
  it.each(cases)('%s', (_case, metric, values, raw, counted, words) => {
    const progress = progressWith(metric, ...values)
    if (raw === null) expect(progress.raw).toBeNull()
    else expect(progress.raw).toBeCloseTo(raw, 10)
    expect(progress.counted).toBeCloseTo(counted, 10)
    expect(progressInWords(progress)).toBe(words)
  })

  it('knows the absolute number behind a relative target', () => {
    expect(progressWith({ type: 'relative', unit: '', baseline: 1200, change: 0.25 }).target).toBe(
      1500,
    )
    expect(progressWith({ type: 'relative', unit: '', baseline: 0.7, change: 0.1 }).target).toBe(
      0.77,
    )
  })

  it('leaves out what lies ahead of today', () => {
    const checkIns = [checkInOf('2026-11-20', 9.5), checkInOf('2026-11-23', 5)]
    const keyResult = keyResultOf({ type: 'decrease', unit: 'min', baseline: 14, target: 5 })
    expect(progressOf(keyResult, checkIns, contextOf(TODAY)).current).toBe(9.5)
  })
})

describe('keeping within a band', () => {
  const band = { type: 'band', unit: '%', low: 99.5, high: null } as const
  // Mondays after Oct 1, 2026: Oct 5, 12, 19, 26.
  const cases: readonly [
    string,
    string,
    readonly (readonly [string, number])[],
    number,
    boolean,
  ][] = [
    [
      'all due, all in',
      '2026-10-26',
      [
        ['10-05', 99.9],
        ['10-12', 99.5],
        ['10-19', 100],
        ['10-26', 99.6],
      ],
      1,
      true,
    ],
    [
      'half in, out now',
      '2026-10-26',
      [
        ['10-05', 99.9],
        ['10-12', 99.8],
        ['10-19', 98],
        ['10-26', 98],
      ],
      0.5,
      false,
    ],
    [
      'a missed check-in is not in the band',
      '2026-10-26',
      [
        ['10-05', 99.9],
        ['10-26', 99.9],
      ],
      0.5,
      true,
    ],
    [
      'more check-ins than due',
      '2026-10-06',
      [
        ['10-02', 99.9],
        ['10-05', 99.9],
        ['10-06', 98],
      ],
      2 / 3,
      false,
    ],
    ['before the first is due', '2026-10-03', [['10-02', 99.9]], 1, true],
  ]
  it.each(cases)('%s', (_case, today, values, raw, inBand) => {
    const checkIns = values.map(([day, value]) => checkInOf(`2026-${day}`, value))
    const progress = progressOf(keyResultOf(band), checkIns, contextOf(today))
    expect(progress.raw).toBeCloseTo(raw, 10)
    expect(progress.inBand).toBe(inBand)
  })

  it('counts from the day it came onto the running plan, or from its first check-in', () => {
    const added = keyResultOf(band, { addedOn: '2026-11-20' })
    const raw = (days: readonly string[], today: string) =>
      progressOf(
        added,
        days.map((day) => checkInOf(`2026-${day}`, 99.9)),
        contextOf(today),
      ).raw
    expect(raw(['11-20'], '2026-11-20')).toBe(1)
    expect(raw(['11-23', '11-30'], '2026-12-02')).toBe(1)
    expect(raw(['11-09', '11-23'], '2026-11-24')).toBe(1)
    expect(raw(['11-09'], '2026-11-24')).toBe(0.5)
  })

  it('closes both ends', () => {
    const keyResult = keyResultOf({ type: 'band', unit: '', low: 2, high: 4 })
    const inBand = (value: number) =>
      progressOf(keyResult, [checkInOf('2026-10-05', value)], contextOf('2026-10-05')).inBand
    expect([1.9, 2, 4, 4.1].map(inBand)).toEqual([false, true, true, false])
  })
})

describe('properties', () => {
  const number = fc.double({ min: -1e14, max: 1e14, noNaN: true })
  it('counted lies between 0 and 1 and is raw clamped', () => {
    fc.assert(
      fc.property(number, number, number, (baseline, target, value) => {
        const { raw, counted } = progressWith(
          { type: 'increase', unit: '', baseline, target },
          value,
        )
        expect(counted).toBeGreaterThanOrEqual(0)
        expect(counted).toBeLessThanOrEqual(1)
        if (raw === null) expect(counted).toBe(0)
        else expect(counted).toBe(Math.min(1, Math.max(0, raw)))
      }),
    )
  })

  it('grows with the value towards the target, for increase and decrease alike', () => {
    const whole = fc.integer({ min: -1e6, max: 1e6 })
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 1e6 }), whole, whole, (baseline, way, a, b) => {
        for (const sign of [1, -1]) {
          const metric = {
            type: sign > 0 ? 'increase' : 'decrease',
            unit: '',
            baseline,
            target: baseline + sign * way,
          } as const
          const [near, far] = [Math.max(sign * a, sign * b), Math.min(sign * a, sign * b)]
          const one = progressWith(metric, sign * near).raw ?? Number.NaN
          const other = progressWith(metric, sign * far).raw ?? Number.NaN
          expect(one).toBeGreaterThanOrEqual(other)
        }
      }),
    )
  })

  it('is 0 at the baseline and 1 at the target', () => {
    fc.assert(
      fc.property(number, number, (baseline, target) => {
        fc.pre(Number.isFinite(1 / (target - baseline)))
        const metric = { type: 'increase', unit: '', baseline, target } as const
        expect(progressWith(metric, baseline).raw).toBe(0)
        expect(progressWith(metric, target).raw).toBe(1)
      }),
    )
  })
})
