import type { Operation } from '../plan/operation.ts'
import type { Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'
import { refKey } from '../plan/reference.ts'
import { stateHash } from '../plan/state-hash.ts'
import type { Thing } from '../plan/thing.ts'
import { hashesToday, inverseToday } from './older-forms.ts'

/** Newest states that a file names, so that its reader finds the one that both had. */
export const LINEAGE_KEPT = 1_000
/** Behind those it names every 64th state, as many again: 64,000 more steps back. */
const STRIDE = 64

/**
 * The steps behind the newest ones whose states a file names as well. A common state that is up to 63 steps
 * older than the newest one serves as well: what both sides did alike since then is no conflict.
 */
export function olderSteps(headSeq: number): readonly number[] {
  const steps: number[] = []
  const newest = Math.floor((headSeq - LINEAGE_KEPT) / STRIDE) * STRIDE
  for (let seq = newest; seq > 0 && steps.length < LINEAGE_KEPT; seq -= STRIDE) steps.push(seq)
  return steps
}

const MERGE_GROUP = 'merge-'

/** The group of a merge's step: it names the state that was merged in, and so becomes part of the lineage. */
export function mergeGroup(hash: string): string {
  return `${MERGE_GROUP}${hash}`
}

/**
 * The states that a plan went through, as state hashes, newest first: what a file carries. A state hash
 * depends on the rows alone, so the first step of a copy in another app has the hash of the state it was
 * copied from. States that were merged in count as gone through, because the plan holds what they held.
 * `older` are the states after `olderSteps`.
 */
export function lineageOf(
  operations: readonly Operation[],
  merged: readonly string[] = [],
  older: readonly string[] = [],
): readonly string[] {
  const hashes = new Set<string>()
  const newest = operations.slice(-LINEAGE_KEPT)
  for (const { hash } of newest.toReversed()) hashes.add(hash)
  // A copy that was made by a newer Roadbook knows an older state by what it is in the newer form.
  for (const hash of hashesToday(newest)) if (hash !== null) hashes.add(hash)
  for (const hash of older) hashes.add(hash)
  for (const group of merged)
    if (group.startsWith(MERGE_GROUP)) hashes.add(group.slice(MERGE_GROUP.length))
  const birth = operations[0]
  if (birth?.seq === 1) hashes.add(birth.hash)
  return [...hashes]
}

/**
 * The newest state of this plan that another lineage names as well; null when there is none in the known
 * history. `operations` are the newest ones without gaps, oldest first, the last one leading to `plan`. A
 * state of an older form is found under the hash of then or of now and given in today's form.
 */
export function ancestorOf(
  plan: Plan,
  operations: readonly Operation[],
  lineage: ReadonlySet<string>,
): Plan | null {
  const today = hashesToday(operations)
  const from = operations.findLastIndex(
    ({ hash }, at) => lineage.has(hash) || lineage.has(today[at] ?? ''),
  )
  const wanted = today[from] ?? null
  if (wanted === null) return null
  // Walking back, the word of the oldest step about a row is the last one.
  const words = new Map<string, { readonly ref: Ref; readonly thing: Thing | null }>()
  for (const step of operations.slice(from + 1).reverse()) {
    const inverse = inverseToday(step)
    if (!inverse) return null
    for (const ref of inverse.deletes) words.set(refKey(ref), { ref, thing: null })
    for (const thing of inverse.puts) words.set(refKey(thing), { ref: thing, thing })
  }
  const back = applyPatch(plan, {
    puts: [...words.values()].flatMap(({ thing }) => thing ?? []),
    deletes: [...words.values()].flatMap(({ ref, thing }) =>
      thing ? [] : [{ kind: ref.kind, id: ref.id }],
    ),
  })
  return stateHash(back) === wanted ? back : null
}
