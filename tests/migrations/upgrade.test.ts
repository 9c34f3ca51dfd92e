import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { stateHash } from '#domain/plan/state-hash.ts'
import { DATABASE_NAME } from '#data/db.ts'
import { DATABASE_VERSION } from '#data/versions.ts'
import type { Operation } from '#domain/plan/operation.ts'
import { usePlan } from '#store/plan-store.ts'
import { launch, wipe } from '#store/testing/test-app.ts'
import { memoryDisk } from '#store/testing/memory-disk.ts'
import type { MemoryDisk } from '#store/testing/memory-disk.ts'

type Store = { name: string; keyPath: string | string[]; rows: readonly unknown[] }
const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/database-version-1.json', import.meta.url), 'utf8'),
) as { planId: string; hash: string; stores: readonly Store[] }

const OLDER = DATABASE_VERSION * 10 - 5

/** The rows of version 1 in a database that calls itself older than this Roadbook's. */
function layDown(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME, OLDER)
    request.onupgradeneeded = () => {
      for (const { name, keyPath, rows } of fixture.stores) {
        const store = request.result.createObjectStore(name, { keyPath })
        for (const row of rows) store.add(row)
      }
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => {
      reject(new Error('the fixture cannot be laid down'))
    }
  })
}

let disk: MemoryDisk
beforeEach(async () => {
  await wipe()
  await layDown()
  disk = memoryDisk()
  const history = fixture.stores.find(({ name }) => name === 'history')?.rows as Operation[]
  disk.folders.set(fixture.planId, { operations: [...history], snapshots: [], deleted: false })
})

const versionNow = async () => (await indexedDB.databases())[0]?.version

it('an older database is opened after a pinned copy of every plan, with the same hash', async () => {
  await launch(disk)
  const { plan, head, phase } = usePlan.getState()
  expect([phase, head?.hash, plan && stateHash(plan)]).toEqual([
    'ready',
    fixture.hash,
    fixture.hash,
  ])
  expect(disk.calls.indexOf('snapshotTake before-migration')).toBeGreaterThan(-1)
  expect(disk.folders.get(fixture.planId)?.snapshots[0]).toMatchObject({
    reason: 'before-migration',
    pinned: true,
  })
  expect(await versionNow()).toBe(DATABASE_VERSION * 10)
})

it('without the copy it is left as it is, and the person is told why', async () => {
  disk.takeFailure = { ok: false, code: 'full', message: 'The disk is full.' }
  await launch(disk)
  expect(usePlan.getState()).toMatchObject({
    phase: 'failed',
    readOnlyReason: expect.stringMatching(/The disk is full\. Nothing was changed/) as string,
  })
  expect(await versionNow()).toBe(OLDER)
  disk.takeFailure = null
  await launch(disk)
  expect(usePlan.getState().head?.hash).toBe(fixture.hash)
})
