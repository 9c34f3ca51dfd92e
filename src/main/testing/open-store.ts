import type { DataStore, DataStorePorts } from '#main/boot/data-store.ts'
import { createDataStore } from '#main/boot/data-store.ts'
import { realDisk } from '#main/files/disk.ts'
import { portsOver } from './faulty-disk.ts'

export type OpenStore = {
  readonly store: DataStore
  readonly notices: string[]
  /** Moves the clock. */
  readonly tick: (ms: number) => void
  /** Timers that wait, with their time; run by the test. */
  readonly timers: Map<() => void, number>
  /** Waits until copies in the background are done. */
  readonly settled: () => Promise<void>
}

/** The whole data folder of main over a real or faulty disk, with a clock and timers of the test. For tests. */
export function openStore(root: string, over: Partial<DataStorePorts> = {}): OpenStore {
  const notices: string[] = []
  const timers = new Map<() => void, number>()
  const ports = portsOver(over.disk ?? realDisk)
  let now = ports.clock()
  const store = createDataStore({
    ...ports,
    root,
    clock: () => now,
    // Copies end by themselves on a real disk; only the pause between two pieces of work is nothing.
    wait: (ms) => (ms < 1_000 ? Promise.resolve() : new Promise((done) => setTimeout(done, ms))),
    madeBy: { app: '0.1.0', chromium: '156' },
    notify: (text) => {
      notices.push(text)
    },
    chooseFolder: () => Promise.resolve(null),
    later: (ms, work) => {
      timers.set(work, ms)
      return () => timers.delete(work)
    },
    ...over,
  })
  return {
    store,
    notices,
    timers,
    tick: (ms) => {
      now += ms
    },
    settled: () => store.snapshots.close(),
  }
}
