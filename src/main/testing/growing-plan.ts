import type { Operation } from '#domain/plan/operation.ts'
import type { Patch, Plan } from '#domain/plan/plan.ts'
import { applyPatch, invert, planFromThings } from '#domain/plan/plan.ts'
import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import { EMPTY_HASH, hashAfter } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'

const AT = '2026-11-22T12:00:00.000Z'

/** Makes operations of a real plan one after the other, with state hashes that are right. For tests. */
export type GrowingPlan = {
  readonly plan: () => Plan | null
  readonly seq: () => number
  readonly hash: () => string
  /** The next operation: renames the plan and adds a person. */
  readonly next: (note?: string) => Operation
  readonly some: (count: number, note?: string) => readonly Operation[]
  /** Operations that only rename the plan: quick, however many. */
  readonly renames: (count: number, note?: string) => readonly Operation[]
  readonly step: (patch: Patch, type?: Operation['type']) => Operation
}

export function person(id: string, note = ''): Thing {
  return {
    kind: 'person',
    id,
    name: `Person ${id}`,
    initials: 'P',
    hue: 'blue',
    role: note,
    daysPerWeek: 5,
    daysOff: [],
    order: 'a0',
  }
}

export function growingPlan(planId: string): GrowingPlan {
  let plan: Plan | null = null
  let [seq, hash] = [0, EMPTY_HASH]
  const meta = (name: string): Thing => ({
    kind: 'plan',
    id: planId,
    name,
    direction: '',
    settings: DEFAULT_SETTINGS,
    createdAt: AT,
  })

  const step = (patch: Patch, type: Operation['type'] = 'do'): Operation => {
    hash = hashAfter(hash, plan, patch)
    const inverse = plan
      ? invert(plan, patch)
      : { puts: [], deletes: [{ kind: 'plan', id: planId }] }
    plan = plan ? applyPatch(plan, patch) : planFromThings(patch.puts)
    seq += 1
    const of = type === 'do' ? null : Math.max(1, seq - 1)
    return {
      ...{ planId, seq, at: AT, name: `Step ${String(seq)}`, type, of, patch, hash, version: 1 },
      inverse: inverse as Patch,
    }
  }
  const next = (note = '') =>
    step({
      puts: [meta(`Plan at step ${String(seq + 1)}`), person(`n${String(seq + 1)}`, note)],
      deletes: [],
    })
  return {
    plan: () => plan,
    seq: () => seq,
    hash: () => hash,
    next,
    renames: (count, note = '') =>
      Array.from({ length: count }, () =>
        step({ puts: [meta(`Plan at step ${String(seq + 1)} ${note}`)], deletes: [] }),
      ),
    some: (count, note) => Array.from({ length: count }, () => next(note)),
    step,
  }
}
