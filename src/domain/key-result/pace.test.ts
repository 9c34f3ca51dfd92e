import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanLine } from './key-result.ts'
import { expectedOn, paceOf, stepThatFalls, timeShareOf, verdictOf } from './pace.ts'
import { contextOf, keyResultOf } from './rules.test-support.ts'

const metric = { type: 'increase', unit: '%', baseline: 0, target: 100 } as const
const measured = (counted: number) => ({ state: 'measured', counted }) as const

describe('the share of its own span that has passed', () => {
  const cases: readonly [string, string, string, string, number][] = [
    ['first day', '2026-10-01', '2026-12-31', '2026-10-01', 0],
    ['before the cycle', '2026-10-01', '2026-12-31', '2026-09-01', 0],
    ['due day', '2026-10-01', '2026-12-31', '2026-12-31', 1],
    ['after the due day', '2026-10-01', '2026-12-31', '2027-02-01', 1],
    ['half of 92 days', '2026-10-01', '2026-12-31', '2026-11-15', 45 / 91],
    ['over the end of daylight saving', '2026-10-20', '2026-10-30', '2026-10-25', 0.5],
    ['over the start of daylight saving', '2027-03-09', '2027-03-19', '2027-03-14', 0.5],
    ['over a year end', '2026-12-27', '2027-01-06', '2027-01-01', 0.5],
    ['over a leap day', '2028-02-24', '2028-03-05', '2028-02-29', 0.5],
    ['due on the first day', '2026-10-01', '2026-10-01', '2026-10-01', 1],
  ]
  it.each(cases)('%s', (_case, start, due, today, share) => {
    expect(timeShareOf(due, start, today)).toBeCloseTo(share, 12)
  })
})

describe('plan lines', () => {
  const line = (planLine: PlanLine, day: string) =>
    expectedOn(keyResultOf(metric, { planLine, dueOn: '2026-10-11' }), '2026-10-01', day)
  const steps: PlanLine = {
    type: 'steps',
    steps: [
      { on: '2026-10-03', expected: 0.2 },
      { on: '2026-10-08', expected: 0.7 },
    ],
  }
  it.each<[string, PlanLine, string, number]>([
    ['even', { type: 'even' }, '2026-10-06', 0.5],
    ['back-loaded', { type: 'back-loaded' }, '2026-10-06', 0.25],
    ['back-loaded ends at 1', { type: 'back-loaded' }, '2026-10-11', 1],
    ['before the first step', steps, '2026-10-02', 0],
    ['on a step', steps, '2026-10-03', 0.2],
    ['between steps', steps, '2026-10-07', 0.2],
    ['after the last', steps, '2026-10-09', 0.7],
    ['on the due day', steps, '2026-10-11', 1],
  ])('%s', (_case, planLine, day, expected) => {
    expect(line(planLine, day)).toBeCloseTo(expected, 12)
  })

  it('expects a band to be held from the first day on', () => {
    const band = keyResultOf({ type: 'band', unit: '', low: 1, high: 2 })
    expect(expectedOn(band, '2026-10-01', '2026-10-20')).toBe(1)
  })
})

describe('verdicts', () => {
  const thresholds = { onPace: 0.1, slipping: 0.25 }
  it.each<[number, string]>([
    [-0.5, 'on-pace'],
    [0, 'on-pace'],
    [0.1, 'on-pace'],
    [0.8 - 0.7, 'on-pace'],
    [0.1001, 'slipping'],
    [0.25, 'slipping'],
    [0.251, 'behind'],
    [1, 'behind'],
  ])('a gap of %d is %s', (gap, verdict) => {
    expect(verdictOf(gap, thresholds)).toBe(verdict)
  })

  it('gives no verdict in the first 10 % of the span', () => {
    const keyResult = keyResultOf(metric, { dueOn: '2027-01-09' })
    const on = (today: string) => paceOf(keyResult, measured(0), contextOf(today)).verdict
    expect(on('2026-10-10')).toBe('none')
    expect(on('2026-10-11')).toBe('on-pace')
    expect(on('2026-10-12')).toBe('slipping')
  })

  it('gives none before the first check-in or without a measure', () => {
    const keyResult = keyResultOf(metric)
    const context = contextOf('2026-11-22')
    expect(paceOf(keyResult, { state: 'not-started', counted: 0 }, context)).toMatchObject({
      verdict: 'none',
      rule: 'No pace: no check-in yet',
    })
    expect(paceOf(keyResult, { state: 'unmeasured', counted: 0 }, context).verdict).toBe('none')
  })
})

describe('the rule in words', () => {
  const keyResult = keyResultOf(metric, { dueOn: '2027-01-09' })
  const rule = (counted: number, today: string) =>
    paceOf(keyResult, measured(counted), contextOf(today)).rule
  it.each([
    [0.47, '2026-12-01', 'Slipping: 47 % of the way, 61 % expected, gap 0.14 > 0.10'],
    [0.6, '2026-12-01', 'On pace: 60 % of the way, 61 % expected, gap 0.01 ≤ 0.10'],
    [0.18, '2026-12-01', 'Behind pace: 18 % of the way, 61 % expected, gap 0.43 > 0.25'],
    [0.9, '2026-12-01', 'On pace: 90 % of the way, 61 % expected, gap −0.29 ≤ 0.10'],
    [0.506, '2026-12-01', 'Slipping: 51 % of the way, 61 % expected, gap 0.104 > 0.100'],
    [0.51, '2026-12-01', 'On pace: 51 % of the way, 61 % expected, gap 0.10 ≤ 0.10'],
  ])('%d on %s', (counted, today, words) => {
    expect(rule(counted, today)).toBe(words)
  })
})

describe('properties', () => {
  it('expects more from day to day and lies between 0 and 1', () => {
    const line = fc.constantFrom<PlanLine>({ type: 'even' }, { type: 'back-loaded' })
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: -30, max: 200 }),
        fc.integer({ min: 0, max: 120 }),
        (planLine, at, span) => {
          const day = (n: number) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10)
          const keyResult = keyResultOf(metric, { planLine, dueOn: day(span) })
          const [now, next] = [at, at + 1].map((n) => expectedOn(keyResult, '2026-10-01', day(n)))
          expect(now).toBeGreaterThanOrEqual(0)
          expect(next).toBeLessThanOrEqual(1)
          expect(next).toBeGreaterThanOrEqual(now ?? Number.NaN)
        },
      ),
    )
  })
})

describe('a plan line by steps', () => {
  const step = (on: string, expected: number) => ({ on, expected })
  it.each([
    ['one step', [step('2026-11-15', 0.8)], null],
    ['rising', [step('2026-12-18', 1), step('2026-11-15', 0.8)], null],
    ['level', [step('2026-11-15', 0.8), step('2026-12-01', 0.8)], null],
    ['falling', [step('2026-11-10', 1), step('2026-11-15', 0.8)], { on: '2026-11-15', before: 1 }],
  ])('that is %s says where it falls back', (_name, steps, expected) => {
    expect(stepThatFalls({ type: 'steps', steps })).toEqual(expected)
  })

  it('is the only one that can fall back', () => {
    expect(stepThatFalls({ type: 'even' })).toBeNull()
  })
})
