import type { Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import { runCommand } from '#domain/plan/commands.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { integrityProblems } from '#domain/plan/integrity.ts'
import { invert, planFromThings, thingsOf } from '#domain/plan/plan.ts'
import { hashAfter, stateHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { bridge } from '#bridge/bridge.ts'
import type { LoadedPlan, Repository } from '#data/repository.ts'
import { DamagedRows, HeadConflict } from '#data/repository.ts'
import { now, today } from '#lib/clock.ts'
import { newId } from '#lib/ids.ts'
import { checkWhenIdle } from './idle-check.ts'
import { asPlan, newPlanRow } from './plan-copy.ts'
import { showPlans, usePlans } from './plan-list.ts'
import type { Verdict } from './reconcile.ts'
import { rebuild, reconcile } from './reconcile.ts'
import { planFromJournal } from './replay.ts'
import { run } from './run-command.ts'
import type { SaveQueue } from './save-queue.ts'
import { createSaveQueue } from './save-queue.ts'
import { dismissToast, toast } from './ui-store.ts'
import { historyOf } from './undo-history.ts'
import {
  fillHistory,
  flush,
  offerKeepBoth,
  refusedOperations,
  settleWritten,
  showNoPlan,
  showPlan,
  showSaveState,
  stopChanges,
  takeBack,
  tryAgain,
  usePlan,
} from './working-copy.ts'

/** What became of a whole plan. */
export type PlanOutcome = { readonly ok: true; readonly planId: Id } | Refusal

let repository: Repository | null = null
/** Why this window must not write at all; null when it may. */
let windowReason: string | null = null
let queue: SaveQueue | null = null

/** Names the database that plans live in, once start-up found it fit; or null. For `start.ts`. */
export function attach(found: Repository | null, readOnlyReason: string | null): void {
  queue?.stop()
  queue = null
  repository = found
  windowReason = readOnlyReason
}

let turn: Promise<unknown> = Promise.resolve()

/** Whole plans are made, opened and left one after the other. */
function inTurn<T>(work: (repository: Repository) => Promise<T>): Promise<T | Refusal> {
  const mine = turn.then(async () =>
    repository ? work(repository) : refuse('', 'Roadbook has not finished starting.'),
  )
  turn = mine.catch(() => undefined)
  return mine
}

/**
 * Makes a plan of its own out of rows and opens it. `name` names the first step; without a plan row among
 * `things` it is the plan's name as well. A plan id that is in use already is replaced by a fresh one.
 */
export function createPlan(things: readonly Thing[], name: string): Promise<PlanOutcome> {
  return inTurn((found) => create(found, things, name))
}

/** Opens a plan; the one that was open is left when it is safe in the database. */
export function openPlan(planId: Id): Promise<PlanOutcome> {
  return inTurn(async (found) => {
    if (usePlan.getState().plan?.meta.id === planId) return { ok: true, planId }
    return open(found, planId, await verdictOn(found, planId))
  })
}

/** Leaves the open plan; the list of plans is what remains to show. */
export function closePlan(): Promise<PlanOutcome> {
  return inTurn(async () => {
    const planId = usePlan.getState().plan?.meta.id ?? ''
    if (!(await leave())) return refuse('', NOT_SAFE)
    showNoPlan('no-plan', windowReason)
    return { ok: true, planId }
  })
}

/** Renames any plan, open or not, as an ordinary step of that plan. */
export function renamePlan(planId: Id, name: string): Promise<PlanOutcome> {
  return inTurn(async (found) => {
    if (usePlan.getState().plan?.meta.id === planId) {
      const result = run('plan.update', { changes: { name } })
      if (result.ok && (await flush(STORED_WITHIN_MS))) await refreshPlans(found)
      return result.ok ? { ok: true, planId } : result
    }
    if (windowReason !== null) return refuse('', windowReason)
    const loaded = await load(found, planId, await verdictOn(found, planId))
    if (!loaded.ok) return loaded
    if (loaded.reason !== null) return refuse('', loaded.reason)
    return renameClosed(found, loaded, name)
  })
}

/** Makes a second plan out of one, under another name, and opens it. */
export function duplicatePlan(planId: Id, name: string): Promise<PlanOutcome> {
  return inTurn(async (found) => {
    const open = usePlan.getState().plan
    const source =
      open?.meta.id === planId
        ? { ok: true as const, plan: open }
        : await load(found, planId, await verdictOn(found, planId))
    if (!source.ok) return source
    const things = asPlan([...thingsOf(source.plan)], newId(), { name, createdAt: now() })
    return create(found, things, `Duplicate “${source.plan.meta.name}”`)
  })
}

/** Takes a plan off the list. Until the app closes the toast, or `undeletePlan`, brings it back. */
export function deletePlan(planId: Id): Promise<PlanOutcome> {
  return inTurn(async (found) => {
    if (windowReason !== null) return refuse('', windowReason)
    const wasOpen = usePlan.getState().plan?.meta.id === planId
    if (wasOpen) {
      if (!(await leave())) return refuse('', NOT_SAFE)
      showNoPlan('no-plan')
    }
    await found.note(planId, { deletedAt: now() })
    await refreshPlans(found)
    const name = usePlans.getState().plans.find((plan) => plan.planId === planId)?.name ?? ''
    const shown = toast(`“${name}” is deleted.`, {
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
  return inTurn(async (found) => {
    if (windowReason !== null) return refuse('', windowReason)
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
  return inTurn(async (found) => {
    if (windowReason !== null) return refuse('', windowReason)
    const own = await found.load(planId)
    if (!own) return refuse('', 'The database does not hold this plan.')
    const name = `${own.plan.meta.name.slice(0, 470)} (other state)`
    const copy = asPlan([...thingsOf(own.plan)], newId(), { name })
    const copied = await create(found, copy, `Keep the other state of “${own.plan.meta.name}”`)
    if (!copied.ok) return copied
    const verdict = await rebuild(found, await headOnDisk(planId))
    await refreshPlans(found)
    return verdict.state === 'read-only' ? refuse('', verdict.reason) : copied
  })
}

/** Tries once more to keep what the database refused. True when all of it is saved now. */
export async function retrySave(): Promise<boolean> {
  const [first] = refusedOperations()
  const { head } = usePlan.getState()
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

/** Reads the list of plans again. */
export async function refreshPlans(found: Repository): Promise<void> {
  showPlans(await found.catalogue())
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

/** Opens a plan whose database and journal were just compared. For `start.ts`. */
export function openCompared(planId: Id, verdict: Verdict): Promise<PlanOutcome> {
  return inTurn((found) => open(found, planId, verdict))
}

/** How long leaving a plan waits for the journal once the database has everything. */
const STORED_WITHIN_MS = 3_000
/** Steps from before the opening that undo can reach, and how many rows are read at once for them. */
const STEPS_PROMISED = 500
const HISTORY_PAGE = 1_500

const NOT_SAFE = 'The open plan has changes that are not saved yet. Try again or save a copy first.'
const OTHER_WRITER =
  'Something else changed this plan in the database. Nothing more is written; open the plan again.'

function notKept(error: unknown): string {
  const name = error instanceof Error ? error.name : 'unknown error'
  return `The change could not be kept in the database (${name}). The disk may be full: free some space and try again, or save a copy.`
}

async function create(
  found: Repository,
  things: readonly Thing[],
  name: string,
): Promise<PlanOutcome> {
  if (windowReason !== null) return refuse('', windowReason)
  const listed = await bridge().journalList(undefined)
  if (!listed.ok) return refuse('', listed.message)
  const taken = new Set([...(await found.heads()), ...listed.plans].map((plan) => plan.planId))
  const own = things.find((thing) => thing.kind === 'plan')
  const rows = own ? things : [newPlanRow(newId(), name, now()), ...things]
  const plan = planFromThings(own && taken.has(own.id) ? asPlan(rows, newId()) : rows)
  const [problem] = integrityProblems(plan)
  if (problem) return refuse(problem.field, problem.message)
  const planId = plan.meta.id
  const puts = [...thingsOf(plan)]
  const birth: Operation = {
    planId,
    seq: 1,
    at: now(),
    name,
    type: 'do',
    of: null,
    patch: { puts, deletes: [] },
    inverse: { puts: [], deletes: puts.map(({ kind, id }) => ({ kind, id })) },
    hash: stateHash(plan),
    version: PLAN_VERSION,
  }
  const head: Head = { planId, seq: 1, hash: birth.hash, version: PLAN_VERSION }
  try {
    await found.replace({ plan, head, operations: [birth], openedAt: now() })
  } catch (error) {
    return refuse('', notKept(error))
  }
  await refreshPlans(found)
  if (!(await leave())) return refuse('', NOT_SAFE)
  show(found, { plan, head }, null)
  queue?.addWritten([birth])
  fillHistory(planId, [birth])
  return { ok: true, planId }
}

async function open(found: Repository, planId: Id, verdict: Verdict): Promise<PlanOutcome> {
  const loaded = await load(found, planId, verdict)
  if (!loaded.ok) return loaded
  if (!(await leave())) return refuse('', NOT_SAFE)
  const reason = windowReason ?? loaded.reason
  show(found, loaded, reason)
  if (loaded.said !== null) toast(loaded.said)
  if (windowReason === null && verdict.state === 'read-only' && verdict.diverged) offerKeepBoth()
  if (reason === null) await found.note(planId, { openedAt: now(), deletedAt: null })
  await refreshPlans(found)
  inBackground(fill(found, loaded.head))
  checkWhenIdle(loaded.plan, loaded.head.hash, () => {
    inBackground(repair(planId))
  })
  return { ok: true, planId }
}

type Loaded = LoadedPlan & {
  readonly ok: true
  /** Why the plan may only be looked at; null when it may be changed. */
  readonly reason: string | null
  readonly said: string | null
}

/** The plan from the database; from the journal where the database's rows do not add up. */
async function load(found: Repository, planId: Id, verdict: Verdict): Promise<Loaded | Refusal> {
  if (verdict.state === 'absent') return refuse('', 'There is no such plan.')
  let reason = verdict.state === 'read-only' ? verdict.reason : null
  let said = verdict.state === 'good' ? verdict.said : null
  const own = await loadOwn(found, planId)
  if (own) return { ok: true, ...own, reason, said }
  const disk = await headOnDisk(planId)
  if (reason === null && windowReason === null) {
    const rebuilt = await rebuild(found, disk)
    if (rebuilt.state === 'read-only') ({ reason } = rebuilt)
    if (rebuilt.state === 'good') ({ said } = rebuilt)
    const again = rebuilt.state === 'good' ? await loadOwn(found, planId) : null
    if (again) return { ok: true, ...again, reason, said }
  }
  const replayed = disk && (await planFromJournal(disk))
  if (disk && replayed?.ok) return { ok: true, plan: replayed.plan, head: disk, reason, said }
  return refuse('', reason ?? 'This plan cannot be read.')
}

async function loadOwn(found: Repository, planId: Id): Promise<LoadedPlan | null> {
  try {
    return await found.load(planId)
  } catch (error) {
    if (error instanceof DamagedRows) return null
    throw error
  }
}

async function verdictOn(found: Repository, planId: Id): Promise<Verdict> {
  const listed = await bridge().journalList(undefined)
  if (!listed.ok) return { state: 'read-only', reason: listed.message }
  const summary = listed.plans.find((plan) => plan.planId === planId && !plan.deleted) ?? null
  if (windowReason !== null) return { state: 'read-only', reason: windowReason }
  return reconcile(found, planId, summary)
}

async function headOnDisk(planId: Id): Promise<Head | null> {
  const listed = await bridge().journalList(undefined)
  if (!listed.ok) return null
  return listed.plans.find((plan) => plan.planId === planId && !plan.deleted)?.head ?? null
}

/** Waits until the open plan is safe to leave: the database has everything. The journal may follow. */
async function leave(): Promise<boolean> {
  if (!queue) return true
  await queue.flush(STORED_WITHIN_MS)
  if (usePlan.getState().save.state === 'failed' || queue.unwritten() > 0) return false
  queue.stop()
  queue = null
  return true
}

function show(found: Repository, { plan, head }: LoadedPlan, reason: string | null): void {
  queue = reason === null ? queueFor(found, head) : null
  showPlan(plan, head, queue, reason)
}

function queueFor(found: Repository, from: Head): SaveQueue {
  let stored = from
  return createSaveQueue({
    write: (operations) => found.write(stored, operations),
    append: (operations) => bridge().journalAppend({ operations: [...operations] }),
    onStatus: showSaveState,
    onWritten: (operations) => {
      const last = operations.at(-1)
      if (last) stored = { ...stored, seq: last.seq, hash: last.hash, version: last.version }
      settleWritten(operations)
      if (operations.some(({ patch }) => patch.puts.some(({ kind }) => kind === 'plan')))
        inBackground(refreshPlans(found))
    },
    onRefused: (operations, error) => {
      takeBack(operations, notKept(error))
      if (error instanceof HeadConflict) stopChanges(OTHER_WRITER)
    },
    onConflict: stopChanges,
  })
}

/** Work that nobody waits for; the page may close meanwhile, and what it failed to read is read next time. */
function inBackground(work: Promise<unknown>): void {
  void work.catch(() => undefined)
}

/** Reads as much history as undo promises, after the plan is on screen. */
async function fill(found: Repository, head: Head): Promise<void> {
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
  fillHistory(head.planId, earlier)
}

/** Rows that turned out not to be what they were written as: the plan is put back from the journal. */
async function repair(planId: Id): Promise<void> {
  await inTurn(async (found) => {
    if (usePlan.getState().plan?.meta.id !== planId) return
    await queue?.flush(STORED_WITHIN_MS)
    stopChanges('Some rows of this plan were damaged; it is being put back from its safety copy.')
    queue = null
    await open(found, planId, await rebuild(found, await headOnDisk(planId)))
  })
}

async function renameClosed(
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
