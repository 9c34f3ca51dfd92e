import { z } from 'zod'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { storedOperationSchema } from '#domain/plan/operation.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { EMPTY_HASH, combineHash, rowHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { NotUpgradable, planFromRows } from '#domain/plan/upgrade-plan.ts'
import { bridge } from '#bridge/bridge.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import { STEPS_AT_ONCE, STEPS_IN_ALL } from './older-steps.ts'

/** The plan as the journal on disk holds it, and the newest operations for the history. */
export type Replayed =
  | {
      readonly ok: true
      /** The rows in the version that the head names. */
      readonly rows: readonly Thing[]
      readonly plan: Plan
      readonly operations: readonly Operation[]
    }
  | { readonly ok: false; readonly message: string }

const rowSchema = z.looseObject({ kind: z.string(), id: z.string() })

class NotUsable extends Error {
  override readonly name = 'NotUsable'
}

/**
 * Builds the plan at `head` from the newest usable snapshot and the operations after it, or from the first
 * operation on. Every operation's state hash is checked on the way, so that the plan is right or refused.
 */
export async function planFromJournal(head: Head): Promise<Replayed> {
  let message = 'no start could be found.'
  for await (const start of startsFor(head)) {
    try {
      return { ok: true, ...(await replayFrom(start, head)) }
    } catch (error) {
      if (error instanceof z.ZodError) message = 'a row is not what it should be.'
      else if (error instanceof NotUsable || error instanceof NotUpgradable) ({ message } = error)
      else throw error
    }
  }
  return { ok: false, message }
}

/** Where a replay may start, the best first; null is the empty plan. */
async function* startsFor(head: Head): AsyncGenerator<string | null> {
  // A list reads every file that there is; the newest one alone is nearly always enough.
  const newest = await bridge().snapshotLatest({ planId: head.planId })
  const first = newest.ok ? newest.snapshot : null
  const isFit = first?.state === 'valid' && first.seq >= 1 && first.seq <= head.seq
  if (isFit) yield first.id
  const found = await bridge().snapshotList({ planId: head.planId })
  if (!found.ok) {
    yield null
    return
  }
  // A damaged file holds nothing; what lies in quarantine may still be what the journal leads on from.
  const usable = found.snapshots.filter(
    ({ id, seq, state }) =>
      seq >= 1 && seq <= head.seq && state !== 'damaged' && !(isFit && id === first.id),
  )
  const rank = ({ state }: SnapshotSummary) => (state === 'valid' ? 0 : 1)
  usable.sort((a, b) => rank(a) - rank(b) || b.seq - a.seq || (a.at < b.at ? 1 : -1))
  for (const { id } of usable) yield id
  yield null
}

async function replayFrom(
  snapshotId: string | null,
  head: Head,
): Promise<{ rows: Thing[]; plan: Plan; operations: Operation[] }> {
  const rows = new Map<string, Thing>()
  let [seq, hash] = [0, EMPTY_HASH]
  if (snapshotId !== null) {
    const snapshot = await bridge().snapshotRead({ planId: head.planId, id: snapshotId })
    if (!snapshot.ok) throw new NotUsable(snapshot.message)
    if (snapshot.head.version > PLAN_VERSION)
      throw new NotUsable('it was written by a newer Roadbook. Update Roadbook.')
    for (const thing of storedRows(snapshot.things)) {
      rows.set(keyOf(thing), thing)
      hash = combineHash(hash, rowHash(thing))
    }
    seq = snapshot.head.seq
    if (hash !== snapshot.head.hash) throw new NotUsable('a snapshot does not add up.')
  }
  const operations: Operation[] = []
  for await (const operation of operationsAfter(head, seq)) {
    if (operation.seq <= seq) {
      if (operation.seq === seq && operation.hash !== hash)
        throw new NotUsable('a snapshot does not belong to this journal.')
      operations.push(operation)
      continue
    }
    if (operation.seq !== seq + 1) throw new NotUsable(`step ${String(seq + 1)} is missing.`)
    hash = replay(rows, operation, hash)
    if (hash !== operation.hash)
      throw new NotUsable(`step ${String(operation.seq)} does not add up.`)
    seq = operation.seq
    operations.push(operation)
  }
  if (seq !== head.seq || hash !== head.hash) throw new NotUsable('the last step is missing.')
  const all = [...rows.values()]
  return {
    rows: all,
    plan: planFromRows(all, head.version),
    operations: operations.slice(-STEPS_IN_ALL),
  }
}

/** All operations after `seq`, and as many before it as the history wants at once and the journal still has. */
async function* operationsAfter(head: Head, seq: number): AsyncGenerator<Operation> {
  let afterSeq: number | null = Math.max(0, Math.min(seq, head.seq - STEPS_AT_ONCE))
  let first = true
  while (afterSeq !== null) {
    let page = await bridge().journalRead({ planId: head.planId, afterSeq })
    if (!page.ok && first && afterSeq < seq) {
      page = await bridge().journalRead({ planId: head.planId, afterSeq: seq })
    }
    first = false
    if (!page.ok) throw new NotUsable(page.message)
    for (const operation of page.operations) {
      if (operation.seq > head.seq) return
      yield storedOperationSchema.parse(operation)
    }
    afterSeq = page.next
  }
}

/** Rows as they were written; what they are is asked of the whole state at the end. */
function storedRows(text: string): readonly Thing[] {
  try {
    return z.array(rowSchema).parse(JSON.parse(text)) as unknown as Thing[]
  } catch {
    throw new NotUsable('a snapshot cannot be read.')
  }
}

function replay(rows: Map<string, Thing>, { patch }: Operation, before: string): string {
  let hash = before
  const leave = (key: string) => {
    const thing = rows.get(key)
    if (thing && rows.delete(key)) hash = combineHash(hash, rowHash(thing))
  }
  for (const ref of patch.deletes) leave(keyOf(ref))
  for (const thing of patch.puts) {
    leave(keyOf(thing))
    rows.set(keyOf(thing), thing)
    hash = combineHash(hash, rowHash(thing))
  }
  return hash
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`
