import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesTouch, placeLabels, type LabelRoom } from './label-placing.ts'
import { estimateTextWidth } from './text-width.ts'

const room: LabelRoom = { height: 21, rowStep: 25, gap: 5, minX: 0, maxX: 900, obstacles: [] }
const wish = (anchorX: number, width = 120, y = 40) => ({ anchorX, y, width, minWidth: 60 })

describe('placeLabels', () => {
  it('stands in the middle above its mark when nothing is in the way', () => {
    expect(placeLabels([wish(300)], room)[0]).toEqual({
      x: 240,
      y: 40,
      width: 120,
      height: 21,
      row: 0,
    })
  })

  it('moves two neighbours apart before anything else', () => {
    const [a, b] = placeLabels([wish(300), wish(380)], room)
    expect([a?.row, b?.row, a?.width, b?.width]).toEqual([0, 0, 120, 120])
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThanOrEqual(125)
  })

  it('steps up where there is no room beside', () => {
    const rows = placeLabels([wish(300), wish(310), wish(320), wish(330)], room).map((l) => l.row)
    expect(Math.max(...rows)).toBeGreaterThan(0)
  })

  it('leaves cars and pills alone', () => {
    const car = { x: 280, y: 38, width: 28, height: 20 }
    const [label] = placeLabels([wish(300)], { ...room, obstacles: [car] })
    expect(label && boxesTouch(label, car)).toBe(false)
  })

  it('never covers a label or an obstacle, whatever comes', () => {
    const boxes = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 880 }),
        y: fc.integer({ min: 0, max: 80 }),
        width: fc.integer({ min: 4, max: 60 }),
        height: fc.integer({ min: 4, max: 36 }),
      }),
      { maxLength: 6 },
    )
    const wishes = fc.array(
      fc.record({
        anchorX: fc.integer({ min: -20, max: 920 }),
        y: fc.integer({ min: 20, max: 60 }),
        width: fc.integer({ min: 20, max: 240 }),
        minWidth: fc.integer({ min: 20, max: 120 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(wishes, boxes, (given, obstacles) => {
        const placed = placeLabels(given, { ...room, obstacles })
        expect(placed).toHaveLength(given.length)
        placed.forEach((label, i) => {
          for (const obstacle of obstacles) expect(boxesTouch(label, obstacle)).toBe(false)
          placed.slice(i + 1).forEach((other) => {
            expect(boxesTouch(label, other)).toBe(false)
          })
          expect(label.width).toBeLessThanOrEqual(given[i]?.width ?? 0)
          expect(label.width).toBeGreaterThan(0)
          expect(label.x).toBeGreaterThanOrEqual(0)
          expect(label.x + label.width).toBeLessThanOrEqual(900)
        })
      }),
      { numRuns: 120 },
    )
  })
})

describe('estimateTextWidth', () => {
  it.each([
    ['', 0, 0],
    ['CSAT', 30, 40],
    ['First response', 75, 115],
    ['回答時間', 48, 70],
    ['\u200f\u0301', 0, 0],
  ])('%j takes between %i and %i px at 12 px', (text, low, high) => {
    const width = estimateTextWidth(text, 12)
    expect(width).toBeGreaterThanOrEqual(low)
    expect(width).toBeLessThanOrEqual(high)
  })
})
