import { afterEach, beforeEach, expect, it, vi } from 'vitest'

type Request = (
  name: string,
  options: LockOptions,
  work: () => Promise<unknown>,
) => Promise<unknown>

/** Locks as browsers keep them, for the pages of one test. */
function lockManager() {
  let held: string | null = null
  const waiting: (() => void)[] = []
  const request: Request = (name, { signal }, work) =>
    new Promise((resolve, reject) => {
      const take = () => {
        held = name
        resolve(work())
      }
      if (held === null) {
        take()
        return
      }
      waiting.push(take)
      signal?.addEventListener('abort', () => {
        waiting.splice(waiting.indexOf(take), 1)
        reject(new DOMException('aborted', 'AbortError'))
      })
    })
  return {
    locks: { request },
    /** The page that holds the lock closes. */
    closePage: () => {
      held = null
      waiting.shift()?.()
    },
  }
}

/** Each page has a module of its own. */
async function page() {
  vi.resetModules()
  return (await import('./writer-lock.ts')).takeWriterLock
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('one page writes, also when it starts again; the next one when that page is gone', async () => {
  const manager = lockManager()
  vi.stubGlobal('navigator', { locks: manager.locks })
  const first = await page()
  const second = await page()
  const onFree = vi.fn()
  expect(await first(onFree)).toBe(true)
  expect(await first(onFree)).toBe(true)
  const answer = second(onFree)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await answer).toBe(false)
  expect(onFree).not.toHaveBeenCalled()
  manager.closePage()
  await vi.advanceTimersByTimeAsync(0)
  expect(onFree).toHaveBeenCalledOnce()
  expect(await second(onFree)).toBe(true)
})

it('a page that reloads gets its lock back', async () => {
  const manager = lockManager()
  vi.stubGlobal('navigator', { locks: manager.locks })
  await (
    await page()
  )(vi.fn())
  const reloaded = await page()
  const answer = reloaded(vi.fn())
  await vi.advanceTimersByTimeAsync(500)
  manager.closePage()
  expect(await answer).toBe(true)
})

it('without locks there is one page', async () => {
  vi.stubGlobal('navigator', {})
  expect(await (await page())(vi.fn())).toBe(true)
})
