import { describe, expect, it } from 'vitest'
import { checkInOf, contextOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { statusOf } from '../key-result/status.ts'
import { runCommand } from '../plan/commands.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import { metaOf } from '../plan/things.test-support.ts'
import { habitOf } from '../retrospective/check-in-habit.ts'
import type { Cadence } from './cadence.ts'
import { checkInDays, nextCheckInOn } from './cadence.ts'
import type { PastCadence } from './rhythm.ts'
import { cadenceOn, dueDays, lateAfter, nextDueOn } from './rhythm.ts'

const every = (cadence: Cadence['every'], weekday = 1): Cadence => ({ every: cadence, weekday })
const until = (day: string, cadence: Cadence): PastCadence => ({ ...cadence, until: day })

describe('check-ins of a plan whose cadence was changed', () => {
  it.each<[string, Cadence, readonly PastCadence[], readonly string[]]>([
    [
      'weekly, then every two weeks',
      every('two-weeks'),
      [until('2026-10-21', every('week'))],
      ['2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02'],
    ],
    [
      'every two weeks, then weekly',
      every('week'),
      [until('2026-10-21', every('two-weeks'))],
      ['2026-10-12', '2026-10-26', '2026-11-02'],
    ],
    [
      'changed on a day on which one was due: it is due by the new cadence only',
      every('week', 5),
      [until('2026-10-19', every('week'))],
      ['2026-10-05', '2026-10-12', '2026-10-23', '2026-10-30'],
    ],
    [
      'changed twice, the rows in any order',
      every('week'),
      [until('2026-10-28', every('week', 3)), until('2026-10-14', every('week'))],
      ['2026-10-05', '2026-10-12', '2026-10-14', '2026-10-21', '2026-11-02'],
    ],
    [
      'changed before the cycle began',
      every('two-weeks'),
      [until('2026-09-20', every('week'))],
      ['2026-10-12', '2026-10-26'],
    ],
    [
      'changed after the cycle was over',
      every('month'),
      [until('2027-02-01', every('two-weeks'))],
      ['2026-10-12', '2026-10-26'],
    ],
  ])('%s', (_case, cadence, pastCadences, days) => {
    expect(dueDays('2026-10-01', '2026-11-03', { cadence, pastCadences })).toEqual(days)
  })

  it('are those of the one cadence where none was changed', () => {
    for (const kind of ['week', 'two-weeks', 'month'] as const) {
      const cadence = every(kind, 3)
      expect(dueDays('2026-10-01', '2026-12-31', { cadence })).toEqual(
        checkInDays('2026-10-01', '2026-12-31', cadence),
      )
      for (const last of [null, '2026-10-14', '2026-10-20'])
        expect(nextDueOn(last, '2026-10-01', { cadence }, '2026-12-31')).toBe(
          nextCheckInOn(last, '2026-10-01', cadence),
        )
    }
  })

  it('knows the cadence of a day', () => {
    const rhythm = { cadence: every('month'), pastCadences: [until('2026-10-21', every('week'))] }
    expect(cadenceOn(rhythm, '2026-10-20').every).toBe('week')
    expect(cadenceOn(rhythm, '2026-10-21').every).toBe('month')
  })

  it.each<[string, Cadence, PastCadence, string, string]>([
    // last check-in Oct 12, changed on Oct 21
    ['slower', every('two-weeks'), until('2026-10-21', every('week')), '2026-10-26', '2026-10-26'],
    ['faster', every('week'), until('2026-10-21', every('month')), '2026-10-26', '2026-10-28'],
    ['faster', every('week'), until('2026-10-21', every('two-weeks')), '2026-10-26', '2026-10-26'],
    ['the same', every('week', 5), until('2026-10-21', every('week')), '2026-10-19', '2026-10-19'],
  ])('nobody is late at once: %s', (_case, cadence, past, next, late) => {
    const rhythm = { cadence, pastCadences: [past] }
    expect(nextDueOn('2026-10-12', '2026-10-01', rhythm, '2026-10-22')).toBe(next)
    expect(lateAfter('2026-10-12', rhythm, '2026-10-22')).toBe(late)
  })

  it('leaves habit and status of a past cycle alone', () => {
    const keyResult = keyResultOf({ type: 'decrease', unit: 'min', baseline: 14, target: 5 })
    const checkIns = ['2026-12-14', '2026-12-21', '2026-12-28'].map((day) =>
      checkInOf(day, 8, { confidence: 8 }),
    )
    const weekly = contextOf('2027-02-10')
    const changed = contextOf('2027-02-10', {
      settings: { ...DEFAULT_SETTINGS, cadence: every('month') },
      pastCadences: [until('2027-02-01', every('week'))],
    })
    const figures = statusOf(keyResult, checkIns, weekly)
    expect(statusOf(keyResult, checkIns, changed)).toEqual(figures)
    expect(habitOf(keyResult, figures, checkIns, changed)).toEqual(
      habitOf(keyResult, figures, checkIns, weekly),
    )
    // Without the day of the change all its weeks would be counted anew.
    const forgotten = { ...changed, pastCadences: undefined }
    expect(habitOf(keyResult, figures, checkIns, forgotten).due).toBeLessThan(5)
  })
})

describe('a change of the cadence', () => {
  const on = (plan: Plan, today: string, cadence: Cadence): Plan => {
    const result = runCommand(
      plan,
      'plan.update',
      { changes: { settings: { cadence } } },
      { today, now: `${today}T10:00:00.000Z`, newId: () => 'n' },
    )
    if (!result.ok) throw new Error(result.message)
    return applyPatch(plan, result.patch)
  }
  const plan = planFromThings([metaOf()])
  const weekly = DEFAULT_SETTINGS.cadence

  it('keeps what held until then', () => {
    const first = on(plan, '2026-10-21', every('two-weeks'))
    expect(first.meta.pastCadences).toEqual([until('2026-10-21', weekly)])
    const second = on(first, '2026-11-05', every('month'))
    expect(second.meta.pastCadences).toEqual([
      until('2026-10-21', weekly),
      until('2026-11-05', every('two-weeks')),
    ])
  })

  it('keeps nothing that held for less than a day', () => {
    const first = on(plan, '2026-10-21', every('two-weeks'))
    expect(on(first, '2026-10-21', every('month')).meta.pastCadences).toEqual([
      until('2026-10-21', weekly),
    ])
    expect(on(first, '2026-10-21', weekly).meta).toEqual(plan.meta)
    // On the day on which the plan was made it is still being written down.
    expect('pastCadences' in on(plan, '2026-09-20', every('month')).meta).toBe(false)
    expect('pastCadences' in on(plan, '2026-10-21', weekly).meta).toBe(false)
  })
})
