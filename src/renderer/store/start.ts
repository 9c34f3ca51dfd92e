import type { Id } from '#domain/plan/field.ts'
import { bridge } from '#bridge/bridge.ts'
import { RoadbookDatabase } from '#data/db.ts'
import { createDrafts } from '#data/drafts.ts'
import { createPrefs } from '#data/prefs.ts'
import { probeDatabase } from '#data/probe.ts'
import type { Repository } from '#data/repository.ts'
import { createRepository } from '#data/repository.ts'
import { now } from '#lib/clock.ts'
import type { JournalSummary } from '#shared/ipc-contract.ts'
import { copyBeforeUpgrade } from './copy-before-upgrade.ts'
import { attachDrafts, flushDrafts } from './drafts.ts'
import { openCompared } from './open-plan.ts'
import { emptyTrash } from './plan-life.ts'
import { usePlans } from './plan-list.ts'
import { attach, refreshPlans } from './plan-session.ts'
import { restorePreferences } from './preferences.ts'
import { answerQuit } from './quit.ts'
import type { Verdict } from './reconcile.ts'
import { reconcile } from './reconcile.ts'
import { announce, openDialog, toast } from './ui-store.ts'
import { showNoPlan, stopChanges } from './working-copy.ts'
import { takeWriterLock } from './writer-lock.ts'

let running: { readonly stop: () => void } | null = null

/**
 * Start-up, once a page: finds out whether this page may write, compares database and journal of every
 * plan, brings the one that is behind up to the other, and opens the plan of last time. Nothing is ever
 * made up: where there is no plan, the phase is `no-plan`. It never rejects; what went wrong is in `usePlan`.
 * A browser that finds damage while it reads throws its store away and fails: the next try finds an empty
 * one and the plans in the journal, so one more try is made.
 */
export async function start(isSecondTry = false): Promise<void> {
  stop()
  showNoPlan('starting')
  const stops = listen()
  const db = new RoadbookDatabase()
  running = {
    stop: () => {
      for (const one of stops) one()
      attach(null, null)
      attachDrafts(null)
      db.close()
    },
  }
  try {
    await findPlans(db, stops)
  } catch (error) {
    if (!isSecondTry) return start(true)
    attach(null, null)
    const name = error instanceof Error ? error.name : 'unknown error'
    showNoPlan('failed', `Roadbook could not start (${name}). Nothing was changed on the disk.`)
  }
  await bridge()
    .windowReady(undefined)
    .catch(() => undefined)
}

/** Ends what `start` began, without saving anything. For tests, and before a second start. */
export function stop(): void {
  running?.stop()
  running = null
}

async function findPlans(db: RoadbookDatabase, stops: (() => void)[]): Promise<void> {
  const mayWrite = await takeWriterLock(() => {
    toast('The other window is closed.', {
      action: {
        label: 'Change plans here',
        run: () => {
          void start()
        },
      },
    })
  })
  const probe = await probeDatabase()
  if (probe.state === 'newer') {
    showNoPlan('read-only', NEWER_DATABASE)
    return
  }
  const listed = await bridge().journalList(undefined)
  const repository = createRepository(db)
  if (probe.state === 'broken') {
    showNoPlan('failed', brokenWords(probe.reason))
    return
  }
  if (probe.state === 'older') {
    const problem = mayWrite ? await copyBeforeUpgrade(listed) : OTHER_WINDOW
    if (problem !== null) {
      showNoPlan('failed', problem)
      return
    }
  }
  await db.open()
  askToPersist()
  db.on('versionchange', () => {
    stopChanges('A newer Roadbook was started. Nothing more is written here.')
    db.close()
  })
  const reason = mayWrite ? (listed.ok ? null : noJournalWords(listed.message)) : OTHER_WINDOW
  attach(repository, reason)
  if (mayWrite) attachDrafts(createDrafts(db, now))
  const { lastPlanId, stop: stopKeeping } = await restorePreferences(createPrefs(db), mayWrite)
  stops.push(stopKeeping)
  const verdicts =
    reason === null && listed.ok
      ? await compareAll(repository, listed.plans)
      : new Map<Id, Verdict>()
  // What cannot be taken away now waits for the next start.
  if (reason === null) await emptyTrash().catch(() => undefined)
  if (probe.state === 'absent' && probe.lost && verdicts.size === 0)
    toast('The browser threw its damaged database away, and the disk holds no safety copy.', {
      tone: 'bad',
    })
  await refreshPlans(repository)
  await openLast(lastPlanId, verdicts, reason)
}

/** Asks the browser to keep the database when room is short. Noted, and nothing relies on the answer. */
function askToPersist(): void {
  if (typeof navigator === 'undefined' || !('storage' in navigator)) return
  navigator.storage.persist().then(
    (isKept) => {
      console.info(`The browser ${isKept ? 'keeps' : 'may throw away'} the database.`)
    },
    () => undefined,
  )
}

/** Every plan that either side knows and the person has not deleted. */
async function compareAll(
  repository: Repository,
  summaries: readonly JournalSummary[],
): Promise<ReadonlyMap<Id, Verdict>> {
  const onDisk = new Map<Id, JournalSummary>()
  for (const summary of summaries) {
    if (!summary.deleted) onDisk.set(summary.planId, summary)
  }
  const inDatabase = (await repository.heads()).map(({ planId }) => planId)
  const inTrash = new Set(
    summaries.flatMap(({ planId, deleted }) => (deleted && !onDisk.has(planId) ? [planId] : [])),
  )
  const verdicts = new Map<Id, Verdict>()
  const said: string[] = []
  await repository.listAll()
  for (const planId of new Set([...onDisk.keys(), ...inDatabase])) {
    if (inTrash.has(planId)) {
      await finishDeletion(repository, planId)
      continue
    }
    const verdict = await reconcile(repository, planId, onDisk.get(planId) ?? null)
    verdicts.set(planId, verdict)
    if (verdict.state === 'good' && verdict.said !== null) said.push(verdict.said)
  }
  const [first] = said
  // One calm sentence, however many plans a lost database held.
  if (first !== undefined) toast(said.length === 1 ? first : manyPutBack(said.length))
  return verdicts
}

/** The folder is in the trash and the rows are still here: the app ended between the two. */
async function finishDeletion(repository: Repository, planId: Id): Promise<void> {
  const row = (await repository.catalogue()).find((one) => one.planId === planId)
  if (row?.deletedAt !== null && row !== undefined) await repository.forget(planId)
  else await repository.note(planId, { deletedAt: null })
}

async function openLast(
  lastPlanId: Id | null,
  verdicts: ReadonlyMap<Id, Verdict>,
  reason: string | null,
): Promise<void> {
  const plans = usePlans.getState().plans.filter(({ deletedAt }) => deletedAt === null)
  const last = plans.find(({ planId }) => planId === lastPlanId) ?? plans[0]
  if (!last) {
    showNoPlan(reason === null ? 'no-plan' : 'read-only', reason)
    return
  }
  const verdict =
    verdicts.get(last.planId) ??
    ({ state: 'read-only', reason: reason ?? 'This plan was not compared.' } as const)
  // The sentence about a repair was shown by `compareAll` already.
  const opened = await openCompared(
    last.planId,
    verdict.state === 'good' ? { state: 'good', said: null } : verdict,
  )
  if (!opened.ok) showNoPlan('failed', opened.message)
}

function listen(): (() => void)[] {
  const stops = [
    bridge().onQuit(() => void answerQuit()),
    bridge().onOpenFile(({ name, bytes }) => {
      openDialog({ type: 'import', source: { name, bytes } })
    }),
    bridge().onNotice(({ text }) => {
      toast(text)
      announce(text)
    }),
  ]
  if (typeof window !== 'undefined') {
    const leave = () => void flushDrafts()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    stops.push(() => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    })
  }
  return stops
}

const manyPutBack = (count: number) =>
  `${String(count)} plans were put back from their safety copies on disk. Every change shown as saved is there.`
const NEWER_DATABASE =
  'These plans were last changed by a newer Roadbook. Update Roadbook to open them. Nothing was changed.'
const OTHER_WINDOW =
  'Roadbook is open in another window. Here the plan can be looked at; change it there.'
const brokenWords = (reason: string) =>
  `The database of Roadbook cannot be opened (${reason}). Often the disk is full: free some space and start Roadbook again. Your plans are safe in their journal on disk.`
const noJournalWords = (message: string) =>
  `The safety copy on disk cannot be read, so nothing can be changed: ${message}`
