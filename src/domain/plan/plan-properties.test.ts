import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMANDS, runCommand } from './commands.ts'
import { integrityProblems } from './integrity.ts'
import { stepOf } from './arbitrary-step.ts'
import {
  afterStep,
  ARBITRARY_TODAY,
  countingContext,
  planArbitrary,
  planWithWorkshop,
  smallPlan,
  stepSeedArbitrary,
} from './plan-arbitrary.ts'
import type { PlanIndex } from './plan-index.ts'
import { buildIndex, updateIndex } from './plan-index.ts'
import type { Patch, Plan } from './plan.ts'
import { applyPatch, invert, planFromThings, thingsOf } from './plan.ts'
import { hashAfter, stateHash } from './state-hash.ts'
import { thingSchema } from './thing.ts'

const seedsArbitrary = fc.array(stepSeedArbitrary, { minLength: 1, maxLength: 40, size: 'max' })

/** An index as plain values: maps sorted by key. */
function plain(index: PlanIndex) {
  return Object.fromEntries(
    Object.entries(index).map(([name, lists]) => [
      name,
      lists instanceof Map ? [...lists].sort(([a], [b]) => (a < b ? -1 : 1)) : lists,
    ]),
  )
}

describe('random commands on random plans', () => {
  it('keep the plan whole, write valid rows, invert, and leave the old plan alone', () => {
    fc.assert(
      fc.property(seedsArbitrary, (seeds) => {
        const context = countingContext()
        let plan = smallPlan()
        for (const seed of seeds) {
          const step = stepOf(plan, seed, context)
          const hash = stateHash(plan)
          const result = runCommand(plan, step.id, step.input, context)
          expect(stateHash(plan)).toBe(hash)
          if (!result.ok) {
            expect(result.message).toMatch(/\.$/)
            continue
          }
          expect(result.name).not.toBe('')
          const { patch } = result
          for (const thing of patch.puts) expect(thingSchema.parse(thing)).toEqual(thing)
          const after = applyPatch(plan, patch)
          expect(integrityProblems(after)).toEqual([])
          expect(hashAfter(hash, plan, patch)).toBe(stateHash(after))
          const back = applyPatch(after, invert(plan, patch))
          expect(stateHash(back)).toBe(hash)
          plan = after
        }
      }),
      { numRuns: 60 },
    )
  })

  it('undone one by one lead back to where they began, and redone to where they ended', () => {
    fc.assert(
      fc.property(seedsArbitrary, (seeds) => {
        const context = countingContext()
        const start = smallPlan()
        const done: { readonly patch: Patch; readonly inverse: Patch }[] = []
        let plan: Plan = start
        for (const seed of seeds) {
          const step = stepOf(plan, seed, context)
          const result = runCommand(plan, step.id, step.input, context)
          if (!result.ok) continue
          done.push({ patch: result.patch, inverse: invert(plan, result.patch) })
          plan = applyPatch(plan, result.patch)
        }
        const end = stateHash(plan)
        for (const { inverse } of [...done].reverse()) plan = applyPatch(plan, inverse)
        expect(stateHash(plan)).toBe(stateHash(start))
        expect([...thingsOf(plan)].length).toBe([...thingsOf(start)].length)
        for (const { patch } of done) plan = applyPatch(plan, patch)
        expect(stateHash(plan)).toBe(end)
      }),
      { numRuns: 40 },
    )
  })

  it('keep the incremental index equal to a rebuilt one, through undo as well', () => {
    fc.assert(
      fc.property(seedsArbitrary, (seeds) => {
        const context = countingContext()
        let plan = smallPlan()
        let index = buildIndex(plan)
        // Nobody looks at this one before its end: its lists are not made on the way.
        let unseen = buildIndex(plan)
        const step = (patch: Patch) => {
          const after = applyPatch(plan, patch)
          index = updateIndex(index, plan, after, patch)
          unseen = updateIndex(unseen, plan, after, patch)
          plan = after
          expect(plain(index)).toEqual(plain(buildIndex(plan)))
        }
        for (const seed of seeds) {
          const { id, input } = stepOf(plan, seed, context)
          const result = runCommand(plan, id, input, context)
          if (!result.ok) continue
          const inverse = invert(plan, result.patch)
          step(result.patch)
          if (seed.command % 3 === 0) step(inverse)
        }
        expect(plain(unseen)).toEqual(plain(index))
      }),
      { numRuns: 40 },
    )
  })

  it('does nothing when done twice: an update to what is already so is an empty patch', () => {
    fc.assert(
      fc.property(
        fc.array(stepSeedArbitrary, { maxLength: 20 }),
        stepSeedArbitrary,
        (before, seed) => {
          const context = countingContext()
          let plan = smallPlan()
          for (const one of before) plan = afterStep(plan, stepOf(plan, one, context), context)
          const step = stepOf(plan, seed, context)
          const isIdempotent = /\.(update|drop|restore|reorder|setState|move)$/.test(step.id)
          const first = runCommand(plan, step.id, step.input, context)
          if (!isIdempotent || !first.ok) return
          const after = applyPatch(plan, first.patch)
          const again = runCommand(after, step.id, step.input, context)
          if (again.ok) expect(again.patch).toEqual({ puts: [], deletes: [] })
          else expect(step.id).toBe('cycle.setState')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('reach every command of the registry', () => {
    const accepted = new Set<string>()
    const context = countingContext()
    const ids = Object.keys(COMMANDS).sort()
    const rooms = [...new Set(ids.map((id) => id.split('.')[0] ?? ''))]
    // Two of three steps come from one room of commands: deep states such as a vote are met that way.
    for (const [run, seeds] of fc.sample(seedsArbitrary, { numRuns: 800, seed: 7 }).entries()) {
      const room = ids.filter((id) => id.startsWith(`${rooms[run % rooms.length] ?? ''}.`))
      let plan = run % 2 === 0 ? planWithWorkshop(context) : smallPlan()
      for (const [at, seed] of seeds.entries()) {
        const own = ids.indexOf(room[seed.command % room.length] ?? '')
        const step = stepOf(plan, at % 3 === 0 ? seed : { ...seed, command: own }, context)
        const result = runCommand(plan, step.id, step.input, context)
        if (!result.ok) continue
        accepted.add(step.id)
        plan = applyPatch(plan, result.patch)
      }
    }
    expect([...accepted].sort()).toEqual(Object.keys(COMMANDS).sort())
  })
})

describe('random plans', () => {
  it('are whole and survive JSON', () => {
    fc.assert(
      fc.property(planArbitrary({ steps: 30 }), (plan) => {
        expect(integrityProblems(plan)).toEqual([])
        const things = JSON.parse(JSON.stringify([...thingsOf(plan)])) as unknown[]
        const read = planFromThings(things.map((thing) => thingSchema.parse(thing)))
        expect(stateHash(read)).toBe(stateHash(plan))
      }),
      { numRuns: 40 },
    )
  })

  it('take input of any shape without throwing', () => {
    const plan = smallPlan()
    const context = countingContext(ARBITRARY_TODAY)
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(COMMANDS)), fc.anything(), (id, input) => {
        const result = runCommand(plan, id as 'plan.update', input as never, context)
        if (!result.ok) expect(result.message).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
