import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { connectorPath, endOfBar } from './connector.ts'
import { crossingLanes, crossingPath, type Crossing } from './crossing.ts'
import { laneLayout } from './lane-layout.ts'
import { stackLanes } from './route-layout.ts'
import { ROUTE } from './route-measures.ts'
import { timeScale } from './time-scale.ts'

const scale = timeScale('2026-10-01', '2026-12-31', 8.25, ROUTE.startRoom)

/** A road with one checkpoint `k…` and one bar `i…`. */
const laneOf = (name: string, dueOn: string, startOn: string, isCollapsed = false) =>
  laneLayout(
    {
      objectiveId: name,
      progress: null,
      expected: null,
      checkpoints: [{ id: `k${name}`, dueOn, title: 'CSAT', measure: '' }],
      bars: [{ id: `i${name}`, title: 'Survey', startOn, dueOn: addDays(startOn, 13), serves: [] }],
    },
    scale,
    isCollapsed,
  )

const crossing = (from: string, to: string): Crossing => ({
  initiativeId: `i${from}`,
  objectiveId: to,
  keyResultId: `k${to}`,
})

/** All numbers of path data, two and two: start, two handles and end. */
const points = (path: string | null) =>
  (path ?? '').match(/-?[\d.]+,-?[\d.]+/gu)?.map((pair) => {
    const [x = NaN, y = NaN] = pair.split(',').map(Number)
    return { x, y }
  }) ?? []

describe('crossingLanes', () => {
  const lane = (id: string, ...crossings: readonly Crossing[]) => ({ objective: { id }, crossings })
  it('finds both ends and leaves out what leads to a road that is not shown', () => {
    const lanes = [lane('a', crossing('a', 'c'), crossing('a', 'hidden')), lane('b'), lane('c')]
    expect(crossingLanes(lanes)).toEqual([{ ...crossing('a', 'c'), fromLane: 0, toLane: 2 }])
  })
  it('answers the same empty list while there are none', () => {
    expect(crossingLanes([lane('a')])).toBe(crossingLanes([]))
  })
})

describe('crossingPath', () => {
  const lanes = [
    laneOf('a', '2026-10-30', '2026-10-05'),
    laneOf('b', '2026-11-20', '2026-11-01'),
    laneOf('c', '2026-12-18', '2026-10-12', true),
  ]
  const layout = stackLanes(lanes)
  const ends = (from: number, to: number) => {
    const names = ['a', 'b', 'c']
    const found = crossing(names[from] ?? '', names[to] ?? '')
    return crossingPath(layout, { ...found, fromLane: from, toLane: to })
  }

  it('goes down to the top of a disc on a lower road', () => {
    const [start, , , end] = points(ends(0, 1))
    const disc = lanes[1]?.discs[0]
    const bar = lanes[0]?.bars[0]
    expect(start?.x).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0), 0)
    expect(start?.y).toBeCloseTo((bar?.y ?? 0) + ROUTE.bar.height / 2, 0)
    expect(end?.x).toBeCloseTo(disc?.x ?? 0, 0)
    expect(end?.y).toBeCloseTo((layout.tops[1] ?? 0) + (disc?.y ?? 0) - 18, 0)
  })
  it('climbs to the foot of a disc on a higher road', () => {
    const [, , , end] = points(ends(1, 0))
    expect(end?.y).toBeCloseTo((lanes[0]?.discs[0]?.y ?? 0) + 18, 0)
  })
  it('reaches the small disc of a collapsed lane, and leaves none of its bars', () => {
    const [, , , end] = points(ends(0, 2))
    const disc = lanes[2]?.discs[0]
    expect(end?.y).toBeCloseTo((layout.tops[2] ?? 0) + (disc?.y ?? 0) - 12, 0)
    expect(ends(2, 0)).toBeNull()
  })
})

it('a curve arrives from the side that it comes from and never leaves the sheet backwards far', () => {
  const coordinate = fc.integer({ min: -2_000, max: 90_000 })
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (x1, y1, x2, y2) => {
      const [start, leaves, arrives, end] = points(
        connectorPath({ x: x1, y: y1 }, { x: x2, y: y2 }),
      )
      expect(leaves?.y).toBe(start?.y)
      expect(leaves?.x ?? 0).toBeGreaterThan(start?.x ?? 0)
      expect(arrives?.x).toBe(end?.x)
      const comesFromBelow = y1 >= y2
      expect((arrives?.y ?? 0) >= (end?.y ?? 0)).toBe(comesFromBelow)
    }),
  )
})

describe('endOfBar', () => {
  const bar = {
    ...{ id: 'i', x: 100, y: 50, width: 20, row: 0, hasDates: true },
    ...{ startOn: '2026-10-01', dueOn: '2026-10-02' },
  }
  it.each([
    ['beyond a title that stands behind it', { titleX: 120, titleRoom: 80 }, 260, 200],
    ['over that title', { titleX: 120, titleRoom: 80 }, 180, 120],
    ['back to an earlier day', { titleX: 120, titleRoom: 80 }, 40, 120],
    ['on, with its title before it', { titleX: 20, titleRoom: 80 }, 260, 120],
    ['on, with its title inside', { titleX: 120, titleRoom: 0 }, 260, 120],
  ])('leads a curve %s', (_, title, toX, x) => {
    expect(endOfBar({ ...bar, ...title }, toX)).toEqual({ x, y: 63 })
  })
})
