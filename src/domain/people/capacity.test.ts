import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext, smallPlan } from '../plan/plan-arbitrary.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'
import {
  askedWithin,
  availableWithin,
  carriersOf,
  loadOf,
  loadsWithin,
  overbookedPeople,
  overloadBy,
  sumOfNeeds,
  weekLoadsOf,
  weeksOf,
  workingDaysIn,
} from './capacity.ts'

const WEEKDAYS = [1, 2, 3, 4, 5]
const context = countingContext()

function after<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(`${result.field}: ${result.message}`)
  return applyPatch(plan, result.patch)
}

function withWork(...work: readonly (readonly [string, string, string, string, number])[]): Plan {
  let plan = smallPlan()
  for (const [id, ownerId, startOn, dueOn, effortDays] of work)
    plan = after(plan, 'initiative.add', {
      id,
      cycleId: 'q4',
      title: id,
      keyResultId: 'k1',
      ownerId,
      startOn,
      dueOn,
      effortDays,
    })
  return plan
}

describe('working days', () => {
  it.each([
    ['2026-11-16', '2026-11-22', 5],
    ['2026-11-20', '2026-11-23', 2],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-10-01', '2026-12-31', 66],
    ['2026-12-31', '2027-01-04', 3],
    ['2026-11-22', '2026-11-20', 0],
  ])('%s to %s are %d', (startOn, endOn, days) => {
    expect(workingDaysIn({ startOn, endOn }, WEEKDAYS)).toBe(days)
  })
})

describe('what is asked', () => {
  const work = {
    effortDays: 10,
    startOn: '2026-11-16',
    dueOn: '2026-11-27',
    state: 'planned',
  } as const
  it.each([
    ['all of it', '2026-10-01', '2026-12-31', 10],
    ['its first week', '2026-11-16', '2026-11-22', 5],
    ['one day', '2026-11-18', '2026-11-18', 1],
    ['a weekend', '2026-11-21', '2026-11-22', 0],
    ['outside', '2026-12-01', '2026-12-31', 0],
  ])('spreads evenly over the working days: %s', (_case, startOn, endOn, days) => {
    expect(askedWithin(work, { startOn, endOn }, WEEKDAYS)).toBeCloseTo(days, 10)
  })

  it('spreads over all days when it has no working day, and asks nothing once dropped', () => {
    const weekend = { ...work, startOn: '2026-11-21', dueOn: '2026-11-22' }
    const saturday = { startOn: '2026-11-21', endOn: '2026-11-21' }
    expect(askedWithin(weekend, saturday, WEEKDAYS)).toBe(5)
    expect(askedWithin({ ...weekend, state: 'dropped' }, saturday, WEEKDAYS)).toBe(0)
  })

  it('sums to the effort over the weeks of any span', () => {
    const day = fc.integer({ min: 0, max: 120 })
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 90 }), (at, length, effortDays) => {
        const on = (n: number) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10)
        const one = {
          effortDays,
          startOn: on(at),
          dueOn: on(at + length),
          state: 'planned' as const,
        }
        const weeks = weeksOf({ startOn: on(0), endOn: on(300) })
        const sum = weeks.reduce((total, week) => total + askedWithin(one, week, WEEKDAYS), 0)
        expect(sum).toBeCloseTo(effortDays, 6)
      }),
    )
  })

  it('gives the owner what the contributors leave', () => {
    const parts = (ownerId: string | null, ...contributors: [string, number][]) => [
      ...carriersOf({
        ownerId,
        contributors: contributors.map(([personId, share]) => ({ personId, share })),
      }),
    ]
    expect(parts('mira')).toEqual([['mira', 1]])
    expect(parts('mira', ['jon', 0.25])).toEqual([
      ['jon', 0.25],
      ['mira', 0.75],
    ])
    expect(parts(null, ['jon', 0.25])).toEqual([['jon', 0.25]])
    expect(parts('mira', ['jon', 1])).toEqual([['jon', 1]])
  })
})

describe('what is available', () => {
  const week = { startOn: '2026-11-16', endOn: '2026-11-22' }
  it.each([
    [5, [], 5],
    [3, [], 3],
    [5, ['2026-11-18'], 4],
    [3, ['2026-11-18'], 2],
    [5, ['2026-11-21'], 5],
    [1, ['2026-11-18', '2026-11-19'], 0],
    [0, [], 0],
  ])('%d days a week, off on %j: %d', (daysPerWeek, daysOff, available) => {
    expect(availableWithin({ daysPerWeek, daysOff }, week, WEEKDAYS)).toBeCloseTo(available, 10)
  })

  it.each([
    [10.1, 'overbooked'],
    [10, 'balanced'],
    [9, 'balanced'],
    [8.9, 'room-left'],
    [0, 'room-left'],
  ])('%d of 10 is %s', (asked, verdict) => {
    expect(loadOf(asked, 10).verdict).toBe(verdict)
  })

  it('is overbooked when anything is asked of nobody', () => {
    expect(loadOf(1, 0)).toMatchObject({ verdict: 'overbooked', ratio: Infinity })
    expect(loadOf(0, 0)).toMatchObject({ verdict: 'room-left', ratio: 0 })
  })
})

describe('loads of a plan', () => {
  const plan = withWork(
    ['a', 'mira', '2026-11-16', '2026-11-20', 4],
    ['b', 'mira', '2026-11-16', '2026-11-27', 4],
  )

  it('are said per person and per week', () => {
    const loads = loadsWithin(plan, { startOn: '2026-11-16', endOn: '2026-11-22' })
    expect(loads.get('mira')).toMatchObject({ asked: 6, available: 5, verdict: 'overbooked' })
    expect(loads.get('jon')).toMatchObject({ asked: 0, available: 4 })
    const weeks = weekLoadsOf(plan, 'mira', { startOn: '2026-11-16', endOn: '2026-11-29' })
    expect(weeks.map((w) => [w.startOn, w.asked, w.verdict])).toEqual([
      ['2026-11-16', 6, 'overbooked'],
      ['2026-11-23', 2, 'room-left'],
    ])
  })

  it('count what has no days yet over the whole cycle, once it serves a key result', () => {
    const days = { startOn: null, dueOn: null, effortDays: 500, ownerId: 'jon' }
    const undated = after(plan, 'initiative.update', { id: 'b', changes: days })
    const cycle = undated.cycle.get('q4') as Cycle
    const jonIn = (one: Plan) => loadsWithin(one, cycle).get('jon')?.asked ?? 0
    expect(jonIn(undated)).toBeCloseTo(jonIn(plan) + 500)
    expect(overbookedPeople(undated, cycle).map(({ person }) => person.id)).toEqual(['jon'])
    const weeks = weekLoadsOf(undated, 'jon', cycle)
    expect(weeks.reduce((sum, { asked }) => sum + asked, 0)).toBeCloseTo(jonIn(undated))
    const inGarage = after(undated, 'initiative.move', {
      moves: [{ id: 'b', startOn: null, dueOn: null }],
      to: 'garage',
    })
    expect(jonIn(inGarage)).toBeCloseTo(jonIn(plan))
  })

  it('say what one bar causes, where it lies', () => {
    const b = plan.initiative.get('b') as Initiative
    expect(overloadBy(plan, b)).toMatchObject([{ person: { id: 'mira' }, overDays: 1 }])
    expect(overloadBy(plan, { ...b, startOn: '2026-11-30', dueOn: '2026-12-04' })).toEqual([])
    const full = { ...b, dueOn: '2026-11-20' }
    expect(overloadBy(plan, full)[0]?.overDays).toBeCloseTo(3, 10)
    expect(overloadBy(plan, { ...full, ownerId: 'jon' })).toEqual([])
    expect(overloadBy(plan, { ...full, startOn: null })).toEqual([])
  })

  it('ask for a reason when an overbooked plan is committed', () => {
    let busy = withWork(['c', 'jon', '2026-10-01', '2026-12-31', 60])
    busy = after(busy, 'cycle.setState', { id: 'q4', state: 'planning' })
    const cycle = busy.cycle.get('q4')
    expect(cycle && overbookedPeople(busy, cycle).map((o) => o.person.id)).toEqual(['jon'])
    const refused = runCommand(busy, 'cycle.setState', { id: 'q4', state: 'active' }, context)
    expect(refused).toMatchObject({ ok: false, field: 'reason' })
    const input = { id: 'q4', state: 'active', reason: 'Jon drops support duty' } as const
    const committed = after(busy, 'cycle.setState', input)
    expect(committed.cycle.get('q4')?.overbookedReason).toBe('Jon drops support duty')
  })

  it('sum money and people like effort, without what was dropped', () => {
    const [one] = plan.initiative.values()
    if (!one) throw new Error('none')
    const work = { ...one, effortDays: 2, money: 100, peopleNeeded: 1 }
    expect(
      sumOfNeeds([work, work, { ...work, state: 'dropped' }, { ...work, money: null }]),
    ).toEqual({
      effortDays: 6,
      money: 200,
      peopleNeeded: 3,
    })
  })
})
