import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARBITRARY_TODAY, countingContext, planArbitrary } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { buildReport } from './build-report.ts'
import { pathSteps } from './path-points.ts'
import { journeyPoster, POSTER_MM, routePoster } from './poster.ts'
import { svgOf } from './svg.ts'
import { elementsOf, readXml, wordsIn } from './xml-reading.test-support.ts'

describe('a picture of the route', () => {
  it('is well-formed XML that loads nothing, for any plan', () => {
    fc.assert(
      fc.property(planArbitrary({ steps: 40 }), (plan) => {
        for (const cycleId of plan.cycle.keys()) {
          const request = { cycleId, today: ARBITRARY_TODAY, kind: 'review' } as const
          const model = buildReport(plan, buildIndex(plan), request)
          const pictures = [
            routePoster(model, 'words'),
            ...model.objectives.map(({ id }) => journeyPoster(model, id, 'iso')),
          ]
          for (const picture of pictures) {
            if (picture === null) continue
            const root = readXml(svgOf(picture, POSTER_MM))
            expect(root.name).toBe('svg')
            expect(root.attributes.get('width')).toBe(`${String(POSTER_MM)}mm`)
            for (const tag of ['script', 'image', 'use', 'a', 'foreignObject', 'style'])
              expect(elementsOf(root, tag)).toEqual([])
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('says its title, its progress and the day of its data', () => {
    const plan = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
    const cycle = [...plan.cycle.values()].find(({ name }) => name === 'Q4 2026')
    const request = { cycleId: cycle?.id ?? '', today: SEEDED_TODAY, kind: 'review' } as const
    const model = buildReport(plan, buildIndex(plan), request)
    const picture = routePoster(model, 'words')
    const words = picture ? wordsIn(readXml(svgOf(picture))) : ''
    for (const said of ['Q4 2026: Oct 1 – Dec 31, 2026', '72 %', 'State of Jan 4, 2027'])
      expect(words.replaceAll('\u00a0', ' ')).toContain(said)
    expect(journeyPoster(model, 'nobody', 'words')).toBeNull()
  })
})

describe('pathSteps', () => {
  it('tells absolute places', () => {
    expect(pathSteps('M1 2l3 4h5v-6H0V0z')).toEqual([
      { type: 'move', x: 1, y: 2 },
      { type: 'line', x: 4, y: 6 },
      { type: 'line', x: 9, y: 6 },
      { type: 'line', x: 9, y: 0 },
      { type: 'line', x: 0, y: 0 },
      { type: 'line', x: 0, y: 0 },
      { type: 'close' },
    ])
  })

  it.each([
    ['1', { x: 10, y: 10 }],
    ['0', { x: 10, y: 10 }],
  ])('ends an arc (sweep %s) where it ends, and stays on its circle', (sweep, end) => {
    const [, curve] = pathSteps(`M0 0A10 10 0 0 ${sweep} 10 10`)
    if (curve?.type !== 'cubic') throw new Error('an arc is a curve')
    expect(curve.x).toBeCloseTo(end.x, 6)
    expect(curve.y).toBeCloseTo(end.y, 6)
    const middle = {
      x: (3 * curve.x1 + 3 * curve.x2 + curve.x) / 8,
      y: (3 * curve.y1 + 3 * curve.y2 + curve.y) / 8,
    }
    const centre = sweep === '1' ? { x: 0, y: 10 } : { x: 10, y: 0 }
    expect(Math.hypot(middle.x - centre.x, middle.y - centre.y)).toBeCloseTo(10, 1)
  })
})
