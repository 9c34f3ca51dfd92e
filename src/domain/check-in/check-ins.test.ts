import { describe, expect, it } from 'vitest'
import { checkInOf } from '../key-result/rules.test-support.ts'
import type { Cadence } from './cadence.ts'
import { checkInDays, nextCheckInOn } from './cadence.ts'
import { effectiveCheckIns } from './effective-check-ins.ts'

describe('the days of check-ins', () => {
  const every = (cadence: Cadence['every'], weekday = 1): Cadence => ({ every: cadence, weekday })
  it.each<[string, string, string, Cadence, readonly string[]]>([
    [
      'weekly',
      '2026-10-01',
      '2026-10-20',
      every('week'),
      ['2026-10-05', '2026-10-12', '2026-10-19'],
    ],
    ['never on the first day', '2026-10-05', '2026-10-12', every('week'), ['2026-10-12']],
    ['the last day counts', '2026-10-01', '2026-10-05', every('week'), ['2026-10-05']],
    ['none before the first', '2026-10-01', '2026-10-04', every('week'), []],
    ['Sundays', '2026-10-01', '2026-10-12', every('week', 7), ['2026-10-04', '2026-10-11']],
    [
      'every second week',
      '2026-10-01',
      '2026-10-27',
      every('two-weeks'),
      ['2026-10-12', '2026-10-26'],
    ],
    [
      'monthly',
      '2026-10-01',
      '2027-01-04',
      every('month'),
      ['2026-11-02', '2026-12-07', '2027-01-04'],
    ],
    [
      'over the year end',
      '2026-12-20',
      '2027-01-04',
      every('week'),
      ['2026-12-21', '2026-12-28', '2027-01-04'],
    ],
  ])('%s', (_case, start, until, cadence, days) => {
    expect(checkInDays(start, until, cadence)).toEqual(days)
  })

  it.each<[Cadence, string | null, string]>([
    [every('week'), null, '2026-10-05'],
    [every('week'), '2026-10-05', '2026-10-12'],
    [every('week'), '2026-10-09', '2026-10-12'],
    [every('two-weeks'), '2026-10-12', '2026-10-26'],
    [every('two-weeks'), '2026-10-13', '2026-10-26'],
    [every('month'), '2026-11-02', '2026-12-07'],
  ])('after %j of %s comes %s', (cadence, last, next) => {
    expect(nextCheckInOn(last, '2026-10-01', cadence)).toBe(next)
  })
})

describe('check-ins that hold', () => {
  const one = checkInOf('2026-10-05', 10, { id: 'one' })
  const two = checkInOf('2026-10-12', 9, { id: 'two' })
  const corrected = (id: string, corrects: string, at: string) =>
    checkInOf('2026-10-05', 11, { id, corrects, at: `2026-10-${at}T10:00:00.000Z` })
  const ids = (...list: Parameters<typeof effectiveCheckIns>[0]) =>
    effectiveCheckIns(list).map((c) => c.id)

  it('are sorted by day, then by when they were written', () => {
    const later = checkInOf('2026-10-05', 8, { id: 'late', at: '2026-10-05T18:00:00.000Z' })
    expect(ids(two, later, one)).toEqual(['one', 'late', 'two'])
  })

  it('leave out what was corrected, through chains', () => {
    expect(ids(one, two, corrected('fix', 'one', '13'))).toEqual(['fix', 'two'])
    const chain = [corrected('fix', 'one', '13'), corrected('again', 'fix', '14')]
    expect(ids(one, two, ...chain)).toEqual(['again', 'two'])
  })

  it('keep the later of two corrections that a merge brought together', () => {
    const both = [corrected('a', 'one', '14'), corrected('b', 'one', '13')]
    expect(ids(one, two, ...both)).toEqual(['a', 'two'])
    expect(ids(one, two, ...[...both].reverse())).toEqual(['a', 'two'])
  })
})
