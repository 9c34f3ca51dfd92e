import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runCommand } from '#domain/plan/commands.ts'
import {
  countingContext,
  planWithWorkshop,
  smallPlan,
  stepSeedArbitrary,
} from '#domain/plan/plan-arbitrary.ts'
import type { Patch, Plan } from '#domain/plan/plan.ts'
import { applyPatch, invert, thingsOf } from '#domain/plan/plan.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import { isLong, record, seed } from '../main/record.ts'
import { LARGE, nextStep } from './story.ts'

const SEQUENCES = isLong ? 20_000 : 1_000
const MOST = 60

/** Every row as text, in order: two plans with the same text are the same. */
const textOf = (plan: Plan) =>
  [...thingsOf(plan)]
    .map((thing) => JSON.stringify(thing, Object.keys(thing).sort()))
    .sort()
    .join('\n')

/** P11: n undos lead to the start, n redos to the end, whatever the steps were. */
it(`${String(SEQUENCES)} sequences of up to ${String(MOST)} steps are undone and redone exactly`, () => {
  let [tried, steps] = [0, 0]
  const met = new Map<string, number>(LARGE.map((large) => [large, 0]))
  let lost = 1
  try {
    fc.assert(
      fc.property(
        fc.array(stepSeedArbitrary, { minLength: 1, maxLength: MOST, size: 'max' }),
        fc.boolean(),
        (seeds, inWorkshop) => {
          const context = countingContext()
          const start = inWorkshop ? planWithWorkshop(context) : smallPlan()
          const states: Plan[] = [start]
          const done: { readonly patch: Patch; readonly inverse: Patch }[] = []
          let plan = start
          for (const one of seeds) {
            const { step, large } = nextStep(plan, states, one, context)
            const result = runCommand(plan, step.id, step.input, context)
            if (!result.ok) continue
            if (large) met.set(large, (met.get(large) ?? 0) + 1)
            done.push({ patch: result.patch, inverse: invert(plan, result.patch) })
            plan = applyPatch(plan, result.patch)
            states.push(plan)
          }
          const [first, last] = [textOf(start), textOf(plan)]
          const end = stateHash(plan)
          for (let at = done.length - 1; at >= 0; at -= 1)
            plan = applyPatch(plan, done[at]?.inverse ?? { puts: [], deletes: [] })
          expect([stateHash(plan), textOf(plan) === first]).toEqual([stateHash(start), true])
          for (const { patch } of done) plan = applyPatch(plan, patch)
          expect([stateHash(plan), textOf(plan) === last]).toEqual([end, true])
          tried += 1
          steps += done.length
        },
      ),
      { numRuns: SEQUENCES, seed },
    )
    lost = 0
  } finally {
    const larges = [...met].map(([large, times]) => `${large} ${String(times)}`).join(', ')
    record({
      ...{ promise: 'P11', what: `sequences (${String(steps)} steps: ${larges})`, seed },
      ...{ counts: 'sequences', tried: tried + lost, survived: tried, lost },
    })
  }
  for (const [large, times] of met) expect([large, times > SEQUENCES / 10]).toEqual([large, true])
}, 3_600_000)
