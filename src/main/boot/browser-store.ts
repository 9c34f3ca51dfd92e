import { join } from 'node:path'
import type { FilePorts } from '#main/files/disk.ts'
import { errorCode, readWhole, syncFolder } from '#main/files/disk.ts'

const STORE = /\.indexeddb\.leveldb$/
const CURRENT = 'CURRENT'
/** The file is some 16 bytes long; whatever is much longer was not written by the browser. */
const CURRENT_BYTES = 1_000

/**
 * Looks at the folders of the browser's databases before the browser does. A database whose file CURRENT
 * names a file that is not there can neither be opened by the browser nor is it thrown away: the app would
 * stop at every start. Such a folder is set aside under a dated name, and the plans come back from the
 * journal. Every other damage is the browser's to notice. Never throws, never deletes; gives the new names.
 */
export async function setAsideDeadStores(
  folder: string,
  ports: FilePorts,
): Promise<readonly string[]> {
  const { disk, log } = ports
  const aside: string[] = []
  try {
    const names = await disk.readdir(folder)
    for (const name of names.filter((one) => STORE.test(one))) {
      if (!(await isDead(join(folder, name), ports))) continue
      const mark = `.aside-${new Date(ports.clock()).toISOString().replace(/[-:.]/g, '')}`
      await disk.rename(join(folder, name), join(folder, `${name}${mark}`))
      aside.push(`${name}${mark}`)
      // Large values lie in a folder beside it, which means nothing without it.
      const blobs = name.replace(STORE, '.indexeddb.blob')
      if (names.includes(blobs)) {
        await disk.rename(join(folder, blobs), join(folder, `${blobs}${mark}`))
        aside.push(`${blobs}${mark}`)
      }
      log(`the browser's database cannot be opened (CURRENT): set aside as ${name}${mark}`)
    }
    if (aside.length > 0) await syncFolder(disk, ports.platform, folder)
  } catch (error) {
    // No database yet, or the system does not allow it: then the app says at its start what is wrong.
    if (errorCode(error) !== 'ENOENT')
      log(`the browser's database was not looked at (${errorCode(error)})`)
  }
  return aside
}

/** True when CURRENT names a missing file and goes on doing so: a browser that still closes may change it. */
async function isDead(store: string, ports: FilePorts): Promise<boolean> {
  const named = await namedFile(store, ports)
  if (named === null || (await isFile(join(store, named), ports))) return false
  await ports.wait(100)
  return (await namedFile(store, ports)) === named && !(await isFile(join(store, named), ports))
}

/** The name in CURRENT; null where the browser itself sees that it is damaged or missing. */
async function namedFile(store: string, { disk }: FilePorts): Promise<string | null> {
  try {
    const path = join(store, CURRENT)
    if ((await disk.stat(path)).size > CURRENT_BYTES) return null
    const name = /^([^/\\\0\n]+)\n$/.exec((await readWhole(disk, path)).toString('utf8'))?.[1]
    return name === '.' || name === '..' ? null : (name ?? null)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function isFile(path: string, { disk }: FilePorts): Promise<boolean> {
  try {
    return (await disk.stat(path)).isFile()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
