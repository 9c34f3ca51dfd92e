import type { Moment } from '#domain/calendar/day.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Failure } from '#shared/ipc-contract.ts'

/**
 * Where the latest change stands. `saved` is shown only when database and journal have both flushed it;
 * `late` means that the database has it and the journal on disk does not yet.
 */
export type SaveStatus = {
  readonly state: 'saved' | 'saving' | 'late' | 'failed' | 'read-only'
  /** Words for a person; '' when there is nothing to say. */
  readonly detail: string
  /** When this state began. */
  readonly at: Moment | null
}

export type SaveQueuePorts = {
  /** One strict database transaction. */
  readonly write: (operations: readonly Operation[]) => Promise<void>
  /** One journal request; resolves `ok` when the operations are on disk. Repeating it does no harm. */
  readonly append: (
    operations: readonly Operation[],
  ) => Promise<{ readonly ok: true; readonly head: Head } | Failure>
  readonly onStatus: (state: 'saved' | 'saving' | 'late' | 'failed', detail: string) => void
  /** The database has these. */
  readonly onWritten: (operations: readonly Operation[]) => void
  /** The database refused the first of these; none of them is in it. The queue holds nothing any more. */
  readonly onRefused: (operations: readonly Operation[], error: unknown) => void
  /** The journal holds something else than these: writing must stop. */
  readonly onConflict: (message: string) => void
}

export type SaveQueue = {
  /** Takes operations on their way: database, journal, saved. */
  readonly add: (operations: readonly Operation[]) => void
  /** Takes operations that the database already has: journal, saved. */
  readonly addWritten: (operations: readonly Operation[]) => void
  /** True when everything is saved, false when it failed, stopped or is not saved after `withinMs`. */
  readonly flush: (withinMs?: number) => Promise<boolean>
  /** 0 when the database has everything; the journal may still be late. */
  readonly unwritten: () => number
  /** Leaves the failed state: what was refused is given up or came back by `add`. */
  readonly resume: () => void
  /** Takes nothing more and tells nothing more. */
  readonly stop: () => void
}

/** After this long in the database without an answer from the journal, the person is told. */
export const LATE_AFTER_MS = 2_000
const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 30_000
/** One request to main carries at most this many operations, or things where they are large. */
const BATCH_OPERATIONS = 500
const BATCH_THINGS = 20_000

/**
 * The road of every change: in order, first the database, then the journal. The two run side by side: while
 * a journal request is under way the database goes on, and what piled up travels as one request.
 */
export function createSaveQueue(ports: SaveQueuePorts): SaveQueue {
  let unwritten: Operation[] = []
  let unjournaled: Operation[] = []
  let writing = false
  let journaling = false
  let stopped = false
  let failed = false
  let lateTimer: ReturnType<typeof setTimeout> | null = null
  let late = ''
  let wake: (() => void) | null = null
  let settled: ((saved: boolean) => void)[] = []

  function tell(): void {
    if (stopped || failed) return
    const inDatabase = unwritten.length === 0 && !writing
    const idle = inDatabase && unjournaled.length === 0
    if (idle) ports.onStatus('saved', '')
    // "Late" promises that the database has everything, so it waits for the last change to be there.
    else if (inDatabase && late !== '') ports.onStatus('late', late)
    else ports.onStatus('saving', '')
    if (idle) settle(true)
  }

  function settle(saved: boolean): void {
    const waiting = settled
    settled = []
    for (const done of waiting) done(saved)
  }

  async function drainDatabase(): Promise<void> {
    if (writing) return
    writing = true
    while (unwritten.length > 0 && !stopped) {
      const batch = unwritten
      unwritten = []
      try {
        await ports.write(batch)
      } catch (error) {
        const refused = [...batch, ...unwritten]
        unwritten = []
        writing = false
        if (stopped) return
        failed = true
        ports.onStatus('failed', '')
        ports.onRefused(refused, error)
        settle(false)
        return
      }
      ports.onWritten(batch)
      takeForJournal(batch)
    }
    writing = false
    tell()
  }

  function takeForJournal(batch: readonly Operation[]): void {
    unjournaled.push(...batch)
    lateTimer ??= setTimeout(() => {
      sayLate('The change is kept here; the safety copy on disk is late.')
    }, LATE_AFTER_MS)
    void drainJournal()
  }

  function sayLate(words: string): void {
    late = words
    tell()
  }

  async function drainJournal(): Promise<void> {
    if (journaling) return
    journaling = true
    let retryMs = FIRST_RETRY_MS
    while (unjournaled.length > 0 && !stopped) {
      const batch = firstBatch(unjournaled)
      const answer = await ask(batch)
      if (stopped) return
      if (answer.ok) {
        unjournaled = unjournaled.slice(batch.length)
        retryMs = FIRST_RETRY_MS
        restartLateTimer()
        tell()
      } else if (answer.code === 'conflict') {
        stop()
        ports.onConflict(answer.message)
      } else {
        sayLate(`The change is kept here; the safety copy on disk is late: ${answer.message}`)
        await pause(retryMs)
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      }
    }
    journaling = false
  }

  async function ask(batch: readonly Operation[]): ReturnType<SaveQueuePorts['append']> {
    const last = batch.at(-1)
    try {
      const answer = await ports.append(batch)
      if (!answer.ok || !last) return answer
      if (answer.head.seq < last.seq)
        return { ok: false, code: 'failed', message: 'the answer does not name the last step.' }
      if (answer.head.seq === last.seq && answer.head.hash !== last.hash)
        return { ok: false, code: 'conflict', message: 'The safety copy holds another state.' }
      return answer
    } catch {
      return { ok: false, code: 'failed', message: 'the main process did not answer.' }
    }
  }

  function restartLateTimer(): void {
    if (lateTimer !== null) clearTimeout(lateTimer)
    lateTimer = null
    late = ''
    if (unjournaled.length > 0) {
      lateTimer = setTimeout(() => {
        sayLate('The change is kept here; the safety copy on disk is late.')
      }, LATE_AFTER_MS)
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function stop(): void {
    stopped = true
    if (lateTimer !== null) clearTimeout(lateTimer)
    wake?.()
    settle(unwritten.length === 0 && unjournaled.length === 0 && !writing)
  }

  return {
    add: (operations) => {
      if (stopped || operations.length === 0) return
      failed = false
      unwritten.push(...operations)
      tell()
      void drainDatabase()
    },
    addWritten: (operations) => {
      if (stopped || operations.length === 0) return
      takeForJournal(operations)
      tell()
    },
    flush: (withinMs) => {
      const idle = unwritten.length === 0 && unjournaled.length === 0 && !writing
      if (idle || stopped || failed) return Promise.resolve(idle && !failed)
      wake?.()
      return new Promise((resolve) => {
        settled.push(resolve)
        if (withinMs !== undefined) {
          setTimeout(() => {
            resolve(false)
          }, withinMs)
        }
      })
    },
    unwritten: () => unwritten.length + (writing ? 1 : 0),
    resume: () => {
      failed = false
      tell()
    },
    stop,
  }
}

/** As many of the first operations as one request to main may carry; never none of some. */
export function firstBatch(operations: readonly Operation[]): readonly Operation[] {
  let things = 0
  for (const [at, { patch }] of operations.entries()) {
    things += patch.puts.length + patch.deletes.length
    if (at > 0 && (at >= BATCH_OPERATIONS || things > BATCH_THINGS)) return operations.slice(0, at)
  }
  return operations.slice()
}
