import { join } from 'node:path'
import type { Head } from '#domain/plan/operation.ts'
import { writeAtomically } from '#main/files/atomic-file.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole, syncFolder } from '#main/files/disk.ts'
import type { Anchors } from './anchor.ts'
import { NO_ANCHORS } from './anchor.ts'
import { FIRST_PREV_HASH } from './journal-line.ts'
import type { SegmentBytes } from './later-run.ts'
import { bestRun, runsIn } from './later-run.ts'
import type { ChainEnd, LinePlace } from './segment-scan.ts'
import { scanSegment } from './segment-scan.ts'

const SEGMENT = /^journal-(\d{6})\.jsonl$/

export type StoredLine = LinePlace & { readonly segment: string }

/** What the disk holds of one plan after the repair of its end. */
export type OpenedLog = {
  readonly lines: readonly StoredLine[]
  readonly head: Head | null
  readonly name: string
  readonly changedAtMs: number
  /** Bytes that were set aside by this opening. */
  readonly tornBytes: number
  /** True when whole lines were among them: not an interrupted write, but damage. */
  readonly isDamaged: boolean
  /** The seal that the next line names as `prevHash`. */
  readonly tail: string
  /** The segment that is written next, '' when there is none, and its size. */
  readonly segment: string
  /** Null when nothing may be added to that segment. */
  readonly size: number | null
}

/** The name of the segment after `segment`; '' stands before the first. */
export function segmentName(segment: string): string {
  const number = Number(SEGMENT.exec(segment)?.[1] ?? 0) + 1
  return `journal-${String(number).padStart(6, '0')}.jsonl`
}

/**
 * Reads all segments of a plan in order and cuts the journal after its last trustworthy line. Where a whole
 * state outside the journal leads on behind damage, or past the end, the journal goes on from there. What
 * cannot be used is copied or renamed to a file beside it first: nothing is ever deleted. An error of the
 * disk while reading is not damage: it is thrown and nothing is touched.
 */
export async function openLog(
  folder: string,
  planId: string,
  ports: FilePorts,
  anchors: Anchors = NO_ANCHORS,
): Promise<OpenedLog> {
  const names = await segmentsIn(folder, ports)
  const lines: StoredLine[] = []
  let end: ChainEnd = { seq: null, sha256: null }
  let head: Head | null = null
  let name = ''
  let changedAtMs = 0
  let tornBytes = 0
  let isDamaged = false
  let segment = ''
  let size = 0
  for (const [at, next] of names.entries()) {
    const path = join(folder, next)
    const bytes = await readWhole(ports.disk, path)
    const scan = scanSegment(bytes, planId, end)
    const isWhole = scan.goodBytes === bytes.length
    const later = names.slice(at + 1)
    if (!isWhole && (scan.hole || later.length > 0)) {
      const lastSeq = scan.end.seq ?? 0
      if (await mend({ folder, planId, ports, anchors, names, from: at, lastSeq })) {
        const mended = await openLog(folder, planId, ports, anchors)
        return { ...mended, isDamaged: true, tornBytes: bytes.length - scan.goodBytes }
      }
    }
    for (const place of scan.places) lines.push({ ...place, segment: next })
    ;({ end } = scan)
    head = scan.head ?? head
    name = scan.name ?? name
    segment = next
    size = scan.goodBytes
    if (scan.places.length > 0) changedAtMs = (await ports.disk.stat(path)).mtimeMs
    if (isWhole) continue
    tornBytes = bytes.length - scan.goodBytes
    await cutAfter(path, bytes, scan.goodBytes, ports)
    for (const other of later) tornBytes += await setAside(join(folder, other), ports)
    await syncFolder(ports.disk, ports.platform, folder)
    isDamaged = scan.hole || later.length > 0
    ports.log(
      `${isDamaged ? 'damage inside' : 'torn end of'} the journal: ${String(tornBytes)} bytes set aside`,
    )
    break
  }
  // A line that the last process wrote but did not flush must not count as safe before it is.
  if (segment !== '') await flushFile(join(folder, segment), ports)
  const whole = {
    lines,
    head,
    name,
    changedAtMs,
    tornBytes,
    isDamaged,
    tail: end.sha256 ?? FIRST_PREV_HASH,
    segment,
    size,
  }
  return onAnchor(whole, folder, names, ports, anchors)
}

/** A state outside the journal that is newer than its end, or knows the name that thinning took away. */
async function onAnchor(
  log: OpenedLog,
  folder: string,
  names: readonly string[],
  ports: FilePorts,
  anchors: Anchors,
): Promise<OpenedLog> {
  const isBehind = (await anchors.newestSeq()) > (log.head?.seq ?? 0)
  if (!isBehind && (log.name !== '' || log.head === null)) return log
  const newest = (await anchors.all())[0]
  if (!newest || newest.head.seq < (log.head?.seq ?? 0)) return log
  if (newest.head.seq === log.head?.seq) return { ...log, name: log.name || newest.name }
  for (const next of names) await setAside(join(folder, next), ports)
  await syncFolder(ports.disk, ports.platform, folder)
  ports.log(`the journal ends before a snapshot: it goes on from step ${String(newest.head.seq)}`)
  const changedAtMs = ports.clock()
  // A full segment of that name would come before: the next line opens the one after it.
  const segment = names.at(-1) ?? segmentName('')
  const { head, name } = newest
  const tail = FIRST_PREV_HASH
  return { ...log, lines: [], head, name, changedAtMs, isDamaged: true, tail, segment, size: null }
}

/**
 * Lets the journal begin behind damage where a whole state leads on from there. What stood before is kept
 * under other names. False when the part before the damage reaches as far.
 */
async function mend(place: {
  readonly folder: string
  readonly planId: string
  readonly ports: FilePorts
  readonly anchors: Anchors
  readonly names: readonly string[]
  readonly from: number
  readonly lastSeq: number
}): Promise<boolean> {
  const { folder, planId, ports, anchors, names, from, lastSeq } = place
  const known = await anchors.all()
  if (known.length === 0) return false
  const segments: SegmentBytes[] = []
  for (const segment of names.slice(from))
    segments.push({ segment, bytes: await readWhole(ports.disk, join(folder, segment)) })
  const run = bestRun(runsIn(segments, planId), known)
  const [first, last] = [run?.[0], run?.at(-1)]
  if (!first || !last || last.seq <= lastSeq) return false
  ports.log(`damage inside the journal: it goes on behind it from step ${String(first.seq)}`)
  for (const next of names) {
    const path = join(folder, next)
    if (next < first.segment || next > last.segment) await setAside(path, ports)
    else {
      const bytes = segments.find((one) => one.segment === next)?.bytes ?? new Uint8Array()
      const start = next === first.segment ? first.offset : 0
      const stop = next === last.segment ? last.offset + last.length + 1 : bytes.length
      if (start === 0 && stop === bytes.length) continue
      await writeAtomically(asideName(path, ports), bytes, ports)
      await writeAtomically(path, bytes.subarray(start, stop), ports)
    }
  }
  await syncFolder(ports.disk, ports.platform, folder)
  return true
}

async function segmentsIn(folder: string, { disk }: FilePorts): Promise<readonly string[]> {
  try {
    return (await disk.readdir(folder)).filter((name) => SEGMENT.test(name)).sort()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function cutAfter(
  path: string,
  bytes: Uint8Array,
  goodBytes: number,
  ports: FilePorts,
): Promise<void> {
  await writeAtomically(asideName(path, ports), bytes.subarray(goodBytes), ports)
  const handle = await ports.disk.open(path, 'r+')
  try {
    await handle.truncate(goodBytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function setAside(path: string, ports: FilePorts): Promise<number> {
  const { size } = await ports.disk.stat(path)
  await ports.disk.rename(path, asideName(path, ports))
  return size
}

async function flushFile(path: string, { disk }: FilePorts): Promise<void> {
  const handle = await disk.open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function asideName(path: string, ports: FilePorts): string {
  return `${path.slice(0, -'.jsonl'.length)}.torn-${stamp(ports)}.bin`
}

/** Moment and chance, so that no two set-aside files ever share a name. */
function stamp({ clock, random }: FilePorts): string {
  const moment = new Date(clock()).toISOString().replace(/[-:.]/g, '')
  return `${moment}-${Buffer.from(random(3)).toString('hex')}`
}
