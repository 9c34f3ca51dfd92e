import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { integrityProblems } from '../plan/integrity.ts'
import type { Plan } from '../plan/plan.ts'
import { planFromThings, thingsOf } from '../plan/plan.ts'
import type { StepSeed } from '../plan/arbitrary-chooser.ts'
import { stepOf } from '../plan/arbitrary-step.ts'
import {
  afterStep,
  ARBITRARY_TODAY,
  countingContext,
  planArbitrary,
  smallPlan,
  stepSeedArbitrary,
} from '../plan/plan-arbitrary.ts'
import type { Step } from '../plan/arbitrary-step.ts'
import { stateHash } from '../plan/state-hash.ts'
import { thingSchema } from '../plan/thing.ts'
import type { Thing } from '../plan/thing.ts'
import type { Merge } from './merge-plans.ts'
import { mergePlans, prepareMerge } from './merge-plans.ts'
import type { Side } from './three-way.ts'

const edited = (plan: Plan, seeds: readonly StepSeed[], prefix: string) => {
  const context = countingContext(ARBITRARY_TODAY, prefix)
  return seeds.reduce((now, seed) => afterStep(now, stepOf(now, seed, context), context), plan)
}

/** Answers every question, round by round, until the merge is done. */
function merged(base: Plan | null, mine: Plan, theirs: Plan, pick: (key: string) => Side): Merge {
  const input = prepareMerge(base, mine, theirs)
  const answers = new Map<string, Side>()
  for (let round = 0; round < 60; round += 1) {
    const merge = mergePlans(input, answers)
    if (merge.state !== 'asking') return merge
    for (const { key } of merge.conflicts) if (!answers.has(key)) answers.set(key, pick(key))
  }
  throw new Error('the questions never end')
}

const sum = (text: string) => [...text].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 9_973, 7)
const picks =
  (salt: number, turned = false) =>
  (key: string): Side =>
    ((sum(key) + salt) % 2 === 0) !== turned ? 'mine' : 'theirs'

const planOf = (merge: Merge): Plan => {
  if (merge.state !== 'done') throw new Error(JSON.stringify(merge).slice(0, 500))
  return merge.plan
}

const seeds = fc.array(stepSeedArbitrary, { maxLength: 14, size: 'max' })
const plans = fc
  .record({
    base: planArbitrary({ steps: 20 }),
    a: seeds,
    b: seeds,
    salt: fc.nat(1),
    knows: fc.boolean(),
  })
  .map(({ base, a, b, salt, knows }) => ({
    base: knows ? base : null,
    mine: edited(base, a, 'a'),
    theirs: edited(base, b, 'b'),
    salt,
  }))

describe('any two plans', () => {
  it('merge into a whole plan, the same both ways round, and a second time changes nothing', () => {
    fc.assert(
      fc.property(plans, ({ base, mine, theirs, salt }) => {
        const once = planOf(merged(base, mine, theirs, picks(salt)))
        expect(integrityProblems(once)).toEqual([])
        for (const thing of thingsOf(once)) expect(thingSchema.parse(thing)).toEqual(thing)
        const turned = planOf(merged(base, theirs, mine, picks(salt, true)))
        expect(stateHash(turned)).toBe(stateHash(once))
        const twice = planOf(merged(base, once, theirs, picks(salt)))
        expect(stateHash(twice)).toBe(stateHash(once))
      }),
      { numRuns: 150 },
    )
  })

  it('of which one is the other’s past: nothing is asked, and the newer one stands', () => {
    fc.assert(
      fc.property(plans, ({ mine, theirs }) => {
        const never = () => {
          throw new Error('asked')
        }
        expect(stateHash(planOf(merged(mine, mine, theirs, never)))).toBe(stateHash(theirs))
        expect(stateHash(planOf(merged(theirs, mine, theirs, never)))).toBe(stateHash(mine))
        expect(planOf(merged(null, mine, mine, never))).toEqual(mine)
      }),
      { numRuns: 40 },
    )
  })
})

const context = countingContext()
const steps = (plan: Plan, ...list: readonly Step[]) =>
  list.reduce((now, step) => afterStep(now, step, context), plan)
const BASE = steps(
  smallPlan(),
  { id: 'task.add', input: { initiativeId: 'i1', id: 't1', title: 'Ask' } },
  { id: 'task.add', input: { initiativeId: 'i1', id: 't2', title: 'Tell' } },
)
const answer = (side: Side) => () => side
const keysOf = (merge: Merge) => merge.conflicts.map(({ key }) => key)
const first = (mine: Plan, theirs: Plan) => mergePlans(prepareMerge(BASE, mine, theirs), new Map())

describe('a merge', () => {
  it('takes fields of one thing from both sides', () => {
    const mine = steps(BASE, {
      id: 'objective.update',
      input: { id: 'o1', changes: { title: 'A' } },
    })
    const theirs = steps(BASE, {
      id: 'objective.update',
      input: { id: 'o1', changes: { why: 'B' } },
    })
    const plan = planOf(first(mine, theirs))
    expect(plan.objective.get('o1')).toMatchObject({ title: 'A', why: 'B' })
  })

  it('asks for a field that both changed, and takes the answer', () => {
    const title = (text: string): Step => ({
      id: 'objective.update',
      input: { id: 'o1', changes: { title: text } },
    })
    const [mine, theirs] = [steps(BASE, title('A')), steps(BASE, title('B'))]
    expect(keysOf(first(mine, theirs))).toEqual(['objective o1 title'])
    expect(first(mine, theirs).conflicts[0]?.three).toEqual({
      base: 'Rave',
      mine: 'A',
      theirs: 'B',
    })
    for (const side of ['mine', 'theirs'] as const)
      expect(planOf(merged(BASE, mine, theirs, answer(side))).objective.get('o1')?.title).toBe(
        side === 'mine' ? 'A' : 'B',
      )
  })

  it('merges tasks one by one', () => {
    const add = (id: string): Step => ({
      id: 'task.add',
      input: { initiativeId: 'i1', id, title: id },
    })
    const mine = steps(BASE, add('m'), {
      id: 'task.update',
      input: { initiativeId: 'i1', id: 't1', changes: { done: true } },
    })
    const theirs = steps(
      BASE,
      add('z'),
      {
        id: 'task.update',
        input: { initiativeId: 'i1', id: 't1', changes: { title: 'Ask twice' } },
      },
      { id: 'task.delete', input: { initiativeId: 'i1', id: 't2' } },
    )
    const tasks = planOf(merged(BASE, mine, theirs, answer('mine'))).initiative.get('i1')?.tasks
    expect(tasks?.map(({ id, title, done }) => [id, title, done])).toEqual([
      ['t1', 'Ask twice', true],
      ['m', 'm', false],
      ['z', 'z', false],
    ])
  })

  it('shows a deletion against an edit', () => {
    const mine = steps(BASE, { id: 'keyResult.delete', input: { id: 'k2' } })
    const theirs = steps(BASE, {
      id: 'keyResult.update',
      input: { id: 'k2', changes: { title: 'Satisfaction' } },
    })
    expect(first(mine, theirs).conflicts).toMatchObject([{ type: 'presence', ref: { id: 'k2' } }])
    expect(planOf(merged(BASE, mine, theirs, answer('mine'))).keyResult.has('k2')).toBe(false)
    expect(planOf(merged(BASE, mine, theirs, answer('theirs'))).keyResult.get('k2')?.title).toBe(
      'Satisfaction',
    )
  })

  it('asks when what one side added hangs on what the other deleted', () => {
    const mine = steps(BASE, { id: 'objective.delete', input: { id: 'o2' } })
    const theirs = steps(
      BASE,
      { id: 'keyResult.add', input: { id: 'k9', objectiveId: 'o2', title: 'New' } },
      {
        id: 'checkIn.add',
        input: { keyResultId: 'k9', day: ARBITRARY_TODAY, value: 1, confidence: 5 },
      },
    )
    const asked = first(mine, theirs)
    expect(asked.conflicts.map(({ type }) => type)).toEqual(['together'])
    expect(asked.conflicts[0]?.message).toMatch(/not in the plan/)
    const without = planOf(merged(BASE, mine, theirs, answer('mine')))
    expect([without.objective.has('o2'), without.keyResult.has('k9')]).toEqual([false, false])
    const withIt = planOf(merged(BASE, mine, theirs, answer('theirs')))
    expect([withIt.objective.has('o2'), withIt.keyResult.has('k9')]).toEqual([true, true])
    expect(withIt.checkIn.size).toBe(1)
  })

  it('asks before two parents make a circle', () => {
    const parent = (id: string, of: string): Step => ({
      id: 'objective.update',
      input: { id, changes: { parent: { kind: 'objective', id: of } } },
    })
    const [mine, theirs] = [steps(BASE, parent('o1', 'o2')), steps(BASE, parent('o2', 'o1'))]
    expect(first(mine, theirs)).toMatchObject({
      state: 'asking',
      conflicts: [{ type: 'together' }],
    })
    const plan = planOf(merged(BASE, mine, theirs, answer('theirs')))
    expect(plan.objective.get('o1')?.parent).toBeNull()
    expect(plan.objective.get('o2')?.parent).toEqual({ kind: 'objective', id: 'o1' })
  })

  it('without a common state every difference is a question', () => {
    const mine = steps(BASE, { id: 'person.add', input: { id: 'new', name: 'New' } })
    const theirs = steps(BASE, {
      id: 'objective.update',
      input: { id: 'o1', changes: { title: 'B' } },
    })
    const merge = mergePlans(prepareMerge(null, mine, theirs), new Map())
    expect(keysOf(merge).sort()).toEqual(['objective o1 title', 'person new '])
  })

  it('takes one side whole when the two together hold more than a plan may', () => {
    const people = (prefix: string) =>
      Array.from({ length: 10_050 }, (_, i): Thing => {
        const mira = BASE.person.get('mira')
        if (!mira) throw new Error('no person')
        return { ...mira, id: `${prefix}${String(i)}` }
      })
    const mine = planFromThings([...thingsOf(BASE), ...people('a')])
    const theirs = planFromThings([...thingsOf(BASE), ...people('b')])
    const merge = merged(BASE, mine, theirs, answer('mine'))
    expect(merge.state === 'done' && merge.plan.person.size).toBe(mine.person.size)
  })
})
