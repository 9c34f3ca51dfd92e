import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { DATABASE_VERSION } from '#data/versions.ts'

type Store = {
  readonly name: string
  readonly keyPath: string | string[]
  readonly rows: readonly unknown[]
}
export type Stores = readonly Store[]

/** Dexie counts in tens. Older: what this Roadbook has to upgrade. */
export const VERSIONS = {
  older: DATABASE_VERSION * 10 - 5,
  now: DATABASE_VERSION * 10,
  newer: DATABASE_VERSION * 10 + 990,
} as const

/** Everything that the browser's database holds, and its version; beside the app. */
export async function readDatabase(
  page: Page,
): Promise<{ readonly version: number; readonly stores: Stores }> {
  // As text, which comes over ten times faster; what would not be the same as text is an error.
  const text = await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const isText = (value: unknown) =>
      value === null ||
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      Number.isFinite(value) ||
      Array.isArray(value) ||
      (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    const db = await answer(indexedDB.open('roadbook'))
    try {
      const names = [...db.objectStoreNames]
      const read = db.transaction(names, 'readonly')
      const stores = await Promise.all(
        names.map(async (name) => {
          const store = read.objectStore(name)
          return { name, keyPath: store.keyPath, rows: await answer(store.getAll()) }
        }),
      )
      return JSON.stringify({ version: db.version, stores }, function (this: object, key, value) {
        if (!isText((this as Record<string, unknown>)[key])) throw new Error(`${key} is no JSON`)
        return value as unknown
      })
    } finally {
      db.close()
    }
  })
  return JSON.parse(text) as { readonly version: number; readonly stores: Stores }
}

/** The version of the browser's database alone. */
export const databaseVersion = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('roadbook')
        request.onsuccess = () => {
          resolve(request.result.version)
          request.result.close()
        }
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      }),
  )

/** Puts another database in the place of the app's; the app lets go of its own and stops writing. */
export const layDatabase = (page: Page, version: number, stores: Stores): Promise<void> =>
  page.evaluate(async (text) => {
    const wanted = JSON.parse(text) as { version: number; stores: Stores }
    const done = (request: IDBOpenDBRequest) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    await done(indexedDB.deleteDatabase('roadbook'))
    const request = indexedDB.open('roadbook', wanted.version)
    request.onupgradeneeded = () => {
      for (const { name, keyPath, rows } of wanted.stores) {
        const store = request.result.createObjectStore(name, { keyPath: keyPath as string[] })
        for (const row of rows) store.add(row)
      }
    }
    ;(await done(request)).close()
  }, JSON.stringify({ version, stores }))

type Fixture = {
  readonly version: number
  readonly planId: string
  readonly hash: string
  readonly stores: Stores
}

/** A database as a released version left it. */
export const releasedDatabase = (version: number): Fixture =>
  JSON.parse(
    readFileSync(
      new URL(`../../fixtures/database-version-${String(version)}.json`, import.meta.url),
      'utf8',
    ),
  ) as Fixture
