import { constants, accessSync, statfsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** Linux keeps files there in memory. No test can tell whether a flush reached a disk; it only waits for it. */
const IN_MEMORY = '/dev/shm'
/** Containers often give it a few megabytes only. */
const LEAST_FREE_BYTES = 512 * 1024 * 1024

const base = hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir()
const made: string[] = []

/** A fresh folder, removed after the test. For tests. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(base, 'roadbook-test-'))
  made.push(folder)
  return folder
}

function hasRoom(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize >= LEAST_FREE_BYTES
  } catch {
    return false
  }
}

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
})
