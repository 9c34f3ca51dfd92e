import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { syncFolder, writeAll } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { Anchors } from './anchor.ts'
import { NO_ANCHORS } from './anchor.ts'
import { conflict, noOperation, stepsGone } from './append-refusals.ts'
import type { JournalLine } from './journal-line.ts'
import { writeLine } from './journal-line.ts'
import type { OpenedLog, StoredLine } from './open-log.ts'
import { openLog, segmentName } from './open-log.ts'
import { bytesAt, linesAt, pageAfter } from './read-page.ts'
import { nameIn } from './segment-scan.ts'

/** A segment that reached this size is closed; the next operation starts a new one. */
const SEGMENT_BYTES = 1024 * 1024
const NEWLINE = Buffer.from('\n')

export type Page = { readonly operations: readonly Operation[]; readonly next: number | null }

export type PageBytes = { readonly bytes: Uint8Array; readonly next: number | null }

export type PlanLog = {
  readonly summary: () => Pick<
    OpenedLog,
    'head' | 'name' | 'changedAtMs' | 'tornBytes' | 'isDamaged'
  >
  /** Resolves only when the operations are on the disk for good. */
  readonly append: (operations: readonly Operation[]) => Promise<Head>
  /** At most `most` operations after `afterSeq`, and no more than a page holds. */
  readonly read: (afterSeq: number, most?: number) => Promise<Page>
  /** The same page as it lies on the disk, every line with its line break; nobody looked into it. */
  readonly readLines: (afterSeq: number) => Promise<PageBytes>
  /** Removes whole segments that hold only steps before `seq`, the oldest first; never the one in use. */
  readonly cutBefore: (seq: number) => Promise<void>
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly operations: readonly Operation[]
  readonly done: (head: Head) => void
  readonly failed: (error: unknown) => void
}

/**
 * The journal of one plan. Calls that arrive while a flush runs share the next one. A request is kept
 * whole or not at all: its lines never span two segments, and a failed write is cut off again.
 */
export async function createPlanLog(
  folder: string,
  planId: string,
  ports: FilePorts,
  segmentBytes = SEGMENT_BYTES,
  anchors: Anchors = NO_ANCHORS,
): Promise<PlanLog> {
  let log = await openLog(folder, planId, ports, anchors)
  /** Replaced, never shortened in place: a page that is being read keeps its own. */
  let lines: StoredLine[] = [...log.lines]
  let { head, name, changedAtMs, tail, segment } = log
  let size = log.size ?? segmentBytes
  /** True when something else took steps away from the disk while the app runs. */
  let isCut = false
  /** False while the next line has to begin a segment of its own. */
  let canGoOn = log.size !== null && segment !== ''
  let handle: FileHandle | null = null
  /** A failed write may have left bytes behind `size`; they go before anything else is written. */
  let dirty = false
  /** A new segment counts only when its name is flushed as well. */
  let unnamed = false
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await flush(group)
    }
  }

  async function flush(group: readonly Waiting[]): Promise<void> {
    const settled: (() => void)[] = []
    const chunks: Buffer[] = []
    const added: { place: StoredLine; op: Operation }[] = []
    let last = { seq: head?.seq ?? 0, tail, size }
    try {
      await makeReady()
      last = { ...last, size }
      for (const request of group) {
        try {
          const fresh = await onlyNew(request.operations, added)
          for (const op of fresh) {
            const line = writeLine(op, last.tail)
            const place = { seq: op.seq, segment, offset: last.size, length: line.bytes.length - 1 }
            added.push({ place, op })
            chunks.push(line.bytes)
            last = { seq: op.seq, tail: line.sha256, size: last.size + line.bytes.length }
          }
          const { seq, hash, version } = request.operations.at(-1) ?? fresh[0] ?? noOperation()
          settled.push(() => {
            request.done({ planId, seq, hash, version })
          })
        } catch (error) {
          settled.push(() => {
            request.failed(error)
          })
        }
      }
      if (chunks.length > 0) {
        dirty = true
        const open = await opened()
        await writeAll(open, Buffer.concat(chunks), size)
        await open.sync()
        await mustStillBeThere(open)
        dirty = false
      }
    } catch (error) {
      await cutBack()
      for (const request of group) request.failed(error)
      return
    }
    for (const { place, op } of added) {
      lines.push(place)
      head = { planId, seq: op.seq, hash: op.hash, version: op.version }
      name = nameIn({ op }) ?? name
    }
    if (added.length > 0) {
      changedAtMs = ports.clock()
      isCut = false
    }
    tail = last.tail
    size = last.size
    for (const settle of settled) settle()
  }

  /** Operations that are not in the journal yet. What is there already must be the very same. */
  async function onlyNew(
    operations: readonly Operation[],
    added: readonly { readonly op: Operation }[],
  ): Promise<readonly Operation[]> {
    const fresh: Operation[] = []
    let seq = added.at(-1)?.op.seq ?? head?.seq ?? 0
    const version = added.at(-1)?.op.version ?? head?.version ?? 1
    for (const op of operations) {
      if (isCut && op.seq > seq + 1) throw stepsGone(seq)
      if (op.planId !== planId || op.seq > seq + 1) throw conflict(op.seq, seq)
      if (op.version < version)
        throw new Trouble('conflict', 'This plan was written by a newer Roadbook. Update Roadbook.')
      if (op.seq === seq + 1) {
        fresh.push(op)
        seq = op.seq
        continue
      }
      const known =
        [...added.map((line) => line.op), ...fresh].find((one) => one.seq === op.seq) ??
        (await storedLine(op.seq))?.op
      if (!known || canonicalJson(known) !== canonicalJson(op)) throw conflict(op.seq, seq)
    }
    return fresh
  }

  async function storedLine(seq: number): Promise<JournalLine | null> {
    const place = lines[seq - (lines[0]?.seq ?? 1)]
    return place?.seq === seq ? ((await linesAt(ports.disk, folder, [place]))[0] ?? null) : null
  }

  /** Repairs after a failed write and starts a new segment when the last one is full or there is none. */
  async function makeReady(): Promise<void> {
    if (dirty) await mustCutBack()
    if (canGoOn && (await (await opened()).stat()).size !== size) await readAgain()
    if (segment === '' || size >= segmentBytes) {
      const next = segmentName(segment)
      const file = await ports.disk.open(join(folder, next), 'wx+')
      await handle?.close().catch(() => undefined)
      handle = file
      segment = next
      size = 0
      canGoOn = true
      unnamed = true
    }
    if (!unnamed) return
    await (await opened()).sync()
    await syncFolder(ports.disk, ports.platform, folder)
    unnamed = false
  }

  /**
   * A segment that is shorter or longer than what was written: somebody edited it, or a program that keeps
   * folders alike put an older one in its place. A line at the old place would stand behind a hole, so what
   * is there now counts. Steps that are gone are asked for again: `conflict`.
   */
  async function readAgain(): Promise<void> {
    ports.log('the journal was changed on the disk by something else and is read again')
    await handle?.close().catch(() => undefined)
    handle = null
    const stood = head?.seq ?? 0
    log = await openLog(folder, planId, ports, anchors)
    isCut = (log.head?.seq ?? 0) < stood
    lines = [...log.lines]
    ;({ head, name, changedAtMs, tail, segment } = log)
    size = log.size ?? segmentBytes
    canGoOn = log.size !== null && segment !== ''
  }

  async function opened(): Promise<FileHandle> {
    handle ??= await ports.disk.open(join(folder, segment), 'r+')
    return handle
  }

  /**
   * A folder that was renamed or deleted while the app runs takes the open file along: writing to it goes
   * on without an error, where nobody will look for it. Only a file that still has its name counts.
   */
  async function mustStillBeThere(open: FileHandle): Promise<void> {
    const [ours, named] = await Promise.all([
      open.stat(),
      ports.disk.stat(join(folder, segment)).catch(() => null),
    ])
    if (named?.ino === ours.ino && named.dev === ours.dev) return
    await mustCutBack()
    await open.close().catch(() => undefined)
    handle = null
    throw new Trouble(
      'missing',
      'The folder of this plan was moved or deleted while Roadbook runs. Put it back, or save a copy.',
    )
  }

  async function mustCutBack(): Promise<void> {
    const open = await opened()
    await open.truncate(size)
    await open.sync()
    dirty = false
  }

  async function cutBack(): Promise<void> {
    if (dirty) await mustCutBack().catch(() => undefined)
    if (!dirty) return
    await handle?.close().catch(() => undefined)
    handle = null
  }

  return {
    summary: () => {
      const { tornBytes, isDamaged } = log
      return { head, name, changedAtMs, tornBytes, isDamaged }
    },

    append: (operations) =>
      new Promise<Head>((done, failed) => {
        waiting.push({ operations, done, failed })
        running ??= flushAll().finally(() => {
          running = null
        })
      }),

    read: async (afterSeq, most) => {
      const { runs, next } = pageAfter(lines, head?.seq ?? 0, afterSeq, most)
      const operations: Operation[] = []
      for (const run of runs)
        for (const { op } of await linesAt(ports.disk, folder, run)) operations.push(op)
      return { operations, next }
    },

    readLines: async (afterSeq) => {
      const { runs, next } = pageAfter(lines, head?.seq ?? 0, afterSeq)
      const parts: Buffer[] = []
      for (const run of runs) parts.push(await bytesAt(ports.disk, folder, run), NEWLINE)
      return { bytes: Buffer.concat(parts), next }
    },

    cutBefore: async (seq) => {
      for (;;) {
        const first = lines[0]
        if (!first || first.segment === segment) break
        const kept = lines.filter((line) => line.segment !== first.segment)
        if ((kept[0]?.seq ?? 0) > seq || kept.length === 0) break
        await ports.disk.unlink(join(folder, first.segment))
        lines = lines.filter((line) => line.segment !== first.segment)
      }
      await syncFolder(ports.disk, ports.platform, folder)
    },

    close: async () => {
      while (running) await running
      await handle?.close()
      handle = null
    },
  }
}
