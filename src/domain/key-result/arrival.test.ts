import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { arrivalInWords, arrivalOf } from './arrival.ts'
import type { Metric } from './key-result.ts'
import { checkInOf, keyResultOf } from './rules.test-support.ts'

const down: Metric = { type: 'decrease', unit: 'min', baseline: 14, target: 5 }
const up: Metric = { type: 'increase', unit: '%', baseline: 0, target: 100 }
const START = '2026-10-05'
const weekly = (...values: readonly (number | null)[]) =>
  values.map((value, week) => checkInOf(addDays(START, 7 * week), value))
const TODAY = '2026-12-31'

describe('the projected arrival', () => {
  const keyResult = keyResultOf(down, { dueOn: '2026-11-30' })

  it('follows a straight line exactly', () => {
    // 14, 13, 12 on Oct 5, 12, 19: one a week. 5 is reached on Dec 7; on Nov 30 it is 6.
    const arrival = arrivalOf(keyResult, weekly(14, 13, 12), TODAY.replace('12-31', '10-20'))
    expect(arrival).toMatchObject({ points: 3, arrivesOn: '2026-12-07', lateDays: 7 })
    expect(arrival?.valueAtDue).toBeCloseTo(6, 9)
    expect(arrival && arrivalInWords(keyResult, arrival)).toBe(
      'At this rate 6 min on Nov 30, arrives about Dec 7 (projected from 3 check-ins)',
    )
  })

  it('is not turned by one odd value', () => {
    const odd = arrivalOf(keyResult, weekly(14, 13, 40, 11, 10), '2026-11-02')
    expect(odd?.slopePerDay).toBeCloseTo(-1 / 7, 9)
    expect(odd?.arrivesOn).toBe('2026-12-07')
  })

  it('looks at the last six days with a value, and at the last value of each day', () => {
    const long = weekly(0, 14, 13, 12, 11, 10, 9)
    expect(arrivalOf(keyResult, long, '2026-11-16')?.slopePerDay).toBeCloseTo(-1 / 7, 9)
    const twice = [checkInOf(START, 99, { id: 'first' }), ...weekly(14, 13, 12)]
    expect(arrivalOf(keyResult, twice, '2026-10-20')?.points).toBe(3)
  })

  it('leaves out what is still to come', () => {
    expect(arrivalOf(keyResult, weekly(14, 13, 12), '2026-10-18')).toBeNull()
  })

  it.each<[string, Metric, readonly (number | null)[]]>([
    ['fewer than three', down, [14, 13]],
    ['three check-ins of which one has no value', down, [14, null, 13]],
    ['no baseline', { type: 'decrease', unit: '', baseline: null, target: 5 }, [9, 8, 7]],
    ['a band', { type: 'band', unit: '', low: 1, high: null }, [9, 8, 7]],
    ['a target that is reached', down, [9, 7, 5]],
    ['a target that is overshot', up, [90, 95, 120]],
  ])('makes no guess from %s', (_case, metric, values) => {
    expect(arrivalOf(keyResultOf(metric), weekly(...values), TODAY)).toBeNull()
  })

  it.each<[string, readonly number[]]>([
    ['stands still', [10, 10, 10]],
    ['goes the wrong way', [10, 11, 12]],
    ['would take more than five years', [14, 13.999, 13.998]],
  ])('says that it does not arrive when it %s', (_case, values) => {
    const arrival = arrivalOf(keyResult, weekly(...values), TODAY)
    expect(arrival).toMatchObject({ arrivesOn: null, lateDays: null })
    expect(arrival && arrivalInWords(keyResult, arrival)).toContain('does not arrive')
  })

  it('says the year where it is another', () => {
    const arrival = arrivalOf(keyResult, weekly(14, 13.5, 13), '2026-10-20')
    expect(arrival && arrivalInWords(keyResult, arrival)).toContain('arrives about Feb 8, 2027')
  })

  it('never lies in the past', () => {
    const arrival = arrivalOf(keyResult, weekly(14, 10, 6), '2026-12-20')
    expect(arrival?.arrivesOn).toBe('2026-12-20')
  })

  it('turns with the axis: mirrored values arrive on the same day', () => {
    const value = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 8 }), (values) => {
        const mirror: Metric = { type: 'decrease', unit: '%', baseline: 100, target: 0 }
        const one = arrivalOf(keyResultOf(up), weekly(...values), TODAY)
        const other = arrivalOf(keyResultOf(mirror), weekly(...values.map((v) => 100 - v)), TODAY)
        expect(other?.arrivesOn).toBe(one?.arrivesOn)
        expect((other?.valueAtDue ?? 0) + (one?.valueAtDue ?? 0)).toBeCloseTo(100, 6)
      }),
    )
  })
})
