import type { Id } from '#domain/plan/field.ts'
import type { Head } from '#domain/plan/operation.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { bridge } from '#bridge/bridge.ts'
import type { Repository } from '#data/repository.ts'
import type { JournalSummary } from '#shared/ipc-contract.ts'
import { now } from '#lib/clock.ts'
import { planFromJournal } from './replay.ts'
import { firstBatch } from './save-queue.ts'

/** What the comparison of database and journal came to for one plan. */
export type Verdict =
  /** Both agree now; `said` tells the person when something had to be put right. */
  | { readonly state: 'good'; readonly said: string | null }
  /** They do not agree and no side may be written over: it is shown and nothing is changed. */
  | { readonly state: 'read-only'; readonly reason: string; readonly diverged?: true }
  /** Neither side knows the plan. */
  | { readonly state: 'absent' }

/** Operations that travel to the journal in one request. */
const PAGE = 500

/**
 * Compares the heads of database and journal and brings the one that is behind up to the other. Nothing is
 * written over that the other side does not hold: where the two went different ways, both stay.
 */
export async function reconcile(
  repository: Repository,
  planId: Id,
  summary: JournalSummary | null,
): Promise<Verdict> {
  const own = await repository.headOf(planId)
  const disk = summary?.head ?? null
  if (Math.max(own?.version ?? 0, disk?.version ?? 0) > PLAN_VERSION)
    return readOnly('This plan was written by a newer Roadbook. Update Roadbook to change it.')
  if (!own && !disk)
    return summary
      ? readOnly('The safety copy of this plan cannot be read. Nothing was changed on the disk.')
      : { state: 'absent' }
  if (!own) return rebuild(repository, disk)
  if (!disk) return completeJournal(repository, own, 0)
  if (own.seq === disk.seq)
    return own.hash === disk.hash ? { state: 'good', said: null } : twoWays()
  return own.seq < disk.seq ? behind(repository, own, disk) : ahead(repository, own, disk)
}

/** Puts the plan of the journal in the place of whatever the database holds of it. */
export async function rebuild(repository: Repository, disk: Head | null): Promise<Verdict> {
  if (!disk) return readOnly('This plan is damaged and its safety copy on disk cannot be read.')
  const found = await planFromJournal(disk)
  if (!found.ok)
    return readOnly(
      `The safety copy of this plan could not be put back: ${found.message} Nothing was changed on the disk.`,
    )
  const { plan, rows, operations } = found
  await repository.replace({ plan, rows, head: disk, operations, openedAt: now() })
  return {
    state: 'good',
    said: `${inQuotes(plan.meta.name, 80)} was put back from its safety copy on disk. Every change shown as saved is there.`,
  }
}

async function behind(repository: Repository, own: Head, disk: Head): Promise<Verdict> {
  const page = await bridge().journalRead({ planId: own.planId, afterSeq: own.seq - 1, most: 1 })
  // A journal that begins later cannot say whether it went the same way; its own state is checked whole.
  if (page.ok && page.operations[0]?.hash !== own.hash) return twoWays()
  if (!page.ok && page.code !== 'damaged') return readOnly(unreadable(page.message))
  return rebuild(repository, disk)
}

async function ahead(repository: Repository, own: Head, disk: Head): Promise<Verdict> {
  const [shared] = await repository.after(own.planId, disk.seq - 1, 1)
  if (shared?.seq !== disk.seq || shared.hash !== disk.hash) return twoWays()
  return completeJournal(repository, own, disk.seq)
}

async function completeJournal(
  repository: Repository,
  own: Head,
  afterSeq: number,
): Promise<Verdict> {
  let seq = afterSeq
  while (seq < own.seq) {
    const operations = firstBatch(await repository.after(own.planId, seq, PAGE))
    if (operations[0]?.seq !== seq + 1)
      return afterSeq === 0 ? foundAnew(repository, own) : readOnly(NO_BEGINNING)
    const answer = await bridge().journalAppend({ operations: [...operations] })
    if (!answer.ok) return readOnly(unreadable(answer.message))
    seq = operations.at(-1)?.seq ?? own.seq
  }
  return { state: 'good', said: null }
}

/**
 * The disk holds nothing of a plan, and its history does not go back to the first step (it was put back from
 * a journal once): the journal goes on from the rows, which add up to the head.
 */
async function foundAnew(repository: Repository, own: Head): Promise<Verdict> {
  const loaded = await repository.load(own.planId).catch(() => null)
  if (own.version !== PLAN_VERSION || loaded?.head.hash !== own.hash) return readOnly(NO_BEGINNING)
  const { plan } = loaded
  const things = [...thingsOf(plan)]
  const answer = await bridge().snapshotWrite({
    ...{ head: own, reason: 'interval', things: canonicalJson(things), count: things.length },
  })
  if (!answer.ok) return readOnly(unreadable(answer.message))
  return {
    state: 'good',
    said: `The safety copy of ${inQuotes(plan.meta.name, 80)} was not on the disk any more. It was written anew.`,
  }
}

const readOnly = (reason: string): Verdict => ({ state: 'read-only', reason })

const NO_BEGINNING = 'The safety copy of this plan on disk is missing its beginning.'

const unreadable = (message: string) =>
  `The safety copy of this plan on disk cannot be used: ${message}`

const twoWays = (): Verdict => ({
  state: 'read-only',
  reason:
    'This plan and its safety copy on disk went different ways. Nothing was deleted, and nothing can be changed until you choose “Keep both”.',
  diverged: true,
})
