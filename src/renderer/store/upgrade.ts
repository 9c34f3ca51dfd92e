import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { countThings } from '#domain/plan/plan.ts'
import { bridge } from '#bridge/bridge.ts'
import type { LoadedPlan, Repository } from '#data/repository.ts'
import { headAfter } from '#data/repository.ts'
import { snapshotOf } from './take-snapshot.ts'

type Upgraded = {
  readonly plan: Plan
  readonly head: Head
  /** Why the plan may only be looked at: then the disk holds what it held before. */
  readonly reason: string | null
}

/**
 * Brings a plan of an older form into today's, as one step of its own: a pinned copy of the old form first,
 * then one strict transaction, then rows and hash are read back and compared, then the journal. Where any of
 * it fails the plan is shown in today's form and not changed.
 */
export async function upgradePlan(
  found: Repository,
  { plan, head }: LoadedPlan,
  step: Operation,
): Promise<Upgraded> {
  const stays = (reason: string): Upgraded => ({ plan, head, reason })
  // However much smaller than its last copy the plan is: this one is needed.
  const options = { pinned: true, confirmedShrink: true }
  const copy = await snapshotOf(head.planId, 'before-migration', options)
  if (!copy.ok)
    return stays(`${NEEDS_FORM} no safety copy could be made first: ${copy.message} ${KEPT}`)
  if (copy.snapshot.seq !== head.seq || copy.snapshot.state !== 'valid')
    return stays(`${NEEDS_FORM} its safety copy is not sound. ${KEPT}`)
  try {
    await found.write(head, [step])
  } catch {
    return stays(`${NEEDS_FORM} the database did not take it. ${KEPT}`)
  }
  const back = await found.load(head.planId)
  if (back?.head.hash !== step.hash || countThings(back.plan) !== countThings(plan))
    return stays(
      'This plan was brought into a new form and came back different. Nothing more is changed; the copy from before is in the list of snapshots.',
    )
  const kept = await bridge()
    .journalAppend({ operations: [step] })
    .catch(() => null)
  const after = { plan: back.plan, head: headAfter([step]) }
  // The database is one step ahead; the next opening completes the journal.
  if (!kept?.ok)
    return { ...after, reason: 'The safety copy of this plan could not be written. Open it again.' }
  return { ...after, reason: null }
}

const NEEDS_FORM = 'This Roadbook has to bring this plan into a new form, and'
const KEPT = 'Nothing was changed. Open it again when that is put right.'
