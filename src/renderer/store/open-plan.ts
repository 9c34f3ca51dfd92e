import type { Id } from '#domain/plan/field.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { refuse } from '#domain/plan/command.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import type { Repository } from '#data/repository.ts'
import { now } from '#lib/clock.ts'
import { checkWhenIdle } from './idle-check.ts'
import { headOnDisk, load, verdictOn } from './load-plan.ts'
import { completeHistory } from './older-steps.ts'
import {
  actInTurn,
  inBackground,
  inTurn,
  leave,
  NOT_SAFE,
  refreshPlans,
  show,
  stopKeeping,
  windowObstacle,
} from './plan-session.ts'
import type { PlanOutcome } from './plan-session.ts'
import type { Verdict } from './reconcile.ts'
import { rebuild } from './reconcile.ts'
import { toast } from './ui-store.ts'
import { historyOf } from './undo-history.ts'
import { fillHistory, offerKeepBoth, usePlan } from './working-copy.ts'

/** Steps from before the opening that undo can reach, and how many rows are read at once for them. */
const STEPS_PROMISED = 500
const HISTORY_PAGE = 1_500

/** Opens a plan; the one that was open is left when it is safe in the database. */
export function openPlan(planId: Id): Promise<PlanOutcome> {
  return actInTurn(async (found) => {
    if (usePlan.getState().plan?.meta.id === planId) return { ok: true, planId }
    return open(found, planId, await verdictOn(found, planId))
  })
}

/** Opens a plan whose database and journal were just compared. For `start.ts`. */
export function openCompared(planId: Id, verdict: Verdict): Promise<PlanOutcome> {
  return inTurn((found) => open(found, planId, verdict))
}

async function open(found: Repository, planId: Id, verdict: Verdict): Promise<PlanOutcome> {
  const loaded = await load(found, planId, verdict)
  if (!loaded.ok) return loaded
  if (!(await leave())) return refuse('', NOT_SAFE)
  const reason = windowObstacle() ?? loaded.reason
  show(found, loaded, reason)
  if (loaded.said !== null) toast(loaded.said)
  if (windowObstacle() === null && verdict.state === 'read-only' && verdict.diverged)
    offerKeepBoth()
  // A plan is read on a full disk as well; only its place in the list stays the old one.
  if (reason === null)
    await found.note(planId, { openedAt: now(), deletedAt: null }).catch(() => undefined)
  await refreshPlans(found)
  inBackground(fill(found, loaded.head, reason === null))
  // A plan of an older form that is only looked at is not what its head names: its rows were checked before.
  if (loaded.head.version === PLAN_VERSION)
    checkWhenIdle(loaded.plan, loaded.head.hash, () => {
      inBackground(repair(planId))
    })
  return { ok: true, planId }
}

/**
 * Reads as much history as undo promises, after the plan is on screen. What the database lacks of it since
 * the plan was put back comes from the journal.
 */
async function fill(found: Repository, head: Head, mayWrite: boolean): Promise<void> {
  const steps = await newestSteps(found, head)
  const isEnough = historyOf(steps).undo.length >= STEPS_PROMISED || !mayWrite
  fillHistory(head.planId, steps, !isEnough)
  const hasGrown = mayWrite && (await completeHistory(found, head).catch(() => false))
  if (!isEnough) fillHistory(head.planId, hasGrown ? await newestSteps(found, head) : steps)
}

async function newestSteps(found: Repository, head: Head): Promise<readonly Operation[]> {
  let most = HISTORY_PAGE
  let earlier = await found.recent(head.planId, head.seq, most)
  while (
    (earlier[0]?.seq ?? 1) > 1 &&
    earlier.length === most &&
    historyOf(earlier).undo.length < STEPS_PROMISED
  ) {
    most *= 2
    earlier = await found.recent(head.planId, head.seq, most)
  }
  return earlier
}

/** Rows that turned out not to be what they were written as: the plan is put back from the journal. */
async function repair(planId: Id): Promise<void> {
  await inTurn(async (found) => {
    if (usePlan.getState().plan?.meta.id !== planId) return
    await stopKeeping(
      'Some rows of this plan were damaged; it is being put back from its safety copy.',
    )
    await open(found, planId, await rebuild(found, await headOnDisk(planId)))
  })
}
