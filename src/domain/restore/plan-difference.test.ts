import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch } from '../plan/plan.ts'
import { stepOf } from '../plan/arbitrary-step.ts'
import {
  afterStep,
  countingContext,
  planArbitrary,
  smallPlan,
  stepSeedArbitrary,
} from '../plan/plan-arbitrary.ts'
import { runCommand } from '../plan/commands.ts'
import { stateHash } from '../plan/state-hash.ts'
import { thingsOf } from '../plan/plan.ts'
import { planDifference, thingOfDifference } from './plan-difference.ts'
import { countWords, fieldWords, titleOfThing } from './thing-words.ts'
import { valuePair, valueWords } from './value-words.ts'

const context = countingContext()

describe('the difference of two states', () => {
  it('names what was added, changed and gone, with the fields', () => {
    const before = smallPlan()
    const after = [
      { id: 'objective.update', input: { id: 'o1', changes: { title: 'Cheer', ownerId: 'jon' } } },
      { id: 'person.add', input: { id: 'ada', name: 'Ada' } },
      { id: 'initiative.delete', input: { ids: ['i2'] } },
    ].reduce((plan, step) => afterStep(plan, step as never, context), before)
    const { things, counts } = planDifference(before, after)
    // Changing an owner in an active cycle records a detour as well.
    const plain = things.filter((one) => thingOfDifference(one).kind !== 'detour')
    expect(plain.map((one) => [one.type, thingOfDifference(one).id])).toEqual([
      ['added', 'ada'],
      ['changed', 'o1'],
      ['gone', 'i2'],
    ])
    const changed = things.find((one) => one.type === 'changed')
    expect(changed?.type === 'changed' && changed.fields).toEqual([
      { field: 'title', before: 'Rave', after: 'Cheer' },
      { field: 'ownerId', before: 'mira', after: 'jon' },
    ])
    expect([...counts].filter(([kind]) => kind !== 'detour')).toEqual([
      ['person', { added: 1, changed: 0, gone: 0 }],
      ['objective', { added: 0, changed: 1, gone: 0 }],
      ['initiative', { added: 0, changed: 0, gone: 1 }],
    ])
  })

  it('of any two plans turns round, is empty for equal ones, and a restore ends it', () => {
    const seeds = fc.array(stepSeedArbitrary, { maxLength: 12 })
    fc.assert(
      fc.property(planArbitrary({ steps: 15 }), seeds, (before, steps) => {
        const after = steps.reduce(
          (plan, seed) => afterStep(plan, stepOf(plan, seed, context), context),
          before,
        )
        expect(planDifference(after, after).things).toEqual([])
        const there = planDifference(before, after)
        const back = planDifference(after, before)
        expect(there.things.length).toBe(back.things.length)
        for (const difference of there.things) {
          const thing = thingOfDifference(difference)
          expect(titleOfThing(thing, difference.type === 'gone' ? before : after)).not.toBe('')
          if (difference.type === 'changed')
            for (const { field, after: value } of difference.fields)
              expect([fieldWords(field), valueWords(field, value, [after, before])]).not.toContain(
                '',
              )
        }
        const restore = runCommand(
          after,
          'plan.replaceThings',
          { things: [...thingsOf(before)], name: 'Restore' },
          context,
        )
        if (!restore.ok) throw new Error(restore.message)
        const restored = applyPatch(after, restore.patch)
        expect(stateHash(restored)).toBe(stateHash(before))
        expect(restore.patch.puts.length + restore.patch.deletes.length).toBe(there.things.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('words', () => {
  const plan = smallPlan()
  it.each([
    ['ownerId', 'mira', 'Mira Kowalski'],
    ['ownerId', null, 'none'],
    ['ownerId', 'nobody', 'something that is gone (nobody)'],
    ['dueOn', '2026-12-18', 'Dec 18, 2026'],
    ['note', '', 'empty'],
    ['serves', [{ keyResultId: 'k1', share: 0.5 }], 'Response 50 %'],
    ['parent', { kind: 'objective', id: 'o1' }, 'Rave'],
    ['tasks', [{ id: 't', title: 'Ask', done: true }], 'Ask (done)'],
    ['metric', { type: 'decrease', unit: 'min', baseline: 14, target: 5 }, '14 → 5 min'],
    ['title', 'x'.repeat(400), `${'x'.repeat(299)}…`],
    ['startOn+dueOn', { startOn: '2026-10-01', dueOn: null }, 'Start: Oct 1, 2026, Due: none'],
  ])('%s %j', (field, value, words) => {
    expect(valueWords(field, value, [plan])).toBe(words)
  })
  it.each([
    ['ownerId', 'Owner'],
    ['tasks."t1".title', 'Tasks › Title'],
    ['settings.currency', 'Currency'],
    ['stateReason', 'Reason of the state'],
  ])('the field %s is called %s', (field, words) => {
    expect(fieldWords(field)).toBe(words)
  })
  it('shows where two long texts differ', () => {
    const long = 'x'.repeat(900)
    const [a, b] = valuePair('note', `${long}one`, `${long}two`, [plan])
    expect([a, b]).toEqual([`…${'x'.repeat(60)}one`, `…${'x'.repeat(60)}two`])
    expect(valuePair('note', 'one', 'two', [plan])).toEqual(['one', 'two'])
  })
  it('counts with the right noun', () => {
    expect([countWords('keyResult', 1), countWords('person', 2)]).toEqual([
      '1 key result',
      '2 people',
    ])
  })
})
