import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '#main/files/atomic-file.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole, syncFolder } from '#main/files/disk.ts'

const RUNTIME = 'runtime.json'
const RUNNING = 'running.json'
const versionsSchema = z.record(z.string(), z.string())

export type Versions = Readonly<Record<string, string>>

export type RunRecord = {
  /** True when the last session did not end by itself: it crashed, was killed, or the power went. */
  readonly endedBadly: boolean
  /** True when the data was last written under other versions, or nobody knows under which. */
  readonly isOtherVersion: boolean
  /** The versions of then; null when not known. */
  readonly before: Versions | null
  /** Everything that a change of version asks for is done: from now on these versions are known. */
  readonly settle: () => Promise<void>
  /** The session ends well. */
  readonly finish: () => Promise<void>
}

/** Compares the recorded versions with today's and marks the session as running. Never throws. */
export async function openRunRecord(
  root: string,
  versions: Versions,
  ports: FilePorts,
): Promise<RunRecord> {
  const { disk, log } = ports
  const running = join(root, RUNNING)
  const endedBadly = (await textAt(running)) !== null
  const before = versionsIn(await textAt(join(root, RUNTIME)))
  const isOtherVersion = before === null || !areSame(before, versions)
  const startedAt = new Date(ports.clock()).toISOString()
  await write(running, { startedAt })

  async function write(path: string, value: object): Promise<void> {
    try {
      await writeAtomically(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), ports)
    } catch (error) {
      log(`the record of this session was not written (${errorCode(error)})`)
    }
  }

  async function textAt(path: string): Promise<string | null> {
    try {
      return (await readWhole(disk, path)).toString('utf8')
    } catch (error) {
      // A file that is there and cannot be read says as much as one that can.
      return errorCode(error) === 'ENOENT' ? null : ''
    }
  }

  return {
    endedBadly,
    isOtherVersion,
    before,
    settle: () => write(join(root, RUNTIME), versions),
    finish: async () => {
      try {
        await disk.unlink(running)
        await syncFolder(disk, ports.platform, root)
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') log(`the session's mark stays (${errorCode(error)})`)
      }
    },
  }
}

function versionsIn(text: string | null): Versions | null {
  if (text === null) return null
  try {
    return versionsSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function areSame(a: Versions, b: Versions): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => a[name] === b[name])
}
