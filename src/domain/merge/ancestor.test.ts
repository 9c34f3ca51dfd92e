import { describe, expect, it } from 'vitest'
import type { Operation } from '../plan/operation.ts'
import { applyPatch, invert, thingsOf } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { countingContext, smallPlan } from '../plan/plan-arbitrary.ts'
import { runCommand } from '../plan/commands.ts'
import { stateHash } from '../plan/state-hash.ts'
import { ancestorOf, lineageOf, mergeGroup } from './ancestor.ts'

const context = countingContext()

type Life = { readonly plan: Plan; readonly operations: readonly Operation[] }

const step = (before: Plan, after: Plan, seq: number, patch: Operation['patch']): Operation => ({
  planId: 'plan',
  seq,
  at: context.now,
  name: `Step ${String(seq)}`,
  type: 'do',
  of: null,
  patch,
  inverse: invert(before, patch),
  hash: stateHash(after),
  version: 1,
})

/** A copy that another app made of a plan: its first step is the whole of it. */
const born = (plan: Plan): Life => ({
  plan,
  operations: [step(plan, plan, 1, { puts: [...thingsOf(plan)], deletes: [] })],
})

function renamed({ plan, operations }: Life, ...titles: readonly string[]): Life {
  return titles.reduce<Life>(
    (life, title) => {
      const input = { id: 'o1', changes: { title } }
      const result = runCommand(life.plan, 'objective.update', input, context)
      if (!result.ok) throw new Error(result.message)
      const after = applyPatch(life.plan, result.patch)
      const next = step(life.plan, after, life.operations.length + 1, result.patch)
      return { plan: after, operations: [...life.operations, next] }
    },
    { plan, operations },
  )
}

const common = (mine: Life, theirs: Life, merged: readonly string[] = []) =>
  ancestorOf(mine.plan, mine.operations, new Set(lineageOf(theirs.operations, merged)))

describe('the state that two copies have in common', () => {
  const start = renamed(born(smallPlan()), 'A', 'B')

  it('is the one that was sent, whichever of the two asks', () => {
    const mine = renamed(start, 'C', 'D')
    const theirs = renamed(born(start.plan), 'X', 'Y', 'Z')
    for (const found of [common(mine, theirs), common(theirs, mine)])
      expect(found && stateHash(found)).toBe(stateHash(start.plan))
    expect(common(mine, born(smallPlan()))).toEqual(smallPlan())
  })

  it('is the present one when only the other went on', () => {
    const theirs = renamed(born(start.plan), 'X')
    expect(common(start, theirs)).toEqual(start.plan)
  })

  it('is what was merged in, for the one who made it', () => {
    const theirs = renamed(born(start.plan), 'X')
    const merge = mergeGroup(stateHash(theirs.plan))
    const mine = renamed(start, 'C', 'merged')
    expect(common(theirs, mine, [merge, 'g12'])).toEqual(theirs.plan)
  })

  it('is not known for strangers, or when the known history does not reach it', () => {
    const stranger = renamed(born(renamed(start, 'other').plan), 'X')
    expect(common(start, stranger)).toBeNull()
    const mine = renamed(start, 'C', 'D')
    const short = { ...mine, operations: mine.operations.slice(-1) }
    expect(common(short, renamed(born(start.plan), 'X'))).toBeNull()
  })

  it('is refused when the way back does not add up', () => {
    const mine = renamed(start, 'C', 'D')
    const broken = mine.operations.map((one) => ({ ...one, inverse: { puts: [], deletes: [] } }))
    expect(common({ ...mine, operations: broken }, born(start.plan))).toBeNull()
  })
})
