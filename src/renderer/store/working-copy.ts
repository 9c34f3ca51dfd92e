import { create } from 'zustand'
import type { Day } from '#domain/calendar/day.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { applyPatch, invert } from '#domain/plan/plan.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import { buildIndex, updateIndex } from '#domain/plan/plan-index.ts'
import { hashAfter } from '#domain/plan/state-hash.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { now, onNewDay, today } from '#lib/clock.ts'
import type { SaveQueue, SaveStatus } from './save-queue.ts'
import type { UndoHistory } from './undo-history.ts'
import { NO_HISTORY, historyOf, withOperation } from './undo-history.ts'

/** The working copy of the open plan and where it stands. Read it by `usePlan`, change it by `run`. */
export type PlanState = {
  readonly phase: 'starting' | 'no-plan' | 'ready' | 'read-only' | 'failed'
  readonly plan: Plan | null
  readonly index: PlanIndex | null
  readonly head: Head | null
  readonly save: SaveStatus
  /** The name of the step that undo would take back; null when there is none. */
  readonly undoName: string | null
  readonly redoName: string | null
  readonly today: Day
  /** Why nothing can be changed (phases `read-only` and `failed`), in words for a person. */
  readonly readOnlyReason: string | null
  /** Database and journal went different ways: `keepBoth` is the way out. */
  readonly canKeepBoth: boolean
  /**
   * While `save.state` is `failed`: the plan with the changes that could not be kept, so that it can be
   * saved as a copy. Null otherwise.
   */
  readonly unsaved: Plan | null
}

const SAVED: SaveStatus = { state: 'saved', detail: '', at: null }

export const usePlan = create<PlanState>()(() => ({
  phase: 'starting',
  plan: null,
  index: null,
  head: null,
  save: SAVED,
  undoName: null,
  redoName: null,
  today: today(),
  readOnlyReason: null,
  canKeepBoth: false,
  unsaved: null,
}))

const set = usePlan.setState

onNewDay((day) => {
  set({ today: day })
})

type Before = Pick<PlanState, 'plan' | 'index' | 'head'> & { readonly history: UndoHistory }

let queue: SaveQueue | null = null
let history: UndoHistory = NO_HISTORY
/** Operations since the plan was opened, until the whole history from before it is there as well. */
let sinceOpening: Operation[] | null = null
/** What to go back to when the operation with this `seq` cannot be written. */
let before = new Map<number, Before>()
let refused: readonly Operation[] = []

/** An operation before the working copy gave it its place and its hash. */
export type Draft = Pick<Operation, 'type' | 'of' | 'name' | 'patch'> & {
  readonly group: string | null
}

/** Applies operations to the open plan at once and sends them on their way to be kept. */
export function commit(drafts: readonly Draft[]): void {
  let { plan, index, head } = usePlan.getState()
  if (!plan || !index || !head) return
  const operations: Operation[] = []
  const at = now()
  for (const { type, of, name, patch, group } of drafts) {
    const next = applyPatch(plan, patch)
    const operation: Operation = {
      planId: head.planId,
      seq: head.seq + 1,
      at,
      name,
      type,
      of,
      ...(group === null ? {} : { group }),
      patch,
      inverse: invert(plan, patch),
      hash: hashAfter(head.hash, plan, patch),
      version: PLAN_VERSION,
    }
    before.set(operation.seq, { plan, index, head, history })
    index = updateIndex(index, plan, next, patch)
    plan = next
    head = { planId: head.planId, seq: operation.seq, hash: operation.hash, version: PLAN_VERSION }
    history = withOperation(history, operation)
    operations.push(operation)
  }
  sinceOpening?.push(...operations)
  set({ plan, index, head, ...namesOf(history) })
  queue?.add(operations)
}

function namesOf({ undo, redo }: UndoHistory): Pick<PlanState, 'undoName' | 'redoName'> {
  return { undoName: undo.at(-1)?.name ?? null, redoName: redo.at(-1)?.name ?? null }
}

/** The stacks of undo and redo of the open plan. */
export function undoHistory(): UndoHistory {
  return history
}

/** Shows a plan that was loaded in full, with the queue that keeps its changes. For `plan-life.ts`. */
export function showPlan(
  plan: Plan,
  head: Head,
  keep: SaveQueue | null,
  reason: string | null,
): void {
  queue = keep
  history = NO_HISTORY
  sinceOpening = []
  before = new Map()
  refused = []
  // From here to the painted route is what bench/ measures; the browser's own timeline shows it as well.
  performance.mark('plan-in-memory')
  set({
    phase: reason === null ? 'ready' : 'read-only',
    plan,
    index: buildIndex(plan),
    head,
    save: reason === null ? SAVED : { state: 'read-only', detail: reason, at: now() },
    undoName: null,
    redoName: null,
    readOnlyReason: reason,
    canKeepBoth: false,
    unsaved: null,
  })
}

/** Shows that no plan is open, and why. For `plan-life.ts` and `start.ts`. */
export function showNoPlan(
  phase: Exclude<PlanState['phase'], 'ready'>,
  reason: string | null = null,
): void {
  queue = null
  history = NO_HISTORY
  sinceOpening = null
  before = new Map()
  refused = []
  const save: SaveStatus =
    phase === 'read-only' ? { state: 'read-only', detail: reason ?? '', at: now() } : SAVED
  set({
    phase,
    plan: null,
    index: null,
    head: null,
    save,
    undoName: null,
    redoName: null,
    readOnlyReason: reason,
    canKeepBoth: false,
    unsaved: null,
  })
}

/** Offers the way out of a conflict for the plan in view. For `plan-life.ts`. */
export function offerKeepBoth(): void {
  set({ canKeepBoth: true })
}

/** Stops all changes to the open plan and says why; the plan stays in view. */
export function stopChanges(reason: string): void {
  queue?.stop()
  queue = null
  set({
    phase: 'read-only',
    readOnlyReason: reason,
    save: { state: 'read-only', detail: reason, at: now() },
  })
}

/**
 * Puts the steps before the opening under those that were made since; again, where still older ones are to
 * come. For `open-plan.ts`.
 */
export function fillHistory(
  planId: string,
  earlier: readonly Operation[],
  hasMoreToCome = false,
): void {
  const { head } = usePlan.getState()
  if (head?.planId !== planId || !sinceOpening) return
  history = historyOf([...earlier, ...sinceOpening])
  if (!hasMoreToCome) sinceOpening = null
  set(namesOf(history))
}

/** The queue's word on where the open plan stands. For `plan-life.ts`. */
export function showSaveState(state: SaveStatus['state'], detail: string): void {
  const { save } = usePlan.getState()
  if (save.state !== state || save.detail !== detail) set({ save: { state, detail, at: now() } })
}

/** The database has these operations: there is no way back before them any more. */
export function settleWritten(operations: readonly Operation[]): void {
  for (const { seq } of operations) before.delete(seq)
}

/** Takes back in memory what the database refused and keeps it aside for another try or a copy. */
export function takeBack(operations: readonly Operation[], reason: string): void {
  const first = operations[0] && before.get(operations[0].seq)
  const unsaved = usePlan.getState().plan
  refused = operations
  before.clear()
  if (!first) return
  const { history: then, ...state } = first
  history = then
  if (sinceOpening) sinceOpening = sinceOpening.filter((o) => o.seq <= (state.head?.seq ?? 0))
  set({
    ...state,
    ...namesOf(history),
    unsaved,
    save: { state: 'failed', detail: reason, at: now() },
  })
}

/** What the database refused, oldest first. */
export function refusedOperations(): readonly Operation[] {
  return refused
}

/** Puts refused operations back into the working copy and sends those on that `isWritten` does not name. */
export function tryAgain(isWritten: (operation: Operation) => boolean): void {
  const operations = refused
  let { plan, index, head } = usePlan.getState()
  if (!plan || !index || !head || !queue) return
  for (const operation of operations) {
    if (!isWritten(operation)) before.set(operation.seq, { plan, index, head, history })
    const next = applyPatch(plan, operation.patch)
    index = updateIndex(index, plan, next, operation.patch)
    plan = next
    const { planId, seq, hash, version } = operation
    head = { planId, seq, hash, version }
    history = withOperation(history, operation)
  }
  sinceOpening?.push(...operations)
  refused = []
  set({ plan, index, head, ...namesOf(history), unsaved: null })
  queue.resume()
  queue.addWritten(operations.filter(isWritten))
  queue.add(operations.filter((operation) => !isWritten(operation)))
}

/** Gives up what could not be kept; the plan stays as it was last saved. */
export function discardUnsaved(): void {
  refused = []
  set({ unsaved: null })
  queue?.resume()
}

/** True when every change is on disk; false when it is not within the time, or failed. */
export function flush(withinMs?: number): Promise<boolean> {
  if (usePlan.getState().save.state === 'failed') return Promise.resolve(false)
  return queue?.flush(withinMs) ?? Promise.resolve(true)
}
