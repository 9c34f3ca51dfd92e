import { join } from 'node:path'
import type { Disk } from '#main/files/disk.ts'
import { readUpTo } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { JournalLine } from './journal-line.ts'
import { readLine } from './journal-line.ts'
import type { StoredLine } from './open-log.ts'

const PAGE_BYTES = 4 * 1024 * 1024

/** At most `most` and about 4 MB of lines after `afterSeq`, as runs that each lie in one segment; `next` is null at the end. */
export function pageAfter(
  lines: readonly StoredLine[],
  headSeq: number,
  afterSeq: number,
  most = Infinity,
): { readonly runs: readonly (readonly StoredLine[])[]; readonly next: number | null } {
  const first = lines[0]?.seq ?? headSeq + 1
  if (afterSeq + 1 < first)
    throw new Trouble('damaged', `The journal of this plan begins at step ${String(first)}.`)
  const runs: StoredLine[][] = []
  let bytes = 0
  let seq = afterSeq
  const start = afterSeq + 1 - first
  const end = Math.min(lines.length, start + most)
  for (let at = start; at < end && bytes < PAGE_BYTES; at += 1) {
    const place = lines[at]
    if (!place) break
    const run = runs.at(-1)
    if (run?.[0]?.segment === place.segment) run.push(place)
    else runs.push([place])
    bytes += place.length
    ;({ seq } = place)
  }
  return { runs, next: seq < (lines.at(-1)?.seq ?? 0) ? seq : null }
}

/** The bytes at places that follow each other in one segment, by one read. */
export async function bytesAt(
  disk: Disk,
  folder: string,
  places: readonly StoredLine[],
): Promise<Buffer> {
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return Buffer.alloc(0)
  const file = await disk.open(join(folder, first.segment), 'r')
  try {
    return await readUpTo(file, last.offset + last.length - first.offset, first.offset)
  } finally {
    await file.close()
  }
}

/** The lines at places that follow each other in one segment; checked once more. */
export async function linesAt(
  disk: Disk,
  folder: string,
  places: readonly StoredLine[],
): Promise<readonly JournalLine[]> {
  const bytes = await bytesAt(disk, folder, places)
  return places.map(({ offset, length }) => {
    const start = offset - (places[0]?.offset ?? 0)
    const line = readLine(bytes.subarray(start, start + length))
    if (line) return line
    throw changedOnDisk()
  })
}

/** For a line that was sound when the journal was opened and is not any more. */
export function changedOnDisk(): Trouble {
  return new Trouble('damaged', 'The journal was changed on the disk by something else.')
}
