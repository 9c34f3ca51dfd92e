import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FilePorts } from './disk.ts'
import { errorCode, readUpTo, syncFolder, writeAll } from './disk.ts'
import { Trouble } from './trouble.ts'

const TEMP_NAME = /^\.roadbook-[0-9a-f]{16}\.tmp$/
const DAY_MS = 86_400_000
/** Scanners and indexers on Windows hold a file for a moment: 5 ms to 640 ms, eight tries. */
const RENAME_WAITS_MS = [5, 10, 20, 40, 80, 160, 320, 640]
const RENAME_RETRIES = new Set(['EPERM', 'EACCES', 'EBUSY'])

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Replaces `path` whole or not at all: temporary file in the same folder, every byte written, flushed,
 * read back and compared, renamed, folder flushed. When it throws, `path` holds the old or the new bytes.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  ports: FilePorts,
): Promise<{ readonly path: string; readonly size: number; readonly sha256: string }> {
  const { disk } = ports
  // A link keeps being a link: the file behind it is replaced.
  const target = await throughLinks(path, ports)
  const folder = dirname(target)
  const temp = join(folder, `.roadbook-${Buffer.from(ports.random(8)).toString('hex')}.tmp`)
  const sha256 = sha256Hex(bytes)
  const handle = await disk.open(temp, 'wx+')
  try {
    await fill(handle, bytes, sha256)
  } catch (error) {
    await forget(temp, ports)
    throw error
  }
  await renameWithPatience(temp, target, ports)
  await syncFolder(disk, ports.platform, folder)
  await sweep(folder, ports)
  return { path: target, size: bytes.length, sha256 }
}

async function throughLinks(path: string, { disk }: FilePorts): Promise<string> {
  try {
    return (await disk.lstat(path)).isSymbolicLink() ? await disk.realpath(path) : path
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    return path
  }
}

async function fill(handle: FileHandle, bytes: Uint8Array, sha256: string): Promise<void> {
  let closed = false
  try {
    await writeAll(handle, bytes, 0)
    await handle.sync()
    const back = await readUpTo(handle, bytes.length + 1)
    if (back.length !== bytes.length || sha256Hex(back) !== sha256)
      throw new Trouble('failed', 'The disk did not keep what was written. Choose another folder.')
    closed = true
    await handle.close()
  } finally {
    if (!closed) await handle.close().catch(() => undefined)
  }
}

async function renameWithPatience(temp: string, target: string, ports: FilePorts): Promise<void> {
  for (const waitMs of [...RENAME_WAITS_MS, null]) {
    try {
      await ports.disk.rename(temp, target)
      return
    } catch (error) {
      if (!RENAME_RETRIES.has(errorCode(error))) {
        await forget(temp, ports)
        throw error
      }
      if (waitMs !== null) await ports.wait(waitMs)
    }
  }
  throw new Trouble(
    'busy',
    `${basename(target)} is held by another program, or its folder is protected. The new content was kept beside it as ${basename(temp)} for a day. Close the other program, then save again.`,
  )
}

async function forget(temp: string, { disk, log }: FilePorts): Promise<void> {
  await disk.unlink(temp).catch((error: unknown) => {
    log(`a temporary file stays behind (${errorCode(error)})`)
  })
}

/** Removes our own temporary files that a crash left behind more than a day ago. Never fails a write. */
async function sweep(folder: string, { disk, clock, log }: FilePorts): Promise<void> {
  try {
    for (const name of await disk.readdir(folder)) {
      if (!TEMP_NAME.test(name)) continue
      const path = join(folder, name)
      if (clock() - (await disk.lstat(path)).mtimeMs > DAY_MS) await disk.unlink(path)
    }
  } catch (error) {
    log(`old temporary files were not swept (${errorCode(error)})`)
  }
}
