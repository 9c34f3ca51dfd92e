import type { Operation } from '../plan/operation.ts'
import type { Patch } from '../plan/plan.ts'
import { combineHash, rowHash } from '../plan/state-hash.ts'
import { PLAN_VERSION } from '../plan/thing.ts'
import { UPGRADE_GROUP, upgradePatch } from '../plan/upgrade-plan.ts'

/**
 * What the state after each step hashes to in today's form. The rows of a step of an older form climb by
 * themselves, and so does the difference that it made. Null for states that are not known in this form: those
 * behind a gap, behind a step whose rows do not add up to its hash, or under a newest step that has not
 * climbed itself. `operations` are in order, oldest first.
 */
export function hashesToday(operations: readonly Operation[]): readonly (string | null)[] {
  const hashes: (string | null)[] = operations.map(({ version, hash }) =>
    version === PLAN_VERSION ? hash : null,
  )
  // As today's form has the state, and as its own step had it.
  let today = hashes.at(-1) ?? null
  for (let at = operations.length - 1; at > 0 && today !== null; at -= 1) {
    const [step, earlier] = [operations[at], operations[at - 1]]
    if (!step || earlier?.seq !== step.seq - 1) break
    if (earlier.version !== PLAN_VERSION && step.group !== UPGRADE_GROUP) {
      if (swapped(earlier.hash, step) !== step.hash) break
      today = climbedBack(today, step)
    }
    hashes[at - 1] ??= today
    today = hashes[at - 1] ?? null
  }
  return hashes
}

/** A patch and its inverse hold every row that came and every row that went. */
function swapped(hash: string, { patch, inverse }: Pick<Operation, 'patch' | 'inverse'>): string {
  return [...patch.puts, ...inverse.puts].reduce((sum, row) => combineHash(sum, rowHash(row)), hash)
}

function climbedBack(hash: string, { patch, inverse, version }: Operation): string | null {
  try {
    return swapped(hash, {
      patch: upgradePatch(patch, version),
      inverse: upgradePatch(inverse, version),
    })
  } catch {
    return null
  }
}

/** What a step took away, in the words of today; null when it does not climb. */
export function inverseToday({ inverse, version }: Operation): Patch | null {
  try {
    return upgradePatch(inverse, version)
  } catch {
    return null
  }
}
