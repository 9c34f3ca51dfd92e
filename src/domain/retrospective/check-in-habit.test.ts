import { describe, expect, it } from 'vitest'
import { checkInOf, contextOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { habitOf } from './check-in-habit.ts'

const keyResult = keyResultOf({ type: 'decrease', unit: 'min', baseline: 14, target: 5 })
const done = keyResultOf({ type: 'done' })
const open = { computed: 'slipping', lastCheckIn: null } as const
/** Mondays: the 5th, the 12th and the 19th were due by this Friday. */
const FRIDAY = contextOf('2026-10-23')

describe('the check-in habit', () => {
  it.each<[string, readonly string[], number]>([
    ['none', [], 0],
    ['one on each day', ['2026-10-05', '2026-10-12', '2026-10-19'], 3],
    ['one before the first day', ['2026-10-02'], 1],
    ['three days late still counts for its day', ['2026-10-08', '2026-10-12'], 2],
    ['four days late counts for the next', ['2026-10-09', '2026-10-12'], 1],
    ['two in one week count once', ['2026-10-12', '2026-10-13'], 1],
    ['after the last day and its grace', ['2026-10-23'], 0],
    ['a day that is still to come', ['2026-10-26'], 0],
  ])('%s', (_, days, made) => {
    const checkIns = days.map((day) => checkInOf(day, 9))
    expect(habitOf(keyResult, open, checkIns, FRIDAY)).toEqual({ done: made, due: 3 })
  })

  it('does not count one that only says why it was skipped', () => {
    const skipped = [checkInOf('2026-10-05', null, { skipReason: 'on holiday' })]
    expect(habitOf(keyResult, open, skipped, FRIDAY).done).toBe(0)
  })

  it('asks for nothing more once the end is reached for good', () => {
    const last = checkInOf('2026-10-12', 1)
    const figures = { computed: 'done', lastCheckIn: last } as const
    expect(habitOf(done, figures, [last], FRIDAY)).toEqual({ done: 1, due: 2 })
    expect(habitOf(keyResult, figures, [last], FRIDAY)).toEqual({ done: 1, due: 3 })
  })
})
