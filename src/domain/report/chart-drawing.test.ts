import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTextWidth } from '../route/text-width.ts'
import { drawChart } from './chart-drawing.ts'
import type { ChartRow } from './chart-drawing.ts'
import { pathSteps } from './path-points.ts'

const rowOf = (changes: Partial<ChartRow>): ChartRow => ({
  label: 'Q1 2026',
  value: 0.5,
  words: '0.50',
  tone: 'good',
  believed: null,
  ...changes,
})
const draw = (rows: readonly ChartRow[], max = 1) =>
  drawChart({ label: 'Scores', max, ticks: [{ value: 0, label: '0' }], rows, summary: [] })

describe('a chart', () => {
  it('draws each value as long as it is, from zero', () => {
    const { strips } = draw([rowOf({ value: 0.25 }), rowOf({ value: 1 }), rowOf({ value: null })])
    const widths = strips
      .flatMap(({ shapes }) => shapes)
      .filter((shape) => shape.type === 'path' && shape.fill !== 'none')
      .map((shape) => {
        const xs = pathSteps(shape.type === 'path' ? shape.d : '').flatMap((step) =>
          'x' in step ? [step.x] : [],
        )
        return Math.max(...xs) - Math.min(...xs)
      })
    expect(widths).toHaveLength(2)
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(0.25, 2)
  })

  it('says every number in words, also where there is no bar', () => {
    const said = draw([rowOf({ words: '0.50' }), rowOf({ value: null, words: 'not judged yet' })])
      .strips.flatMap(({ shapes }) => shapes)
      .flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))
    expect(said).toContain('0.50')
    expect(said).toContain('not judged yet')
  })

  it('goes on in a second picture when it is long', () => {
    const { strips } = draw(Array.from({ length: 60 }, () => rowOf({})))
    expect(strips).toHaveLength(3)
    expect(Math.max(...strips.map(({ height }) => height))).toBeLessThan(600)
  })

  it('keeps every word inside the picture and off the bars, whatever it is called', () => {
    const row = fc.record({
      label: fc.string({ maxLength: 500, unit: 'grapheme' }),
      words: fc.string({ maxLength: 60 }),
      value: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
      believed: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        for (const { shapes, width, height } of draw(rows.map(rowOf)).strips)
          for (const shape of shapes) {
            if (shape.type !== 'text' || shape.text === '') continue
            const wide = estimateTextWidth(shape.text, shape.size)
            if (shape.anchor === 'start') {
              expect(shape.x).toBeGreaterThanOrEqual(0)
              expect(shape.x + wide).toBeLessThanOrEqual(width + 1)
              if (shape.x === 0) expect(wide).toBeLessThanOrEqual(180)
            }
            expect(shape.y).toBeLessThanOrEqual(height)
          }
      }),
      { numRuns: 60 },
    )
  })
})
