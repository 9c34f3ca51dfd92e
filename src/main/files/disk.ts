import * as fsPromises from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

/** The part of the file system that main uses; tests put a faulty one in its place. */
export type Disk = Pick<
  typeof fsPromises,
  'open' | 'rename' | 'mkdir' | 'readdir' | 'stat' | 'lstat' | 'realpath' | 'unlink'
>

export const realDisk: Disk = fsPromises

/** What the file modules need from outside. `clock` in milliseconds since 1970, `random` gives n bytes. */
export type FilePorts = {
  readonly disk: Disk
  readonly platform: NodeJS.Platform
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly wait: (ms: number) => Promise<void>
  readonly log: (line: string) => void
}

/** Writes every byte at `position`: one `write` may take fewer bytes than it was given. */
export async function writeAll(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    if (bytesWritten <= 0)
      throw Object.assign(new Error('The disk took no bytes.'), { code: 'EIO' })
    done += bytesWritten
  }
}

/** Reads up to `size` bytes from `position`; shorter only where the file ends. */
export async function readUpTo(
  handle: FileHandle,
  size: number,
  position = 0,
): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(size)
  let done = 0
  while (done < size) {
    const { bytesRead } = await handle.read(bytes, done, size - done, position + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}

/** Reads a whole file through one descriptor. */
export async function readWhole(disk: Disk, path: string): Promise<Buffer<ArrayBuffer>> {
  const handle = await disk.open(path, 'r')
  try {
    const { size } = await handle.stat()
    return await readUpTo(handle, size)
  } finally {
    await handle.close()
  }
}

/** What file systems say that cannot flush a folder (some network and FAT volumes); there is nothing better. */
const CANNOT_SYNC_FOLDER = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/** Makes names in a folder durable. Windows cannot open a folder for this and does not need it. */
export async function syncFolder(
  disk: Disk,
  platform: NodeJS.Platform,
  folder: string,
): Promise<void> {
  if (platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!CANNOT_SYNC_FOLDER.has(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

/** The system's error code (`ENOSPC` …), or '' for any other error. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return ''
}
