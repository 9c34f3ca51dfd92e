import { join } from 'node:path'
import { writeAtomically } from '#main/files/atomic-file.ts'
import { textIn } from '#main/files/byte-text.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole, syncFolder } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { NameFacts, SnapshotHeader } from './snapshot-file.ts'
import { factsIn, fileName, readSnapshot } from './snapshot-file.ts'

/** A snapshot file; `header` is null when its bytes are not what was written. */
export type Stored = NameFacts & {
  readonly name: string
  readonly size: number
  readonly header: SnapshotHeader | null
}

export type SnapshotShelf = {
  /** Newest first by step, then by moment. Every file was read and its checksum compared. */
  readonly list: () => Promise<readonly Stored[]>
  /** The newest sound one, without reading the older ones. */
  readonly newest: () => Promise<Stored | null>
  /** The highest step among the names; nothing is read. */
  readonly newestSeq: () => Promise<number>
  /** Header and rows as text; throws `missing` or `damaged`. */
  readonly read: (id: string) => Promise<{ header: SnapshotHeader; rows: string }>
  readonly has: (id: string) => Promise<boolean>
  /** Writes whole or not at all, then reads the file under its final name once more. */
  readonly put: (id: string, pinned: boolean, bytes: Uint8Array) => Promise<Stored>
  readonly pin: (id: string, pinned: boolean) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

/** Checksums of a file that did not change since are not worked out again in one session. */
export type Checked = Map<string, SnapshotHeader | null>

/** One folder of snapshots. It may not exist yet; foreign files in it are left alone. */
export function snapshotShelf(
  folder: string,
  planId: string,
  ports: FilePorts,
  checked: Checked = new Map(),
): SnapshotShelf {
  const { disk } = ports

  async function names(): Promise<readonly (NameFacts & { readonly name: string })[]> {
    try {
      const found = (await disk.readdir(folder)).flatMap((name) => {
        const facts = factsIn(name)
        return facts ? [{ ...facts, name }] : []
      })
      return found.sort((a, b) => b.seq - a.seq || (a.id < b.id ? 1 : -1))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }

  async function check(facts: NameFacts & { readonly name: string }): Promise<Stored> {
    const path = join(folder, facts.name)
    const { size, mtimeMs } = await disk.stat(path)
    const key = `${path} ${String(size)} ${String(mtimeMs)}`
    let header = checked.get(key)
    if (header === undefined) {
      header = soundHeader(await readWhole(disk, path), facts)
      checked.set(key, header)
    }
    return { ...facts, size, header }
  }

  function soundHeader(bytes: Uint8Array, facts: NameFacts): SnapshotHeader | null {
    const header = readSnapshot(bytes, facts)?.header
    return header?.planId === planId ? header : null
  }

  async function find(id: string): Promise<NameFacts & { readonly name: string }> {
    const found = (await names()).find((one) => one.id === id)
    if (found) return found
    throw new Trouble('missing', 'There is no such snapshot any more. Choose another one.')
  }

  return {
    list: async () => {
      const found: Stored[] = []
      for (const facts of await names()) found.push(await check(facts))
      return found
    },

    newest: async () => {
      for (const facts of await names()) {
        const stored = await check(facts)
        if (stored.header) return stored
      }
      return null
    },

    newestSeq: async () => (await names())[0]?.seq ?? 0,

    has: async (id) => (await names()).some((one) => one.id === id),

    read: async (id) => {
      const facts = await find(id)
      const read = readSnapshot(await readWhole(disk, join(folder, facts.name)), facts)
      if (read?.header.planId !== planId)
        throw new Trouble(
          'damaged',
          'This snapshot is damaged. Choose another one; nothing changed.',
        )
      return { header: read.header, rows: textIn(read.body) }
    },

    put: async (id, pinned, bytes) => {
      // Never its parents: a plan that was just moved to the trash must not get a second folder.
      await disk.mkdir(folder).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error
      })
      await syncFolder(disk, ports.platform, join(folder, '..'))
      const name = fileName(id, pinned)
      await writeAtomically(join(folder, name), bytes, ports)
      const facts = factsIn(name)
      const back = await readWhole(disk, join(folder, name))
      const header = facts && Buffer.compare(back, bytes) === 0 ? soundHeader(back, facts) : null
      if (!facts || !header)
        throw new Trouble('failed', 'The disk did not keep the snapshot as it was written.')
      return { ...facts, name, size: back.length, header }
    },

    pin: async (id, pinned) => {
      const facts = await find(id)
      if (facts.pinned === pinned) return
      await disk.rename(join(folder, facts.name), join(folder, fileName(id, pinned)))
      await syncFolder(disk, ports.platform, folder)
    },

    remove: async (id) => {
      await disk.unlink(join(folder, (await find(id)).name))
    },
  }
}
