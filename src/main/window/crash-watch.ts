/** More than this many crashes within a minute and the window stays as it is. */
const MOST = 3
const MINUTE_MS = 60_000

export type CrashWatch = {
  /** The page's process ended; `again` loads the page anew. */
  readonly pageGone: (reason: string, again: () => void) => void
}

/** Brings the page back after a crash, but not for ever: a page that dies at once is not loaded in a loop. */
export function createCrashWatch(ports: {
  readonly clock: () => number
  readonly log: (line: string) => void
  /** Told before the page is loaded again. */
  readonly onGone: () => void
}): CrashWatch {
  let times: number[] = []
  return {
    pageGone: (reason, again) => {
      if (reason === 'clean-exit') return
      ports.log(`the page stopped (${reason})`)
      ports.onGone()
      const now = ports.clock()
      times = [...times.filter((at) => now - at < MINUTE_MS), now]
      if (times.length <= MOST) again()
    },
  }
}
