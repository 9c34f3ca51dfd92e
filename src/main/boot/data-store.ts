import { PLAN_VERSION } from '#domain/plan/thing.ts'
import type { FilePorts } from '#main/files/disk.ts'
import type { Journal } from '#main/journal/journal.ts'
import { createJournal } from '#main/journal/journal.ts'
import { snapshotAnchors } from '#main/snapshots/anchors.ts'
import type { BackupFolder } from '#main/snapshots/backup-folder.ts'
import { createBackupFolder } from '#main/snapshots/backup-folder.ts'
import type { SnapshotKeeper } from '#main/snapshots/snapshot-keeper.ts'
import { createSnapshotKeeper } from '#main/snapshots/snapshot-keeper.ts'
import type { Snapshots } from '#main/snapshots/snapshots.ts'
import { createSnapshots } from '#main/snapshots/snapshots.ts'
import type { StateWorks } from '#main/snapshots/state-works.ts'
import { worksHere } from '#main/snapshots/state-works.ts'
import type { RunRecord, Versions } from './run-record.ts'
import { openRunRecord } from './run-record.ts'

export type DataStorePorts = FilePorts & {
  readonly root: string
  /** Versions of the app and of what it runs on. */
  readonly madeBy: Versions
  readonly notify: (text: string) => void
  readonly chooseFolder: () => Promise<string | null>
  readonly later: (ms: number, work: () => void) => () => void
  /** Where the heavy part of snapshots is done; on this thread unless given. */
  readonly works?: StateWorks
  /** A journal segment of this size is closed; about 1 MB unless a test wants many. */
  readonly segmentBytes?: number
  /** How far the journal goes back; see `snapshots.ts`. */
  readonly journalKeeps?: { readonly snapshots: number; readonly steps: number }
}

export type DataStore = {
  readonly journal: Journal
  readonly snapshots: Snapshots
  readonly keeper: SnapshotKeeper
  readonly backup: BackupFolder
  /** Before the first message is answered: what the last session left, and the mark of this one. */
  readonly open: () => Promise<RunRecord>
  /** After the window stands: pinned snapshots of all plans when a version changed. */
  readonly settle: () => Promise<void>
  /** A clean end: snapshots of what changed, everything flushed, the mark taken away. */
  readonly close: () => Promise<void>
}

/** Everything that lies in the data folder, put together. */
export function createDataStore(ports: DataStorePorts): DataStore {
  const { notify, log, later, madeBy } = ports
  let record: RunRecord | null = null
  const anchors = (folder: string, planId: string) => snapshotAnchors(folder, planId, ports)
  const journal = createJournal({ ...ports, anchors })
  const backup = createBackupFolder(ports)
  const snapshots = createSnapshots({
    ...ports,
    journal,
    backup,
    works: ports.works ?? worksHere(),
  })
  const beforeFirst = () => {
    if (record?.isOtherVersion) return 'version-change'
    return record?.endedBadly ? 'after-crash' : null
  }
  const keeper = createSnapshotKeeper({ journal, snapshots, beforeFirst, later, notify, log })

  async function prepareAll(opened: RunRecord): Promise<void> {
    let isDone = true
    for (const { planId, head, deleted } of await journal.list())
      if (head && !deleted) isDone = (await keeper.prepare(planId)) && isDone
    // Otherwise the next start sees the old versions again and makes up for it.
    if (isDone) await opened.settle()
  }

  return {
    journal,
    snapshots,
    keeper,
    backup: {
      ...backup,
      choose: async () => {
        const place = await backup.choose()
        for (const { planId, deleted } of await journal.list())
          if (!deleted) await snapshots.copyNewest(planId)
        return place
      },
    },

    open: async () => {
      const versions = { ...madeBy, schema: String(PLAN_VERSION) }
      record = await openRunRecord(ports.root, versions, ports)
      return record
    },

    settle: async () => {
      if (!record?.isOtherVersion) return
      try {
        await prepareAll(record)
      } catch {
        log('the snapshots for the new version are not complete; the next start makes up for it')
      }
    },

    close: async () => {
      await keeper.quit()
      await snapshots.close()
      await journal.close()
      await record?.finish()
    },
  }
}
