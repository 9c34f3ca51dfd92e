import { describe, expect, it, vi } from 'vitest'
import { ancestorOf, lineageOf } from '#domain/merge/ancestor.ts'
import { mergePlans, prepareMerge } from '#domain/merge/merge-plans.ts'
import type * as Ladder from '#domain/plan/format-ladder.ts'
import type { Operation } from '#domain/plan/operation.ts'
import type { Patch, Plan } from '#domain/plan/plan.ts'
import { applyPatch, invert } from '#domain/plan/plan.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { planFromRows, upgradeStep } from '#domain/plan/upgrade-plan.ts'
import { NEXT_VERSION, nextStep, olderPlan } from './older-plan.ts'

vi.mock('#domain/plan/thing.ts', async (original) => ({
  ...(await original<object>()),
  PLAN_VERSION: 2,
}))
vi.mock('#domain/plan/format-ladder.ts', async (original) => {
  const real = await original<typeof Ladder>()
  const upgradeRow = (row: unknown, version: number) => real.upgradeRow(row, version, [nextStep])
  return { ...real, upgradeRow }
})

const AT = '2026-11-22T13:00:00.000Z'
type Life = { readonly plan: Plan; readonly operations: readonly Operation[] }

const OLD = olderPlan()
/** The rows after the second step: without what the third one brought. */
const SENT = OLD.rows.filter(({ id }) => id !== 'cleo' && id !== 't2')
const SENT_HASH = OLD.operations[1]?.hash ?? ''

const climbed = (operations: readonly Operation[] = OLD.operations): Life => {
  const { plan, operation } = upgradeStep(OLD.head, OLD.rows, AT)
  return { plan, operations: [...operations, operation] }
}

function then({ plan, operations }: Life, patch: Patch): Life {
  const after = applyPatch(plan, patch)
  const seq = operations.length + 1
  const step: Operation = {
    ...{ planId: OLD.head.planId, seq, at: AT, name: `Step ${String(seq)}`, type: 'do', of: null },
    ...{ patch, inverse: invert(plan, patch), hash: stateHash(after), version: NEXT_VERSION },
  }
  return { plan: after, operations: [...operations, step] }
}

const changed = (life: Life, id: string, changes: object): Life => {
  const person = life.plan.person.get(id)
  return then(life, { puts: [{ ...person, ...changes } as Thing], deletes: [] })
}
const people = (plan: Plan | null) =>
  plan && [...plan.person.values()].map(({ name, role }) => `${name}: ${role}`)

const today = changed(climbed(), 'ada', { role: 'Lead' })
const common = ({ plan, operations }: Life, ...lineage: readonly string[]) =>
  ancestorOf(plan, operations, new Set(lineage))

describe('the state that two copies have in common lies before a climb', () => {
  it('and is found under its hash of then, in the form of today', () => {
    expect(people(common(today, SENT_HASH))).toEqual(['Person ada: Member', 'Person ben: Member'])
    expect(people(common(today, OLD.head.hash))).toHaveLength(3)
    expect(common(today, SENT_HASH)?.theme.size).toBe(0)
  })

  it('and is found by whoever opened the file of then in a newer Roadbook, both ways round', () => {
    const opened = planFromRows(SENT, 1)
    const found = common(today, stateHash(opened))
    expect(found && stateHash(found)).toBe(stateHash(opened))
    const puts = [...opened.person.values(), opened.meta]
    const born = then({ plan: opened, operations: [] }, { puts, deletes: [] })
    const theirs = changed(born, 'ben', { role: 'Guest' })
    expect(people(common(theirs, ...lineageOf(today.operations)))).toEqual(people(opened))
  })

  it('and the merge over it asks nothing that only one side changed', () => {
    const rows = SENT.map((row) => (row.id === 'ben' ? { ...row, name: 'Benedict' } : row))
    const theirs = planFromRows(rows, 1)
    const base = common(today, 'f'.repeat(32), SENT_HASH)
    const merge = mergePlans(prepareMerge(base, today.plan, theirs), new Map())
    expect(merge.conflicts).toEqual([])
    expect(merge.state === 'done' && people(merge.plan)?.sort()).toEqual([
      'Benedict: Member',
      'Person ada: Lead',
      'Person cleo: Member',
    ])
  })

  it('but is not made up where a step of then does not add up or is missing', () => {
    const [first, second, third] = OLD.operations
    if (!first || !second || !third) throw new Error('three steps')
    const torn = { ...third, patch: { puts: third.patch.puts.slice(1), deletes: [] } }
    for (const operations of [
      [first, second, torn],
      [first, third],
    ]) {
      const life = climbed(operations)
      expect(common(life, SENT_HASH)).toBeNull()
      expect(common(life, OLD.head.hash)).not.toBeNull()
    }
  })
})
