import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import type { Id, Ref } from '../plan/field.ts'
import { integrityProblems } from '../plan/integrity.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { carriedBefore } from './carried-things.ts'
import { proposedToCarry } from './next-cycle-commands.ts'

const context = countingContext(SEEDED_TODAY, 'z')
const year = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
const Q3 = [...year.cycle.values()].find(({ name }) => name === 'Q3 2026')?.id ?? ''

function run<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(result.message)
  const next = applyPatch(plan, result.patch)
  expect(integrityProblems(next)).toEqual([])
  return next
}

const planned = run(year, 'cycle.add', {
  id: 'next',
  name: 'Q1 2027',
  startOn: '2027-01-01',
  endOn: '2027-03-31',
})
const keep = proposedToCarry(planned, Q3)
const keyResults = keep.filter(({ kind }) => kind === 'keyResult')
const inNext = (plan: Plan) => ({
  objectives: [...plan.objective.values()].filter(({ cycleId }) => cycleId === 'next'),
  initiatives: [...plan.initiative.values()].filter(({ cycleId }) => cycleId === 'next'),
})
const take = (plan: Plan, refs: readonly Ref[]) =>
  run(plan, 'cycle.carryOver', { fromId: Q3, toId: 'next', keep: [...refs] })

describe('taking things along into a cycle that is planned', () => {
  it('brings the same things with the same lineage as beginning the next cycle', () => {
    const begun = run(year, 'cycle.startNext', {
      fromId: Q3,
      id: 'next',
      name: 'Q1 2027',
      startOn: '2027-01-01',
      endOn: '2027-03-31',
      keep: [...keep],
    })
    const lineage = (plan: Plan) => [...carriedBefore(plan, 'next').keys()].sort()
    expect(lineage(take(planned, keep))).toEqual(lineage(begun))
    expect(lineage(begun).length).toBeGreaterThan(3)
  })

  it('one by one: a key result joins its objective, which comes once', () => {
    const [first, second] = keyResults.filter(
      ({ id }, _, all) =>
        all.filter((other) => objectiveOf(other.id) === objectiveOf(id)).length > 1,
    )
    if (!first || !second) throw new Error('no two key results of one objective are kept')
    const both = take(take(planned, [first]), [second])
    expect(inNext(both).objectives.map(({ carriedFrom }) => carriedFrom)).toEqual([
      objectiveOf(first.id),
    ])
    expect(carriedBefore(both, 'next').has(second.id)).toBe(true)
  })

  it('takes nothing twice, into nothing closed, and only forwards', () => {
    const all = take(planned, keep)
    const refusal = (plan: Plan, fromId: Id, toId: Id) => {
      const result = runCommand(plan, 'cycle.carryOver', { fromId, toId, keep: [...keep] }, context)
      return result.ok ? 'accepted' : result.message
    }
    expect(refusal(all, Q3, 'next')).toBe('All of it was taken along before.')
    expect(refusal(planned, 'next', Q3)).toMatch(/does not come after/)
    const cycle = planned.cycle.get('next')
    if (!cycle) throw new Error('no cycle')
    const closed = applyPatch(planned, { puts: [{ ...cycle, state: 'closed' }], deletes: [] })
    expect(refusal(closed, Q3, 'next')).toMatch(/is closed/)
  })

  it('lets an initiative serve what came along before it', () => {
    const served = [...planned.initiative.values()].find(
      ({ cycleId, serves }) => cycleId === Q3 && serves.length === 1,
    )
    const keyResultId = served?.serves[0]?.keyResultId
    if (!served || keyResultId === undefined) throw new Error('no initiative')
    const before = take(planned, [{ kind: 'keyResult', id: keyResultId }])
    const after = take(before, [{ kind: 'initiative', id: served.id }])
    expect(inNext(after).initiatives[0]?.serves).toEqual([
      { keyResultId: carriedBefore(after, 'next').get(keyResultId), share: 1 },
    ])
  })
})

function objectiveOf(keyResultId: Id): Id | undefined {
  return planned.keyResult.get(keyResultId)?.objectiveId
}
