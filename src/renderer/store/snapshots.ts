import { z } from 'zod'
import type { CommandResult, Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { countThings, planFromThings, thingsOf } from '#domain/plan/plan.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import { thingSchema } from '#domain/plan/thing.ts'
import { bridge } from '#bridge/bridge.ts'
import type { SnapshotReason, SnapshotSummary } from '#shared/ipc-contract.ts'
import { run } from './run-command.ts'
import { flush, usePlan } from './working-copy.ts'

/** How long a snapshot waits for changes that are on their way to the disk. */
const SAVED_WITHIN_MS = 5_000
/** A plan with less than this share of its rows is taken for an accident unless somebody says otherwise. */
const SHRUNK = 0.5

type Taken = { readonly ok: true; readonly snapshot: SnapshotSummary } | Refusal

/** Makes a snapshot of the open plan with every change that was made so far. */
export async function takeSnapshot(
  reason: SnapshotReason,
  options: { readonly pinned?: boolean; readonly confirmedShrink?: boolean } = {},
): Promise<Taken> {
  const { head } = usePlan.getState()
  if (!head) return refuse('', 'No plan is open.')
  if (!(await flush(SAVED_WITHIN_MS)))
    return refuse('', 'The last change is not in the safety copy on disk yet.')
  const { pinned = false, confirmedShrink = false } = options
  try {
    const answer = await bridge().snapshotTake({
      planId: head.planId,
      reason,
      pinned,
      confirmedShrink,
    })
    return answer.ok ? answer : refuse('', answer.message)
  } catch {
    return refuse('', 'The main process did not answer.')
  }
}

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
    const plan = planFromThings(z.array(thingSchema).parse(JSON.parse(answer.things)))
    return stateHash(plan) === answer.head.hash
      ? { ok: true, plan }
      : refuse('', 'This snapshot does not add up, so it is not shown. Choose another one.')
  } catch {
    return refuse('', 'This snapshot cannot be read. Choose another one.')
  }
}

/** True when going from one state to the other takes away more than half of what is there. */
export function isMuchSmaller(before: Plan, after: Plan): boolean {
  return countThings(after) < countThings(before) * SHRUNK
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
