import { describe, expect, it } from 'vitest'
import { countingContext, smallPlan } from '../plan/plan-arbitrary.ts'
import { applyPatch } from '../plan/plan.ts'
import { runCommand } from '../plan/commands.ts'
import { currentCycle, daysPassed, phaseOf, weekOf } from './cycle-clock.ts'

const quarter = { startOn: '2026-10-01', endOn: '2026-12-31' }

describe('the clock of a cycle', () => {
  it.each([
    ['2026-09-30', 1, 'ahead', 0],
    ['2026-10-01', 1, 'running', 0],
    ['2026-10-07', 1, 'running', 6],
    ['2026-10-08', 2, 'running', 7],
    ['2026-11-22', 8, 'running', 52],
    ['2026-12-31', 13, 'running', 91],
    ['2027-01-01', 13, 'over', 92],
    ['2027-06-01', 13, 'over', 92],
  ])('%s is week %d of 13', (today, week, phase, passed) => {
    expect(weekOf(quarter, today)).toEqual({ week, of: 13 })
    expect(phaseOf(quarter, today)).toBe(phase)
    expect(daysPassed(quarter, today)).toBe(passed)
  })

  it('takes a cycle of one day', () => {
    const day = { startOn: '2026-10-01', endOn: '2026-10-01' }
    expect(weekOf(day, '2026-10-01')).toEqual({ week: 1, of: 1 })
  })
})

describe('the current cycle', () => {
  const context = countingContext()
  const add = (
    ...cycles: readonly (readonly [string, string, string, 'active' | 'closed' | 'planning'])[]
  ) => {
    let plan = smallPlan()
    for (const [id, startOn, endOn, state] of cycles) {
      const result = runCommand(plan, 'cycle.add', { id, name: id, startOn, endOn, state }, context)
      if (result.ok) plan = applyPatch(plan, result.patch)
    }
    return (today: string) => currentCycle(plan, today)?.id
  }

  it('is the active one that holds today, the quarter before its year', () => {
    const at = add(['year', '2026-01-01', '2026-12-31', 'active'])
    expect(at('2026-11-22')).toBe('q4')
    expect(at('2026-05-01')).toBe('year')
  })

  it('is the nearest when none holds today', () => {
    const at = add(['q1', '2027-01-04', '2027-03-31', 'planning'])
    expect(at('2027-01-01')).toBe('q4')
    expect(at('2027-01-03')).toBe('q1')
    expect(at('2030-01-01')).toBe('q1')
  })

  it('prefers what is at work to what is closed', () => {
    expect(add(['old', '2026-11-01', '2026-11-30', 'closed'])('2026-11-22')).toBe('q4')
  })
})
