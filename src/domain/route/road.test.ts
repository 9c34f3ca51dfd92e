import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointAtShare, roadEnds, roadPath, roadThrough, xAtShare, yAt } from './road.ts'

const shape = { startX: 10, endX: 800, midY: 78, amplitude: 13 }
const places = fc
  .array(fc.double({ min: 12, max: 790, noNaN: true }), { maxLength: 9 })
  .map((all) => all.sort((a, b) => a - b))

/** All points of path data, read back from the text that the screen draws. */
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => ({ x: Number(m[1]), y: Number(m[2]) }))

describe('the road', () => {
  it('goes through every checkpoint, never back, and stays within its swing', () => {
    fc.assert(
      fc.property(places, (xs) => {
        const road = roadThrough(xs, shape)
        for (const x of xs) {
          expect(road.knots.some((k) => Math.abs(k.x - x) < 0.011)).toBe(true)
        }
        const points = pointsOf(roadPath(road))
        points.forEach((p, i) => {
          expect(p.x).toBeGreaterThanOrEqual((points[i - 1]?.x ?? -Infinity) - 0.02)
          expect(p.y).toBeGreaterThanOrEqual(78 - 13 - 8)
          expect(p.y).toBeLessThanOrEqual(78 + 13 + 8)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('has one height for each x, without steps or steep places', () => {
    fc.assert(
      fc.property(places, (xs) => {
        const road = roadThrough(xs, shape)
        for (let x = 10; x < 800; x += 3) {
          expect(Math.abs(yAt(road, x + 1) - yAt(road, x))).toBeLessThan(0.8)
        }
        for (const knot of road.knots) expect(yAt(road, knot.x)).toBeCloseTo(knot.y, 6)
      }),
      { numRuns: 40 },
    )
  })

  it('cuts the driven part off exactly', () => {
    const road = roadThrough([200, 430, 640], shape)
    for (const share of [0.01, 0.2, 0.5, 0.77, 0.999]) {
      const end = pointAtShare(road, share)
      const driven = pointsOf(roadPath(road, -Infinity, end.x)).at(-1)
      const ahead = pointsOf(roadPath(road, end.x))[0]
      expect(driven?.x).toBeCloseTo(end.x, 1)
      expect(driven?.y).toBeCloseTo(end.y, 1)
      expect(ahead).toEqual(driven)
    }
    expect(roadPath(road, -Infinity, 10)).toBe('')
    expect(roadPath(road, 800)).toBe('')
  })

  it('counts a share along x and keeps it on the road', () => {
    const road = roadThrough([300], shape)
    expect(roadEnds(road)).toEqual([10, 800])
    expect(xAtShare(road, 0.5)).toBe(405)
    expect(xAtShare(road, 1.7)).toBe(800)
    expect(xAtShare(road, -0.3)).toBe(10)
  })

  it('reaches a checkpoint beyond its usual end', () => {
    expect(roadEnds(roadThrough([300, 950], shape))[1]).toBe(950)
  })
})
