import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from '../calendar/day.ts'
import {
  dayAtX,
  daysInDistance,
  pixelsPerDayFor,
  timeScale,
  xAfterDay,
  xMidDay,
  xOfDay,
} from './time-scale.ts'
import { dayTicks, isoWeek, monthTicks, weekTicks } from './time-ticks.ts'

const anyScale = fc.record({
  start: fc.integer({ min: -300, max: 30_000 }),
  days: fc.integer({ min: 1, max: 800 }),
  ppd: fc.double({ min: 0.5, max: 140, noNaN: true }),
  origin: fc.integer({ min: 0, max: 60 }),
})
const build = ({ start, days, ppd, origin }: Record<'start' | 'days' | 'ppd' | 'origin', number>) =>
  timeScale(addDays('2020-01-01', start), addDays('2020-01-01', start + days - 1), ppd, origin)

describe('days and pixels', () => {
  it('goes from a day to x and back without loss, anywhere in the day', () => {
    fc.assert(
      fc.property(anyScale, fc.integer({ min: -400, max: 1200 }), (input, offset) => {
        const scale = build(input)
        const day = addDays(scale.startOn, offset)
        expect(dayAtX(scale, xOfDay(scale, day))).toBe(day)
        expect(dayAtX(scale, xMidDay(scale, day))).toBe(day)
        expect(dayAtX(scale, xAfterDay(scale, day))).toBe(addDays(day, 1))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps each day equally wide over daylight saving and year ends', () => {
    const scale = timeScale('2026-03-01', '2027-03-31', 8.25, 30)
    for (const day of ['2026-03-29', '2026-10-25', '2026-12-31', '2027-02-28']) {
      expect(xAfterDay(scale, day) - xOfDay(scale, day)).toBeCloseTo(8.25, 9)
      expect(xOfDay(scale, addDays(day, 1))).toBeCloseTo(xAfterDay(scale, day), 9)
    }
    expect(scale.endX).toBeCloseTo(xAfterDay(scale, '2027-03-31'), 9)
  })

  it.each([
    [0, false, 0],
    [3.9, false, 0],
    [4.1, false, 1],
    [-12.2, false, -2],
    [-3, false, 0],
    [27, true, 0],
    [29, true, 7],
    [-100, true, -14],
  ])('%f px are %s weeks-only %i days', (dx, inWeeks, days) => {
    const scale = timeScale('2026-01-01', '2026-03-31', 8, 0)
    expect(Object.is(daysInDistance(scale, dx, inWeeks), days)).toBe(true)
  })

  it.each([
    ['cycle', 920, 92, 10],
    ['cycle', 100, 365, 1.25],
    ['month', 920, 92, 920 / 35],
    ['week', 920, 92, 92],
    ['month', 920, 14, 920 / 14],
  ] as const)('zoom %s over %i px and %i days', (zoom, px, days, expected) => {
    expect(pixelsPerDayFor(zoom, px, days)).toBeCloseTo(expected, 9)
  })
})

describe('ticks', () => {
  it.each([
    ['2026-10-01', 40, 2026],
    ['2027-01-03', 53, 2026],
    ['2027-01-04', 1, 2027],
    ['2024-12-30', 1, 2025],
    ['2021-01-01', 53, 2020],
    ['2026-12-31', 53, 2026],
  ])('%s is in ISO week %i of %i', (day, week, year) => {
    expect(isoWeek(day)).toEqual({ week, year })
  })

  it('tiles the scale without gap or overlap', () => {
    fc.assert(
      fc.property(anyScale, (input) => {
        const scale = build(input)
        for (const ticks of [monthTicks(scale), weekTicks(scale)]) {
          expect(ticks[0]?.x).toBe(scale.originX)
          ticks.forEach((tick, i) => {
            const next = ticks[i + 1]?.x ?? scale.endX
            expect(tick.x + tick.width).toBeCloseTo(next, 6)
            expect(tick.width).toBeGreaterThan(0)
          })
          expect(new Set(ticks.map((t) => t.key)).size).toBe(ticks.length)
        }
        for (const { day } of weekTicks(scale).slice(1)) expect(weekday(day)).toBe(1)
        for (const { day } of monthTicks(scale).slice(1)) expect(day.slice(8)).toBe('01')
      }),
      { numRuns: 60 },
    )
  })

  it('lists only the days in view', () => {
    const scale = timeScale('2026-10-01', '2026-12-31', 40, 30)
    const ticks = dayTicks(scale, 30 + 40 * 10, 30 + 40 * 13 - 1)
    expect(ticks.map((t) => t.day)).toEqual(['2026-10-11', '2026-10-12', '2026-10-13'])
    expect(dayTicks(scale, -500, 29)).toEqual([])
    expect(dayTicks(scale, -1e9, 1e9)).toHaveLength(daysBetween('2026-10-01', '2026-12-31') + 1)
  })
})
