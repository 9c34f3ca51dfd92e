import { afterEach, describe, expect, it } from 'vitest'
import { formatDay, formatDayWithYear, formatSpan, weekdayName } from './day-format.ts'
import { addDays, dayFromNumber, dayNumber, daysBetween, isDay, weekday } from './day.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe']

describe.each(ZONES)('days in %s', (zone) => {
  const before = process.env['TZ']
  afterEach(() => {
    process.env['TZ'] = before
  })

  it.each([
    ['2026-10-24', 1, '2026-10-25'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2011-12-29', 2, '2011-12-31'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s + %d = %s', (day, days, result) => {
    process.env['TZ'] = zone
    expect(addDays(day, days)).toBe(result)
    expect(daysBetween(day, result)).toBe(days)
  })

  it('steps through two years day by day without a gap', () => {
    process.env['TZ'] = zone
    let day = '2027-01-01'
    for (let i = 0; i < 731; i += 1) {
      expect(dayFromNumber(dayNumber(day))).toBe(day)
      expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1)
      day = addDays(day, 1)
    }
    expect(day).toBe('2029-01-01')
  })
})

describe('what a day is', () => {
  it.each([
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-10-00',
    '2100-02-29',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '2026-1-001',
    '2026/10/25',
    '2026-10-2x',
    '2026-10-25\n',
    '+026-10-25',
    '２０２６-10-25',
    '',
    '0000-00-00',
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('is every day from 1900 to 2199 and no other', () => {
    const pad = (number: number) => String(number).padStart(2, '0')
    let expected = dayNumber('1900-01-01')
    for (let year = 1900; year <= 2199; year += 1)
      for (let month = 0; month <= 13; month += 1)
        for (let date = 0; date <= 32; date += 1) {
          const back = new Date(Date.UTC(year, month - 1, date))
          const isReal = back.getUTCMonth() === month - 1 && back.getUTCDate() === date
          const number = dayNumber(`${String(year)}-${pad(month)}-${pad(date)}`)
          if (isReal ? number !== expected++ : !Number.isNaN(number))
            throw new Error(`${String(year)}-${String(month)}-${String(date)} is ${String(number)}`)
        }
    expect(dayFromNumber(expected - 1)).toBe('2199-12-31')
  })

  it('knows weekdays and words', () => {
    expect([weekday('2026-11-22'), weekday('2026-11-23'), weekday('1969-12-31')]).toEqual([7, 1, 3])
    expect(formatDay('2026-11-07')).toBe('Nov 7')
    expect(formatDayWithYear('2026-11-27')).toBe('Nov 27, 2026')
    expect(formatSpan('2026-12-03', '2026-12-18')).toBe('Dec 3 – Dec 18')
    expect(formatSpan('2026-12-28', '2027-01-03')).toBe('Dec 28, 2026 – Jan 3, 2027')
    expect(weekdayName(1)).toBe('Monday')
  })
})
