import { DATABASE_NAME } from './db.ts'
import { DATABASE_VERSION } from './versions.ts'

/** What stands at the database's name, found out without Dexie, which would open anything silently. */
export type Probe =
  | { readonly state: 'ready' }
  /** Written by an older Roadbook: opening it changes its form, so a copy comes first. */
  | { readonly state: 'older' }
  /** Nothing there. `lost` when the browser says that it just threw a damaged store away. */
  | { readonly state: 'absent'; readonly lost: boolean }
  | { readonly state: 'newer' }
  | { readonly state: 'broken'; readonly reason: string }

/** Dexie multiplies its version numbers by ten. */
const NATIVE_VERSION = DATABASE_VERSION * 10

/**
 * Looks at the database and leaves nothing behind: where there is none, the opening is taken back, so that
 * a new database is only ever made by the versions of `versions.ts`.
 */
export function probeDatabase(): Promise<Probe> {
  return new Promise((resolve) => {
    let absent: Probe | null = null
    const request = indexedDB.open(DATABASE_NAME)
    request.onupgradeneeded = (event) => {
      // Chromium only, and only once: the one sign that a store was thrown away.
      const { dataLoss } = event as IDBVersionChangeEvent & { readonly dataLoss?: string }
      absent = { state: 'absent', lost: dataLoss === 'total' }
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      const { version } = request.result
      request.result.close()
      resolve({
        state: version > NATIVE_VERSION ? 'newer' : version < NATIVE_VERSION ? 'older' : 'ready',
      })
    }
    request.onerror = (event) => {
      event.preventDefault()
      resolve(absent ?? { state: 'broken', reason: request.error?.message ?? 'unknown error' })
    }
    request.onblocked = () => {
      resolve({ state: 'broken', reason: 'another window holds it' })
    }
  })
}
