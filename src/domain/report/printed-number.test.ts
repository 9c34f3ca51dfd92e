import { describe, expect, it } from 'vitest'
import {
  count,
  printDay,
  printDayIn,
  printDayWords,
  printNumber,
  printPercent,
  printScore,
  printSpan,
  printValue,
} from './printed-number.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-')

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-5, '−5'],
    [7.1, '7.1'],
    [0.1 + 0.2, '0.3'],
    [1_250_000, '1,250,000'],
    [99.995, '99.995'],
    [123456.789012, '123,456.789012'],
  ])('%d is printed in full as %s', (value, printed) => {
    expect(printNumber(value)).toBe(printed)
  })

  it('carries units, rounds shares and never says 100 % too early', () => {
    expect(plain(printValue(84, '%'))).toBe('84 %')
    expect(plain(printValue(3, ' '))).toBe('3')
    // In a narrow cell a long number breaks before its unit, never within itself.
    expect(printValue(1_250_000, '€')).toBe('1,250,000 €')
    expect(printValue(12.5, '€')).toBe('12.5\u00a0€')
    expect(plain(printPercent(0.467))).toBe('47 %')
    expect(plain(printPercent(0.9999))).toBe('99 %')
    expect(printScore(0.7)).toBe('0.70')
    expect(plain(count(1, 'key result'))).toBe('1 key result')
    expect(plain(count(2, 'person-day'))).toBe('2 person-days')
  })
})

describe('days', () => {
  it.each([
    [printDay('2026-11-22', 'words'), 'Nov 22, 2026'],
    [printDay('2026-11-22', 'iso'), '2026-11-22'],
    [printDay('', 'words'), ''],
    [printDayIn('2026', '2026-01-05', 'words'), 'Jan 5'],
    [printDayIn('2026', '2025-12-31', 'words'), 'Dec 31, 2025'],
    [printDayIn('2026', '2026-01-05', 'iso'), '2026-01-05'],
    [printSpan('2026-10-01', '2026-12-31', 'words'), 'Oct 1 – Dec 31, 2026'],
    [printSpan('2026-12-01', '2027-02-28', 'words'), 'Dec 1, 2026 – Feb 28, 2027'],
    [printSpan('2026-10-01', '2026-12-31', 'iso'), '2026-10-01 – 2026-12-31'],
  ])('%s', (printed, expected) => {
    expect(plain(printed)).toBe(expected)
  })
})

it.each([
  ['Nov 27, 2026', '2026\u201111\u201127'],
  ['Feb 29, 2028', '2028\u201102\u201129'],
  ['Feb 30, 2026', 'Feb 30, 2026'],
  ['Nov 27, 2026 or so', 'Nov 27, 2026 or so'],
  ['no due day', 'no due day'],
  ['', ''],
])('a change that was kept as %j is printed in digits as %j', (words, digits) => {
  expect(printDayWords(words, 'iso')).toBe(digits)
  expect(printDayWords(words, 'words')).toBe(words)
})
