import type { CommandResult } from '#domain/plan/command.ts'
import {
  ancestorOf,
  LINEAGE_KEPT,
  lineageOf,
  mergeGroup,
  olderSteps,
} from '#domain/merge/ancestor.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { attached, STORED_WITHIN_MS } from './plan-session.ts'
import { run } from './run-command.ts'
import { pinnedCopy } from './snapshots.ts'
import { noteLargeDelete } from './take-snapshot.ts'
import { flush, undoHistory, usePlan } from './working-copy.ts'

/** The states that the open plan went through, for a file that somebody may send back. */
export async function planLineage(): Promise<readonly string[]> {
  const { head } = usePlan.getState()
  const repository = attached()
  if (!head || !repository) return []
  const newest = await repository.recent(head.planId, head.seq, LINEAGE_KEPT)
  const [birth] = await repository.recent(head.planId, 1, 1)
  const merged = undoHistory().undo.flatMap(({ group }) => group ?? [])
  const older = await repository.hashesAt(head.planId, olderSteps(head.seq))
  const operations = birth && newest[0]?.seq !== birth.seq ? [birth, ...newest] : newest
  // The present state comes first, even where the database is a step behind.
  return [...new Set([head.hash, ...lineageOf(operations, merged, older)])]
}

/** The newest state that the open plan and a file have in common; null when it is not known any more. */
export async function commonState(lineage: readonly string[]): Promise<Plan | null> {
  await flush(STORED_WITHIN_MS)
  const { plan, head } = usePlan.getState()
  const repository = attached()
  if (!plan || !head || !repository || lineage.length === 0) return null
  const known = new Set(lineage)
  for (let most = 1_000; ; most *= 4) {
    const operations = await repository.recent(head.planId, head.seq, most)
    if (operations.at(-1)?.hash !== head.hash) return null
    const found = ancestorOf(plan, operations, known)
    if (found || operations.length < most) return found
  }
}

/**
 * Puts a merged state in the place of the open plan as one step that can be undone. `mergedHash` is the
 * state that came in, so that later files of both sides know that it is part of this plan.
 */
export async function writeMerge(
  merged: Plan,
  mergedHash: string,
  name: string,
): Promise<CommandResult> {
  const refusal = await pinnedCopy('before-merge')
  if (refusal) return refusal
  const things = [...thingsOf(merged)]
  const before = usePlan.getState().plan
  const result = run('plan.replaceThings', { things, name }, { group: mergeGroup(mergedHash) })
  if (result.ok) noteLargeDelete(before)
  return result
}
