import type { Head } from '#domain/plan/operation.ts'
import type { JournalLine } from './journal-line.ts'
import { FIRST_PREV_HASH, linesOf, readLine } from './journal-line.ts'

/** Where the chain stands. `seq` null: nothing known yet, the first line may carry any number. */
export type ChainEnd = { readonly seq: number | null; readonly sha256: string | null }

/** Where one operation lies in its segment; `length` without the line break. */
export type LinePlace = { readonly seq: number; readonly offset: number; readonly length: number }

export type SegmentScan = {
  readonly places: readonly LinePlace[]
  /** Bytes up to and including the last line that can be trusted. */
  readonly goodBytes: number
  readonly end: ChainEnd
  readonly head: Head | null
  /** The plan's name when a line of this segment sets it. */
  readonly name: string | null
  /** True when whole lines follow the damage: not a torn end but a hole. */
  readonly hole: boolean
}

/**
 * Reads one segment from its start and stops at the first byte that cannot be trusted: a line whose seal
 * is wrong, that is not of this plan, or that does not follow the line before it.
 */
export function scanSegment(bytes: Uint8Array, planId: string, start: ChainEnd): SegmentScan {
  const places: LinePlace[] = []
  let goodBytes = 0
  let end = start
  let head: Head | null = null
  let name: string | null = null
  for (const { offset, line } of linesOf(bytes)) {
    const read = readLine(line)
    if (!read || !follows(read, end, planId)) break
    places.push({ seq: read.seq, offset, length: line.length })
    goodBytes = offset + line.length + 1
    end = { seq: read.seq, sha256: read.sha256 }
    head = { planId, seq: read.seq, hash: read.op.hash, version: read.op.version }
    name = nameIn(read) ?? name
  }
  return { places, goodBytes, end, head, name, hole: hasWholeLine(bytes.subarray(goodBytes)) }
}

/** The plan's name when this operation writes the plan's own row. */
export function nameIn({ op }: Pick<JournalLine, 'op'>): string | null {
  let name: string | null = null
  for (const thing of op.patch.puts) if (thing.kind === 'plan') name = thing.name
  return name
}

function follows(line: JournalLine, end: ChainEnd, planId: string): boolean {
  if (line.op.planId !== planId) return false
  if (end.seq !== null && line.seq !== end.seq + 1) return false
  // A journal whose first segments were thinned out begins in the middle; the very first line cannot.
  if (end.seq === null && line.seq === 1) return line.prevHash === FIRST_PREV_HASH
  return end.sha256 === null || line.prevHash === end.sha256
}

function hasWholeLine(rest: Uint8Array): boolean {
  for (const { line } of linesOf(rest)) if (readLine(line)) return true
  return false
}
