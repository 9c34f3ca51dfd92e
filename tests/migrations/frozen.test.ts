import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { PLAN_FORMAT, PLAN_VERSION } from '#domain/plan/thing.ts'
import { DATABASE_NAME, RoadbookDatabase } from '#data/db.ts'
import { DATABASE_VERSION } from '#data/versions.ts'

beforeEach(async () => {
  await new RoadbookDatabase().delete()
})

it('the names that hold the data are what they were from the first day on', () => {
  expect(DATABASE_NAME).toBe('roadbook')
  expect(PLAN_FORMAT).toBe('roadbook-plan')
})

/** Every released version as it was. A line is added with a release and never changed. */
const RELEASED: readonly (readonly [number, Readonly<Record<string, string | string[]>>])[] = [
  [
    1,
    {
      catalogue: 'planId',
      drafts: 'key',
      history: ['planId', 'seq'],
      meta: 'planId',
      prefs: 'key',
      things: ['planId', 'kind', 'id'],
    },
  ],
]

it('the newest version is the last released one, and its tables and keys are these', async () => {
  const [version, tables] = RELEASED.at(-1) ?? [0, {}]
  expect([DATABASE_VERSION, PLAN_VERSION]).toEqual([version, 1])
  const db = new RoadbookDatabase()
  await db.open()
  expect(db.verno).toBe(version)
  const found = db.tables.map((table) => [table.name, table.schema.primKey.keyPath])
  expect(Object.fromEntries(found)).toEqual(tables)
  expect(db.tables.flatMap((table) => table.schema.indexes)).toEqual([])
  db.close()
})
