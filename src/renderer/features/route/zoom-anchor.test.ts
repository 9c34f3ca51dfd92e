import { describe, expect, it } from 'vitest'
import { timeScale, xMidDay } from '#domain/route/time-scale.ts'
import type { RouteModel } from './route-model.ts'
import { anchorX, movedX } from './zoom-anchor.ts'

const cycle = timeScale('2026-10-01', '2026-12-31', 8, 20)
const week = timeScale('2026-10-01', '2026-12-31', 90, 20)
const drawn = (todayX: number | null) => ({
  scale: cycle,
  todayX,
  layout: {
    lanes: [{ bars: [{ id: 'bar', x: 100, width: 40 }], discs: [{ ids: ['disc'], x: 600 }] }],
  } as unknown as RouteModel['layout'],
})

describe('a new zoom keeps in sight', () => {
  it.each<[string, string | null, number | null, number, number]>([
    ['the selected bar', 'bar', 400, 0, 120],
    ['the selected checkpoint', 'disc', 400, 0, 600],
    ['today, where the selected thing is out of view', 'bar', 400, 150, 400],
    ['today, where nothing is selected', null, 400, 0, 400],
    ['today, where the selected thing is in the Garage', 'idea', 400, 0, 400],
    ['the middle, where today is out of view', null, 400, 500, 850],
    ['the middle, where today is in another cycle', null, null, 0, 350],
  ])('%s', (_, selected, todayX, left, x) => {
    expect(anchorX(drawn(todayX), selected, left, 700)).toBe(x)
  })

  it('and finds it on the other scale, also where the first day is another one', () => {
    expect(movedX(xMidDay(cycle, '2026-11-22'), cycle, week)).toBeCloseTo(
      xMidDay(week, '2026-11-22'),
    )
    const longer = timeScale('2026-09-20', '2026-12-31', 90, 20)
    expect(movedX(xMidDay(week, '2026-11-22'), week, longer)).toBeCloseTo(
      xMidDay(longer, '2026-11-22'),
    )
  })
})
