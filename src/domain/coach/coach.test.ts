import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext, smallPlan } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'
import { samplePlan } from '../sample/sample-plan.ts'
import { coachPlan } from './coach.ts'
import { dismissed } from './finding.ts'

const context = countingContext()

function after<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(`${result.field}: ${result.message}`)
  return applyPatch(plan, result.patch)
}

function found(plan: Plan): string[] {
  return coachPlan(plan, buildIndex(plan), 'q4').map((f) => `${f.about.id} ${f.check}`)
}

describe('the coach on a plan', () => {
  it('says what is missing', () => {
    expect(found(smallPlan())).toEqual([
      'o1 all-lagging',
      'k2 no-number',
      'k2 no-date',
      'k2 no-initiative',
      'o2 no-owner',
      'k3 no-number',
      'k3 no-date',
      'k3 no-owner',
      'k3 no-initiative',
      'i1 no-owner',
      'i2 no-key-result',
    ])
  })

  it('counts objectives and key results', () => {
    let plan = smallPlan()
    for (let i = 0; i < 4; i += 1) {
      plan = after(plan, 'objective.add', { cycleId: 'q4', title: `Goal ${'abcd'[i] ?? ''}` })
      plan = after(plan, 'keyResult.add', { objectiveId: 'o1', title: `Share ${'abcd'[i] ?? ''}` })
    }
    expect(found(plan)).toContain('q4 too-many-objectives')
    expect(found(plan)).toContain('o1 too-many-key-results')
  })

  it('warns of days after the cycle, of two ways and of orphans', () => {
    let plan = smallPlan()
    plan = after(plan, 'keyResult.move', { id: 'k1', dueOn: '2027-01-15' })
    plan = after(plan, 'initiative.update', {
      id: 'i1',
      changes: {
        serves: [
          { keyResultId: 'k1', share: 0.5 },
          { keyResultId: 'k3', share: 0.5 },
        ],
      },
    })
    const year = { startOn: '2026-01-01', endOn: '2026-12-31' }
    plan = after(plan, 'cycle.add', { id: 'year', name: 'Year 2026', ...year })
    expect(found(plan)).not.toContain('o1 orphan')
    plan = after(plan, 'objective.add', { id: 'top', cycleId: 'year', title: 'Loved by teams' })
    plan = after(plan, 'objective.update', {
      id: 'o2',
      changes: { parent: { kind: 'objective', id: 'top' } },
    })
    expect(found(plan)).toEqual(
      expect.arrayContaining(['k1 after-cycle', 'i1 two-ways', 'o1 orphan']),
    )
    expect(found(plan)).not.toContain('o2 orphan')
  })

  it.each([
    [10, 'q4 too-safe', true],
    [9, 'q4 too-safe', false],
    [4, 'q4 too-lofty', false],
    [3, 'q4 too-lofty', true],
  ])('a mean confidence of %d', (confidence, line, isSaid) => {
    const plan = after(smallPlan(), 'checkIn.add', { keyResultId: 'k1', value: 10, confidence })
    expect(found(plan).includes(line)).toBe(isSaid)
  })

  it('says no more what was dismissed with a reason', () => {
    const plan = smallPlan()
    const dismissedChecks = dismissed(plan.meta.settings, 'no-key-result', 'i2', 'an idea')
    const next = after(plan, 'plan.update', { changes: { settings: { dismissedChecks } } })
    expect(found(plan)).toContain('i2 no-key-result')
    expect(found(next)).not.toContain('i2 no-key-result')
  })

  it('leaves dropped things in peace', () => {
    const plan = after(smallPlan(), 'objective.drop', { id: 'o2' })
    expect(found(plan).filter((line) => /^(o2|k3)/.test(line))).toEqual([])
  })

  it('finds little to say about the sample', () => {
    const plan = planFromThings(samplePlan(countingContext()))
    const cycleId = [...plan.cycle.keys()][0] ?? ''
    const checks = coachPlan(plan, buildIndex(plan), cycleId).map((f) => f.check)
    expect(checks).toEqual(['no-key-result', 'no-key-result', 'no-key-result'])
  })
})
