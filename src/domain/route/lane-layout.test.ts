import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { barAt, insideLasso, laneGapAt, legAt, partOfBar, placeAt } from './hit-test.ts'
import { boxesTouch } from './label-placing.ts'
import type { LaneInput } from './lane-input.ts'
import { laneLayout, type PlacedBar } from './lane-layout.ts'
import { yAt } from './road.ts'
import { laneIndexAt, shownDays, stackLanes, visibleLanes } from './route-layout.ts'
import { ROUTE } from './route-measures.ts'
import { timeScale, xAfterDay, xOfDay } from './time-scale.ts'

const scale = timeScale('2026-10-01', '2026-12-31', 8.25, ROUTE.startRoom)
const MAP_END = scale.endX + ROUTE.endRoom
const withTitle = ({ x, y, width, titleX, titleRoom }: PlacedBar) => ({
  x: Math.min(x, titleX),
  y,
  width: width + titleRoom,
  height: 26,
})
const day = fc.integer({ min: -40, max: 130 }).map((n) => addDays('2026-10-01', n))
const title = fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constant('W'.repeat(500)))

const anyLane: fc.Arbitrary<LaneInput> = fc
  .record({
    checkpoints: fc.array(
      fc.record({ dueOn: day, title, measure: fc.constantFrom('', '78 → 84 %') }),
      { maxLength: 8 },
    ),
    bars: fc.array(
      fc.record({
        title,
        start: fc.option(day),
        length: fc.option(fc.integer({ min: 1, max: 90 })),
      }),
      { maxLength: 24 },
    ),
    progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    expected: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ checkpoints, bars, progress, expected }) => ({
    objectiveId: 'o',
    progress,
    expected,
    checkpoints: checkpoints
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
      .map((c, i) => ({ id: `k${String(i)}`, ...c })),
    bars: bars.map(({ start, length, ...bar }, i) => ({
      id: `i${String(i)}`,
      ...bar,
      startOn: start,
      dueOn: start === null || length === null ? null : addDays(start, length - 1),
      serves: ['k0'],
    })),
  }))

describe('laneLayout', () => {
  it('lets nothing cover anything', () => {
    fc.assert(
      fc.property(anyLane, (input) => {
        const lane = laneLayout(input, scale, false)
        const { car, labels, discs, bars } = lane
        labels.forEach((label, i) => {
          expect(label.y).toBeGreaterThanOrEqual(0)
          for (const other of labels.slice(i + 1)) expect(boxesTouch(label, other)).toBe(false)
          for (const disc of discs) {
            const box = { x: disc.x - 17, y: disc.y - 17, width: 34, height: 34 }
            expect(boxesTouch(label, box)).toBe(false)
          }
          if (car) {
            const box = { x: car.x - 14, y: car.y - 7, width: 28, height: 14 }
            expect(boxesTouch(label, box)).toBe(false)
          }
        })
        bars.forEach((bar, i) => {
          expect(bar.y).toBeGreaterThanOrEqual(lane.barsTop)
          expect(bar.y + ROUTE.bar.height).toBeLessThanOrEqual(lane.height)
          for (const other of bars.slice(i + 1)) {
            expect(boxesTouch(withTitle(bar), withTitle(other))).toBe(false)
          }
          // Where the bar itself is on the map, a title beside it ends before the map does.
          const { x, width } = withTitle(bar)
          if (bar.x >= 0 && bar.x + bar.width <= MAP_END) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + width).toBeLessThanOrEqual(MAP_END)
          }
        })
        for (const disc of discs) expect(disc.y).toBeCloseTo(yAt(lane.road, disc.x), 6)
      }),
      { numRuns: 100 },
    )
  })

  it('draws each day where it is', () => {
    const lane = laneLayout(
      {
        objectiveId: 'o',
        progress: 0.58,
        expected: 0.6,
        checkpoints: [{ id: 'k', dueOn: '2026-11-27', title: 'First response', measure: '14 → 5' }],
        bars: [
          { id: 'a', title: 'x', startOn: '2026-10-05', dueOn: '2026-10-05', serves: ['k'] },
          { id: 'b', title: 'x', startOn: '2026-10-07', dueOn: '2026-11-20', serves: ['k'] },
          { id: 'c', title: 'x', startOn: null, dueOn: null, serves: ['k'] },
        ],
      },
      scale,
      false,
    )
    const [a, b, c] = lane.bars
    expect([a?.x, b?.x]).toEqual([xOfDay(scale, '2026-10-05'), xOfDay(scale, '2026-10-07')])
    expect((b?.x ?? 0) + (b?.width ?? 0)).toBeCloseTo(xAfterDay(scale, '2026-11-20'), 9)
    expect([c?.hasDates, c?.dueOn]).toEqual([false, '2026-11-27'])
    expect(lane.drivenX).toBeCloseTo(10 + 0.58 * (scale.endX + 18 - 10), 6)
    expect(lane.ghost).toBeNull()
  })

  it('keeps collapsed lanes at 56 to 62 px and stacks what cannot spread', () => {
    const checkpoints = Array.from({ length: 8 }, (_, i) => ({
      id: `k${String(i)}`,
      dueOn: '2026-12-31',
      title: 't',
      measure: '',
    }))
    const input = { objectiveId: 'o', progress: null, expected: null, checkpoints, bars: [] }
    const collapsed = laneLayout(input, scale, true)
    expect(collapsed.height).toBeGreaterThanOrEqual(56)
    expect(collapsed.height).toBeLessThanOrEqual(62)
    expect(collapsed.discs.map((d) => d.ids.length)).toEqual([8])
    const open = laneLayout(input, scale, false)
    expect(open.discs).toHaveLength(8)
    expect([collapsed.car, collapsed.drivenX]).toEqual([null, null])
  })

  it('stays calm on an empty lane', () => {
    const lane = laneLayout(
      { objectiveId: 'o', progress: null, expected: 0.4, checkpoints: [], bars: [] },
      scale,
      false,
    )
    expect([lane.discs, lane.labels, lane.bars, lane.ghost]).toEqual([[], [], [], null])
    expect(lane.height).toBe(ROUTE.expanded.minHeight)
  })
})

describe('the stack of lanes', () => {
  const lane = (id: string, height: number) => ({
    ...laneLayout(
      { objectiveId: id, progress: null, expected: null, checkpoints: [], bars: [] },
      scale,
      false,
    ),
    height,
  })
  const layout = stackLanes([lane('a', 100), lane('b', 60), lane('c', 200)])

  it('finds the lane at each height', () => {
    expect(layout.tops).toEqual([0, 100, 160, 360])
    expect([-5, 0, 99, 100, 159.9, 160, 9999].map((y) => laneIndexAt(layout, y))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ])
    expect(laneIndexAt(stackLanes([]), 10)).toBe(-1)
  })

  it('mounts only what shows', () => {
    expect(visibleLanes(layout, 0, 100)).toEqual({ first: 0, last: 0 })
    expect(visibleLanes(layout, 99, 101)).toEqual({ first: 0, last: 1 })
    expect(visibleLanes(layout, 400, 500)).toEqual({ first: 0, last: -1 })
    expect(visibleLanes(stackLanes([]), 0, 500)).toEqual({ first: 0, last: -1 })
  })

  it('finds the gap for a dragged lane', () => {
    expect([-10, 40, 60, 120, 140, 250, 270].map((y) => laneGapAt(layout, y))).toEqual([
      0, 0, 1, 1, 2, 2, 3,
    ])
  })
})

describe('what lies under the pointer', () => {
  const lane = laneLayout(
    {
      objectiveId: 'o',
      progress: null,
      expected: null,
      checkpoints: [
        { id: 'k1', dueOn: '2026-10-31', title: 'One', measure: '' },
        { id: 'k2', dueOn: '2026-12-15', title: 'Two', measure: '' },
      ],
      bars: [{ id: 'a', title: 'x', startOn: '2026-10-05', dueOn: '2026-10-20', serves: ['k1'] }],
    },
    scale,
    false,
  )
  const layout = stackLanes([lane])
  const at = (d: string, y: number) => placeAt(layout, scale, xOfDay(scale, d) + 1, y)

  it.each([
    ['2026-09-20', 'k1'],
    ['2026-10-10', 'k1'],
    ['2026-11-08', 'k2'],
    ['2026-12-30', 'k2'],
  ])('on %s it is the leg of %s', (on, leg) => {
    expect(at(on, 90)).toMatchObject({ zone: 'road', keyResultId: leg, day: on })
    expect(at(on, lane.barsTop + 40)).toMatchObject({ zone: 'bars', keyResultId: leg, row: 1 })
  })

  it('knows labels, discs, bars and their ends', () => {
    const label = lane.labels[1]
    expect(legAt(lane, label?.x ?? 0, (label?.y ?? 0) + 5)).toBe('k2')
    const bar = lane.bars[0]
    const hit = (dx: number) => barAt(lane, (bar?.x ?? 0) + dx, (bar?.y ?? 0) + 3)?.part
    expect([hit(2), hit(60), hit((bar?.width ?? 0) - 2), hit(-3)]).toEqual([
      'start',
      'middle',
      'end',
      undefined,
    ])
    expect(placeAt(layout, scale, 50, -1)).toBeNull()
    expect(placeAt(layout, scale, 50, layout.height)).toBeNull()
  })

  it('gives short bars handles that leave something to hold', () => {
    expect([partOfBar(9, 1), partOfBar(9, 8)]).toEqual(['middle', 'end'])
    expect([partOfBar(24, 3), partOfBar(24, 12), partOfBar(24, 22)]).toEqual([
      'start',
      'middle',
      'end',
    ])
  })

  it('catches bars in a lasso', () => {
    const bar = lane.bars[0]
    expect(insideLasso(lane, { x: 0, y: bar?.y ?? 0, width: 2000, height: 2 })).toEqual(['a'])
    expect(insideLasso(lane, { x: 0, y: 0, width: 2000, height: 20 })).toEqual([])
  })
})

describe('shownDays', () => {
  it('takes in what lies outside the cycle, up to half a cycle away', () => {
    const outside = (startOn: string, dueOn: string) => ({
      checkpoints: [],
      bars: [{ startOn, dueOn }],
    })
    expect(shownDays('2026-10-01', '2026-12-31', { checkpoints: [], bars: [] })).toEqual({
      startOn: '2026-10-01',
      endOn: '2026-12-31',
    })
    expect(shownDays('2026-10-01', '2026-12-31', outside('2026-09-20', '2030-01-01'))).toEqual({
      startOn: '2026-09-20',
      endOn: '2027-02-15',
    })
  })
})
