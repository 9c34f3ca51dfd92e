import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './day.ts'
import { formatDayWithYear } from './day-format.ts'
import { readTypedDay } from './typed-day.ts'

// A Sunday.
const TODAY = '2026-11-22'
const read = (text: string, today = TODAY) => readTypedDay(text, today)

describe('readTypedDay', () => {
  it.each<[string, string | null]>([
    ['', null],
    ['  ', null],
    ['2026-11-14', '2026-11-14'],
    ['2026/11/4', '2026-11-04'],
    ['14 Nov 2026', '2026-11-14'],
    ['14 nov', '2026-11-14'],
    ['14. november', '2026-11-14'],
    ['5. märz', '2027-03-05'],
    ['24. Dez.', '2026-12-24'],
    ['Nov 14', '2026-11-14'],
    ['Nov 14, 2026', '2026-11-14'],
    ['november 14th', '2026-11-14'],
    ['14.11.', '2026-11-14'],
    ['14.11', '2026-11-14'],
    ['14.11.26', '2026-11-14'],
    ['14.11.2026', '2026-11-14'],
    ['14/11/2026', '2026-11-14'],
    ['11/14/2026', '2026-11-14'],
    ['4/4/2026', '2026-04-04'],
    ['5 jan', '2027-01-05'],
    ['29 feb 2028', '2028-02-29'],
    ['today', TODAY],
    ['Tomorrow', '2026-11-23'],
    ['yesterday', '2026-11-21'],
    ['mon', '2026-11-23'],
    ['friday', '2026-11-27'],
    ['sun', '2026-11-29'],
    ['+3', '2026-11-25'],
    ['+2w', '2026-12-06'],
    ['+2 weeks', '2026-12-06'],
    ['-1w', '2026-11-15'],
    ['−1w', '2026-11-15'],
    ['+3m', '2027-02-22'],
    ['+1y', '2027-11-22'],
  ])('%s', (text, day) => {
    expect(read(text)).toEqual({ ok: true, value: day })
  })

  it('takes the last day of a month that is too short', () => {
    expect(read('+1m', '2027-01-31')).toEqual({ ok: true, value: '2027-02-28' })
    expect(read('-1m', '2027-01-31')).toEqual({ ok: true, value: '2026-12-31' })
    expect(read('-13m', '2028-03-31')).toEqual({ ok: true, value: '2027-02-28' })
  })

  it('takes the nearest year: 29 feb only in a year that has one', () => {
    expect(read('29 feb', '2027-06-01')).toEqual({ ok: true, value: '2028-02-29' })
    expect(read('29 feb', '2026-06-01')).toMatchObject({ ok: false })
  })

  it.each<[string, boolean]>([
    ['31 nov', true],
    ['2026-02-30', false],
    ['30.2.2026', false],
    ['soon', true],
    ['not a day', false],
    ['+9999y', false],
    ['1', true],
    ['14.', true],
    ['14 n', true],
    ['2026-1', true],
    ['no', true],
    ['<b>14 nov</b>', false],
    ['0000-01-01', false],
    ['275760-01-01', false],
  ])('refuses %s', (text, unfinished) => {
    expect(read(text)).toMatchObject({ ok: false, unfinished })
  })

  it('names both readings instead of guessing', () => {
    expect(read('3/4/2026')).toMatchObject({
      ok: false,
      message: 'Can be read in two ways: write Apr 3, 2026 or Mar 4, 2026.',
    })
  })

  it('reads back what the app writes, and never throws', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), (n) => {
        const day = addDays('2030-01-01', n)
        expect(read(formatDayWithYear(day))).toEqual({ ok: true, value: day })
        expect(read(day)).toEqual({ ok: true, value: day })
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        read(text)
      }),
    )
  })
})
