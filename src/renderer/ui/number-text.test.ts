import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseNumber, showNumber } from './number-text.ts'

describe('parseNumber', () => {
  it.each([
    ['5', 5],
    ['-3', -3],
    ['−3', -3],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1,000', 1000],
    ['1,234.5', 1234.5],
    ['1.250,50', 1250.5],
    ['1.250.000', 1_250_000],
    ['−1.250.000,5', -1_250_000.5],
    ['1.250', 1.25],
    ['12 000', 12000],
    ["12'000", 12000],
    ['25 %', 25],
    ['.5', 0.5],
    ['-0', 0],
    ['', null],
    ['  ', null],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value })
  })
  it.each([
    'x',
    '1.2.3',
    '1.25,5',
    '1,2.3',
    '1,2,3',
    '--1',
    '1e999',
    '5 min',
    'Infinity',
    'NaN',
    '0x10',
  ])('refuses %j', (text) => {
    expect(parseNumber(text).ok).toBe(false)
  })
  it.each([
    ['', { required: true }],
    ['-1', { min: 0 }],
    ['11', { max: 10 }],
    ['1.5', { whole: true }],
  ])('refuses %j under %j', (text, rules) => {
    expect(parseNumber(text, rules).ok).toBe(false)
  })
  it('reads back what it shows', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
        expect(parseNumber(showNumber(value))).toEqual({ ok: true, value: value === 0 ? 0 : value })
      }),
    )
  })
})
