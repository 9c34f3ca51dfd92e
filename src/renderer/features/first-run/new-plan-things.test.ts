import { describe, expect, it } from 'vitest'
import { thingSchema } from '#domain/plan/thing.ts'
import { answerProblems, newPlanThings } from './new-plan-things.ts'
import type { NewPlanAnswers } from './new-plan-things.ts'

const good: NewPlanAnswers = {
  name: 'Support',
  cycleName: 'Q4 2026',
  startOn: '2026-10-01',
  endOn: '2026-12-31',
  objective: 'Customers rave about our support',
}
let n = 0
const newId = () => `id${String((n += 1))}`

describe('a new plan', () => {
  it('makes rows that the plan format takes', () => {
    const things = newPlanThings(good, '2026-11-22', newId)
    expect(things.map(({ kind }) => kind)).toEqual(['cycle', 'objective'])
    for (const thing of things) expect(thingSchema.safeParse(thing).success).toBe(true)
    expect(things[1]).toMatchObject({ cycleId: things[0]?.id, title: good.objective })
  })
  it('may begin without an objective', () => {
    expect(newPlanThings({ ...good, objective: ' ' }, '2026-11-22', newId)).toHaveLength(1)
  })
  it('takes good answers', () => {
    expect(answerProblems(good)).toEqual({})
  })
  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(501) }, 'name'],
    [{ cycleName: '' }, 'cycleName'],
    [{ startOn: '' }, 'startOn'],
    [{ startOn: '2026-02-30' }, 'startOn'],
    [{ endOn: '' }, 'endOn'],
    [{ endOn: '2026-10-01' }, 'endOn'],
    [{ endOn: '2026-09-01' }, 'endOn'],
    [{ objective: 'x'.repeat(501) }, 'objective'],
  ])('refuses %j beside %s', (changes, field) => {
    expect(Object.keys(answerProblems({ ...good, ...changes }))).toEqual([field])
  })
})
