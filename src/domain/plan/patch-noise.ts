import type { Patch, Plan } from './plan.ts'
import { thingAt } from './plan.ts'
import { canonicalJson } from './state-hash.ts'

/** The patch without rows that are already so and without deletes of what is not there: nothing is no step. */
export function withoutNoise(plan: Plan, patch: Patch): Patch {
  const isNew = (thing: Patch['puts'][number]) => {
    const before = thingAt(plan, thing)
    return before !== thing && (!before || canonicalJson(before) !== canonicalJson(thing))
  }
  return {
    puts: patch.puts.filter(isNew),
    deletes: patch.deletes.filter((ref) => thingAt(plan, ref)),
  }
}
