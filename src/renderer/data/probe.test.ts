import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { DATABASE_NAME, RoadbookDatabase } from './db.ts'
import { probeDatabase } from './probe.ts'
import { DATABASE_VERSION } from './versions.ts'

beforeEach(async () => {
  await new RoadbookDatabase().delete()
})

const open = (version: number) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.open(DATABASE_NAME, version)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })

it('nothing there: says so and leaves nothing behind', async () => {
  expect(await probeDatabase()).toEqual({ state: 'absent', lost: false })
  expect(await indexedDB.databases()).toEqual([])
})

it('an older version: older, and still there as it was', async () => {
  await open(DATABASE_VERSION * 10 - 5)
  expect(await probeDatabase()).toEqual({ state: 'older' })
  expect((await indexedDB.databases())[0]?.version).toBe(DATABASE_VERSION * 10 - 5)
})

it('our own version: ready', async () => {
  const db = new RoadbookDatabase()
  await db.open()
  db.close()
  expect(await probeDatabase()).toEqual({ state: 'ready' })
})

it('a newer version: newer, and still there as it was', async () => {
  await open(DATABASE_VERSION * 10 + 10)
  expect(await probeDatabase()).toEqual({ state: 'newer' })
  expect((await indexedDB.databases())[0]?.version).toBe(DATABASE_VERSION * 10 + 10)
})

it('a store that the browser threw away: lost', async () => {
  const real = indexedDB.open.bind(indexedDB)
  vi.spyOn(indexedDB, 'open').mockImplementationOnce((name) => {
    const request = real(name)
    let handler: ((event: IDBVersionChangeEvent) => unknown) | null = null
    Object.defineProperty(request, 'onupgradeneeded', {
      set: (given: typeof handler) => {
        handler = given
      },
    })
    request.addEventListener('upgradeneeded', (event) => {
      handler?.(Object.assign(event, { dataLoss: 'total' }))
    })
    return request
  })
  expect(await probeDatabase()).toEqual({ state: 'absent', lost: true })
})

it('a store that cannot be opened: broken, with the reason', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    const request: { error: DOMException; onerror?: (event: Event) => void } = {
      error: new DOMException('Internal error', 'UnknownError'),
    }
    queueMicrotask(() => {
      request.onerror?.(new Event('error'))
    })
    return request as unknown as IDBOpenDBRequest
  })
  expect(await probeDatabase()).toEqual({ state: 'broken', reason: 'Internal error' })
})
