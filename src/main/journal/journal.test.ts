import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#domain/plan/operation.ts'
import type { Fault } from '#main/testing/faulty-disk.ts'
import { faultyDisk, portsOver } from '#main/testing/faulty-disk.ts'
import { sampleOperation, sampleOperations } from '#main/testing/sample-operation.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import type { Disk } from '#main/files/disk.ts'
import { realDisk } from '#main/files/disk.ts'
import { journalSummarySchema } from '#shared/ipc-contract.ts'
import type { Journal } from './journal.ts'
import { createJournal } from './journal.ts'

const PLAN = 'plan-a'

const toClose: Journal[] = []
afterEach(async () => {
  for (const journal of toClose.splice(0)) await journal.close().catch(() => undefined)
})

function over(root: string, disk: Disk = realDisk, segmentBytes = 1024 * 1024) {
  const notices: string[] = []
  const log: string[] = []
  const notify = (text: string) => notices.push(text)
  const journal = createJournal({ ...portsOver(disk, log), root, notify, segmentBytes })
  toClose.push(journal)
  return { journal, notices, log }
}

async function readAll(journal: Journal, planId = PLAN): Promise<readonly Operation[]> {
  const all: Operation[] = []
  for (let after: number | null = 0; after !== null;) {
    const page = await journal.read(planId, after)
    all.push(...page.operations)
    after = page.next
  }
  return all
}

const segment = (root: string, number: number, planId = PLAN) =>
  join(root, 'plans', planId, `journal-${String(number).padStart(6, '0')}.jsonl`)

describe('a folder that goes away while the app runs', () => {
  it('is not taken for saved, and goes on when it is back', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append([sampleOperation(PLAN, 1)])
    await rename(join(root, 'plans'), join(root, 'elsewhere'))
    await expect(journal.append([sampleOperation(PLAN, 2)])).rejects.toMatchObject({
      code: 'missing',
    })
    await expect(journal.append([sampleOperation(PLAN, 2)])).rejects.toMatchObject({
      code: expect.stringMatching(/missing|ENOENT/),
    })
    await rename(join(root, 'elsewhere'), join(root, 'plans'))
    await journal.append([sampleOperation(PLAN, 2)])
    await journal.close()
    expect(await readAll(over(root).journal)).toEqual(sampleOperations(PLAN, 1, 2))
  })
})

describe('appending and reading', () => {
  it('keeps operations across starts, in order', async () => {
    const root = await tempFolder()
    const first = over(root).journal
    expect(await first.append(sampleOperations(PLAN, 1, 3))).toEqual({
      planId: PLAN,
      seq: 3,
      hash: (3).toString(16).padStart(32, '0'),
      version: 1,
    })
    await first.append([sampleOperation(PLAN, 4)])
    await first.close()
    const second = over(root).journal
    await second.append([sampleOperation(PLAN, 5)])
    expect(await readAll(second)).toEqual(sampleOperations(PLAN, 1, 5))
    const [plan] = await second.list()
    expect(journalSummarySchema.parse(plan)).toMatchObject({
      head: { seq: 5 },
      name: 'Plan at step 5',
      tornBytes: 0,
      deleted: false,
    })
  })

  it('shares one flush among appends in flight, and acknowledges each with its own step', async () => {
    const root = await tempFolder()
    let syncs = 0
    const disk = {
      ...realDisk,
      open: async (...args: Parameters<typeof realDisk.open>) => {
        const handle = await realDisk.open(...args)
        const sync = handle.sync.bind(handle)
        handle.sync = () => {
          syncs += 1
          return sync()
        }
        return handle
      },
    }
    const { journal } = over(root, disk)
    await journal.append([sampleOperation(PLAN, 1)])
    syncs = 0
    const heads = await Promise.all(
      sampleOperations(PLAN, 2, 101).map((op) => journal.append([op])),
    )
    expect(heads.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => at + 2))
    expect(syncs).toBeLessThan(20)
  })

  it('starts a new segment after about 1 MB and chains it to the one before', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    const long = (seq: number) => sampleOperation(PLAN, seq, { note: 'x'.repeat(600_000) })
    for (let seq = 1; seq <= 5; seq += 1) await journal.append([long(seq)])
    expect((await readdir(join(root, 'plans', PLAN))).sort()).toEqual([
      'journal-000001.jsonl',
      'journal-000002.jsonl',
      'journal-000003.jsonl',
    ])
    const last = JSON.parse(
      (await readFile(segment(root, 1), 'utf8')).trim().split('\n').at(-1) ?? '',
    ) as { sha256: string }
    const next = JSON.parse((await readFile(segment(root, 2), 'utf8')).split('\n')[0] ?? '') as {
      prevHash: string
    }
    expect(next.prevHash).toBe(last.sha256)
    expect((await readAll(over(root).journal)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  it('reads in pages of about 4 MB', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    const long = (seq: number) => sampleOperation(PLAN, seq, { note: 'x'.repeat(1_500_000) })
    for (let seq = 1; seq <= 4; seq += 1) await journal.append([long(seq)])
    const page = await journal.read(PLAN, 0)
    expect([page.operations.length, page.next]).toEqual([3, 3])
    expect(await journal.read(PLAN, 3)).toMatchObject({ operations: [{ seq: 4 }], next: null })
    expect(await journal.read(PLAN, 4)).toEqual({ operations: [], next: null })
    expect(await journal.read(PLAN, 99)).toEqual({ operations: [], next: null })
  })

  it('keeps several plans apart', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await Promise.all(
      ['one', 'two', 'con', 'NUL'].map((planId) => journal.append(sampleOperations(planId, 1, 3))),
    )
    expect((await journal.list()).map(({ planId, head }) => [planId, head?.seq])).toEqual([
      ['NUL', 3],
      ['con', 3],
      ['one', 3],
      ['two', 3],
    ])
    expect((await readdir(join(root, 'plans'))).sort()).toEqual(['.NUL', '.con', 'one', 'two'])
    await expect(journal.append(sampleOperations('ONE', 1, 1))).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('order', () => {
  it.each([
    ['a gap', [sampleOperation(PLAN, 5)]],
    ['a gap inside', [sampleOperation(PLAN, 4), sampleOperation(PLAN, 6)]],
    ['another operation for a known step', [sampleOperation(PLAN, 2, { title: 'Other' })]],
    [
      'a known step changed, then a new one',
      [sampleOperation(PLAN, 3, { name: 'x' }), sampleOperation(PLAN, 4)],
    ],
    [
      'two operations for one new step',
      [sampleOperation(PLAN, 4), sampleOperation(PLAN, 4, { name: 'x' })],
    ],
    ['operations of two plans', [sampleOperation(PLAN, 4), sampleOperation('plan-b', 5)]],
  ])('refuses %s and writes nothing', async (_, operations) => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append(sampleOperations(PLAN, 1, 3))
    const { size } = await stat(segment(root, 1))
    await expect(journal.append(operations)).rejects.toMatchObject({ code: 'conflict' })
    expect((await stat(segment(root, 1))).size).toBe(size)
    expect((await journal.append([sampleOperation(PLAN, 4)])).seq).toBe(4)
  })

  it('acknowledges the same operation again without writing it twice', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append(sampleOperations(PLAN, 1, 3))
    expect((await journal.append(sampleOperations(PLAN, 2, 3))).seq).toBe(3)
    expect((await journal.append(sampleOperations(PLAN, 1, 5))).seq).toBe(5)
    const [six] = sampleOperations(PLAN, 6, 6)
    const both = await Promise.all([journal.append([six!]), journal.append([six!, six!])])
    expect(both.map(({ seq }) => seq)).toEqual([6, 6])
    expect(await readAll(journal)).toEqual(sampleOperations(PLAN, 1, 6))
  })

  it('refuses a start in the middle, nothing at all, and an older format than the head', async () => {
    const { journal } = over(await tempFolder())
    await expect(journal.append([sampleOperation(PLAN, 2)])).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(journal.append([])).rejects.toMatchObject({ code: 'failed' })
    await journal.append([sampleOperation(PLAN, 1, { version: 2 })])
    await expect(journal.append([sampleOperation(PLAN, 2)])).rejects.toThrow(/newer Roadbook/)
    await expect(journal.read(PLAN, 0)).rejects.toThrow(/newer Roadbook/)
    expect((await journal.list())[0]?.head?.version).toBe(2)
  })

  it('says so when a plan is not there', async () => {
    const { journal } = over(await tempFolder())
    await expect(journal.read('nobody', 0)).rejects.toMatchObject({ code: 'missing' })
    expect(await journal.list()).toEqual([])
  })
})

describe('damage', () => {
  async function written(root: string, steps: number): Promise<void> {
    const { journal } = over(root)
    await journal.append(sampleOperations(PLAN, 1, steps))
    await journal.close()
  }

  it('sets a torn end aside, wherever the last line was cut', async () => {
    const template = await tempFolder()
    await written(template, 3)
    const whole = await readFile(segment(template, 1))
    const goodEnd = whole.lastIndexOf(0x0a, whole.length - 2) + 1
    for (let cut = goodEnd; cut < whole.length; cut += 37) {
      const root = await tempFolder()
      await mkdir(join(root, 'plans', PLAN), { recursive: true })
      await writeFile(segment(root, 1), whole.subarray(0, cut))
      const { journal, notices } = over(root)
      const [plan] = await journal.list()
      expect(plan).toMatchObject({ head: { seq: 2 }, tornBytes: cut - goodEnd })
      expect(notices).toEqual([])
      const aside = (await readdir(join(root, 'plans', PLAN))).filter((name) => /\.bin$/.test(name))
      expect(aside.length).toBe(cut === goodEnd ? 0 : 1)
      for (const name of aside)
        expect(await readFile(join(root, 'plans', PLAN, name))).toEqual(
          whole.subarray(goodEnd, cut),
        )
      await journal.append([sampleOperation(PLAN, 3), sampleOperation(PLAN, 4)])
      expect(await readAll(over(root).journal)).toEqual(sampleOperations(PLAN, 1, 4))
    }
  })

  it('keeps what stands before a hole, sets the rest aside and tells', async () => {
    const root = await tempFolder()
    await written(root, 6)
    const whole = await readFile(segment(root, 1))
    const bad = Buffer.from(whole)
    const third = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1) + 1
    bad[third + 50] = 0x58
    await writeFile(segment(root, 1), bad)
    const { journal, notices } = over(root)
    expect((await journal.list())[0]).toMatchObject({
      head: { seq: 2 },
      tornBytes: whole.length - third,
    })
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/"Plan at step 2".*up to number 2.*nothing was deleted/)
    // The database still has the steps and hands them in again.
    await journal.append(sampleOperations(PLAN, 3, 6))
    expect(await readAll(over(root).journal)).toEqual(sampleOperations(PLAN, 1, 6))
  })

  it('sets later segments aside as well, under other names', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    for (let seq = 1; seq <= 5; seq += 1)
      await journal.append([sampleOperation(PLAN, seq, { note: 'x'.repeat(600_000) })])
    await journal.close()
    await truncate(segment(root, 2), 100)
    const next = over(root)
    expect((await next.journal.list())[0]?.head?.seq).toBe(2)
    expect(next.notices).toHaveLength(1)
    const names = await readdir(join(root, 'plans', PLAN))
    expect(names.filter((name) => name.endsWith('.bin'))).toHaveLength(2)
    await next.journal.append([sampleOperation(PLAN, 3)])
    expect((await readAll(over(root).journal)).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('finds every single flipped byte, or the flip is harmless', async () => {
    const template = await tempFolder()
    await written(template, 4)
    const whole = await readFile(segment(template, 1))
    for (let at = 0; at < whole.length; at += 23) {
      const root = await tempFolder()
      await mkdir(join(root, 'plans', PLAN), { recursive: true })
      const bad = Buffer.from(whole)
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8))
      await writeFile(segment(root, 1), bad)
      const { journal } = over(root)
      const kept = await readAll(journal)
      expect(kept).toEqual(sampleOperations(PLAN, 1, kept.length))
      expect(kept.length).toBeLessThan(4)
    }
  })

  it('reads a journal whose first segments were thinned out', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    for (let seq = 1; seq <= 4; seq += 1)
      await journal.append([sampleOperation(PLAN, seq, { note: 'x'.repeat(600_000) })])
    await journal.close()
    await realDisk.unlink(segment(root, 1))
    const next = over(root).journal
    expect((await next.list())[0]?.head?.seq).toBe(4)
    expect((await next.read(PLAN, 2)).operations.map(({ seq }) => seq)).toEqual([3, 4])
    await expect(next.read(PLAN, 0)).rejects.toMatchObject({ code: 'damaged' })
    await expect(next.append([sampleOperation(PLAN, 1)])).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('does not take an error of the disk for damage', async () => {
    const root = await tempFolder()
    await written(root, 3)
    const before = await readFile(segment(root, 1))
    const disk = {
      ...realDisk,
      open: (...args: Parameters<typeof realDisk.open>) =>
        String(args[0]).endsWith('.jsonl')
          ? Promise.reject(Object.assign(new Error('no'), { code: 'EIO' }))
          : realDisk.open(...args),
    }
    const { journal, notices } = over(root, disk)
    expect((await journal.list())[0]).toMatchObject({ head: null, tornBytes: 0 })
    expect(notices[0]).toMatch(/cannot be read/)
    await expect(journal.append([sampleOperation(PLAN, 1)])).rejects.toMatchObject({ code: 'EIO' })
    expect(await readFile(segment(root, 1))).toEqual(before)
  })

  it('notices a line that something else changed after it was opened', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append(sampleOperations(PLAN, 1, 2))
    await writeFile(segment(root, 1), Buffer.alloc(10_000, 0x20))
    await expect(journal.read(PLAN, 0)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('leaves foreign files and folders alone', async () => {
    const root = await tempFolder()
    await written(root, 1)
    await writeFile(join(root, 'plans', PLAN, 'notes.txt'), 'mine')
    await mkdir(join(root, 'plans', 'not a plan'))
    await writeFile(join(root, 'plans', 'file'), '')
    await appendFile(segment(root, 1), '')
    expect(await over(root).journal.list()).toHaveLength(1)
    expect(await readFile(join(root, 'plans', PLAN, 'notes.txt'), 'utf8')).toBe('mine')
  })
})

describe('trash', () => {
  it('moves a plan away and back, whole', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append(sampleOperations(PLAN, 1, 2))
    await journal.trash(PLAN, true)
    await journal.trash(PLAN, true)
    expect(await readdir(join(root, 'trash'))).toEqual([PLAN])
    expect((await journal.list())[0]).toMatchObject({ deleted: true, head: { seq: 2 } })
    expect(await readAll(journal)).toHaveLength(2)
    await expect(journal.append([sampleOperation(PLAN, 3)])).rejects.toThrow(/trash/)
    await journal.trash(PLAN, false)
    expect((await journal.append([sampleOperation(PLAN, 3)])).seq).toBe(3)
    await expect(journal.trash('nobody', true)).rejects.toMatchObject({ code: 'missing' })
  })

  it('never overwrites: two plans with one id both stay', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append(sampleOperations(PLAN, 1, 2))
    await journal.trash(PLAN, true)
    await mkdir(join(root, 'plans', PLAN))
    await expect(journal.trash(PLAN, false)).rejects.toMatchObject({ code: 'conflict' })
    await journal.trash(PLAN, true)
    expect(await readdir(join(root, 'trash'))).toHaveLength(2)
  })

  it('waits for appends in flight', async () => {
    const root = await tempFolder()
    const { journal } = over(root)
    await journal.append([sampleOperation(PLAN, 1)])
    const flying = journal.append(sampleOperations(PLAN, 2, 40))
    await journal.trash(PLAN, true)
    await flying
    expect(await readAll(over(root).journal)).toHaveLength(40)
  })
})

describe('faults', () => {
  const CODES = ['EIO', 'EMFILE']
  const FAULTS: readonly Fault[] = [...CODES.map((code) => ({ code })), 'short', 'torn']
  const op = (seq: number) => sampleOperation(PLAN, seq, { note: 'x'.repeat(700) })
  const groups = [[op(1)], [op(2), op(3)], [op(4)], [op(5)]]

  /** Appends all groups with one fault at call `at`; a failed group is tried again once. */
  async function run(root: string, fault: Fault, at: number, forGood: boolean) {
    const faulty = faultyDisk({ at, fault, forGood })
    const { journal } = over(root, faulty.disk, 2_000)
    let promised = 0
    let failures = 0
    for (const group of groups) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          promised = (await journal.append(group)).seq
          break
        } catch {
          failures += 1
        }
      }
    }
    return { promised, failures, calls: faulty.calls(), faulty, journal }
  }

  for (const forGood of [false, true]) {
    it(`never promises what is not there: ${forGood ? 'disk gone for good' : 'one fault, then a second try'}`, async () => {
      const total = (await run(await tempFolder(), 'short', 0, false)).calls
      expect(total).toBeGreaterThan(30)
      for (const fault of FAULTS) {
        for (let at = 1; at <= total; at += 1) {
          const root = await tempFolder()
          const { promised, faulty, journal } = await run(root, fault, at, forGood)
          if (!forGood) expect(promised, `${JSON.stringify(fault)} at ${String(at)}`).toBe(5)
          const stored = await readAll(over(root, realDisk, 2_000).journal).catch(() => [])
          expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
          expect(stored.length).toBeGreaterThanOrEqual(promised)
          if (!forGood) continue
          // The disk comes back while the app still runs: the same journal goes on.
          faulty.heal()
          for (const group of groups) await journal.append(group)
          expect(await readAll(over(root, realDisk, 2_000).journal)).toHaveLength(5)
        }
      }
    }, 60_000)
  }
})
