import { cleanInput } from '#domain/plan/clean-input.ts'
import { refuse } from '#domain/plan/command.ts'
import { runCommand } from '#domain/plan/commands.ts'
import type { Id } from '#domain/plan/field.ts'
import { integrityProblems } from '#domain/plan/integrity.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { invert, planFromThings, thingsOf } from '#domain/plan/plan.ts'
import { hashAfter, rowHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { bridge } from '#bridge/bridge.ts'
import { sumHashes } from '#data/hash-sum.ts'
import type { LoadedPlan, Repository } from '#data/repository.ts'
import { now, today } from '#lib/clock.ts'
import { newId } from '#lib/ids.ts'
import { load, verdictOn } from './load-plan.ts'
import { asPlan, newPlanRow } from './plan-copy.ts'
import {
  actInTurn,
  canLeave,
  journalWritten,
  leave,
  NOT_SAFE,
  notKept,
  refreshPlans,
  show,
  windowObstacle,
} from './plan-session.ts'
import type { PlanOutcome } from './plan-session.ts'
import { fillHistory, usePlan } from './working-copy.ts'

/**
 * Makes a plan of its own out of rows and opens it. `name` names the first step; without a plan row among
 * `things` it is the plan's name as well. A plan id that is in use already is replaced by a fresh one.
 */
export function createPlan(things: readonly Thing[], name: string): Promise<PlanOutcome> {
  return actInTurn((found) => create(found, things, name))
}

/** Makes a second plan out of one, under another name, and opens it. */
export function duplicatePlan(planId: Id, name: string): Promise<PlanOutcome> {
  return actInTurn(async (found) => {
    const open = usePlan.getState().plan
    const source =
      open?.meta.id === planId
        ? { ok: true as const, plan: open }
        : await load(found, planId, await verdictOn(found, planId))
    if (!source.ok) return source
    const things = asPlan([...thingsOf(source.plan)], newId(), { name, createdAt: now() })
    return create(found, things, `Duplicate ${inQuotes(source.plan.meta.name)}`)
  })
}

/** Makes a plan out of rows, writes it as its first step and opens it. */
export async function create(
  found: Repository,
  things: readonly Thing[],
  name: string,
): Promise<PlanOutcome> {
  const obstacle = windowObstacle()
  if (obstacle !== null) return refuse('', obstacle)
  // Before anything is written: a plan that is refused must not be there afterwards.
  if (!(await canLeave())) return refuse('', NOT_SAFE)
  const listed = await bridge().journalList(undefined)
  if (!listed.ok) return refuse('', listed.message)
  const taken = new Set([...(await found.heads()), ...listed.plans].map((plan) => plan.planId))
  const own = things.find((thing) => thing.kind === 'plan')
  const rows = cleanInput(own ? things : [newPlanRow(newId(), name, now()), ...things])
  const plan = planFromThings(own && taken.has(own.id) ? asPlan(rows, newId()) : rows)
  const [problem] = integrityProblems(plan)
  if (problem) return refuse(problem.field, problem.message)
  const planId = plan.meta.id
  const puts = [...thingsOf(plan)]
  // A large plan takes a while to hash: once is enough.
  const hashes = new Map(puts.map((thing) => [thing, rowHash(thing)]))
  const birth: Operation = {
    planId,
    seq: 1,
    at: now(),
    name,
    type: 'do',
    of: null,
    patch: { puts, deletes: [] },
    inverse: { puts: [], deletes: puts.map(({ kind, id }) => ({ kind, id })) },
    hash: sumHashes(hashes.values()) ?? '',
    version: PLAN_VERSION,
  }
  const head: Head = { planId, seq: 1, hash: birth.hash, version: PLAN_VERSION }
  try {
    await found.replace({ plan, head, hashes, operations: [birth], openedAt: now() })
  } catch (error) {
    return refuse('', notKept(error))
  }
  await refreshPlans(found)
  if (!(await leave())) return refuse('', NOT_SAFE)
  show(found, { plan, head }, null)
  journalWritten([birth])
  fillHistory(planId, [birth])
  return { ok: true, planId }
}

/** Renames a plan that is not open, as an ordinary step of it. */
export async function renameClosed(
  found: Repository,
  { plan, head }: LoadedPlan,
  name: string,
): Promise<PlanOutcome> {
  const context = { now: now(), today: today(), newId }
  const result = runCommand(plan, 'plan.update', { changes: { name } }, context)
  if (!result.ok) return result
  const { planId } = head
  const operation: Operation = {
    planId,
    seq: head.seq + 1,
    at: context.now,
    name: result.name,
    type: 'do',
    of: null,
    patch: result.patch,
    inverse: invert(plan, result.patch),
    hash: hashAfter(head.hash, plan, result.patch),
    version: PLAN_VERSION,
  }
  try {
    await found.write(head, [operation])
  } catch (error) {
    return refuse('', notKept(error))
  }
  // When the journal does not take it now, the next opening completes it.
  await bridge()
    .journalAppend({ operations: [operation] })
    .catch(() => undefined)
  await refreshPlans(found)
  return { ok: true, planId }
}
