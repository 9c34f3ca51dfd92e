import { join } from 'node:path'
import type { Head } from '#domain/plan/operation.ts'
import { writeAtomically } from '#main/files/atomic-file.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole, syncFolder } from '#main/files/disk.ts'
import { FIRST_PREV_HASH } from './journal-line.ts'
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
  readonly size: number
}

/** The name of the segment after `segment`; '' stands before the first. */
export function segmentName(segment: string): string {
  const number = Number(SEGMENT.exec(segment)?.[1] ?? 0) + 1
  return `journal-${String(number).padStart(6, '0')}.jsonl`
}

/**
 * Reads all segments of a plan in order and cuts the journal after its last trustworthy line. Whatever
 * stands behind it is copied or renamed to a file beside it first: nothing is ever deleted. An error of
 * the disk while reading is not damage: it is thrown and nothing is touched.
 */
export async function openLog(
  folder: string,
  planId: string,
  ports: FilePorts,
): Promise<OpenedLog> {
  const names = await segmentsIn(folder, ports)
  const lines: StoredLine[] = []
  let end: ChainEnd = startOf(names[0])
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
    for (const place of scan.places) lines.push({ ...place, segment: next })
    ;({ end } = scan)
    head = scan.head ?? head
    name = scan.name ?? name
    segment = next
    size = scan.goodBytes
    if (scan.places.length > 0) changedAtMs = (await ports.disk.stat(path)).mtimeMs
    if (scan.goodBytes === bytes.length) continue
    const later = names.slice(at + 1)
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
  return {
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
}

async function segmentsIn(folder: string, { disk }: FilePorts): Promise<readonly string[]> {
  try {
    return (await disk.readdir(folder)).filter((name) => SEGMENT.test(name)).sort()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** A journal whose first segments were thinned out begins in the middle of its chain. */
function startOf(first: string | undefined): ChainEnd {
  return first === undefined || first === segmentName('')
    ? { seq: 0, sha256: FIRST_PREV_HASH }
    : { seq: null, sha256: null }
}

async function cutAfter(
  path: string,
  bytes: Uint8Array,
  goodBytes: number,
  ports: FilePorts,
): Promise<void> {
  const aside = `${path.slice(0, -'.jsonl'.length)}.torn-${stamp(ports)}.bin`
  await writeAtomically(aside, bytes.subarray(goodBytes), ports)
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
  await ports.disk.rename(path, `${path.slice(0, -'.jsonl'.length)}.torn-${stamp(ports)}.bin`)
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

/** Moment and chance, so that no two set-aside files ever share a name. */
function stamp({ clock, random }: FilePorts): string {
  const moment = new Date(clock()).toISOString().replace(/[-:.]/g, '')
  return `${moment}-${Buffer.from(random(3)).toString('hex')}`
}
