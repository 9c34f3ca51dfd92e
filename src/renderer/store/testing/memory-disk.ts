import type { Head, Operation } from '#domain/plan/operation.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import type {
  Bridge,
  EventName,
  Failure,
  JournalSummary,
  SnapshotSummary,
} from '#shared/ipc-contract.ts'

type Snapshot = { id: string; head: Head; things: string; at: string }
type Folder = { operations: Operation[]; snapshots: Snapshot[]; deleted: boolean }

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
    journalRead: async ({ planId, afterSeq }) => {
      await called('journalRead')
      const folder = folders.get(planId)
      if (!folder) return missing
      if (afterSeq + 1 < (folder.operations[0]?.seq ?? 1))
        return { ok: false, code: 'damaged', message: 'The journal begins later.' }
      // Small pages, so that paging is really walked through.
      const later = folder.operations.filter(({ seq }) => seq > afterSeq)
      const operations = structuredClone(later.slice(0, 7))
      const next = later.length > 7 ? (operations.at(-1)?.seq ?? null) : null
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
      const folder = folders.get(head.planId)
      if (!folder) return missing
      const id = `s${String(folder.snapshots.length)}`
      const at = '2026-11-22T12:00:00.000Z'
      folder.snapshots.push({ id, head, things, at })
      const { planId, seq } = head
      return {
        ok: true,
        snapshot: { id, planId, seq, at, reason, size: things.length } as SnapshotSummary,
      }
    },
    snapshotList: async ({ planId }) => {
      await called('snapshotList')
      const found = folders.get(planId)?.snapshots ?? []
      const snapshots = found.map(({ id, head, at, things }) => ({
        id,
        planId,
        seq: head.seq,
        at,
        reason: 'quit' as const,
        size: things.length,
      }))
      return { ok: true, snapshots: snapshots as unknown as SnapshotSummary[] }
    },
    snapshotRead: async ({ planId, id }) => {
      await called('snapshotRead')
      const found = folders.get(planId)?.snapshots.find((one) => one.id === id)
      return found ? { ok: true, head: found.head, things: found.things } : missing
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
    send: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload)
    },
    bridge: answers as Bridge,
  }

  return disk
}

function headOf({ operations }: Folder): Head | null {
  const last = operations.at(-1)
  return last
    ? { planId: last.planId, seq: last.seq, hash: last.hash, version: last.version }
    : null
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
