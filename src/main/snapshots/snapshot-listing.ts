import type { Head } from '#domain/plan/operation.ts'
import { errorCode } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import type { BackupFolder } from './backup-folder.ts'
import { headOf } from './snapshot-file.ts'
import type { SnapshotShelf, Stored } from './snapshot-shelf.ts'
import type { StateWorks } from './state-works.ts'

/** A folder on the network that is gone may never answer. */
const PATIENCE_MS = 3_000

export type ListingPorts = {
  readonly shelfFor: (planId: string) => Promise<SnapshotShelf>
  readonly quarantineFor: (planId: string) => Promise<SnapshotShelf>
  readonly backup: Pick<BackupFolder, 'shelfFor'>
  readonly works: Pick<StateWorks, 'check'>
  readonly wait: (ms: number) => Promise<void>
  readonly log: (line: string) => void
}

export type SnapshotListing = {
  /** Newest first, the quarantined and those of the second folder included. */
  readonly list: (planId: string) => Promise<readonly SnapshotSummary[]>
  readonly latest: (planId: string) => Promise<SnapshotSummary | null>
  readonly read: (planId: string, id: string) => Promise<{ head: Head; things: string }>
}

/** All snapshots of a plan, wherever they lie: beside the journal, in quarantine, in the second folder. */
export function createSnapshotListing(ports: ListingPorts): SnapshotListing {
  const { shelfFor, quarantineFor, backup, works } = ports

  /** A second folder that cannot be read now is no reason not to show the first. */
  async function secondList(planId: string): Promise<readonly Stored[]> {
    try {
      const shelf = await backup.shelfFor(planId)
      return shelf ? await Promise.race([shelf.list(), silence()]) : []
    } catch (error) {
      ports.log(`the second folder was not listed (${errorCode(error)})`)
      return []
    }
  }

  async function silence(): Promise<never> {
    await ports.wait(PATIENCE_MS)
    throw new Trouble('busy', 'The second folder does not answer.')
  }

  return {
    list: async (planId) => {
      const found = new Map<string, SnapshotSummary>()
      for (const one of await (await shelfFor(planId)).list())
        found.set(one.id, summaryOf(one, planId))
      for (const one of await (await quarantineFor(planId)).list())
        if (!found.has(one.id)) found.set(one.id, summaryOf(one, planId))
      const second = await secondList(planId)
      for (const one of second) {
        const own = found.get(one.id)
        const summary = summaryOf(one, planId)
        if (own?.state === 'valid' && one.header) found.set(one.id, { ...own, place: 'both' })
        else if (own === undefined || (own.state === 'damaged' && one.header))
          found.set(one.id, { ...summary, place: 'second' })
      }
      return [...found.values()].sort((a, b) => b.seq - a.seq || (a.id < b.id ? 1 : -1))
    },

    latest: async (planId) => {
      const newest = await (await shelfFor(planId)).newest()
      return newest && summaryOf(newest, planId)
    },

    read: async (planId, id) => {
      const second = await backup.shelfFor(planId)
      const shelves = [await shelfFor(planId), await quarantineFor(planId)]
      let trouble: unknown = new Trouble('missing', 'There is no such snapshot any more.')
      for (const shelf of second ? [...shelves, second] : shelves)
        try {
          const { header, rows } = await shelf.read(id)
          const head = headOf(header)
          if (header.problem === '') await works.check({ text: rows, head })
          return { head, things: rows }
        } catch (error) {
          if (!(error instanceof Trouble && error.code === 'missing')) trouble = error
        }
      throw trouble
    },
  }
}

/** What a person sees of a snapshot file. */
export function summaryOf(stored: Stored, planId: string): SnapshotSummary {
  const { id, seq, at, reason, size, pinned, header } = stored
  const shared = { id, planId, seq, at, reason, size, pinned, place: 'main' as const }
  if (!header)
    return {
      ...shared,
      counts: {},
      state: 'damaged',
      problem: 'The file is damaged on the disk.',
    }
  const { counts, problem } = header
  return { ...shared, counts, problem, state: problem === '' ? 'valid' : 'quarantined' }
}
