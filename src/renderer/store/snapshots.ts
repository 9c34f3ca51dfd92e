import { z } from 'zod'
import type { CommandResult, Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { EMPTY_HASH, combineHash, rowHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { planFromRows } from '#domain/plan/upgrade-plan.ts'
import { bridge } from '#bridge/bridge.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import { run } from './run-command.ts'
import { isMuchSmaller, takeSnapshot } from './take-snapshot.ts'
import { usePlan } from './working-copy.ts'

/** The copy that stays for 90 days before something large happens; without it nothing happens. */
export async function pinnedCopy(
  reason: 'before-import' | 'before-restore' | 'before-merge',
): Promise<Refusal | null> {
  const taken = await takeSnapshot(reason, { pinned: true })
  return taken.ok
    ? null
    : refuse('', `No safety copy could be made first: ${taken.message} Nothing was changed.`)
}

/** All snapshots of the open plan, the newest first. */
export async function listSnapshots(
  planId: Id,
): Promise<{ readonly ok: true; readonly snapshots: readonly SnapshotSummary[] } | Refusal> {
  try {
    const answer = await bridge().snapshotList({ planId })
    return answer.ok ? answer : refuse('', answer.message)
  } catch {
    return refuse('', 'The main process did not answer.')
  }
}

/** The state that a snapshot holds, checked row by row and against its hash. */
export async function readSnapshot({
  planId,
  id,
}: Pick<SnapshotSummary, 'planId' | 'id'>): Promise<
  { readonly ok: true; readonly plan: Plan } | Refusal
> {
  try {
    const answer = await bridge().snapshotRead({ planId, id })
    if (!answer.ok) return refuse('', answer.message)
    if (answer.head.version > PLAN_VERSION)
      return refuse(
        '',
        'This snapshot was written by a newer Roadbook. Update Roadbook to look at it.',
      )
    const rows = z.array(z.looseObject({})).parse(JSON.parse(answer.things)) as unknown as Thing[]
    // The hash is about the rows as they were written; what is shown is what they are today.
    const hash = rows.reduce((sum, row) => combineHash(sum, rowHash(row)), EMPTY_HASH)
    return hash === answer.head.hash
      ? { ok: true, plan: planFromRows(rows, answer.head.version) }
      : refuse('', 'This snapshot does not add up, so it is not shown. Choose another one.')
  } catch {
    return refuse('', 'This snapshot cannot be read. Choose another one.')
  }
}

/**
 * Puts the state of a snapshot in the place of the open plan as one step that can be undone. A pinned copy
 * of today comes first.
 */
export async function restoreState(state: Plan, name: string): Promise<CommandResult> {
  const before = usePlan.getState().plan
  const refusal = await pinnedCopy('before-restore')
  if (refusal) return refusal
  const result = run('plan.replaceThings', { things: [...thingsOf(state)], name })
  // The person saw what goes; a smaller plan is meant and must not look like an accident later.
  if (result.ok && before && isMuchSmaller(before, state))
    await takeSnapshot('after-restore', { confirmedShrink: true })
  return result
}

/** Keeps a snapshot from being thinned out, or lets it go again. */
export async function pinSnapshot(
  { planId, id }: Pick<SnapshotSummary, 'planId' | 'id'>,
  pinned: boolean,
): Promise<Refusal | null> {
  try {
    const answer = await bridge().snapshotPin({ planId, id, pinned })
    return answer.ok ? null : refuse('', answer.message)
  } catch {
    return refuse('', 'The main process did not answer.')
  }
}
