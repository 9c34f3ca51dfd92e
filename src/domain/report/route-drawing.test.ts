import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { estimateTextWidth } from '../route/text-width.ts'
import { drawRoute } from './route-drawing.ts'
import type { RouteScene, SceneCheckpoint } from './route-scene.ts'
import type { Shape, Strip } from './shape.ts'

const START = '2026-10-01'
const checkpoint = (day: number, title: string, i: number): SceneCheckpoint => ({
  number: `1.${String(i + 1)}`,
  title,
  dueOn: addDays(START, day),
  reached: i % 2 === 0,
  tone: 'good',
  words: 'reached',
})
const scene = (days: readonly number[], title = 'First response time'): RouteScene => ({
  startOn: START,
  endOn: '2026-12-31',
  today: '2026-11-22',
  lanes: [
    {
      number: '1',
      title: 'Customers rave about our support',
      hue: 'blue',
      progress: 0.58,
      expected: 0.61,
      checkpoints: days.map((day, i) => checkpoint(day, title, i)),
    },
  ],
})
type Text = Extract<Shape, { type: 'text' }>
const shapesOf = (s: RouteScene) => drawRoute(s, []).strips.flatMap((strip) => strip.shapes)
const boxOf = (text: Text) => {
  const width = estimateTextWidth(text.text, text.size)
  const left =
    text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - width : text.x - width / 2
  return {
    left,
    right: left + width,
    top: text.y - text.size * 0.8,
    bottom: text.y + text.size * 0.2,
  }
}

describe('drawRoute', () => {
  it('never lets a label cover another or leave the picture', () => {
    const days = fc.array(fc.integer({ min: -20, max: 120 }), { maxLength: 60 })
    const title = fc.constantFrom(
      'CSAT',
      'W'.repeat(500),
      '顧客満足度を向上させる',
      'عملاء سعداء',
      'a',
    )
    fc.assert(
      fc.property(days, title, (dueDays, words) => {
        const boxes = shapesOf(scene(dueDays, words))
          .filter((shape): shape is Text => shape.type === 'text')
          .map(boxOf)
        boxes.forEach((a, i) => {
          expect(a.left).toBeGreaterThanOrEqual(-0.2)
          expect(a.right).toBeLessThanOrEqual(720.2)
          for (const b of boxes.slice(i + 1)) {
            const isApart =
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
            expect(isApart, JSON.stringify([a, b])).toBe(true)
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('keeps discs apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 91 }), { maxLength: 60 }), (days) => {
        const xs = shapesOf(scene(days))
          .flatMap((shape) => (shape.type === 'disc' ? [shape.x] : []))
          .sort((a, b) => a - b)
        xs.forEach((x, i) => {
          if (i > 0) expect(x - (xs[i - 1] ?? 0)).toBeGreaterThan(14.9)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('stands several key results of one day as one disc with a count', () => {
    const texts = shapesOf(scene([91, 91, 91, 91])).flatMap((s) =>
      s.type === 'text' ? [s.text] : [],
    )
    expect(texts).toContain('4')
    expect(texts.some((text) => text.startsWith('1.1, 1.2, 1.3, 1.4'))).toBe(true)
  })

  it('names the months in words, or in digits that every language reads', () => {
    const months = (dates: 'words' | 'iso') =>
      drawRoute(scene([30]), [], dates)
        .strips.flatMap(({ shapes }) => shapes)
        .flatMap((s) => (s.type === 'text' && s.y === 11 && s.text !== 'Today' ? [s.text] : []))
    expect(months('words')).toEqual(['Oct 2026', 'Nov', 'Dec'])
    expect(months('iso')).toEqual(['2026‑10', '2026‑11', '2026‑12'])
  })

  it('cuts a long route between its roads', () => {
    const lanes = Array.from({ length: 20 }, (_, i) => ({
      ...scene([30]).lanes[0]!,
      number: String(i + 1),
    }))
    const strips = drawRoute({ ...scene([]), lanes }, []).strips
    expect(strips.map(({ label }) => label)).toEqual([
      'Roads of objectives 1 to 4',
      'Roads of objectives 5 to 8',
      'Roads of objectives 9 to 12',
      'Roads of objectives 13 to 16',
      'Roads of objectives 17 to 20',
    ])
  })

  it('says on single roads under one calendar what it says in strips', () => {
    const lanes = Array.from({ length: 9 }, (_, i) => ({
      ...scene([30, 30, 70]).lanes[0]!,
      number: String(i + 1),
    }))
    const { strips, rows } = drawRoute({ ...scene([]), lanes }, [])
    const saidIn = (all: readonly Strip[]) =>
      all.flatMap(({ shapes }) => shapes).flatMap((s) => (s.type === 'text' ? [s.text] : []))
    const { calendar, roads } = rows!
    expect(new Set(saidIn([calendar, ...roads]))).toEqual(new Set(saidIn(strips)))
    expect(saidIn(roads)).toHaveLength(saidIn(strips).length - 3 * saidIn([calendar]).length)
    expect(roads.map(({ label }) => label)).toEqual(
      lanes.map(({ number }) => `Road of objective ${number}`),
    )
    for (const { shapes, height } of roads)
      for (const shape of shapes)
        if (shape.type === 'text') expect(shape.y + shape.size * 0.2).toBeLessThanOrEqual(height)
  })

  it('draws a cycle of one day and one of ten years', () => {
    for (const endOn of [START, '2036-09-30']) {
      const shapes = shapesOf({ ...scene([0, 3]), endOn })
      expect(JSON.stringify(shapes)).not.toMatch(/null,"y"|NaN/)
    }
  })
})
