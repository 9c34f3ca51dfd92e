import { describe, expect, it } from 'vitest'
import { readDate } from './written-day.ts'

describe('readDate', () => {
  it.each<[string, string | null]>([
    ['2026-02-28', '2026-02-28'],
    ['2026-11-20T09:00:00Z', '2026-11-20'],
    ['20/Nov/26 12:00 AM', '2026-11-20'],
    ['20 November 2026', '2026-11-20'],
    ['Nov 20, 2026', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['5. März 2027', '2027-03-05'],
    ['31. Dez. 2026', '2026-12-31'],
    ['1 Okt 2026', '2026-10-01'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['04/04/2026', '2026-04-04'],
    ['2026-02-30', null],
    ['30/Feb/26', null],
    ['soon', null],
    ['03/04/2026', null],
  ])('%s', (cell, day) => {
    expect(readDate(cell, null).day).toBe(day)
  })
})
