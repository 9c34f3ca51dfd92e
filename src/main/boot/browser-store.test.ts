import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { faultyDisk, portsOver } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { setAsideDeadStores } from './browser-store.ts'

const STORE = 'app_roadbook_0.indexeddb.leveldb'
const BLOBS = 'app_roadbook_0.indexeddb.blob'

/** A folder of databases as a browser leaves it, with this in CURRENT (null: no such file). */
async function stores(current: string | null): Promise<string> {
  const folder = await tempFolder()
  await mkdir(join(folder, STORE))
  await mkdir(join(folder, BLOBS))
  if (current !== null) await writeFile(join(folder, STORE, 'CURRENT'), current)
  await writeFile(join(folder, STORE, 'MANIFEST-000007'), 'manifest')
  await writeFile(join(folder, STORE, '000008.log'), 'rows')
  return folder
}

const ports = portsOver(realDisk)

it.each([
  ['names what is there', 'MANIFEST-000007\n'],
  ['is noise', 'noise'],
  ['is empty', ''],
  ['has no line break', 'MANIFEST-999999'],
  ['is gone', null],
  ['is far too long', `${'M'.repeat(5_000)}\n`],
  ['leads out of the folder', '../CURRENT\n'],
])('a database is left to the browser when CURRENT %s', async (_, current) => {
  const folder = await stores(current)
  expect(await setAsideDeadStores(folder, ports)).toEqual([])
  expect((await readdir(folder)).sort()).toEqual([BLOBS, STORE])
})

it('a database whose CURRENT names a missing file is set aside whole, under a dated name', async () => {
  const folder = await stores('MANIFEST-999999\n')
  const mark = '.aside-20261122T120000000Z'
  expect(await setAsideDeadStores(folder, ports)).toEqual([`${STORE}${mark}`, `${BLOBS}${mark}`])
  expect((await readdir(folder)).sort()).toEqual([`${BLOBS}${mark}`, `${STORE}${mark}`])
  const kept = join(folder, `${STORE}${mark}`)
  expect((await readdir(kept)).sort()).toEqual(['000008.log', 'CURRENT', 'MANIFEST-000007'])
  expect(await readFile(join(kept, '000008.log'), 'utf8')).toBe('rows')
  // What is set aside is not looked at again.
  expect(await setAsideDeadStores(folder, ports)).toEqual([])
})

it('a browser that is just closing its files is not disturbed', async () => {
  const folder = await stores('MANIFEST-000009\n')
  const wait = () => writeFile(join(folder, STORE, 'CURRENT'), 'MANIFEST-000007\n')
  expect(await setAsideDeadStores(folder, { ...ports, wait })).toEqual([])
})

it('where there is no database there is nothing to do', async () => {
  expect(await setAsideDeadStores(join(await tempFolder(), 'none'), ports)).toEqual([])
})

it('an error of the disk at any call leaves the folder as it was or set aside', async () => {
  for (let at = 1; ; at += 1) {
    const folder = await stores('MANIFEST-999999\n')
    const { disk, calls } = faultyDisk({ at, fault: { code: 'EACCES' } })
    await setAsideDeadStores(folder, portsOver(disk))
    const names = await readdir(folder)
    expect(names.filter((name) => name.startsWith(STORE))).toHaveLength(1)
    expect(names.filter((name) => name.startsWith(BLOBS))).toHaveLength(1)
    if (calls() < at) break
  }
})
