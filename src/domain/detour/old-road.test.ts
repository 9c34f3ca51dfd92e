import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber } from '../calendar/day.ts'
import { formatDayWithYear } from '../calendar/day-format.ts'
import { keyResultOf } from '../key-result/rules.test-support.ts'
import { planFromThings } from '../plan/plan.ts'
import { metaOf, objectiveOf } from '../plan/things.test-support.ts'
import type { Detour } from './detour.ts'
import { dayFromWords, placeFromWords, placeInWords } from './old-place.ts'
import { oldRoad } from './old-road.ts'

const detour = (
  id: string,
  day: string,
  change: Detour['change'],
  from: string,
  to: string,
): Detour => ({
  kind: 'detour',
  id: `${id}-${day}`,
  cycleId: 'q',
  day,
  at: `${day}T09:00:00.000Z`,
  about: { kind: 'keyResult', id },
  title: `${id} then`,
  change,
  from,
  to,
  why: '',
  authorId: null,
})

const done = { type: 'done' } as const
const objective = objectiveOf({ title: 'Rave' })
const plan = planFromThings([
  metaOf(),
  objective,
  { ...objective, id: 'x', title: 'Teams' },
  keyResultOf(done, { id: 'a', dueOn: '2026-12-11' }),
  keyResultOf(done, { id: 'b', dueOn: '2026-12-18' }),
  keyResultOf(done, { id: 'gone', dueOn: '2026-11-20', state: 'dropped' }),
  keyResultOf(done, { id: 'elsewhere', objectiveId: 'x' }),
])
const road = (...detours: readonly Detour[]) =>
  oldRoad(plan, detours, 'o')?.checkpoints.map((c) => [c.keyResultId, c.dueOn, c.isGone])

describe('the old road', () => {
  it('runs over the due days from before the first change', () => {
    const first = detour('a', '2026-10-20', 'dueOn', 'Nov 6, 2026', 'Nov 27, 2026')
    const second = detour('a', '2026-11-02', 'dueOn', 'Nov 27, 2026', 'Dec 11, 2026')
    for (const order of [
      [first, second],
      [second, first],
    ])
      expect(road(...order)).toEqual([
        ['a', '2026-11-06', false],
        ['b', '2026-12-18', false],
      ])
    expect(oldRoad(plan, [first, second], 'o')?.until).toBe('2026-10-20')
  })

  it('passes what was dropped since', () => {
    expect(road(detour('gone', '2026-11-02', 'dropped', 'on the plan', 'dropped'))).toEqual([
      ['gone', '2026-11-20', true],
      ['a', '2026-12-11', false],
      ['b', '2026-12-18', false],
    ])
  })

  it('passes what was moved to another objective since, and not what came from one', () => {
    const away = detour('elsewhere', '2026-11-02', 'serves', 'Rave', 'Teams')
    expect(road(away)).toEqual([
      ['a', '2026-12-11', false],
      ['b', '2026-12-18', false],
      ['elsewhere', '2026-12-31', true],
    ])
    expect(road(detour('a', '2026-11-02', 'serves', 'Teams', 'Rave'))).toEqual([
      ['b', '2026-12-18', false],
    ])
    const earlier = detour('elsewhere', '2026-10-20', 'dueOn', 'Nov 6, 2026', 'Dec 31, 2026')
    expect(road(earlier, away)?.[0]).toEqual(['elsewhere', '2026-11-06', true])
    expect(oldRoad(plan, [earlier, away], 'o')?.until).toBe('2026-10-20')
  })

  it('passes what was deleted since, where its detour says that it stood', () => {
    const deleted = (from: string) => detour('lost', '2026-11-02', 'dropped', from, 'deleted')
    expect(road(deleted('on Rave, due Nov 27, 2026'))).toEqual([
      ['lost', '2026-11-27', true],
      ['a', '2026-12-11', false],
      ['b', '2026-12-18', false],
    ])
    expect(road(deleted('on Teams, due Nov 27, 2026'))).toBeUndefined()
    expect(road(deleted('on the plan'))).toBeUndefined()
  })

  it('finds every place again that a detour prints', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (title) => {
        const other = planFromThings([
          metaOf(),
          { ...objective, title: `${title}x, due Nov 1, 2026` },
        ])
        const words = placeInWords(other, keyResultOf(done, { dueOn: '2026-12-09' }))
        expect(placeFromWords(words)?.dueOn).toBe('2026-12-09')
        expect(placeInWords(other, keyResultOf(done))).toContain(
          placeFromWords(words)?.objective ?? '?',
        )
      }),
    )
  })

  it('is none when nothing changed where the road runs', () => {
    expect(road()).toBeUndefined()
    expect(road(detour('a', '2026-11-02', 'owner', 'Mira', 'Jon'))).toBeUndefined()
    expect(
      road(detour('elsewhere', '2026-11-02', 'dueOn', 'Nov 6, 2026', 'Nov 27, 2026')),
    ).toBeUndefined()
    expect(road(detour('a', '2026-11-02', 'dueOn', 'some day', 'Nov 27, 2026'))).toBeUndefined()
  })

  it('reads every day as a detour prints it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 80_000 }), (number) => {
        const day = dayFromNumber(number)
        expect(dayFromWords(formatDayWithYear(day))).toBe(day)
      }),
    )
    for (const words of ['', 'Feb 30, 2026', 'Foo 1, 2026', 'anF 1, 2026', 'no due day'])
      expect(dayFromWords(words)).toBeNull()
  })
})
