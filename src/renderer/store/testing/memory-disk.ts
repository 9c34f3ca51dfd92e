import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import type { Bridge, EventName, Failure, JournalSummary } from '#shared/ipc-contract.ts'
import type { SnapshotReason, SnapshotSummary } from '#shared/snapshot-summary.ts'

type Snapshot = {
  id: string
  head: Head
  things: string
  at: string
  reason: SnapshotReason
  pinned: boolean
  /** `valid` unless a test says otherwise. */
  state?: SnapshotSummary['state']
}
/** Small, so that paging is really walked through. */
const PAGE = 7

type Folder = {
  operations: Operation[]
  snapshots: Snapshot[]
  deleted: boolean
  /** The state that the journal goes on from when rows of the page founded it anew. */
  base?: Head
}

/** A disk in memory behind a bridge that answers as main does, with switches for what can go wrong. */
export type MemoryDisk = {
  readonly bridge: Bridge
  readonly folders: Map<string, Folder>
  /** Names of the calls so far, e.g. `journalAppend`. */
  readonly calls: string[]
  /** Asked before each append; a failure refuses it, an error rejects it, a promise delays it. */
  onAppend: (operations: readonly Operation[]) => Failure | null | Promise<Failure | null>
  /** When set, `journalList` answers so. */
  listFailure: Failure | null
  /** When set, `snapshotTake` answers so. */
  takeFailure: Failure | null
  readonly send: (event: EventName, payload: never) => void
}

export function memoryDisk(): MemoryDisk {
  const folders = new Map<string, Folder>()
  const calls: string[] = []
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const on = (event: EventName) => (listener: (payload: never) => void) => {
    const set = listeners.get(event) ?? new Set()
    listeners.set(event, set.add(listener))
    return () => {
      set.delete(listener)
    }
  }
  const missing: Failure = { ok: false, code: 'missing', message: 'The disk holds no such plan.' }
  const conflict: Failure = { ok: false, code: 'conflict', message: 'The steps do not follow.' }
  const called = (name: string) => {
    calls.push(name)
    return new Promise<void>((resolve) => setTimeout(resolve, 0))
  }

  // Channels that no test of the store needs are left out.
  const answers: Partial<Bridge> = {
    journalList: async () => {
      await called('journalList')
      return disk.listFailure ?? { ok: true, plans: [...folders].map(summaryOf) }
    },
    journalAppend: async ({ operations: sent }) => {
      await called('journalAppend')
      const failure = await disk.onAppend(sent)
      if (failure) return failure
      const operations = structuredClone(sent) as Operation[]
      const planId = operations[0]?.planId ?? ''
      const folder = folders.get(planId) ?? { operations: [], snapshots: [], deleted: false }
      if (folder.deleted) return conflict
      for (const operation of operations) {
        const seq = headOf(folder)?.seq ?? 0
        const known = folder.operations.find((one) => one.seq === operation.seq)
        if (operation.seq > seq + 1) return conflict
        if (known && canonicalJson(known) !== canonicalJson(operation)) return conflict
        if (!known) folder.operations.push(operation)
      }
      folders.set(planId, folder)
      const head = headOf(folder)
      return head ? { ok: true, head } : missing
    },
    journalRead: async ({ planId, afterSeq, most = PAGE }) => {
      await called('journalRead')
      const folder = folders.get(planId)
      if (!folder) return missing
      if (afterSeq + 1 < (folder.operations[0]?.seq ?? (folder.base?.seq ?? 0) + 1))
        return { ok: false, code: 'damaged', message: 'The journal begins later.' }
      const later = folder.operations.filter(({ seq }) => seq > afterSeq)
      const operations = structuredClone(later.slice(0, Math.min(most, PAGE)))
      const next = later.length > operations.length ? (operations.at(-1)?.seq ?? null) : null
      return { ok: true, operations, next }
    },
    journalTrash: async ({ planId, deleted }) => {
      await called('journalTrash')
      const folder = folders.get(planId)
      if (!folder) return missing
      folder.deleted = deleted
      return { ok: true }
    },
    snapshotWrite: async ({ head, things, reason }) => {
      await called('snapshotWrite')
      const founded: Folder = { operations: [], snapshots: [], deleted: false, base: head }
      const folder = folders.get(head.planId) ?? founded
      folders.set(head.planId, folder)
      return { ok: true, snapshot: put(folder, { head, things, reason }) }
    },
    snapshotTake: async ({ planId, reason, pinned, confirmedShrink }) => {
      await called(`snapshotTake ${reason}${confirmedShrink ? ' confirmed' : ''}`)
      if (disk.takeFailure) return disk.takeFailure
      const folder = folders.get(planId)
      const head = folder && headOf(folder)
      if (!head) return missing
      const things = canonicalJson(rowsOf(folder))
      return { ok: true, snapshot: put(folder, { head, things, reason, pinned }) }
    },
    snapshotPin: async ({ planId, id, pinned }) => {
      await called('snapshotPin')
      const found = folders.get(planId)?.snapshots.find((one) => one.id === id)
      if (!found) return missing
      found.pinned = pinned
      return { ok: true }
    },
    snapshotLatest: async ({ planId }) => {
      await called('snapshotLatest')
      const last = folders.get(planId)?.snapshots.at(-1)
      return { ok: true, snapshot: last ? snapshotSummaryOf(last) : null }
    },
    snapshotList: async ({ planId }) => {
      await called('snapshotList')
      const found = folders.get(planId)?.snapshots ?? []
      return { ok: true, snapshots: found.map(snapshotSummaryOf).reverse() }
    },
    snapshotRead: async ({ planId, id }) => {
      await called(`snapshotRead ${id}`)
      const found = folders.get(planId)?.snapshots.find((one) => one.id === id)
      return found ? { ok: true, head: found.head, things: found.things } : missing
    },
    notesOpen: async () => {
      await called('notesOpen')
      return { ok: true as const }
    },
    windowReady: async () => {
      await called('windowReady')
      return { ok: true }
    },
    windowQuit: async ({ goOn }) => {
      await called(goOn ? 'windowQuit yes' : 'windowQuit no')
      return { ok: true }
    },
    onCommand: on('command'),
    onOpenFile: on('openFile'),
    onQuit: on('quit'),
    onNotice: on('notice'),
  }
  const disk: MemoryDisk = {
    folders,
    calls,
    onAppend: () => null,
    listFailure: null,
    takeFailure: null,
    send: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload)
    },
    bridge: answers as Bridge,
  }

  return disk
}

function headOf({ operations, base }: Folder): Head | null {
  const last = operations.at(-1)
  return last
    ? { planId: last.planId, seq: last.seq, hash: last.hash, version: last.version }
    : (base ?? null)
}

function summaryOf([planId, folder]: [string, Folder]): JournalSummary {
  return {
    planId,
    head: headOf(folder),
    name: '',
    changedAt: '2026-11-22T12:00:00.000Z',
    tornBytes: 0,
    deleted: folder.deleted,
  }
}

/** The rows of a plan as its operations leave them. */
function rowsOf({ operations }: Folder): readonly Thing[] {
  const rows = new Map<string, Thing>()
  for (const { patch } of operations) {
    for (const { kind, id } of patch.deletes) rows.delete(`${kind} ${id}`)
    for (const thing of patch.puts) rows.set(`${thing.kind} ${thing.id}`, thing)
  }
  return [...rows.values()]
}

function put(
  { snapshots }: Folder,
  made: Pick<Snapshot, 'head' | 'things' | 'reason'> & { readonly pinned?: boolean },
): SnapshotSummary {
  const at = new Date(Date.UTC(2026, 10, 22, 12, snapshots.length)).toISOString()
  const snapshot = { pinned: false, ...made, id: `s${String(snapshots.length)}`, at }
  snapshots.push(snapshot)
  return snapshotSummaryOf(snapshot)
}

function snapshotSummaryOf({
  id,
  head,
  at,
  reason,
  pinned,
  things,
  state = 'valid',
}: Snapshot): SnapshotSummary {
  const { planId, seq } = head
  // Things may be torn on purpose; only their kinds are counted.
  const counts: Record<string, number> = {}
  for (const [, kind] of things.matchAll(/"kind":"(\w+)"/g))
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1
  const facts = { id, planId, seq, at, reason, pinned, counts, size: things.length }
  return { ...facts, state, problem: state === 'valid' ? '' : 'It looks wrong.', place: 'main' }
}
