import type { Head } from '#domain/plan/operation.ts'
import { storedOperationSchema } from '#domain/plan/operation.ts'
import { bridge } from '#bridge/bridge.ts'
import type { Repository } from '#data/repository.ts'

/**
 * Steps that a plan put back from the journal has at once: twice what undo promises, for a burst of typing
 * takes several. They travel and are written before the plan is in view.
 */
export const STEPS_AT_ONCE = 1_000
/** Steps that it has a moment later: what the journal keeps at the least. */
export const STEPS_IN_ALL = 4_000
const CHUNK = 500

/**
 * Brings the history of a plan that was put back from the journal to its length, from the journal, in idle
 * time and piece by piece. An app that ends meanwhile goes on at the next opening. True when steps came in.
 */
export async function completeHistory(
  repository: Repository,
  { planId, seq }: Head,
): Promise<boolean> {
  let hasGrown = false
  for (;;) {
    const first = (await repository.oldest(planId))?.seq ?? seq + 1
    const afterSeq = Math.max(0, seq - STEPS_IN_ALL, first - 1 - CHUNK)
    const most = first - 1 - afterSeq
    if (most <= 0) return hasGrown
    await idle()
    const page = await bridge().journalRead({ planId, afterSeq, most })
    // A journal that begins later has no more to give.
    if (!page.ok) return hasGrown
    const older = page.operations.map((operation) => storedOperationSchema.parse(operation))
    // Large steps come in several pages, and what is put in front must lead up to what is there.
    for (let after = page.next; older.length < most && after !== null;) {
      const next = await bridge().journalRead({
        planId,
        afterSeq: after,
        most: most - older.length,
      })
      if (!next.ok || next.operations.length === 0) return hasGrown
      older.push(...next.operations.map((operation) => storedOperationSchema.parse(operation)))
      after = next.next
    }
    if (!(await repository.addOlder(planId, older))) return hasGrown
    hasGrown = true
  }
}

function idle(): Promise<void> {
  if (typeof requestIdleCallback === 'undefined') return Promise.resolve()
  return new Promise((resolve) => {
    requestIdleCallback(() => {
      resolve()
    })
  })
}
