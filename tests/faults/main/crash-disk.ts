import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Disk } from '#main/files/disk.ts'

/** A change that a crash may lose: to the bytes of a file or to the names in a folder. */
type Pending =
  | { readonly on: File; readonly position: number; readonly bytes: Buffer }
  | { readonly on: File; readonly size: number }
  | { readonly on: Folder; readonly remove: string | null; readonly put: [string, Node] | null }

type File = { readonly type: 'file'; data: Buffer; durable: Buffer }
type Folder = { readonly type: 'folder'; names: Map<string, Node>; durable: Map<string, Node> }
type Node = File | Folder

/** Files by path, as they lie on the disk after a crash; folders end with a slash. */
export type Image = ReadonlyMap<string, Buffer>

export type CrashDisk = {
  readonly disk: Disk
  /** What is on the disk now, as if everything had been flushed. */
  readonly image: () => Image
  /** Calls that changed or flushed something so far. */
  readonly calls: () => number
  /** Every legal state of the disk if the power went now. */
  readonly crashes: () => readonly Image[]
}

export const ROOT = '/data'
const EMPTY = Buffer.alloc(0)

/**
 * A disk in memory that keeps apart what was flushed and what was only written: bytes are durable after the
 * file's `sync`, names after the folder's. Everything else may be there or not, in any order, and a write
 * may be there by half or as zeros. `onCall` runs after each call that changes or flushes something. With
 * `liesAboutFiles` a file's `sync` does nothing: what is built on it must then lose.
 */
export function crashDisk(
  from: Image = new Map(),
  onCall: () => void = () => undefined,
  liesAboutFiles = false,
): CrashDisk {
  const root: Folder = { type: 'folder', names: new Map(), durable: new Map() }
  let pending: Pending[] = []
  let calls = 0
  for (const [path, bytes] of from) lay(path, bytes)

  function lay(path: string, bytes: Buffer): void {
    const parts = path.slice(ROOT.length).split('/').filter(Boolean)
    let folder = root
    for (const [at, part] of parts.entries()) {
      const isFile = at === parts.length - 1 && !path.endsWith('/')
      let node = folder.names.get(part)
      if (!node) {
        node = isFile
          ? { type: 'file', data: Buffer.from(bytes), durable: Buffer.from(bytes) }
          : { type: 'folder', names: new Map(), durable: new Map() }
        folder.names.set(part, node)
        folder.durable.set(part, node)
      }
      if (node.type === 'folder') folder = node
    }
  }

  function find(path: string): Node {
    let node: Node = root
    for (const part of path.slice(ROOT.length).split('/').filter(Boolean)) {
      const next: Node | undefined = node.type === 'folder' ? node.names.get(part) : undefined
      if (!next) throw failure('ENOENT')
      node = next
    }
    return node
  }

  function folderAt(path: string): Folder {
    const node = find(path)
    if (node.type === 'folder') return node
    throw failure('ENOTDIR')
  }

  function fileAt(path: string): File {
    const node = find(path)
    if (node.type === 'file') return node
    throw failure('EISDIR')
  }

  function rename(folder: Folder, remove: string | null, put: [string, Node] | null): void {
    if (remove !== null) folder.names.delete(remove)
    if (put) folder.names.set(...put)
    pending.push({ on: folder, remove, put })
  }

  function done(): void {
    calls += 1
    onCall()
  }

  function handleOf(node: Node): object {
    const file = (): File => {
      if (node.type === 'file') return node
      throw failure('EISDIR')
    }
    return {
      stat: () => Promise.resolve(factsOf(node)),
      close: () => Promise.resolve(),
      read: (into: Buffer, offset: number, length: number, position: number) => {
        const bytesRead = file().data.copy(into, offset, position, position + length)
        return Promise.resolve({ bytesRead })
      },
      write: (from: Uint8Array, offset: number, length: number, position: number) => {
        const bytes = Buffer.from(from.subarray(offset, offset + length))
        file().data = written(file().data, position, bytes)
        pending.push({ on: file(), position, bytes })
        done()
        return Promise.resolve({ bytesWritten: length })
      },
      truncate: (size: number) => {
        file().data = Buffer.from(file().data.subarray(0, size))
        pending.push({ on: file(), size })
        done()
        return Promise.resolve()
      },
      sync: () => {
        if (node.type === 'file' && liesAboutFiles) return Promise.resolve()
        if (node.type === 'file') node.durable = node.data
        else node.durable = new Map(node.names)
        pending = pending.filter((one) => one.on !== node)
        done()
        return Promise.resolve()
      },
    }
  }

  const later = <A extends unknown[], T>(call: (...args: A) => T) => {
    return (...args: A): Promise<T> => {
      try {
        return Promise.resolve(call(...args))
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : failure('EIO'))
      }
    }
  }

  const disk = {
    open: later((path: string, flags: string) => {
      if (flags !== 'wx+') return handleOf(find(path))
      const folder = folderAt(dirname(path))
      if (folder.names.has(basename(path))) throw failure('EEXIST')
      const fresh: File = { type: 'file', data: EMPTY, durable: EMPTY }
      rename(folder, null, [basename(path), fresh])
      done()
      return handleOf(fresh)
    }),
    rename: later((from: string, to: string) => {
      const node = find(from)
      if (dirname(from) !== dirname(to)) throw failure('EXDEV')
      rename(folderAt(dirname(from)), basename(from), [basename(to), node])
      done()
    }),
    unlink: later((path: string) => {
      fileAt(path)
      rename(folderAt(dirname(path)), basename(path), null)
      done()
    }),
    mkdir: later((path: string, options?: { readonly recursive?: boolean }) => {
      const make = (place: string): void => {
        if (place.length <= ROOT.length) return
        if (options?.recursive === true) make(dirname(place))
        const folder = folderAt(dirname(place))
        if (!folder.names.has(basename(place)))
          rename(folder, null, [
            basename(place),
            { type: 'folder', names: new Map(), durable: new Map() },
          ])
        else if (options?.recursive !== true) throw failure('EEXIST')
      }
      make(path)
      done()
    }),
    readdir: later((path: string, options?: { readonly withFileTypes?: boolean }) => {
      const entries = [...folderAt(path).names]
      if (options?.withFileTypes !== true) return entries.map(([name]) => name)
      return entries.map(([name, node]) => ({ name, isDirectory: () => node.type === 'folder' }))
    }),
    stat: later((path: string) => factsOf(find(path))),
    lstat: later((path: string) => factsOf(find(path))),
    realpath: later((path: string) => path),
  }

  return {
    disk: disk as unknown as Disk,
    calls: () => calls,
    image: () => imageOf(root, pending),
    crashes: () => [...choices(pending)].map((kept) => imageOf(root, kept)),
  }
}

/** Which of the changes that were not flushed are there: none, all, each prefix, each one alone or missing. */
function* choices(pending: readonly Pending[]): Generator<readonly Pending[]> {
  yield []
  for (const [at, one] of pending.entries()) {
    const before = pending.slice(0, at)
    yield [...before, one]
    yield [one]
    yield [...before, ...pending.slice(at + 1)]
    if (!('bytes' in one)) continue
    for (const cut of [1, Math.floor(one.bytes.length / 2), one.bytes.length - 1])
      yield [...before, { ...one, bytes: one.bytes.subarray(0, cut) }]
    yield [...before, { ...one, bytes: Buffer.alloc(one.bytes.length) }]
  }
}

/** The durable state with these changes on top, in their order. */
function imageOf(root: Folder, kept: readonly Pending[]): Image {
  const image = new Map<string, Buffer>()
  const walk = (folder: Folder, path: string): void => {
    const names = new Map(folder.durable)
    for (const change of kept)
      if (change.on === folder && 'put' in change) {
        if (change.remove !== null) names.delete(change.remove)
        if (change.put) names.set(...change.put)
      }
    for (const [name, node] of names)
      if (node.type === 'folder') {
        image.set(`${path}/${name}/`, EMPTY)
        walk(node, `${path}/${name}`)
      } else image.set(`${path}/${name}`, bytesOf(node, kept))
  }
  walk(root, ROOT)
  return image
}

function bytesOf(file: File, kept: readonly Pending[]): Buffer {
  let bytes = file.durable
  for (const change of kept) {
    if (change.on !== file) continue
    if ('bytes' in change) bytes = written(bytes, change.position, change.bytes)
    else if ('size' in change) bytes = Buffer.from(bytes.subarray(0, change.size))
  }
  return bytes
}

function written(old: Buffer, position: number, bytes: Buffer): Buffer {
  const next = Buffer.alloc(Math.max(old.length, position + bytes.length))
  old.copy(next)
  bytes.copy(next, position)
  return next
}

/** A short name of an image: two images with one name are the same. */
export function imageKey(image: Image): string {
  const hash = createHash('sha256')
  for (const path of [...image.keys()].sort()) {
    const bytes = image.get(path) ?? EMPTY
    hash.update(`${path} ${String(bytes.length)}\n`).update(bytes)
  }
  return hash.digest('hex')
}

function factsOf(node: Node) {
  const isFile = node.type === 'file'
  return {
    size: isFile ? node.data.length : 0,
    mtimeMs: 0,
    isDirectory: () => !isFile,
    isFile: () => isFile,
    isSymbolicLink: () => false,
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: in memory`), { code })
}
