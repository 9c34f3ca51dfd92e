import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanFile, writePlanFile } from '#domain/exchange/plan-file.ts'
import { guardFormula, isFormulaLike, unguardFormula } from '#domain/exchange/formula-guard.ts'
import { LIMITS } from '#domain/plan/limits.ts'
import { planFromThings, thingsOf, type Plan } from '#domain/plan/plan.ts'
import {
  afterStep,
  countingContext,
  planArbitrary,
  smallPlan,
} from '#domain/plan/plan-arbitrary.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import { isLong, record, seed } from '../main/record.ts'

const HEADER = { savedAt: '2026-11-22T12:00:00.000Z', app: '0.1.0' }
const PLANS = isLong ? 20_000 : 2_000

function expectSame(plan: Plan): void {
  const text = writePlanFile(thingsOf(plan), HEADER)
  const read = readPlanFile(new TextEncoder().encode(text), 'plan.roadbook')
  expect(read.ok ? '' : read.message).toBe('')
  if (!read.ok) return
  expect(read.warnings).toEqual([])
  expect(stateHash(planFromThings(read.things))).toBe(stateHash(plan))
  expect(writePlanFile(read.things, HEADER)).toBe(text)
}

describe('what is exported comes back as it was', () => {
  it('random plans', () => {
    let tried = 0
    try {
      fc.assert(
        fc.property(planArbitrary({ steps: 40 }), (plan) => {
          expectSame(plan)
          tried += 1
        }),
        { numRuns: PLANS, seed },
      )
    } finally {
      record({
        ...{ promise: 'P16', what: 'random plans out and in again, identical', seed },
        counts: 'plans',
        ...{ tried: PLANS, survived: Math.min(tried, PLANS), lost: Math.max(0, PLANS - tried) },
      })
    }
  }, 3_600_000)

  it('any text that a command takes: the plan stays as it is through its file', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          '\u0000',
          '\u0301',
          'e',
          '\ud800',
          '\u2028',
          '\r',
          '\n',
          '\u202e',
          '\\',
          '"',
          ' ',
          '\ufeff',
        ),
      }),
    )
    fc.assert(
      fc.property(text, text, (title, note) => {
        const context = countingContext()
        let plan = smallPlan(context)
        plan = afterStep(
          plan,
          { id: 'objective.update', input: { id: 'o1', changes: { title, why: note } } },
          context,
        )
        plan = afterStep(plan, { id: 'person.add', input: { name: title, role: note } }, context)
        plan = afterStep(
          plan,
          {
            id: 'keyResult.update',
            input: { id: 'k1', changes: { title, source: note, link: title } },
          },
          context,
        )
        plan = afterStep(
          plan,
          { id: 'initiative.update', input: { id: 'i1', changes: { title, note } } },
          context,
        )
        plan = afterStep(plan, { id: 'task.add', input: { initiativeId: 'i1', title } }, context)
        plan = afterStep(
          plan,
          { id: 'checkIn.add', input: { keyResultId: 'k1', value: 7, confidence: 5, note } },
          context,
        )
        plan = afterStep(
          plan,
          { id: 'journal.add', input: { type: 'win', text: note, about: null } },
          context,
        )
        plan = afterStep(
          plan,
          { id: 'plan.update', input: { changes: { name: title, direction: note } } },
          context,
        )
        expectSame(plan)
      }),
      { numRuns: isLong ? 5_000 : 300, seed },
    )
  }, 3_600_000)

  it('texts at their limits, of the characters that grow most in a file', () => {
    for (const char of ['x', '"', '\\', '\n', '\u007f', '\u202e', 'é', '\ud83d\ude80']) {
      const fill = (length: number) => char.repeat(Math.floor(length / char.length))
      const context = countingContext()
      let plan = smallPlan(context)
      const [title, note] = [`a${fill(LIMITS.title - 2)}b`, `a${fill(LIMITS.note - 2)}b`]
      plan = afterStep(
        plan,
        { id: 'objective.update', input: { id: 'o1', changes: { title, why: note, note } } },
        context,
      )
      for (let at = 0; at < 30; at++)
        plan = afterStep(plan, { id: 'task.add', input: { initiativeId: 'i1', title } }, context)
      expectSame(plan)
    }
  })
})

describe('cells of tables', () => {
  const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20']
  const WRAPS = [
    (text: string) => text,
    (text: string) => ` ${text}`,
    (text: string) => `"${text}"`,
    (text: string) => `'${text}`,
    (text: string) => `${text}\nsecond line`,
    (text: string) => `first line\n${text}`,
    (text: string) => `\u200b${text}`,
    (text: string) => `\u00a0${text}`,
  ]

  it('no guarded cell begins as a formula, and each comes back as it was', () => {
    let tried = 0
    const lost: string[] = []
    for (const trigger of TRIGGERS)
      for (const wrap of WRAPS)
        for (const rest of ['cmd|x', '1+1', 'HYPERLINK("http://x")', '5', '']) {
          const cell = wrap(trigger + rest)
          tried += 1
          const written = guardFormula(cell)
          if (
            isFormulaLike(written) ||
            /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(written) ||
            unguardFormula(written) !== cell
          )
            lost.push(JSON.stringify(cell))
        }
    record({
      ...{ promise: 'P16', what: 'cells that begin like a formula', seed: null },
      ...{ tried, survived: tried - lost.length, lost: lost.length },
    })
    expect(lost).toEqual([])
  })
})
