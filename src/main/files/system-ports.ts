import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FilePorts } from './disk.ts'
import { realDisk } from './disk.ts'

/** The real disk, clock and chance. */
export function systemPorts(log: (line: string) => void): FilePorts {
  return {
    disk: realDisk,
    platform: process.platform,
    clock: Date.now,
    random: (bytes) => randomBytes(bytes),
    wait: (ms) => wait(ms),
    log,
  }
}

/** Runs `work` once after `ms` unless the given way to call it off is taken. Does not keep the app running. */
export function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => {
    clearTimeout(timer)
  }
}
