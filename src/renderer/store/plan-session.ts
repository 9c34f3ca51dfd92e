import type { Id } from '#domain/plan/field.ts'
import type { Refusal } from '#domain/plan/command.ts'
import { refuse } from '#domain/plan/command.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { bridge } from '#bridge/bridge.ts'
import type { LoadedPlan, Repository } from '#data/repository.ts'
import { HeadConflict } from '#data/repository.ts'
import { showPlans } from './plan-list.ts'
import type { SaveQueue } from './save-queue.ts'
import { createSaveQueue } from './save-queue.ts'
import {
  settleWritten,
  showPlan,
  showSaveState,
  stopChanges,
  takeBack,
  usePlan,
} from './working-copy.ts'

/** What became of a whole plan. */
export type PlanOutcome = { readonly ok: true; readonly planId: Id } | Refusal

/** How long leaving a plan waits for the journal once the database has everything. */
export const STORED_WITHIN_MS = 3_000

export const NOT_SAFE =
  'The open plan has changes that are not saved yet. Try again or save a copy first.'
const NO_ANSWER = 'The main process did not answer. Try again.'
export const OTHER_WRITER =
  'Something else changed this plan in the database. Nothing more is written; open the plan again.'

/** Why the database did not take a change, in words for a person: a name like `BulkError` helps nobody. */
export function notKept(error: unknown): string {
  const why = isFull(error) ? 'The disk is full' : 'The disk may be full'
  return `The change could not be kept in the database. ${why}: free some space and try again, or save a copy.`
}

/** Whether a full disk is behind an error; Dexie wraps the browser's own. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'QuotaExceededError' || ('inner' in error && isFull(error.inner))
}

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

/** The database that plans live in; null while Roadbook has not finished starting. */
export function attached(): Repository | null {
  return repository
}

/** Why this window must not write at all; null when it may. */
export function windowObstacle(): string | null {
  return windowReason
}

/** Whole plans are made, opened and left one after the other. */
export function inTurn<T>(work: (repository: Repository) => Promise<T>): Promise<T | Refusal> {
  const mine = turn.then(async () =>
    repository ? work(repository) : refuse('', 'Roadbook has not finished starting.'),
  )
  turn = mine.catch(() => undefined)
  return mine
}

/**
 * The same for what a person asked for: where the database or the main process fails they are told in words.
 * What was begun is finished or taken back by the comparison at the next opening.
 */
export async function actInTurn<T>(
  work: (repository: Repository) => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await inTurn(work)
  } catch (error) {
    const isOurs = error instanceof Error && error.name === 'Error'
    return refuse('', isOurs ? NO_ANSWER : notKept(error))
  }
}

/** Reads the list of plans again. */
export async function refreshPlans(found: Repository): Promise<void> {
  showPlans(await found.catalogue())
}

/** Whether the open plan could be left now; it is not. */
export async function canLeave(): Promise<boolean> {
  if (queue && queue.unwritten() > 0) await queue.flush(STORED_WITHIN_MS)
  return usePlan.getState().save.state !== 'failed' && (queue?.unwritten() ?? 0) === 0
}

/** Waits until the open plan is safe to leave: the database has everything. The journal may follow. */
export async function leave(): Promise<boolean> {
  if (!queue) return true
  await queue.flush(STORED_WITHIN_MS)
  if (!(await canLeave())) return false
  queue.stop()
  queue = null
  return true
}

/** Sends operations that the database already has on to the journal. */
export function journalWritten(operations: readonly Operation[]): void {
  queue?.addWritten(operations)
}

/** Gives what is open a moment to be kept, then keeps nothing more of it. */
export async function stopKeeping(reason: string): Promise<void> {
  await queue?.flush(STORED_WITHIN_MS)
  stopChanges(reason)
  queue = null
}

/** Shows a plan and, where it may be changed, starts to keep its changes. */
export function show(found: Repository, { plan, head }: LoadedPlan, reason: string | null): void {
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
export function inBackground(work: Promise<unknown>): void {
  void work.catch(() => undefined)
}
