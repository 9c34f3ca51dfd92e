/** One page at a time may write; the name is the same for all pages of the profile. */
const LOCK_NAME = 'roadbook-writer'
/** A page that reloads gives its lock back within this time. */
const WAIT_MS = 1_500

let isMine = false

/**
 * Asks to be the one page that writes. True when this page is it, until it closes. False when another page
 * is; then `onFree` is called when that one has gone.
 */
export async function takeWriterLock(onFree: () => void): Promise<boolean> {
  if (isMine) return true
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return true
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
  }, WAIT_MS)
  const mine = await hold({ signal: patience.signal })
  clearTimeout(timer)
  if (!mine) void hold({}).then(onFree)
  return mine
}

/** Resolves when the lock is held (it is then kept for good) or when the wait was given up. */
function hold(options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK_NAME, options, () => {
        isMine = true
        resolve(true)
        return new Promise<never>(() => undefined)
      })
      .catch(() => {
        resolve(false)
      })
  })
}
