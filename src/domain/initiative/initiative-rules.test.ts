import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import type { Metric } from '../key-result/key-result.ts'
import { smallPlan } from '../plan/plan-arbitrary.ts'
import { isDoneButFlat, isFlat } from './flat.ts'
import { initiativeProgress, isLate, isStartLate, lateDays } from './initiative-progress.ts'
import type { Initiative } from './initiative.ts'
import type { Share } from './shares.ts'
import { movedShares, normalisedShares, sharesWithout, sumOfShares } from './shares.ts'

const chatbot = smallPlan().initiative.get('i1') as Initiative
const task = (done: boolean, i: number) => ({
  id: `t${String(i)}`,
  title: 'Task',
  assigneeId: null,
  dueOn: null,
  done,
  doneOn: null,
})

describe('shares', () => {
  const share = (keyResultId: string, part: number): Share => ({ keyResultId, share: part })

  it.each<[string, readonly Share[], string, string | undefined, readonly Share[]]>([
    ['from the Garage', [], 'a', undefined, [share('a', 1)]],
    ['the only leg', [share('a', 1)], 'b', undefined, [share('b', 1)]],
    [
      'the largest',
      [share('a', 0.3), share('b', 0.7)],
      'c',
      undefined,
      [share('a', 0.3), share('c', 0.7)],
    ],
    [
      'the one picked up',
      [share('a', 0.3), share('b', 0.7)],
      'c',
      'a',
      [share('c', 0.3), share('b', 0.7)],
    ],
    ['onto another it serves', [share('a', 0.3), share('b', 0.7)], 'b', 'a', [share('b', 1)]],
    [
      'onto one it serves',
      [share('a', 0.3), share('b', 0.7)],
      'a',
      undefined,
      [share('a', 0.3), share('b', 0.7)],
    ],
    ['onto itself', [share('a', 1)], 'a', 'a', [share('a', 1)]],
    ['from one that it does not serve', [share('a', 1)], 'b', 'x', [share('b', 1)]],
  ])('move: %s', (_case, shares, to, from, result) => {
    expect(movedShares(shares, to, from)).toEqual(result)
  })

  it('fill up when a leg goes, down to the Garage', () => {
    const shares = [share('a', 0.5), share('b', 0.3), share('c', 0.2)]
    expect(sharesWithout(shares, (id) => id === 'a')).toEqual([share('b', 0.6), share('c', 0.4)])
    expect(sharesWithout(shares, () => true)).toEqual([])
    expect(sharesWithout(shares, () => false)).toEqual(shares)
  })

  it('always sum to 1 once normalised', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const shares = normalisedShares(parts.map((p, i) => share(`k${String(i)}`, p)))
        expect(sumOfShares(shares)).toBeCloseTo(1, 9)
        for (const s of shares) {
          expect(s.share).toBeGreaterThanOrEqual(0)
          expect(s.share).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('the progress of an initiative', () => {
  it.each<[string, Partial<Initiative>, number, string]>([
    ['nothing said', {}, 0, 'state'],
    ['tasks', { tasks: [task(true, 1), task(true, 2), task(false, 3)] }, 2 / 3, 'tasks'],
    ['typed wins over tasks', { tasks: [task(true, 1)], typedProgress: 0.4 }, 0.4, 'typed'],
    ['done is done', { state: 'done', tasks: [task(false, 1)], typedProgress: 0.4 }, 1, 'state'],
  ])('%s', (_case, changes, share, origin) => {
    expect(initiativeProgress({ ...chatbot, ...changes })).toMatchObject({ share, origin })
  })

  it('is late the day after its due day, until it is done or dropped', () => {
    const due = { ...chatbot, dueOn: '2026-11-20' }
    expect(lateDays(due, '2026-11-20')).toBe(0)
    expect(lateDays(due, '2026-11-22')).toBe(2)
    expect(isLate({ ...due, state: 'done' }, '2026-11-22')).toBe(false)
    expect(isLate({ ...due, state: 'dropped' }, '2026-11-22')).toBe(false)
    expect(isLate({ ...due, state: 'blocked' }, '2026-11-22')).toBe(true)
    expect(isLate({ ...due, dueOn: null }, '2026-11-22')).toBe(false)
    expect(isStartLate({ state: 'planned', startOn: '2026-11-21' }, '2026-11-22')).toBe(true)
    expect(isStartLate({ state: 'in-progress', startOn: '2026-11-21' }, '2026-11-22')).toBe(false)
  })
})

describe('work done, number flat', () => {
  const metric: Metric = { type: 'decrease', unit: 'min', baseline: 14, target: 5 }
  const values = (...list: readonly (number | null)[]) =>
    list.map((value, i) => checkInOf(`2026-10-${String(10 + i)}`, value))
  it.each<[string, readonly (number | null)[], boolean]>([
    ['three alike', [12, 9, 9, 9], true],
    ['two are too few', [9, 9], false],
    ['moved at last', [9, 9, 8.5], false],
    ['the wrong way is no movement', [9, 9.5, 10], true],
    ['there and back is no movement that stays, but a movement', [9, 8, 9], false],
    ['dust is no movement', [9, 8.99, 8.98], true],
    ['check-ins without a value do not count', [9, null, 9, null], false],
    ['arrived', [5, 5, 5], false],
  ])('%s', (_case, list, flat) => {
    expect(isFlat(keyResultOf(metric), values(...list))).toBe(flat)
  })

  it('is said only of work that is done and serves it', () => {
    const keyResult = keyResultOf(metric, { id: 'k1' })
    const checkIns = values(9, 9, 9)
    const done = { ...chatbot, state: 'done' as const }
    expect(isDoneButFlat(done, keyResult, checkIns)).toBe(true)
    expect(isDoneButFlat({ ...done, state: 'in-progress' }, keyResult, checkIns)).toBe(false)
    expect(isDoneButFlat({ ...done, serves: [] }, keyResult, checkIns)).toBe(false)
    const band: Metric = { type: 'band', unit: '', low: 1, high: null }
    expect(isFlat(keyResultOf(band), checkIns)).toBe(false)
  })
})
