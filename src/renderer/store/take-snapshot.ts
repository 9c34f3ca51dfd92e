import type { Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { countThings } from '#domain/plan/plan.ts'
import { bridge } from '#bridge/bridge.ts'
import type { SnapshotReason, SnapshotSummary } from '#shared/snapshot-summary.ts'
import { flush, usePlan } from './working-copy.ts'

/** How long a snapshot waits for changes that are on their way to the disk. */
const SAVED_WITHIN_MS = 5_000
/** A plan with less than this share of its rows is taken for an accident unless somebody says otherwise. */
const SHRUNK = 0.5
/** A loss of so few rows is an ordinary edit, also in a small plan; main's gate thinks the same. */
const SMALL_LOSS = 10

type Taken = { readonly ok: true; readonly snapshot: SnapshotSummary } | Refusal
type Options = { readonly pinned?: boolean; readonly confirmedShrink?: boolean }

/** Makes a snapshot of the open plan with every change that was made so far. */
export async function takeSnapshot(reason: SnapshotReason, options: Options = {}): Promise<Taken> {
  const { head } = usePlan.getState()
  if (!head) return refuse('', 'No plan is open.')
  if (!(await flush(SAVED_WITHIN_MS)))
    return refuse('', 'The last change is not in the safety copy on disk yet.')
  return snapshotOf(head.planId, reason, options)
}

/** Makes a snapshot of any plan as its journal on disk holds it. */
export async function snapshotOf(
  planId: Id,
  reason: SnapshotReason,
  { pinned = false, confirmedShrink = false }: Options = {},
): Promise<Taken> {
  try {
    const answer = await bridge().snapshotTake({ planId, reason, pinned, confirmedShrink })
    return answer.ok ? answer : refuse('', answer.message)
  } catch {
    return refuse('', 'The main process did not answer.')
  }
}

/** True when going from one state to the other takes away more than half of what is there. */
export function isMuchSmaller(before: Plan, after: Plan): boolean {
  return countThings(after) < countThings(before) * SHRUNK
}

/**
 * To be called after a step of the person's own: one that took away more than half of the plan gets a
 * snapshot that says so, since a much smaller plan would look like an accident to the next one.
 */
export function noteLargeDelete(before: Plan | null): void {
  const { plan } = usePlan.getState()
  if (!before || !plan || !isMuchSmaller(before, plan)) return
  if (countThings(before) - countThings(plan) <= SMALL_LOSS) return
  // Without it the step is kept all the same: database and journal have it.
  void takeSnapshot('after-delete', { confirmedShrink: true })
}
