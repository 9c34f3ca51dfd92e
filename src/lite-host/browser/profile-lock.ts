import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** False where the system lets us see that another program has taken the number since. */
const isOurBrowser = (pid: number, profile: string): boolean => {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)
  } catch {
    return process.platform !== 'linux'
  }
}

const noteOf = (profile: string) => join(profile, 'roadbook-browser.pid')

/** Writes down which process uses the profile. */
export const noteBrowser = (profile: string, pid: number): void => {
  writeFileSync(noteOf(profile), String(pid))
}

const notedBrowser = (profile: string): number => {
  try {
    return Number(readFileSync(noteOf(profile), 'utf8'))
  } catch {
    return 0
  }
}

/**
 * Makes the profile free: after a crash of main its browser may still be closing its files, and a second
 * Chromium on the same profile would only wake the first one. Waits five seconds, then ends it.
 */
export const freeProfile = async (profile: string): Promise<void> => {
  mkdirSync(profile, { recursive: true })
  const pid = notedBrowser(profile)
  for (let tries = 0; pid > 0 && isOurBrowser(pid, profile); tries += 1) {
    if (tries === 50) process.kill(pid, 'SIGKILL')
    await pause(100)
  }
  rmSync(noteOf(profile), { force: true })
}
