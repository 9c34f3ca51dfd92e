import { dirname, join } from 'node:path'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, syncFolder } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { JournalSummary } from '#shared/ipc-contract.ts'
import type { Anchors } from './anchor.ts'
import type { Shelf } from './plan-folder.ts'
import { folderName, planFolder, plansOn } from './plan-folder.ts'
import type { Page, PageBytes, PlanLog } from './plan-log.ts'
import { createPlanLog } from './plan-log.ts'

export type JournalPorts = FilePorts & {
  /** The data folder. */
  readonly root: string
  /** Tells the person one calm sentence. */
  readonly notify: (text: string) => void
  /** A segment of this size is closed; about 1 MB unless a test wants many. */
  readonly segmentBytes?: number
  /** Where a journal finds whole states outside itself; none unless given. */
  readonly anchors?: (folder: string, planId: string) => Anchors
}

export type Journal = {
  readonly list: () => Promise<readonly JournalSummary[]>
  readonly append: (operations: readonly Operation[]) => Promise<Head>
  readonly read: (planId: string, afterSeq: number, most?: number) => Promise<Page>
  /** The same page as bytes, for a reader that checks every line itself. */
  readonly readLines: (planId: string, afterSeq: number) => Promise<PageBytes>
  /** Where the journal of a plan ends; null when the disk holds none. */
  readonly headOf: (planId: string) => Promise<Head | null>
  /**
   * For a plan of which the disk holds no step: makes its folder and forgets the empty journal, so that the
   * next opening goes on from a state that lies there by then. Throws `conflict` when there are steps.
   */
  readonly found: (planId: string) => Promise<void>
  /** Removes whole segments of steps before `seq`. The caller holds a sound snapshot of a later step. */
  readonly cutBefore: (planId: string, seq: number) => Promise<void>
  readonly trash: (planId: string, deleted: boolean) => Promise<void>
  /** The folder of a plan on whichever shelf it stands. */
  readonly folderOf: (planId: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** The record of last resort: every operation of every plan, flushed before anybody says "saved". */
export function createJournal(ports: JournalPorts): Journal {
  const { disk, root } = ports
  const opened = new Map<string, Promise<PlanLog>>()
  /** Moving a plan between shelves and opening it must not overlap. */
  let moving: Promise<unknown> = Promise.resolve()

  function open(shelf: Shelf, planId: string): Promise<PlanLog> {
    const folder = planFolder(root, shelf, planId)
    const known = opened.get(folder)
    if (known) return known
    const anchors = ports.anchors?.(folder, planId)
    const fresh = createPlanLog(folder, planId, ports, ports.segmentBytes, anchors)
    opened.set(folder, fresh)
    fresh.then(
      (log) => {
        if (log.summary().isDamaged) ports.notify(setAsideWords(log))
      },
      () => opened.delete(folder),
    )
    return fresh
  }

  async function shelfOf(planId: string): Promise<Shelf | null> {
    for (const shelf of ['plans', 'trash'] as const)
      if (await exists(planFolder(root, shelf, planId))) return shelf
    return null
  }

  async function exists(path: string): Promise<boolean> {
    try {
      await disk.stat(path)
      return true
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    }
  }

  async function summarise(shelf: Shelf, planId: string): Promise<JournalSummary> {
    const deleted = shelf === 'trash'
    try {
      const { head, name, changedAtMs, tornBytes } = (await open(shelf, planId)).summary()
      const changedAt = new Date(changedAtMs).toISOString()
      return { planId, head, name, changedAt, tornBytes, deleted }
    } catch (error) {
      ports.log(`the journal of ${planId} cannot be read (${errorCode(error)})`)
      ports.notify('The safety copy of one plan cannot be read. Nothing was changed on the disk.')
      const changedAt = new Date(0).toISOString()
      return { planId, head: null, name: '', changedAt, tornBytes: 0, deleted }
    }
  }

  /** A new plan's folder, durable before its first line. */
  async function makeFolder(planId: string): Promise<void> {
    const folder = planFolder(root, 'plans', planId)
    const shelf = dirname(folder)
    await disk.mkdir(shelf, { recursive: true })
    const twin = (await disk.readdir(shelf)).find(
      (name) =>
        name.toLowerCase() === folderName(planId).toLowerCase() && name !== folderName(planId),
    )
    if (twin !== undefined)
      throw new Trouble('conflict', 'Another plan has the same id but for upper and lower case.')
    await disk.mkdir(folder, { recursive: true })
    await syncFolder(disk, ports.platform, shelf)
    await syncFolder(disk, ports.platform, root)
  }

  async function readable(planId: string): Promise<PlanLog> {
    const log = await exclusively(async () => {
      const shelf = await shelfOf(planId)
      if (shelf === null) throw new Trouble('missing', 'The disk holds no journal of this plan.')
      return open(shelf, planId)
    })
    if ((log.summary().head?.version ?? 1) > PLAN_VERSION)
      throw new Trouble('failed', 'This plan was written by a newer Roadbook. Update Roadbook.')
    return log
  }

  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = moving.then(work, work)
    moving = turn.catch(() => undefined)
    return turn
  }

  return {
    list: () =>
      exclusively(async () => {
        const found: JournalSummary[] = []
        for (const shelf of ['plans', 'trash'] as const)
          for (const planId of await plansOn(disk, root, shelf))
            found.push(await summarise(shelf, planId))
        return found
      }),

    append: async (operations) => {
      const planId = operations[0]?.planId
      if (planId === undefined) throw new Trouble('failed', 'There was nothing to write.')
      const known = opened.get(planFolder(root, 'plans', planId))
      if (known) return (await known).append(operations)
      // Queued while the plan cannot move; waited for outside, so that appends can share a flush.
      const { flushed } = await exclusively(async () => {
        const shelf = await shelfOf(planId)
        if (shelf === 'trash')
          throw new Trouble('conflict', 'This plan is in the trash. Bring it back to change it.')
        if (shelf === null) await makeFolder(planId)
        const queued = (await open('plans', planId)).append(operations)
        queued.catch(() => undefined)
        return { flushed: queued }
      })
      return flushed
    },

    read: async (planId, afterSeq, most) => (await readable(planId)).read(afterSeq, most),
    readLines: async (planId, afterSeq) => (await readable(planId)).readLines(afterSeq),

    headOf: async (planId) => {
      const log = await exclusively(async () => {
        const shelf = await shelfOf(planId)
        return shelf && open(shelf, planId)
      })
      return log?.summary().head ?? null
    },

    found: (planId) =>
      exclusively(async () => {
        const shelf = await shelfOf(planId)
        const log = shelf && (await open(shelf, planId))
        if (shelf === 'trash' || log?.summary().head)
          throw new Trouble('conflict', 'The disk holds steps of this plan. Nothing was written.')
        await makeFolder(planId)
        await log?.close()
        opened.delete(planFolder(root, 'plans', planId))
      }),

    cutBefore: async (planId, seq) => {
      const log = await opened.get(planFolder(root, 'plans', planId))
      await log?.cutBefore(seq)
    },

    trash: (planId, deleted) =>
      exclusively(async () => {
        const [from, to]: [Shelf, Shelf] = deleted ? ['plans', 'trash'] : ['trash', 'plans']
        const source = planFolder(root, from, planId)
        const target = planFolder(root, to, planId)
        if (!(await exists(source))) {
          if (await exists(target)) return
          throw new Trouble('missing', 'The disk holds no such plan.')
        }
        if (await exists(target)) {
          if (!deleted)
            throw new Trouble('conflict', 'A plan with this id is in use. Nothing was moved.')
          await disk.rename(target, `${target}.older-${String(ports.clock())}`)
        }
        const log = opened.get(source)
        opened.delete(source)
        await (await log)?.close()
        await disk.mkdir(join(root, to), { recursive: true })
        await disk.rename(source, target)
        for (const shelf of [from, to]) await syncFolder(disk, ports.platform, join(root, shelf))
      }),

    folderOf: async (planId) => planFolder(root, (await shelfOf(planId)) ?? 'plans', planId),

    close: () =>
      exclusively(async () => {
        for (const log of opened.values()) await (await log).close()
        opened.clear()
      }),
  }
}

function setAsideWords(log: PlanLog): string {
  const { name, head, tornBytes } = log.summary()
  const plan = name === '' ? 'a plan' : `"${name}"`
  return `The safety copy of ${plan} was damaged on the disk. It holds every step up to number ${String(head?.seq ?? 0)}; the rest (${String(tornBytes)} bytes) was set aside, nothing was deleted.`
}
