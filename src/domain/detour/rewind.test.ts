import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../plan/commands.ts'
import { applyPatch, invert, planFromThings } from '../plan/plan.ts'
import type { Patch } from '../plan/plan.ts'
import { stateHash } from '../plan/state-hash.ts'
import { samplePlan } from '../sample/sample-plan.ts'
import { rewind } from './rewind.ts'

let count = 0
const newId = () => `n${String((count += 1))}`
const context = { today: '2026-11-16', now: '2026-11-16T08:00:00.000Z', newId }

describe('the plan as it stood', () => {
  it('is exactly the plan from before, however many steps one goes back', () => {
    const first = planFromThings(samplePlan(context))
    const ids = [...first.keyResult.keys()]
    const step = fc.record({ at: fc.nat(), dueOn: fc.constantFrom('2026-12-01', '2026-12-11') })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), (steps, back) => {
        const plans = [first]
        const operations: { inverse: Patch }[] = []
        let plan = first
        for (const { at, dueOn } of steps) {
          const id = ids[at % ids.length] ?? ''
          const result = runCommand(plan, 'keyResult.move', { id, dueOn }, context)
          if (!result.ok) continue
          operations.push({ inverse: invert(plan, result.patch) })
          plan = applyPatch(plan, result.patch)
          plans.push(plan)
        }
        const to = back % plans.length
        const then = rewind(plan, operations.slice(to))
        expect(then && stateHash(then)).toBe(stateHash(plans[to] ?? first))
      }),
      { numRuns: 30 },
    )
  })

  it('is nothing before there was a plan', () => {
    const plan = planFromThings(samplePlan(context))
    const inverse: Patch = { puts: [], deletes: [{ kind: 'plan', id: plan.meta.id }] }
    expect(rewind(plan, [{ inverse }])).toBeNull()
    expect(rewind(plan, [])).toBe(plan)
  })
})
