import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { stateHash } from '#domain/plan/state-hash.ts'
import { DATABASE_NAME, RoadbookDatabase } from '#data/db.ts'
import { createRepository } from '#data/repository.ts'

type Store = {
  readonly name: string
  readonly keyPath: string | string[]
  readonly rows: readonly unknown[]
}

/** A database exactly as version 1 left it: its native version and every store with its rows. */
type Fixture = {
  readonly version: number
  readonly planId: string
  readonly hash: string
  readonly stores: readonly Store[]
}

const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/database-version-1.json', import.meta.url), 'utf8'),
) as Fixture

/** Lays the stores down without Dexie, as they lie in a profile of that time. */
function layDown({ version, stores }: Fixture): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME, version)
    request.onupgradeneeded = () => {
      for (const { name, keyPath, rows } of stores) {
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

beforeEach(async () => {
  await new RoadbookDatabase().delete()
})

it('a database of version 1 opens with every row and the same hash', async () => {
  await layDown(fixture)
  const db = new RoadbookDatabase()
  const repository = createRepository(db)
  const loaded = await repository.load(fixture.planId)
  expect(loaded?.head.hash).toBe(fixture.hash)
  expect(loaded && stateHash(loaded.plan)).toBe(fixture.hash)
  for (const { name, rows } of fixture.stores)
    expect([name, await db.table(name).count()]).toEqual([name, rows.length])
  expect(await repository.recent(fixture.planId, loaded?.head.seq ?? 0, 100)).toHaveLength(
    loaded?.head.seq ?? 0,
  )
  db.close()
})
