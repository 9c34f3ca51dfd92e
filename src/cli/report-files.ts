import { randomBytes } from 'node:crypto'
import { lstat, mkdir, mkdtemp, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { errorCode, realDisk } from '#main/files/disk.ts'
import type { FilePorts } from '#main/files/disk.ts'
import { writeAtomically } from '#main/files/atomic-file.ts'
import { failureFrom } from '#main/files/trouble.ts'

export type OutputFile = { readonly name: string; readonly bytes: Uint8Array }
export type WrittenFile = { readonly path: string; readonly size: number }

const PORTS: FilePorts = {
  disk: realDisk,
  platform: process.platform,
  clock: () => Date.now(),
  random: (bytes) => randomBytes(bytes),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  log: () => undefined,
}

/**
 * Writes all files or none: everything is written, flushed and read back in a folder beside the targets,
 * and only then renamed into place. When a later step fails, new files go and replaced ones come back.
 */
export async function writeAllOrNone(
  folder: string,
  files: readonly OutputFile[],
): Promise<readonly WrittenFile[]> {
  const target = resolve(folder)
  const firstMade = await makeFolder(target)
  const made: string[] = []
  const movedAway: { readonly from: string; readonly to: string }[] = []
  let staging: string | null = null
  try {
    const replaced = new Set<string>()
    for (const { name } of files) if (await isFile(join(target, name))) replaced.add(name)
    staging = await mkdtemp(join(target, '.roadbook-'))
    for (const { name, bytes } of files) await writeAtomically(join(staging, name), bytes, PORTS)
    const written: WrittenFile[] = []
    for (const { name, bytes } of files) {
      const path = join(target, name)
      if (replaced.has(name)) {
        const aside = join(staging, `before-${name}`)
        await rename(path, aside)
        movedAway.push({ from: path, to: aside })
      }
      await rename(join(staging, name), path)
      made.push(path)
      written.push({ path, size: bytes.length })
    }
    await rm(staging, { recursive: true, force: true })
    return written
  } catch (error) {
    for (const path of made) await unlink(path).catch(() => undefined)
    for (const { from, to } of movedAway) await rename(to, from)
    if (staging !== null) await rm(staging, { recursive: true, force: true })
    if (firstMade !== undefined) await rmdir(target).catch(() => undefined)
    throw inWords(error, `The reports could not be written to ${target}`)
  }
}

/** The folder with those above it; the first one that was not there. A refusal says what to do. */
async function makeFolder(target: string): Promise<string | undefined> {
  try {
    // Step by step: Node's own recursive way never comes back where a folder can hold none, as in /proc.
    const missing = await missingFolders(target)
    for (const folder of missing) await mkdir(folder)
    if (!(await stat(target)).isDirectory()) throw new Error(`${target} is not a folder.`)
    return missing[0]
  } catch (error) {
    const file = await fileOnTheWay(target)
    if (file !== null)
      throw new Error(
        `${file} is a file. --out names the folder for the reports: name another one, or leave --out away for this folder.`,
        { cause: error },
      )
    throw inWords(error, `The folder ${target} cannot be made`)
  }
}

/** What of a path is not there yet, from the top down. */
async function missingFolders(path: string): Promise<readonly string[]> {
  const found = await lstat(path).catch(() => null)
  const above = dirname(path)
  if (found !== null || above === path) return []
  return [...(await missingFolders(above)), path]
}

/** An error of the system as a sentence; one that is a sentence already stays. */
function inWords(error: unknown, doing: string): unknown {
  return errorCode(error) === '' ? error : new Error(failureFrom(error, doing).message)
}

/** The file that stands where a folder of this path should be; null when none does. */
async function fileOnTheWay(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null)
  if (found?.isFile() === true) return path
  const above = dirname(path)
  return above === path ? null : fileOnTheWay(above)
}

/** True where a file stands already, false where nothing does; anything else cannot be replaced. */
async function isFile(path: string): Promise<boolean> {
  try {
    const found = await lstat(path)
    if (found.isFile()) return true
    throw new Error(`${path} is not a file, so it cannot be replaced.`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
