/** After so long without an answer the person decides. */
const PATIENCE_MS = 5_000

export type QuitPorts = {
  /** False when no page runs that could have something to save. */
  readonly ask: () => boolean
  /** The page is silent: wait on, or quit all the same? */
  readonly choose: () => Promise<'wait' | 'quit'>
  /** Flushes main's own files. */
  readonly flush: () => Promise<void>
  /** Quits once more, and this time it is let through. */
  readonly leave: () => void
  readonly wait: (ms: number) => Promise<void>
}

export type QuitKeeper = {
  /** True when the app may go now; otherwise the caller holds it and the asking begins. */
  readonly mayQuit: () => boolean
  readonly answer: (goOn: boolean) => void
  /** The page is gone: there is nobody to wait for. */
  readonly pageGone: () => void
}

/** Quitting waits until the page has saved, for every way of quitting. */
export function createQuitKeeper(ports: QuitPorts): QuitKeeper {
  let state: 'open' | 'asking' | 'finishing' | 'free' = 'open'
  /** Counts the askings, so that a late timer of an earlier one does nothing. */
  let round = 0

  function finish(): void {
    if (state === 'finishing' || state === 'free') return
    state = 'finishing'
    const leave = () => {
      state = 'free'
      ports.leave()
    }
    // A flush that fails has said so where the edit was made; the app must not be caught by it.
    void ports.flush().then(leave, leave)
  }

  async function watch(mine: number): Promise<void> {
    for (;;) {
      await ports.wait(PATIENCE_MS)
      if (round !== mine || state !== 'asking') return
      // A question that cannot be shown is as good as one that nobody answers.
      const choice = await ports.choose().catch(() => 'wait' as const)
      if (round !== mine || state !== 'asking') return
      if (choice === 'quit') finish()
    }
  }

  return {
    mayQuit: () => {
      if (state === 'free') return true
      if (state !== 'open') return false
      state = 'asking'
      round += 1
      if (ports.ask()) void watch(round)
      else finish()
      return false
    },
    answer: (goOn) => {
      if (state !== 'asking') return
      if (goOn) finish()
      else state = 'open'
    },
    pageGone: () => {
      if (state === 'asking') finish()
    },
  }
}
