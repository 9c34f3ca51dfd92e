import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DATABASE_NAME } from '#data/db.ts'
import { DATABASE_VERSION } from '#data/versions.ts'
import type { Failure } from '#shared/ipc-contract.ts'
import { flush, run, usePlan } from './plan-store.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import type { MemoryDisk } from './testing/memory-disk.ts'
import { kill, launch, makePlan, shownHash, wipe } from './testing/test-app.ts'

const OLDER = DATABASE_VERSION * 10 - 5

let disk: MemoryDisk
let hash = ''
beforeEach(async () => {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
  await makePlan()
  run('person.add', { name: 'Ada' })
  expect(await flush()).toBe(true)
  hash = shownHash()
  kill()
  await makeOlder()
})
afterEach(kill)

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(new Error('no answer'))
    }
  })

/** The same tables and rows, as if an older Roadbook had made them. */
async function makeOlder(): Promise<void> {
  const { stores } = await contents()
  await wipe()
  const request = indexedDB.open(DATABASE_NAME, OLDER)
  request.onupgradeneeded = () => {
    for (const { name, keyPath, rows } of stores) {
      const store = request.result.createObjectStore(name, { keyPath })
      for (const row of rows) store.add(row)
    }
  }
  ;(await answer(request)).close()
}

async function contents() {
  const db = await answer(indexedDB.open(DATABASE_NAME))
  const names = [...db.objectStoreNames]
  const reading = db.transaction(names, 'readonly')
  const stores = await Promise.all(
    names.map(async (name) => {
      const store = reading.objectStore(name)
      const rows = (await answer(store.getAll())) as unknown[]
      return { name, keyPath: store.keyPath as string | string[], rows }
    }),
  )
  db.close()
  return { version: db.version, stores }
}

const taken = () => disk.calls.filter((call) => call.startsWith('snapshotTake before-migration'))

/** The same disk, of which main can list the plan but read nothing. */
function unreadable(failure: Failure): MemoryDisk {
  const { bridge } = disk
  return {
    ...disk,
    bridge: {
      ...bridge,
      journalList: async (input) => {
        const listed = await bridge.journalList(input)
        if (!listed.ok) return listed
        return { ok: true, plans: listed.plans.map((one) => ({ ...one, head: null, name: '' })) }
      },
      journalRead: () => Promise.resolve(failure),
      journalAppend: () => Promise.resolve(failure),
      snapshotTake: () => Promise.resolve(failure),
    },
  }
}

it('an older database is upgraded once each plan has its pinned copy', async () => {
  await launch(disk)
  expect(usePlan.getState().phase).toBe('ready')
  expect(shownHash()).toBe(hash)
  expect(taken().length).toBe(1)
  expect(disk.folders.get('plan1')?.snapshots[0]).toMatchObject({ pinned: true })
  kill()
  expect((await contents()).version).toBe(DATABASE_VERSION * 10)
})

it.each(['denied', 'missing', 'failed'] as const)(
  'a plan on disk that cannot be read (%s) stops the upgrade, and nothing is changed',
  async (code) => {
    const before = await contents()
    const folder = structuredClone(disk.folders.get('plan1'))
    await launch(unreadable({ ok: false, code, message: 'The journal could not be read.' }))
    const { phase, readOnlyReason } = usePlan.getState()
    expect(phase).toBe('failed')
    expect(readOnlyReason).toMatch(/no safety copy could be made first.*could not be read/)
    kill()
    expect(await contents()).toEqual(before)
    expect(disk.folders.get('plan1')).toEqual(folder)
    // Put right, it goes on as if nothing had been.
    await launch(disk)
    expect(usePlan.getState().phase).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(taken().length).toBe(1)
  },
)

it('a copy that fails stops the upgrade as well', async () => {
  const before = await contents()
  disk.takeFailure = { ok: false, code: 'full', message: 'The disk is full.' }
  await launch(disk)
  expect(usePlan.getState().phase).toBe('failed')
  kill()
  expect(await contents()).toEqual(before)
})

it('a folder in which no step was ever written holds nothing to copy', async () => {
  disk.folders.set('plan1', { operations: [], snapshots: [], deleted: false })
  await launch(disk)
  expect(usePlan.getState().phase).toBe('ready')
  expect(shownHash()).toBe(hash)
  expect(taken()).toEqual([])
  expect(disk.folders.get('plan1')?.operations.length).toBe(2)
})
