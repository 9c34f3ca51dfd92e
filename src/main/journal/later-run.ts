import type { Anchor } from './anchor.ts'
import { linesOf, readLine } from './journal-line.ts'
import type { LinePlace } from './segment-scan.ts'

/** Where a line lies, with what is needed to join it to a state outside the journal. */
type Found = LinePlace & {
  readonly segment: string
  readonly hash: string
  readonly sha256: string
}

/** Lines that follow each other without a gap, behind damage. */
export type Run = readonly Found[]

export type SegmentBytes = { readonly segment: string; readonly bytes: Uint8Array }

/** All runs of sound lines in these segments, in their order on the disk. */
export function runsIn(segments: readonly SegmentBytes[], planId: string): readonly Run[] {
  const runs: Found[][] = []
  for (const { segment, bytes } of segments)
    for (const { offset, line } of linesOf(bytes)) {
      const read = readLine(line)
      if (read?.op.planId !== planId) continue
      const { seq, sha256, op, prevHash } = read
      const found = { seq, offset, length: line.length, segment, hash: op.hash, sha256 }
      const run = runs.at(-1)
      const last = run?.at(-1)
      if (run && last && touches(last, found) && prevHash === last.sha256) run.push(found)
      else runs.push([found])
    }
  return runs
}

/** The run that ends last among those that a state outside the journal leads into. */
export function bestRun(runs: readonly Run[], anchors: readonly Anchor[]): Run | null {
  let best: Run | null = null
  for (const run of runs)
    if (isAnchored(run, anchors) && (run.at(-1)?.seq ?? 0) > (best?.at(-1)?.seq ?? 0)) best = run
  return best
}

function isAnchored(run: Run, anchors: readonly Anchor[]): boolean {
  const first = run[0]?.seq ?? 0
  return anchors.some(({ head }) => {
    if (head.seq === first - 1) return true
    return run[head.seq - first]?.hash === head.hash
  })
}

/** The next step, right behind the last one or at the start of a later segment. */
function touches(last: Found, next: Found): boolean {
  if (next.seq !== last.seq + 1) return false
  return next.segment === last.segment
    ? next.offset === last.offset + last.length + 1
    : next.offset === 0
}
