import type { Head, Operation } from '#domain/plan/operation.ts'
import { errorCode } from '#main/files/disk.ts'
import { Trouble } from '#main/files/trouble.ts'
import type { Journal } from '#main/journal/journal.ts'
import type { SnapshotReason } from '#shared/snapshot-summary.ts'
import type { Snapshots } from './snapshots.ts'

const EVERY_STEPS = 200
const EVERY_MS = 5 * 60_000

export type KeeperPorts = {
  readonly journal: Pick<Journal, 'append' | 'headOf'>
  readonly snapshots: Pick<Snapshots, 'take' | 'latest'>
  /** A reason why each plan needs a snapshot before its first change in this session; null for none. */
  readonly beforeFirst: () => SnapshotReason | null
  /** Runs `work` once after `ms`; gives the way to call it off. Must not keep the app from ending. */
  readonly later: (ms: number, work: () => void) => () => void
  readonly notify: (text: string) => void
  readonly log: (line: string) => void
}

export type SnapshotKeeper = {
  /** Appends to the journal; where a snapshot has to come first, it does. */
  readonly append: (operations: readonly Operation[]) => Promise<Head>
  /** Does now what the first change of a plan would have to wait for; false when it did not work. */
  readonly prepare: (planId: string) => Promise<boolean>
  /** A snapshot of every plan that changed since its last one; for a clean quit. */
  readonly quit: () => Promise<void>
}

type Watched = {
  /** The last step that is in the journal, in a snapshot, and at which one was last tried. */
  seq: number
  since: number
  tried: number
  stop: (() => void) | null
  isTaking: boolean
}

const UNKNOWN: Watched = { seq: 0, since: 0, tried: 0, stop: null, isTaking: false }

/** Decides when snapshots are made: 200 steps, five minutes, quitting, and before the first change. */
export function createSnapshotKeeper(ports: KeeperPorts): SnapshotKeeper {
  const { journal, snapshots } = ports
  const watched = new Map<string, Watched>()
  const prepared = new Map<string, Promise<boolean>>()
  const complained = new Set<string>()

  function prepare(planId: string): Promise<boolean> {
    const known = prepared.get(planId)
    if (known) return known
    const fresh = begin(planId).then(
      () => true,
      (error: unknown) => {
        failed(planId, error)
        return false
      },
    )
    prepared.set(planId, fresh)
    return fresh
  }

  async function begin(planId: string): Promise<void> {
    const head = await journal.headOf(planId)
    if (!head) return
    const newest = await snapshots.latest(planId)
    watched.set(planId, { ...UNKNOWN, seq: head.seq, since: newest?.seq ?? 0 })
    const reason = ports.beforeFirst()
    if (reason !== null) await take(planId, reason)
  }

  async function take(planId: string, reason: SnapshotReason): Promise<void> {
    const pinned = reason === 'version-change'
    const { seq } = await snapshots.take({ planId, reason, pinned, confirmedShrink: false })
    const plan = watched.get(planId)
    if (plan) plan.since = Math.max(plan.since, seq)
  }

  function failed(planId: string, error: unknown): void {
    const code = error instanceof Trouble ? error.code : errorCode(error)
    ports.log(`no snapshot of ${planId} (${code})`)
    if (complained.has(planId)) return
    complained.add(planId)
    ports.notify(
      `A safety snapshot could not be made${error instanceof Trouble ? `: ${error.message}` : '.'} Every saved change is in the journal; Roadbook tries again.`,
    )
  }

  function takeQuietly(planId: string, plan: Watched): void {
    plan.stop?.()
    plan.stop = null
    if (plan.isTaking) return
    plan.isTaking = true
    // After a failure the next try waits for its time: a full disk is not asked at every step.
    plan.tried = plan.seq
    take(planId, 'interval')
      .then(
        () => complained.delete(planId),
        (error: unknown) => {
          failed(planId, error)
        },
      )
      .finally(() => {
        plan.isTaking = false
        if (plan.seq > plan.since) arm(planId, plan)
      })
      .catch(() => undefined)
  }

  function arm(planId: string, plan: Watched): void {
    plan.stop ??= ports.later(EVERY_MS, () => {
      plan.stop = null
      if (plan.seq > plan.since) takeQuietly(planId, plan)
    })
  }

  return {
    prepare,

    append: async (operations) => {
      const planId = operations[0]?.planId ?? ''
      await prepare(planId)
      const head = await journal.append(operations)
      const plan = watched.get(planId) ?? { ...UNKNOWN }
      watched.set(planId, plan)
      plan.seq = Math.max(plan.seq, head.seq)
      if (plan.seq - Math.max(plan.since, plan.tried) >= EVERY_STEPS) takeQuietly(planId, plan)
      else if (plan.seq > plan.since) arm(planId, plan)
      return head
    },

    quit: async () => {
      for (const [planId, plan] of watched) {
        plan.stop?.()
        plan.stop = null
        if (plan.seq <= plan.since && !plan.isTaking) continue
        await take(planId, 'quit').catch((error: unknown) => {
          failed(planId, error)
        })
      }
    },
  }
}
