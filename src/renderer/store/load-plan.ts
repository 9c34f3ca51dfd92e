import type { Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Head } from '#domain/plan/operation.ts'
import { NotUpgradable } from '#domain/plan/upgrade-plan.ts'
import { bridge } from '#bridge/bridge.ts'
import type { LoadedPlan, Repository } from '#data/repository.ts'
import { DamagedRows } from '#data/repository.ts'
import { windowObstacle } from './plan-session.ts'
import type { Verdict } from './reconcile.ts'
import { rebuild, reconcile } from './reconcile.ts'
import { planFromJournal } from './replay.ts'
import { upgradePlan } from './upgrade.ts'

/** A plan as it was loaded, and what is to be said about it. */
export type Loaded = LoadedPlan & {
  readonly ok: true
  /** Why the plan may only be looked at; null when it may be changed. */
  readonly reason: string | null
  readonly said: string | null
}

/** The plan from the database; from the journal where the database's rows do not add up. */
export async function load(
  found: Repository,
  planId: Id,
  verdict: Verdict,
): Promise<Loaded | Refusal> {
  try {
    return await loadAny(found, planId, verdict)
  } catch (error) {
    if (!(error instanceof NotUpgradable)) throw error
    return refuse(
      '',
      `This plan cannot be brought into the form of this Roadbook: ${error.message} Nothing was changed.`,
    )
  }
}

async function loadAny(found: Repository, planId: Id, verdict: Verdict): Promise<Loaded | Refusal> {
  if (verdict.state === 'absent') return refuse('', 'There is no such plan.')
  let reason = verdict.state === 'read-only' ? verdict.reason : null
  let said = verdict.state === 'good' ? verdict.said : null
  const own = await loadOwn(found, planId)
  if (own) return inThisForm(found, { ok: true, ...own, reason, said })
  const disk = await headOnDisk(planId)
  if (reason === null && windowObstacle() === null) {
    const rebuilt = await rebuild(found, disk)
    if (rebuilt.state === 'read-only') ({ reason } = rebuilt)
    if (rebuilt.state === 'good') ({ said } = rebuilt)
    const again = rebuilt.state === 'good' ? await loadOwn(found, planId) : null
    if (again) return inThisForm(found, { ok: true, ...again, reason, said })
  }
  const replayed = disk && (await planFromJournal(disk))
  if (disk && replayed?.ok) return { ok: true, plan: replayed.plan, head: disk, reason, said }
  return refuse('', reason ?? 'This plan cannot be read.')
}

/** A plan of an older form gets today's form on the disk first, where this window may write. */
async function inThisForm(found: Repository, loaded: Loaded): Promise<Loaded> {
  const { upgrade, reason } = loaded
  if (!upgrade || reason !== null || windowObstacle() !== null) return loaded
  const done = await upgradePlan(found, loaded, upgrade)
  return { ...loaded, ...done }
}

async function loadOwn(found: Repository, planId: Id): Promise<LoadedPlan | null> {
  try {
    return await found.load(planId)
  } catch (error) {
    if (error instanceof DamagedRows) return null
    throw error
  }
}

/** Compares database and journal of one plan now. */
export async function verdictOn(found: Repository, planId: Id): Promise<Verdict> {
  const listed = await bridge().journalList(undefined)
  if (!listed.ok) return { state: 'read-only', reason: listed.message }
  const summary = listed.plans.find((plan) => plan.planId === planId && !plan.deleted) ?? null
  const reason = windowObstacle()
  if (reason !== null) return { state: 'read-only', reason }
  return reconcile(found, planId, summary)
}

/** Where the journal of a plan stands; null when it is not known. */
export async function headOnDisk(planId: Id): Promise<Head | null> {
  const listed = await bridge().journalList(undefined)
  if (!listed.ok) return null
  return listed.plans.find((plan) => plan.planId === planId && !plan.deleted)?.head ?? null
}
