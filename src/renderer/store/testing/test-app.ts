import 'fake-indexeddb/auto'
import { afterEach, beforeEach } from 'vitest'
import { setBridge } from '#bridge/bridge.ts'
import { DATABASE_NAME, RoadbookDatabase } from '#data/db.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import type { Id } from '#domain/plan/field.ts'
import { newPlanRow } from '../plan-copy.ts'
import { createPlan, flush, run, usePlan, usePlans } from '../plan-store.ts'
import { start, stop } from '../start.ts'
import { INITIAL_UI, useUi } from '../ui-store.ts'
import { memoryDisk } from './memory-disk.ts'
import type { MemoryDisk } from './memory-disk.ts'

/** Starts the store over a disk, on whatever database the profile holds. */
export async function launch(disk: MemoryDisk): Promise<void> {
  setBridge(disk.bridge)
  useUi.setState(INITIAL_UI)
  await start()
}

/** Each test of a file begins with an empty profile over an empty disk, started, and ends as a killed page does. */
export function freshProfile(): { readonly disk: MemoryDisk } {
  const profile = { disk: memoryDisk() }
  beforeEach(async () => {
    await wipe()
    profile.disk = memoryDisk()
    await launch(profile.disk)
  })
  afterEach(kill)
  return profile
}

/** Ends the page without saving anything, as a killed process does. */
export function kill(): void {
  stop()
}

/** Ends the page and empties the profile's database, as a browser does that throws a damaged store away. */
export async function wipe(): Promise<void> {
  stop()
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE_NAME)
    request.onsuccess = () => {
      resolve()
    }
    request.onerror = () => {
      reject(new Error('cannot delete'))
    }
  })
  usePlans.setState({ plans: [] })
}

/** A plan with one person, made through the front door. */
export async function makePlan(name = 'Support', id: Id = 'plan1'): Promise<void> {
  const made = await createPlan([newPlanRow(id, name, '2026-11-01T09:00:00.000Z')], 'Start empty')
  if (!made.ok) throw new Error(made.message)
}

/** The hash of what is on screen, computed anew; throws when it is not what the head says. */
export function shownHash(): string {
  const { plan, head } = usePlan.getState()
  if (!plan || !head) throw new Error('no plan is open')
  const hash = stateHash(plan)
  if (hash !== head.hash) throw new Error('the head does not match the plan')
  return hash
}

/** Lets everything that waits for a turn of the event loop have one. */
export const aMoment = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export async function until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
  const from = Date.now()
  while (!isSo()) {
    if (Date.now() - from > withinMs) throw new Error('it did not come about in time')
    await aMoment(5)
  }
}

/** Texts of the toasts so far. */
export const said = () => useUi.getState().toasts.map(({ text }) => text)

/** Makes the plan with so many people, everything saved, and ends the page. Gives the state's hash. */
export async function planWith(...people: readonly string[]): Promise<string> {
  await makePlan()
  for (const name of people) run('person.add', { name })
  if (!(await flush())) throw new Error('not saved')
  const hash = shownHash()
  kill()
  return hash
}

/** The names of the people in view, in order. */
export const shownNames = (): readonly string[] =>
  Array.from(usePlan.getState().plan?.person.values() ?? [], ({ name }) => name).sort()

/** Work on the profile's database beside the app. */
export async function inDatabase<T>(work: (db: RoadbookDatabase) => Promise<T>): Promise<T> {
  const db = new RoadbookDatabase()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Everything that the database holds of plans, for "nothing was written". */
export const contents = (): Promise<unknown> =>
  inDatabase((db) =>
    Promise.all(
      [db.things, db.history, db.meta].map((table): Promise<unknown[]> => table.toArray()),
    ),
  )
