import { join } from 'node:path'
import type { Head } from '#domain/plan/operation.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { Journal } from '#main/journal/journal.ts'
import type { ChannelInput } from '#shared/ipc-contract.ts'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import { snapshotFolder } from './anchors.ts'
import type { BackupFolder } from './backup-folder.ts'
import type { Candidate } from './keep-snapshots.ts'
import { MOST_OWN_PINS, isPinnedByItself, keepSnapshots } from './keep-snapshots.ts'
import { createRebuilder } from './rebuild.ts'
import type { GateResult } from './snapshot-gate.ts'
import { snapshotId, writeSnapshot } from './snapshot-file.ts'
import type { SnapshotListing } from './snapshot-listing.ts'
import { createSnapshotListing, summaryOf } from './snapshot-listing.ts'
import type { Checked, SnapshotShelf, Stored } from './snapshot-shelf.ts'
import { snapshotShelf } from './snapshot-shelf.ts'
import type { MadeState, StateWorks } from './state-works.ts'

/**
 * The journal goes back to the 20th newest sound snapshot and never less than 4,000 steps, so that undo has
 * its history after a rebuild as well.
 */
const JOURNAL_KEEPS = { snapshots: 20, steps: 4_000 } as const
const COPY_PATIENCE_MS = 3_000

export type SnapshotPorts = FilePorts & {
  readonly madeBy: Readonly<Record<string, string>>
  readonly journal: Pick<Journal, 'folderOf' | 'headOf' | 'readLines' | 'cutBefore' | 'found'>
  readonly backup: Pick<BackupFolder, 'shelfFor' | 'copy'>
  readonly works: StateWorks
  readonly notify: (text: string) => void
  /** How far the journal goes back, in sound snapshots and in steps; 20 and 4,000 unless a test wants less. */
  readonly journalKeeps?: { readonly snapshots: number; readonly steps: number }
}

type Take = ChannelInput<'snapshot.take'>

export type Snapshots = SnapshotListing & {
  /** Makes a snapshot of the journal's head from the disk alone. The one that is there already is enough. */
  readonly take: (input: Take) => Promise<SnapshotSummary>
  /** The same with rows from the page: they pass the same gate. */
  readonly write: (input: ChannelInput<'snapshot.write'>) => Promise<SnapshotSummary>
  readonly pin: (planId: string, id: string, pinned: boolean) => Promise<void>
  /** Copies the newest sound snapshot of a plan to the second folder. */
  readonly copyNewest: (planId: string) => Promise<void>
  /** Waits for what is being written. */
  readonly close: () => Promise<void>
}

/** Whole states of a plan beside its journal, made, checked, kept and thinned out. */
export function createSnapshots(ports: SnapshotPorts): Snapshots {
  const { journal, backup, works } = ports
  const checked: Checked = new Map()
  const rebuilder = createRebuilder({ journal, shelfFor, works })
  const listing = createSnapshotListing({
    ...{ shelfFor, quarantineFor, backup, works },
    ...{ wait: ports.wait, log: ports.log },
  })
  const told = new Set<string>()
  const turns = new Map<string, Promise<unknown>>()
  const copies = new Set<Promise<void>>()

  async function shelfFor(planId: string): Promise<SnapshotShelf> {
    const folder = snapshotFolder(await journal.folderOf(planId))
    return snapshotShelf(folder, planId, ports, checked)
  }

  async function quarantineFor(planId: string): Promise<SnapshotShelf> {
    const folder = join(await journal.folderOf(planId), 'quarantine')
    return snapshotShelf(folder, planId, ports, checked)
  }

  /** Of one plan, one after the other. */
  function inTurn<T>(planId: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(planId) ?? Promise.resolve()).then(work, work)
    turns.set(
      planId,
      turn.catch(() => undefined),
    )
    return turn
  }

  async function make(input: Take): Promise<SnapshotSummary> {
    const { planId, reason } = input
    const head = await journal.headOf(planId)
    if (!head) throw new Trouble('missing', 'The disk holds no journal of this plan.')
    const newest = await (await shelfFor(planId)).newest()
    const isThere = newest?.header?.hash === head.hash && newest.seq === head.seq
    const wantsPin = input.pinned || isPinnedByItself(reason)
    if (newest && isThere && (!wantsPin || (newest.pinned && newest.reason === reason)))
      return summaryOf(newest, planId)
    const state = await rebuilder.at(head, {
      since: newest?.seq ?? 0,
      lastCount: rowCount(newest),
      confirmedShrink: isMeant(input),
    })
    return store(head, input, state)
  }

  async function store(
    head: Head,
    { reason, pinned }: Pick<Take, 'reason' | 'pinned'>,
    { gate, body, sha256 }: MadeState,
  ): Promise<SnapshotSummary> {
    const { planId, seq, hash, version } = head
    const isSound = gate.problem === ''
    const shelf = await (isSound ? shelfFor(planId) : quarantineFor(planId))
    const at = await freeMoment(shelf, seq, reason)
    const pin = pinned || isPinnedByItself(reason)
    const { counts, name, problem } = gate
    const header = { planId, name, version, seq, hash, counts, reason, pinned: pin, at }
    const madeBy = { ...ports.madeBy }
    const bytes = writeSnapshot({ ...header, madeBy, problem, sha256 }, body)
    const stored = await shelf.put(snapshotId(seq, at, reason), pin, bytes)
    if (!isSound) quarantined(planId, gate)
    await thin(planId, stored.id)
    if (isSound) copyLater(planId, stored, bytes)
    return summaryOf(stored, planId)
  }

  /** Two snapshots of one step and reason in one millisecond must not share a name. */
  async function freeMoment(
    shelf: SnapshotShelf,
    seq: number,
    reason: Take['reason'],
  ): Promise<string> {
    for (let ms = ports.clock(); ; ms += 1) {
      const at = new Date(ms).toISOString()
      if (!(await shelf.has(snapshotId(seq, at, reason)))) return at
    }
  }

  function quarantined(planId: string, { name, problem }: GateResult): void {
    ports.log(`a snapshot of ${planId} went to quarantine: ${problem}`)
    if (told.has(planId)) return
    told.add(planId)
    ports.notify(
      `The newest safety snapshot of ${inQuotes(name, 80)} looks wrong and was put apart: ${problem} The older snapshots are all kept. If this is how the plan should be, confirm it under “Data and backups”.`,
    )
  }

  function copyLater(planId: string, stored: Stored, bytes: Uint8Array): void {
    const copy = backup.copy(planId, stored, bytes)
    copies.add(copy)
    void copy.finally(() => copies.delete(copy))
  }

  /** What may go, goes, but never the one just made; a failure here never fails that one. */
  async function thin(planId: string, fresh: string): Promise<void> {
    try {
      const shelf = await shelfFor(planId)
      const apart = await quarantineFor(planId)
      const all = [...(await candidates(shelf, true)), ...(await candidates(apart, false))]
      const { keep, drop } = keepSnapshots(all, ports.clock())
      for (const one of drop) if (one.id !== fresh) await one.from.remove(one.id)
      await cutJournal(planId, keep)
    } catch (error) {
      ports.log(`snapshots were not thinned out (${errorCode(error)})`)
    }
  }

  async function cutJournal(planId: string, kept: readonly Candidate[]): Promise<void> {
    const { snapshots, steps } = ports.journalKeeps ?? JOURNAL_KEEPS
    const oldest = kept.filter((one) => one.isSound)[snapshots - 1]
    const head = await journal.headOf(planId)
    if (oldest && head) await journal.cutBefore(planId, Math.min(oldest.seq, head.seq - steps))
  }

  return {
    take: (input) => inTurn(input.planId, () => make(input)),

    write: ({ head, reason, things, count }) =>
      inTurn(head.planId, async () => {
        const { planId } = head
        const end = await journal.headOf(planId)
        if ((end && head.seq > end.seq) || head.version > PLAN_VERSION)
          throw new Trouble('conflict', 'The snapshot is ahead of the safety copy on the disk.')
        const newest = await (await shelfFor(planId)).newest()
        if (
          newest?.seq === head.seq &&
          newest.header?.hash === head.hash &&
          !isPinnedByItself(reason)
        )
          return summaryOf(newest, planId)
        const hash = head.seq === end?.seq ? end.hash : head.hash
        const state = await works.fromText({
          text: things,
          count,
          hash,
          version: head.version,
          lastCount: rowCount(newest),
          confirmedShrink: isMeant({ reason, confirmedShrink: false }),
        })
        if (!state)
          throw new Trouble('failed', 'The snapshot was not complete, so it was not written.')
        const write = () => store({ ...head, hash }, { reason, pinned: false }, state)
        if (end) return write()
        // The folder is gone while the page still has the plan: its state founds the journal anew.
        if (state.gate.problem !== '') throw new Trouble('failed', state.gate.problem)
        await journal.found(planId)
        const made = await write()
        if (!(await journal.headOf(planId))) await journal.found(planId)
        return made
      }),

    ...listing,

    pin: (planId, id, pinned) =>
      inTurn(planId, async () => {
        const shelf = await shelfFor(planId)
        const own = (await shelf.list()).filter(
          (one) => one.pinned && !isPinnedByItself(one.reason) && one.id !== id,
        )
        if (pinned && own.length >= MOST_OWN_PINS)
          throw new Trouble(
            'conflict',
            `${String(MOST_OWN_PINS)} snapshots are pinned already. Let one go first.`,
          )
        await shelf.pin(id, pinned)
      }),

    copyNewest: async (planId) => {
      const shelf = await shelfFor(planId)
      const newest = await shelf.newest()
      if (!newest?.header) return
      const { header, rows } = await shelf.read(newest.id)
      const { format: _format, ...facts } = header
      copyLater(planId, newest, writeSnapshot(facts, Buffer.from(rows)))
    },

    close: async () => {
      await Promise.all(turns.values())
      // A folder on the network that does not answer must not hold the app.
      await Promise.race([Promise.all(copies), ports.wait(COPY_PATIENCE_MS)])
    },
  }
}

function isMeant({ reason, confirmedShrink }: Pick<Take, 'reason' | 'confirmedShrink'>): boolean {
  return confirmedShrink || reason === 'after-restore' || reason === 'after-delete'
}

function rowCount(stored: Stored | null): number {
  return Object.values(stored?.header?.counts ?? {}).reduce((sum, count) => sum + count, 0)
}

async function candidates(
  from: SnapshotShelf,
  mayBeSound: boolean,
): Promise<readonly (Candidate & { readonly from: SnapshotShelf })[]> {
  return (await from.list()).map(({ id, seq, at, size, pinned, reason, header }) => {
    const isSound = mayBeSound && header?.problem === ''
    return { id, seq, at, size, pinned, reason, isSound, from }
  })
}
