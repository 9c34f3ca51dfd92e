import {
  appendFileSync,
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The folders in which the browser keeps the app's database. */
export function storeFolders(userData: string): readonly string[] {
  return readdirSync(userData, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name.endsWith('.indexeddb.leveldb')
      ? [join(entry.parentPath, entry.name)]
      : [],
  )
}

const files = (store: string, end: RegExp) =>
  readdirSync(store)
    .filter((name) => end.test(name))
    .sort()
    .map((name) => join(store, name))
const newest = (store: string, end: RegExp): string => {
  const found = files(store, end).at(-1)
  if (found === undefined) throw new Error(`no file ${String(end)} in ${store}`)
  return found
}

function flip(path: string, share: number): void {
  const at = Math.floor(statSync(path).size * share)
  const byte = (readFileSync(path)[at] ?? 0) ^ 0xff
  const file = openSync(path, 'r+')
  writeSync(file, Uint8Array.of(byte), 0, 1, at)
  closeSync(file)
}

/** A record's header of LevelDB's log: checksum, length and type, with nothing or half of it behind. */
function tear(store: string, payload: number): void {
  const header = Buffer.from([0x12, 0x34, 0x56, 0x78, 0x00, 0x04, 0x01])
  appendFileSync(newest(store, /\.log$/), Buffer.concat([header, Buffer.alloc(payload, 0x5a)]))
}

export type Damage = {
  readonly what: string
  /** Damage to the database's folder while nothing runs. */
  readonly harm: (store: string) => void
  /** Run once more with changes between the damage and the start that counts. */
  readonly withWrites?: boolean
  /** A step back that the browser does not tell. */
  readonly isCut?: boolean
  /** Needs so much data that the browser has written a table. */
  readonly isLarge?: boolean
}

const LOG = /\.log$/
const TABLE = /\.ldb$/

/** What was seen to empty or shorten a database of Chromium, and its neighbours. */
export const DAMAGES: readonly Damage[] = [
  {
    what: 'the folder is gone',
    harm: (store) => rmSync(store, { recursive: true }),
  },
  { what: 'a torn header', harm: (store) => tear(store, 0) },
  { what: 'a torn header, then changes', harm: (store) => tear(store, 0), withWrites: true },
  { what: 'a torn record', harm: (store) => tear(store, 500) },
  {
    what: 'a torn record, then changes',
    harm: (store) => tear(store, 500),
    withWrites: true,
  },
  {
    what: 'a byte flipped in a table',
    harm: (store) => flip(newest(store, TABLE), 0.5),
    isLarge: true,
  },
  {
    what: 'a byte flipped in the log',
    harm: (store) => flip(newest(store, LOG), 0.3),
  },
  { what: 'a table is gone', harm: (store) => rmSync(newest(store, TABLE)), isLarge: true },
  { what: 'an empty MANIFEST', harm: (store) => truncateSync(newest(store, /^MANIFEST/), 0) },
  { what: 'noise in CURRENT', harm: (store) => writeFileSync(join(store, 'CURRENT'), 'noise') },
  {
    what: 'CURRENT names a file that is not there',
    harm: (store) => writeFileSync(join(store, 'CURRENT'), 'MANIFEST-999999\n'),
  },
  {
    what: 'CURRENT names a file that is not there, then changes',
    harm: (store) => writeFileSync(join(store, 'CURRENT'), 'MANIFEST-999999\n'),
    withWrites: true,
  },
  { what: 'CURRENT is gone', harm: (store) => rmSync(join(store, 'CURRENT')) },
  {
    what: 'the log cut in half',
    isCut: true,
    harm: (store) => {
      const log = newest(store, LOG)
      truncateSync(log, Math.floor(statSync(log).size / 2))
    },
  },
  { what: 'the log is gone', harm: (store) => rmSync(newest(store, LOG)) },
  {
    what: 'all files are empty',
    harm: (store) => files(store, /./).forEach((path) => truncateSync(path, 0)),
  },
]

/** Puts a copy of the database that was made before in the place of today's. */
export function copyStores(userData: string, aside: string): () => void {
  const stores = storeFolders(userData)
  for (const [at, store] of stores.entries())
    cpSync(store, join(aside, String(at)), { recursive: true })
  return () => {
    for (const [at, store] of stores.entries()) {
      if (existsSync(store)) rmSync(store, { recursive: true })
      cpSync(join(aside, String(at)), store, { recursive: true })
    }
  }
}
