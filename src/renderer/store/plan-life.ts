import { cutText } from '#domain/exchange/clean-text.ts'
import type { Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { bridge } from '#bridge/bridge.ts'
import { now } from '#lib/clock.ts'
import { newId } from '#lib/ids.ts'
import { headOnDisk, load, verdictOn } from './load-plan.ts'
import { create, renameClosed } from './make-plan.ts'
import { openPlan } from './open-plan.ts'
import { asPlan } from './plan-copy.ts'
import { usePlans } from './plan-list.ts'
import {
  actInTurn,
  attached,
  inBackground,
  inTurn,
  leave,
  NOT_SAFE,
  notKept,
  OTHER_WRITER,
  refreshPlans,
  STORED_WITHIN_MS,
  windowObstacle,
} from './plan-session.ts'
import type { PlanOutcome } from './plan-session.ts'
import { rebuild } from './reconcile.ts'
import { run } from './run-command.ts'
import { snapshotOf } from './take-snapshot.ts'
import { dismissToast, toast } from './ui-store.ts'
import {
  flush,
  refusedOperations,
  showNoPlan,
  showSaveState,
  stopChanges,
  tryAgain,
  usePlan,
} from './working-copy.ts'

/** Leaves the open plan; the list of plans is what remains to show. */
export function closePlan(): Promise<PlanOutcome> {
  return actInTurn(async () => {
    const planId = usePlan.getState().plan?.meta.id ?? ''
    if (!(await leave())) return refuse('', NOT_SAFE)
    showNoPlan('no-plan', windowObstacle())
    return { ok: true, planId }
  })
}

/** Renames any plan, open or not, as an ordinary step of that plan. */
export function renamePlan(planId: Id, name: string): Promise<PlanOutcome> {
  return actInTurn(async (found) => {
    if (usePlan.getState().plan?.meta.id === planId) {
      const result = run('plan.update', { changes: { name } })
      if (result.ok && (await flush(STORED_WITHIN_MS))) await refreshPlans(found)
      return result.ok ? { ok: true, planId } : result
    }
    const obstacle = windowObstacle()
    if (obstacle !== null) return refuse('', obstacle)
    const loaded = await load(found, planId, await verdictOn(found, planId))
    if (!loaded.ok) return loaded
    if (loaded.reason !== null) return refuse('', loaded.reason)
    return renameClosed(found, loaded, name)
  })
}

/** Takes a plan off the list. Until the app closes the toast, or `undeletePlan`, brings it back. */
export function deletePlan(planId: Id): Promise<PlanOutcome> {
  return actInTurn(async (found) => {
    const obstacle = windowObstacle()
    if (obstacle !== null) return refuse('', obstacle)
    const wasOpen = usePlan.getState().plan?.meta.id === planId
    if (wasOpen) {
      if (!(await leave())) return refuse('', NOT_SAFE)
      showNoPlan('no-plan')
    }
    await found.note(planId, { deletedAt: now() })
    await refreshPlans(found)
    // A whole state goes into the trash with the journal. In its turn: the folder is not moved meanwhile.
    inBackground(
      inTurn(async () => {
        await snapshotOf(planId, 'after-delete', { confirmedShrink: true })
      }),
    )
    const name = usePlans.getState().plans.find((plan) => plan.planId === planId)?.name ?? ''
    const shown = toast(`${inQuotes(name)} is deleted.`, {
      action: {
        label: 'Undo',
        run: () => {
          dismissToast(shown)
          inBackground(bringBack(planId, wasOpen))
        },
      },
    })
    return { ok: true, planId }
  })
}

async function bringBack(planId: Id, wasOpen: boolean): Promise<void> {
  const outcome = await undeletePlan(planId)
  if (outcome.ok && wasOpen && usePlan.getState().plan === null) await openPlan(planId)
}

/** Brings back a plan that was deleted since the app was started. */
export function undeletePlan(planId: Id): Promise<PlanOutcome> {
  return actInTurn(async (found) => {
    const obstacle = windowObstacle()
    if (obstacle !== null) return refuse('', obstacle)
    await found.note(planId, { deletedAt: null })
    await refreshPlans(found)
    return { ok: true, planId }
  })
}

/**
 * The way out when database and journal went different ways: what the database holds becomes a plan of its
 * own, the plan itself is put back from the journal, and the person can compare them. Nothing is deleted.
 */
export function keepBoth(planId: Id): Promise<PlanOutcome> {
  return actInTurn(async (found) => {
    const obstacle = windowObstacle()
    if (obstacle !== null) return refuse('', obstacle)
    const own = await found.load(planId)
    if (!own) return refuse('', 'The database does not hold this plan.')
    const name = `${cutText(own.plan.meta.name, 470)} (other state)`
    const copy = asPlan([...thingsOf(own.plan)], newId(), { name })
    const copied = await create(
      found,
      copy,
      `Keep the other state of ${inQuotes(own.plan.meta.name)}`,
    )
    if (!copied.ok) return copied
    const verdict = await rebuild(found, await headOnDisk(planId))
    await refreshPlans(found)
    return verdict.state === 'read-only' ? refuse('', verdict.reason) : copied
  })
}

/** Moves the folders of deleted plans to the trash and their rows out of the database. */
export function emptyTrash(): Promise<void | Refusal> {
  return inTurn(async (found) => {
    for (const { planId, deletedAt } of await found.catalogue()) {
      if (deletedAt === null) continue
      await verdictOn(found, planId)
      const answer = await bridge().journalTrash({ planId, deleted: true })
      if (answer.ok || answer.code === 'missing') await found.forget(planId)
    }
    await refreshPlans(found)
  })
}

/** Tries once more to keep what the database refused. True when all of it is saved now. */
export async function retrySave(): Promise<boolean> {
  const [first] = refusedOperations()
  const { head } = usePlan.getState()
  const repository = attached()
  if (!first || !head || !repository) return flush()
  try {
    await repository.reopen()
    const found = await repository.headOf(head.planId)
    // The refusal may have come after the commit: then the database stands behind one of these.
    const reached = [head, ...refusedOperations()].find(({ seq }) => seq === (found?.seq ?? 0))
    if (!found || reached?.hash !== found.hash) {
      stopChanges(OTHER_WRITER)
      return false
    }
    tryAgain(({ seq }) => seq <= found.seq)
    return await flush()
  } catch (error) {
    showSaveState('failed', notKept(error))
    return false
  }
}
