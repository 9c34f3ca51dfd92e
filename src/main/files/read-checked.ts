import { constants } from 'node:fs'
import { basename } from 'node:path'
import { LIMITS } from '#domain/plan/limits.ts'
import type { Disk } from './disk.ts'
import { readUpTo } from './disk.ts'
import { Trouble } from './trouble.ts'

/** Opening a pipe must not wait for somebody who writes into it. Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * The bytes of a file that a person chose. What is checked is what is read: one descriptor for both. Only
 * regular files up to 50 MB; a folder, pipe or device is refused before a byte of it is read.
 */
export async function readChecked(
  path: string,
  disk: Disk,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const name = basename(path)
  const handle = await disk.open(path, OPEN_FLAGS)
  try {
    const stat = await handle.stat()
    if (stat.isDirectory())
      throw new Trouble('denied', `${name} is a folder. Choose a file inside it.`)
    if (!stat.isFile())
      throw new Trouble('denied', `${name} is a device or a pipe, not a file. Nothing was read.`)
    if (stat.size > LIMITS.fileBytes)
      throw new Trouble(
        'too-large',
        `${name} has ${megabytes(stat.size)} MB. Roadbook opens files of up to 50 MB. Nothing was read. Paste the part that you need instead.`,
      )
    const bytes = await readUpTo(handle, stat.size + 1)
    if (bytes.length !== stat.size)
      throw new Trouble('conflict', `${name} changed while it was read. Open it again.`)
    return { name, bytes: new Uint8Array(bytes) }
  } finally {
    await handle.close()
  }
}

function megabytes(size: number): string {
  return (size / 1024 / 1024).toFixed(1)
}
