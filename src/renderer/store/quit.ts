import { thingsOf } from '#domain/plan/plan.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import { bridge } from '#bridge/bridge.ts'
import { flushDrafts } from './drafts.ts'
import { emptyTrash } from './plan-life.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { closeDialog, openDialog } from './ui-store.ts'
import { flush, usePlan } from './working-copy.ts'

/** How long quitting waits for pending saves before it asks. */
const SAVED_WITHIN_MS = 5_000

/**
 * Answers main's wish to quit: everything saved, a snapshot written, deleted plans moved to the trash, then
 * yes. What is not saved in time keeps the app open and asks in the dialog `unsaved-quit`.
 */
export async function answerQuit(): Promise<void> {
  await flushDrafts()
  if (!(await flush(SAVED_WITHIN_MS))) {
    const { detail } = usePlan.getState().save
    openDialog({ type: 'unsaved-quit', detail })
    await bridge().windowQuit({ goOn: false })
    return
  }
  await finish()
}

/** Quits although something is not saved; the person was asked. */
export async function quitAnyway(): Promise<void> {
  closeDialog()
  await bridge().windowQuit({ goOn: true })
}

/** Stays, after the dialog `unsaved-quit`. */
export function stayOpen(): void {
  closeDialog()
}

async function finish(): Promise<void> {
  // A snapshot or a move to the trash that fails now is made up for at the next start; nothing is lost.
  await Promise.allSettled([snapshotOpenPlan()])
  await Promise.allSettled([emptyTrash()])
  await bridge().windowQuit({ goOn: true })
}

/** Main makes it from the disk; where it cannot, the rows in memory will do. One that is valid is enough. */
async function snapshotOpenPlan(): Promise<void> {
  const { phase, plan, head } = usePlan.getState()
  if (phase !== 'ready' || !plan || !head) return
  const latest = await bridge().snapshotLatest({ planId: head.planId })
  if (latest.ok && latest.snapshot?.seq === head.seq && latest.snapshot.state === 'valid') return
  if ((await takeSnapshot('quit')).ok) return
  const things = [...thingsOf(plan)]
  await bridge().snapshotWrite({
    head,
    reason: 'quit',
    things: canonicalJson(things),
    count: things.length,
  })
}
