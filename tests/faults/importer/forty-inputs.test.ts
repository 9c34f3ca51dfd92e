import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSource } from '#domain/exchange/read-source.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import type { Disk } from '#main/files/disk.ts'
import { realDisk } from '#main/files/disk.ts'
import { readChecked } from '#main/files/read-checked.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { record } from '../main/record.ts'
import { BYTES_AND_SYNTAX } from './bytes-and-syntax.ts'
import { thingsOfDraft } from './draft-rows.ts'
import type { InputCase } from './input-case.ts'
import { ROWS_AND_GRAPH } from './rows-and-graph.ts'
import { bytesOf, FILE } from './sample-file.ts'
import { TABLES_AND_TEXTS } from './tables-and-texts.ts'

const CASES: readonly InputCase[] = [...BYTES_AND_SYNTAX, ...ROWS_AND_GRAPH, ...TABLES_AND_TEXTS]
const PLAN = smallPlan()
const BEFORE = stateHash(PLAN)
const good = new Set<number>()
const bad = new Set<number>()
/** Inputs that only the file system or the running app can make: see below and tests/e2e/hostile-input.spec.ts. */
const BY_DISK = [13, 39]

/** Counts an input as held only when each of its cases held. */
async function held(no: number, check: () => unknown): Promise<void> {
  bad.add(no)
  const others = [...failures]
  failures.add(no)
  await check()
  failures.delete(no)
  if (!others.includes(no)) bad.delete(no)
  good.add(no)
}
const failures = new Set<number>()

afterAll(() => {
  const numbers = [...good, ...bad].filter((no, at, all) => all.indexOf(no) === at)
  record({
    ...{ promise: 'P15', what: `inputs of the forty (${String(CASES.length)} cases)`, seed: null },
    counts: 'inputs',
    ...{ tried: numbers.length, survived: numbers.length - bad.size, lost: bad.size },
  })
})

describe('the forty inputs', () => {
  it.each(CASES)('$no: $what is $verdict', async ({ no, verdict, name, make, says }) => {
    await held(no, () => {
      const result = readSource(make(), name)
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(stateHash(PLAN)).toBe(BEFORE)
      if (verdict === 'refused') {
        expect(result).toMatchObject({ ok: false, place: { file: name } })
        if (result.ok) return
        expect(result.message).toMatch(says ?? /./)
        expect(result.message).toMatch(/[A-Z].*[.]$/s)
        // Which bytes are no text is known; from the first character on, the line is named.
        if (no > 16 && no !== 28 && no !== 30 && no !== 37)
          expect(result.place.line, result.message).toBeGreaterThan(0)
        return
      }
      expect(result.ok ? '' : result.message).toBe('')
      if (!result.ok) return
      const { warnings } = result.kind === 'plan' ? result : result.draft
      if (says) expect(warnings.map(({ text }) => text).join(' ')).toMatch(says)
      const things = result.kind === 'plan' ? result.things : thingsOfDraft(result.draft)
      // What was taken is a whole plan: its hash can be computed and its rows are unique.
      expect(stateHash(planFromThings(things))).toMatch(/^[0-9a-f]{32}$/)
    })
  })

  it('each number from 1 to 38 has its cases', () => {
    const numbers = new Set([...CASES.map(({ no }) => no), ...BY_DISK])
    for (let no = 1; no <= 39; no++) expect(numbers, String(no)).toContain(no)
  })
})

/** A disk that counts how many bytes were read from files. */
function countingDisk(): { readonly disk: Disk; readonly bytes: () => number } {
  let bytes = 0
  const disk: Disk = {
    ...realDisk,
    open: async (...args: Parameters<Disk['open']>) => {
      const handle = await open(...args)
      const read = handle.read.bind(handle) as (
        ...input: unknown[]
      ) => Promise<{ bytesRead: number }>
      Object.assign(handle, {
        read: async (...input: unknown[]) => {
          const result = await read(...input)
          bytes += result.bytesRead
          return result
        },
      })
      return handle
    },
  }
  return { disk, bytes: () => bytes }
}

describe('files of the forty that are no ordinary files', () => {
  const refuse = async (path: string, says: RegExp) => {
    const { disk, bytes } = countingDisk()
    const error: unknown = await readChecked(path, disk).then(
      () => null,
      (one: unknown) => one,
    )
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toMatch(says)
    expect(bytes()).toBe(0)
  }

  it('13: 2 GB with holes are refused unread', () =>
    held(13, async () => {
      const path = join(await tempFolder(), 'huge.roadbook')
      writeFileSync(path, '')
      truncateSync(path, 2 * 1024 ** 3)
      await refuse(path, /2048\.0 MB.*Nothing was read/)
    }))

  it('39: links to devices, pipes, folders and missing files are refused unread', () =>
    held(39, async () => {
      const folder = await tempFolder()
      const at = (name: string) => join(folder, name)
      mkdirSync(at('folder'))
      execFileSync('mkfifo', [at('pipe')])
      symlinkSync('/dev/zero', at('device'))
      symlinkSync(at('pipe'), at('to-pipe'))
      symlinkSync(at('nowhere'), at('dangling'))
      await refuse(at('folder'), /is a folder/)
      await refuse(at('pipe'), /device or a pipe/)
      await refuse(at('to-pipe'), /device or a pipe/)
      await refuse(at('device'), /device or a pipe/)
      await refuse(at('dangling'), /ENOENT/)
      await refuse(at('network/gone.roadbook'), /ENOENT/)
    }))

  it('39: a file without permission is refused', () =>
    held(39, async () => {
      const path = join(await tempFolder(), 'locked.roadbook')
      writeFileSync(path, FILE)
      chmodSync(path, 0)
      // Root may read everything: there the system's answer is put in.
      const isRoot = process.getuid?.() === 0
      const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
      const disk: Disk = isRoot ? { ...realDisk, open: () => Promise.reject(denied) } : realDisk
      await expect(readChecked(path, disk)).rejects.toMatchObject({ code: 'EACCES' })
    }))

  it.each([
    ['grows', (path: string) => appendFileSync(path, 'more')],
    ['shrinks', (path: string) => truncateSync(path, 10)],
    ['is emptied', (path: string) => truncateSync(path, 0)],
  ])('39: a file that %s between check and read is refused', (_, change) =>
    held(39, async () => {
      const path = join(await tempFolder(), 'plan.roadbook')
      writeFileSync(path, FILE)
      const disk: Disk = {
        ...realDisk,
        open: async (...args: Parameters<Disk['open']>) => {
          const handle = await open(...args)
          const stat = handle.stat.bind(handle)
          Object.assign(handle, {
            stat: async () => {
              const facts = await stat()
              change(path)
              return facts
            },
          })
          return handle
        },
      }
      await expect(readChecked(path, disk)).rejects.toMatchObject({ code: 'conflict' })
    }),
  )

  it('39: a file that is swapped between check and read is read as it was opened', () =>
    held(39, async () => {
      const folder = await tempFolder()
      const path = join(folder, 'plan.roadbook')
      writeFileSync(path, FILE)
      const disk: Disk = {
        ...realDisk,
        open: async (...args: Parameters<Disk['open']>) => {
          const handle = await open(...args)
          await realDisk.rename(path, join(folder, 'old'))
          writeFileSync(path, 'something else')
          return handle
        },
      }
      const { bytes } = await readChecked(path, disk)
      expect(new Uint8Array(bytes)).toEqual(bytesOf(FILE))
      expect(await readFile(path, 'utf8')).toBe('something else')
    }))
})
