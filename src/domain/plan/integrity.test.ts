import { describe, expect, it } from 'vitest'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import { integrityProblems } from './integrity.ts'
import { LIMITS } from './limits.ts'
import { smallPlan } from './plan-arbitrary.ts'
import { applyPatch } from './plan.ts'
import type { Thing } from './thing.ts'

const plan = smallPlan()
const objective = plan.objective.get('o1') as Objective
const keyResult = plan.keyResult.get('k1') as KeyResult
const initiative = plan.initiative.get('i1') as Initiative

function problemsWith(...puts: readonly Thing[]): string[] {
  return integrityProblems(applyPatch(plan, { puts, deletes: [] })).map(
    ({ ref, field }) => `${ref.id} ${field}`,
  )
}

describe('what is wrong with a plan from elsewhere', () => {
  it('is nothing when commands made it', () => {
    expect(integrityProblems(plan)).toEqual([])
  })

  it.each<[string, readonly Thing[], readonly string[]]>([
    ['an owner who is not there', [{ ...objective, ownerId: 'x' }], ['o1 ownerId']],
    ['a cycle that is not there', [{ ...objective, cycleId: 'x' }], ['o1 cycleId']],
    [
      'a leg that is not there',
      [{ ...initiative, serves: [{ keyResultId: 'x', share: 1 }] }],
      ['i1 serves.0'],
    ],
    ['its own parent', [{ ...objective, parent: { kind: 'objective', id: 'o1' } }], ['o1 parent']],
    [
      'a parent below itself',
      [{ ...objective, parent: { kind: 'keyResult', id: 'k1' } }],
      ['o1 parent'],
    ],
    [
      'waiting for itself',
      [{ ...initiative, dependsOn: ['i1'] }],
      ['i1 dependsOn', 'i1 dependsOn'],
    ],
    ['continuing itself', [{ ...objective, carriedFrom: 'o1' }], ['o1 carriedFrom']],
    [
      'end before start',
      [{ ...initiative, startOn: '2026-11-02', dueOn: '2026-11-01' }],
      ['i1 dueOn'],
    ],
    ['due before the cycle', [{ ...keyResult, dueOn: '2026-09-30' }], ['k1 dueOn']],
    ['due years later', [{ ...keyResult, dueOn: '2029-09-30' }], ['k1 dueOn']],
    [
      'shares that are not 100 %',
      [{ ...initiative, serves: [{ keyResultId: 'k1', share: 0.9 }] }],
      ['i1 serves'],
    ],
    [
      'more than all of the contributors',
      [
        {
          ...initiative,
          contributors: [
            { personId: 'mira', share: 0.6 },
            { personId: 'jon', share: 0.6 },
          ],
        },
      ],
      ['i1 contributors'],
    ],
    [
      'a target equal to the baseline',
      [{ ...keyResult, metric: { type: 'increase', unit: '', baseline: 5, target: 5 } }],
      ['k1 metric.target'],
    ],
  ])('%s', (_case, puts, expected) => {
    expect(problemsWith(...puts)).toEqual(expected)
  })

  it('says circles of any length once, without recursion', () => {
    const ring = Array.from({ length: 5_000 }, (_, i): Thing => ({
      ...initiative,
      id: `r${String(i)}`,
      dependsOn: [`r${String((i + 1) % 5_000)}`],
    }))
    expect(problemsWith(...ring)).toHaveLength(1)
  })

  it('counts things', () => {
    const room = LIMITS.things - 11
    const many = (count: number) =>
      Array.from({ length: count }, (_, i): Thing => ({ ...initiative, id: `m${String(i)}` }))
    expect(problemsWith(...many(room))).toEqual([])
    expect(problemsWith(...many(room + 1))).toEqual(['plan '])
  })
})
