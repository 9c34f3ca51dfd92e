import { join, relative, sep } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '#main/files/atomic-file.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole } from '#main/files/disk.ts'
import { failureFrom, Trouble } from '#main/files/trouble.ts'
import { folderName } from '#main/journal/plan-folder.ts'
import { keepSnapshots } from './keep-snapshots.ts'
import type { SnapshotShelf, Stored } from './snapshot-shelf.ts'
import { snapshotShelf } from './snapshot-shelf.ts'

const SETTING = 'second-folder.json'
const SHELF = 'Roadbook snapshots'
const settingSchema = z.object({ folder: z.string().min(1) })

export type BackupPorts = FilePorts & {
  readonly root: string
  readonly notify: (text: string) => void
  /** The system's own chooser; null when the person cancels. */
  readonly chooseFolder: () => Promise<string | null>
}

export type BackupPlace = { readonly place: string | null; readonly problem: string }

export type BackupFolder = {
  readonly get: () => Promise<BackupPlace>
  /** Asks the person for a folder and remembers it. */
  readonly choose: () => Promise<BackupPlace>
  readonly clear: () => Promise<void>
  /** The plan's snapshots in the second folder; null when none is chosen. */
  readonly shelfFor: (planId: string) => Promise<SnapshotShelf | null>
  /** Copies a snapshot there and thins out. Never throws: a failure is told once and kept as `problem`. */
  readonly copy: (planId: string, stored: Stored, bytes: Uint8Array) => Promise<void>
}

/** A second place for snapshots that the person chose: another disk, a stick, a synchronised folder. */
export function createBackupFolder(ports: BackupPorts): BackupFolder {
  const setting = join(ports.root, SETTING)
  let folder: Promise<string | null> | null = null
  let problem = ''

  async function remembered(): Promise<string | null> {
    try {
      const text = (await readWhole(ports.disk, setting)).toString('utf8')
      return settingSchema.parse(JSON.parse(text)).folder
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') {
        problem = 'The choice of a second folder could not be read. Choose it again.'
        ports.log('the setting of the second folder cannot be read')
      }
      return null
    }
  }

  const current = () => (folder ??= remembered())

  async function remember(chosen: string | null): Promise<void> {
    if (chosen === null)
      await ports.disk.unlink(setting).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error
      })
    else
      await writeAtomically(setting, Buffer.from(`${JSON.stringify({ folder: chosen })}\n`), ports)
    folder = Promise.resolve(chosen)
    problem = ''
  }

  function shelfIn(chosen: string, planId: string): SnapshotShelf {
    return snapshotShelf(join(chosen, SHELF, folderName(planId)), planId, ports)
  }

  const get = async () => ({ place: await current(), problem })

  return {
    get,

    choose: async () => {
      const chosen = await ports.chooseFolder()
      if (chosen === null) throw new Trouble('cancelled', 'No folder was chosen.')
      if (isInside(ports.root, chosen))
        throw new Trouble(
          'conflict',
          'This folder belongs to Roadbook’s own data. Choose one elsewhere, best on another disk.',
        )
      if (!(await ports.disk.stat(chosen)).isDirectory())
        throw new Trouble('conflict', 'This is a file. Choose a folder for the snapshots.')
      await remember(chosen)
      return get()
    },

    clear: () => remember(null),

    shelfFor: async (planId) => {
      const chosen = await current()
      return chosen === null ? null : shelfIn(chosen, planId)
    },

    copy: async (planId, { id, pinned }, bytes) => {
      const chosen = await current()
      if (chosen === null) return
      try {
        // A stick that is not there must not become a folder on the disk below it.
        await ports.disk.stat(chosen)
        const shelf = shelfIn(chosen, planId)
        await ports.disk.mkdir(join(chosen, SHELF), { recursive: true })
        await shelf.put(id, pinned, bytes)
        await thinOut(shelf, id, ports.clock())
        problem = ''
      } catch (error) {
        const isNew = problem === ''
        problem = failureFrom(error, 'The second copy of the snapshots was not written').message
        ports.log(`no second copy (${errorCode(error)})`)
        if (isNew) ports.notify(`${problem} The first copy is safe.`)
      }
    },
  }
}

async function thinOut(shelf: SnapshotShelf, fresh: string, now: number): Promise<void> {
  const all = (await shelf.list()).map((one) => ({ ...one, isSound: one.header?.problem === '' }))
  for (const one of keepSnapshots(all, now).drop) if (one.id !== fresh) await shelf.remove(one.id)
}

function isInside(root: string, folder: string): boolean {
  const way = relative(root, folder)
  return (
    way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|[\\/])/.test(way))
  )
}
