import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packRows, rowCount } from './lane-packing.ts'
import { spreadMarks } from './spreading.ts'

const spans = fc.array(
  fc
    .record({ from: fc.integer({ min: 0, max: 900 }), width: fc.integer({ min: 1, max: 300 }) })
    .map(({ from, width }) => ({ from, to: from + width })),
  { maxLength: 60 },
)

describe('packRows', () => {
  it.each([
    ['nothing', [], []],
    [
      'side by side',
      [
        { from: 0, to: 10 },
        { from: 16, to: 20 },
      ],
      [0, 0],
    ],
    [
      'too close',
      [
        { from: 0, to: 10 },
        { from: 15, to: 20 },
      ],
      [0, 1],
    ],
    [
      'ties keep their order',
      [
        { from: 5, to: 9 },
        { from: 5, to: 30 },
        { from: 5, to: 7 },
      ],
      [0, 1, 2],
    ],
    [
      'given in any order',
      [
        { from: 50, to: 60 },
        { from: 0, to: 20 },
      ],
      [0, 0],
    ],
  ])('%s', (_, given, rows) => {
    expect(packRows(given, 6)).toEqual(rows)
  })

  it('never overlaps and needs no more rows than stand over one another', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 12 }), (given, gap) => {
        const rows = packRows(given, gap)
        given.forEach((a, i) => {
          given.forEach((b, j) => {
            if (i >= j || rows[i] !== rows[j]) return
            expect(a.to + gap <= b.from || b.to + gap <= a.from).toBe(true)
          })
        })
        const deepest = Math.max(
          0,
          ...given.map(
            ({ from }) => given.filter((s) => s.from <= from && from < s.to + gap).length,
          ),
        )
        expect(rowCount(rows)).toBe(deepest)
      }),
      { numRuns: 150 },
    )
  })
})

describe('spreadMarks', () => {
  const places = fc
    .array(fc.integer({ min: 20, max: 700 }), { maxLength: 10 })
    .map((all) => all.sort((a, b) => a - b))

  it('keeps order and distance, and moves only what must move', () => {
    fc.assert(
      fc.property(places, (given) => {
        const marks = spreadMarks(given, 40, Infinity, 10, 720)
        expect(marks.flatMap((m) => m.members)).toEqual(given.map((_, i) => i))
        marks.forEach((mark, i) => {
          const next = marks[i + 1]
          if (next) expect(next.x - mark.x).toBeGreaterThanOrEqual(40 - 1e-6)
          expect(mark.x).toBeGreaterThanOrEqual(10)
          expect(mark.x).toBeLessThanOrEqual(720)
        })
        if (given.every((p, i) => i === 0 || p - (given[i - 1] ?? 0) >= 40))
          expect(marks.map((m) => m.x)).toEqual(given)
      }),
      { numRuns: 200 },
    )
  })

  it('stacks where spreading would lead too far', () => {
    const marks = spreadMarks([100, 100, 100, 100, 300], 25, 16, 0, 400)
    expect(marks.map((m) => m.members.length)).toEqual([4, 1])
    expect(spreadMarks([100, 110], 25, 16, 0, 400).map((m) => m.x)).toEqual([92.5, 117.5])
  })
})
