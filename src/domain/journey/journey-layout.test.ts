import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../route/label-placing.ts'
import { journeyLayout } from './journey-layout.ts'
import type { JourneyLayout } from './journey-layout.ts'
import { journeyPoint } from './journey-road.ts'
import type { JourneyScene } from './journey-scene.ts'

const TITLES = [
  'CSAT',
  'Self-service share of all tickets',
  'W'.repeat(500),
  '顧客満足度を向上させる取り組みをつづける',
  'عملاء سعداء في كل مكان',
  'two\nlines 🚗🚗🚗',
] as const

/** `cards[i]` is how many initiatives the i-th checkpoint has. */
const sceneOf = (cards: readonly number[], title: string = TITLES[1]): JourneyScene => ({
  title: 'Customers rave about our support',
  hue: 'blue',
  progress: 0.5,
  startWords: 'Today: CSAT 78 %',
  finishWords: 'by Dec 31',
  checkpoints: cards.map((_, i) => ({
    id: `k${String(i)}`,
    number: String(i + 1),
    title,
    target: '14 → 5 min',
    isReached: i === 0,
  })),
  initiatives: cards.flatMap((count, i) =>
    Array.from({ length: count }, (_, n) => ({
      id: `k${String(i)}-${String(n)}`,
      title,
      checkpointId: `k${String(i)}`,
      initials: n % 2 === 0 ? 'AB' : '',
      state: 'planned' as const,
    })),
  ),
})

const around = ({ x, y }: { x: number; y: number }, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
})

function boxesOf(layout: JourneyLayout): readonly Box[] {
  return [
    ...layout.stops.flatMap((stop) => [around(stop.centre, layout.discRadius), stop.label]),
    ...layout.cards,
    layout.flag.box,
    around(layout.start, layout.roadWidth / 2),
    ...[layout.startLabel, layout.finishLabel].filter((label) => label !== null),
  ]
}

const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01

function overlaps(layout: JourneyLayout): readonly string[] {
  const boxes = boxesOf(layout)
  const found: string[] = []
  boxes.forEach((box, i) => {
    for (const other of boxes.slice(i + 1))
      if (meet(box, other)) found.push(`${JSON.stringify(box)} meets ${JSON.stringify(other)}`)
  })
  return found
}

/** Words and cards on the road itself: sampled along its length, half its width to either side. */
function onTheRoad(layout: JourneyLayout): readonly Box[] {
  const solid = [
    ...layout.cards,
    ...layout.stops.map(({ label }) => label),
    ...[layout.startLabel, layout.finishLabel].filter((label) => label !== null),
  ]
  const half = layout.roadWidth / 2 - 0.5
  const places = Array.from({ length: 400 }, (_, i) => journeyPoint(layout.road, i / 399))
  return solid.filter((box) =>
    places.some(({ x, y }) => {
      const dx = Math.max(box.x - x, 0, x - box.x - box.width)
      const dy = Math.max(box.y - y, 0, y - box.y - box.height)
      return Math.hypot(dx, dy) < half
    }),
  )
}

const inside = (layout: JourneyLayout) =>
  boxesOf(layout).every(
    ({ x, y, width, height }) =>
      x >= -0.01 &&
      y >= -0.01 &&
      x + width <= layout.width + 0.01 &&
      y + height <= layout.height + 0.01,
  )

const cards = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 })
const size = fc.record({
  width: fc.integer({ min: 320, max: 2_600 }),
  height: fc.integer({ min: 200, max: 1_800 }),
  fontPx: fc.constantFrom(9, 12, 16, 22),
  mostFontPx: fc.constantFrom(9, 16, 24, 30),
})
/** As large as the middle of the room is beside agenda and cards, on a projector and on a good screen. */
const ROOMS = [
  [904, 560],
  [1_192, 716],
] as const
/** Up to six checkpoints and twenty-four initiatives, however they are shared out. */
const upTo6x24 = fc
  .array(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 6 })
  .filter((counts) => counts.reduce((sum, count) => sum + count, 0) <= 24)

describe('journeyLayout', () => {
  it('lets nothing cover anything, leave the picture or stand on the road', () => {
    fc.assert(
      fc.property(cards, size, fc.constantFrom(...TITLES), (counts, room, title) => {
        const layout = journeyLayout(sceneOf(counts, title), room)
        expect(overlaps(layout)).toEqual([])
        expect(onTheRoad(layout)).toEqual([])
        expect(inside(layout)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it.each(ROOMS)(
    'lets nothing cover anything with six and twenty-four in %d by %d',
    (width, height) => {
      fc.assert(
        fc.property(upTo6x24, fc.constantFrom(...TITLES), (counts, title) => {
          const layout = journeyLayout(sceneOf(counts, title), {
            width,
            height,
            fontPx: 16,
            mostFontPx: 24,
          })
          expect(overlaps(layout)).toEqual([])
          expect(onTheRoad(layout)).toEqual([])
          expect(inside(layout)).toBe(true)
          expect(layout.fontPx).toBeGreaterThanOrEqual(16)
          expect(layout.needsScroll).toBe(false)
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each([
    [[4, 4, 4, 4, 4, 4], TITLES[0]],
    [[4, 4, 4, 4, 4, 4], TITLES[2]],
    [[6, 2, 5, 3, 4, 4], TITLES[1]],
    [[8, 8, 8], TITLES[1]],
    [[1, 14, 1, 4, 2, 2], TITLES[1]],
    [[24, 0, 0, 0, 0, 0], TITLES[1]],
    [[0, 0, 12, 12, 0, 0], TITLES[1]],
    [[6, 6, 6, 6], TITLES[3]],
  ])('%j fits beside agenda and cards at 1600 × 900', (counts, title) => {
    const layout = journeyLayout(sceneOf(counts, title), { width: 904, height: 560, fontPx: 16 })
    expect(layout.needsScroll).toBe(false)
    expect(layout.fontPx).toBe(16)
  })

  it('has larger words where there is room for them', () => {
    const few = { width: 904, height: 560, fontPx: 16, mostFontPx: 24 }
    expect(journeyLayout(sceneOf([1, 1, 2], 'CSAT'), few).fontPx).toBe(24)
    const font = (counts: readonly number[]) => journeyLayout(sceneOf(counts), few).fontPx
    expect(font([1, 1, 2])).toBeGreaterThan(font([4, 4, 4, 4, 4, 4]))
  })

  it('shows every checkpoint in its order along the road and every initiative at its leg', () => {
    fc.assert(
      fc.property(cards, size, (counts, room) => {
        const scene = sceneOf(counts)
        const layout = journeyLayout(scene, room)
        expect(layout.stops.map(({ id }) => id)).toEqual(scene.checkpoints.map(({ id }) => id))
        const shares = layout.stops.map(({ share }) => share)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(new Set(layout.cards.map(({ id }) => id)).size).toBe(scene.initiatives.length)
        for (const card of layout.cards) {
          const zone = layout.stops.find(({ id }) => id === card.checkpointId)?.zone
          expect(zone !== undefined && card.x >= zone.x - 0.01).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('puts each disc on the road where its share says', () => {
    const layout = journeyLayout(sceneOf([2, 1, 3, 0, 4]), { width: 1_100, height: 800 })
    for (const { centre, share } of layout.stops) {
      const at = journeyPoint(layout.road, share)
      expect(Math.hypot(at.x - centre.x, at.y - centre.y)).toBeLessThan(0.01)
    }
  })

  it.each([
    [[2, 1, 2], 856, 660],
    [[4, 4, 4, 4, 4, 4], 1_200, 760],
    [[4, 4, 4, 4, 4, 4], 904, 560],
    [[24, 0, 0, 0, 0, 0], 1_400, 900],
    [[8, 8, 8], 1_200, 800],
    [[24], 1_200, 760],
    [[], 700, 420],
  ])('%j fits in %d by %d', (counts, width, height) => {
    const layout = journeyLayout(sceneOf(counts), { width, height })
    expect(layout.needsScroll).toBe(false)
    expect(layout.height).toBe(height)
  })

  it('says so when it needs more height than there is', () => {
    const layout = journeyLayout(sceneOf(Array.from({ length: 14 }, () => 6)), {
      width: 800,
      height: 500,
    })
    expect(layout.needsScroll).toBe(true)
    expect(layout.height).toBeGreaterThan(500)
    expect(overlaps(layout)).toEqual([])
  })

  it('drives as far as the progress says', () => {
    const scene = sceneOf([1, 1, 1])
    const at = (progress: number | null) =>
      journeyLayout({ ...scene, progress }, { width: 900, height: 700 })
    expect(at(null).car).toBeNull()
    expect(at(null).drivenPath).toBe('')
    expect(at(0).drivenPath).toBe('')
    expect(at(1).drivenPath).toBe(at(1).path)
    expect(at(1).car).toEqual(at(1).flag.foot)
    expect(at(0).car).toEqual(at(0).start)
  })
})
