import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { openJournal, PLAN, readAll, segment } from '#main/testing/open-journal.ts'
import { sampleOperation, sampleOperations } from '#main/testing/sample-operation.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { journalSummarySchema } from '#shared/ipc-contract.ts'

describe('a folder that goes away while the app runs', () => {
  it('is not taken for saved, and goes on when it is back', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
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
    expect(await readAll(openJournal(root).journal)).toEqual(sampleOperations(PLAN, 1, 2))
  })
})

describe('a journal that something else changes while the app runs', () => {
  const lastLine = (bytes: Buffer) => bytes.lastIndexOf(0x0a, bytes.length - 2) + 1

  it.each([
    ['shorter by a line', (bytes: Buffer) => bytes.subarray(0, lastLine(bytes))],
    ['shorter by half a line', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['empty', () => Buffer.alloc(0)],
    ['longer by words', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('my own words\n')])],
    ['longer by a line of its own', (b: Buffer) => Buffer.concat([b, b.subarray(lastLine(b))])],
  ])('is not written to blindly: %s', async (_, change) => {
    for (const how of ['in place', 'as a new file']) {
      const root = await tempFolder()
      const { journal } = openJournal(root)
      await journal.append(sampleOperations(PLAN, 1, 3))
      const bytes = await readFile(segment(root, 1))
      if (how === 'in place') await writeFile(segment(root, 1), change(bytes))
      else {
        await writeFile(`${segment(root, 1)}.new`, change(bytes))
        await rename(`${segment(root, 1)}.new`, segment(root, 1))
      }
      // As the save queue does: what was refused is handed in again, and after a conflict all of it.
      const words: string[] = []
      const saved = await journal.append([sampleOperation(PLAN, 4)]).then(
        () => true,
        () =>
          journal.append([sampleOperation(PLAN, 4)]).then(
            () => true,
            (error: unknown) => {
              words.push(String(error))
              return false
            },
          ),
      )
      if (!saved) expect(words.join(), how).toMatch(/Something else changed .*Open the plan again/)
      await journal.close()
      const { journal: next } = openJournal(root)
      const head = (await next.list())[0]?.head?.seq ?? 0
      if (saved) expect(head, how).toBe(4)
      await next.append(sampleOperations(PLAN, head + 1, 5))
      expect(await readAll(next), how).toEqual(sampleOperations(PLAN, 1, 5))
    }
  })
})

describe('appending and reading', () => {
  it('keeps operations across starts, in order', async () => {
    const root = await tempFolder()
    const first = openJournal(root).journal
    expect(await first.append(sampleOperations(PLAN, 1, 3))).toEqual({
      planId: PLAN,
      seq: 3,
      hash: (3).toString(16).padStart(32, '0'),
      version: 1,
    })
    await first.append([sampleOperation(PLAN, 4)])
    await first.close()
    const second = openJournal(root).journal
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
    const { journal } = openJournal(root, disk)
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
    const { journal } = openJournal(root)
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
    expect((await readAll(openJournal(root).journal)).map(({ seq }) => seq)).toEqual([
      1, 2, 3, 4, 5,
    ])
  })

  it('reads in pages of about 4 MB', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
    const long = (seq: number) => sampleOperation(PLAN, seq, { note: 'x'.repeat(1_500_000) })
    for (let seq = 1; seq <= 4; seq += 1) await journal.append([long(seq)])
    const page = await journal.read(PLAN, 0)
    expect([page.operations.length, page.next]).toEqual([3, 3])
    expect(await journal.read(PLAN, 3)).toMatchObject({ operations: [{ seq: 4 }], next: null })
    expect(await journal.read(PLAN, 1, 2)).toMatchObject({
      ...{ operations: [{ seq: 2 }, { seq: 3 }], next: 3 },
    })
    expect(await journal.read(PLAN, 2, 9)).toMatchObject({ operations: [{}, {}], next: null })
    expect(await journal.read(PLAN, 4)).toEqual({ operations: [], next: null })
    expect(await journal.read(PLAN, 99)).toEqual({ operations: [], next: null })
  })

  it('keeps several plans apart', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
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
    const { journal } = openJournal(root)
    await journal.append(sampleOperations(PLAN, 1, 3))
    const { size } = await stat(segment(root, 1))
    await expect(journal.append(operations)).rejects.toMatchObject({ code: 'conflict' })
    expect((await stat(segment(root, 1))).size).toBe(size)
    expect((await journal.append([sampleOperation(PLAN, 4)])).seq).toBe(4)
  })

  it('acknowledges the same operation again without writing it twice', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
    await journal.append(sampleOperations(PLAN, 1, 3))
    expect((await journal.append(sampleOperations(PLAN, 2, 3))).seq).toBe(3)
    expect((await journal.append(sampleOperations(PLAN, 1, 5))).seq).toBe(5)
    const [six] = sampleOperations(PLAN, 6, 6)
    const both = await Promise.all([journal.append([six!]), journal.append([six!, six!])])
    expect(both.map(({ seq }) => seq)).toEqual([6, 6])
    expect(await readAll(journal)).toEqual(sampleOperations(PLAN, 1, 6))
  })

  it('refuses a start in the middle, nothing at all, and an older format than the head', async () => {
    const { journal } = openJournal(await tempFolder())
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
    const { journal } = openJournal(await tempFolder())
    await expect(journal.read('nobody', 0)).rejects.toMatchObject({ code: 'missing' })
    expect(await journal.list()).toEqual([])
  })
})

describe('trash', () => {
  it('moves a plan away and back, whole', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
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
    const { journal } = openJournal(root)
    await journal.append(sampleOperations(PLAN, 1, 2))
    await journal.trash(PLAN, true)
    await mkdir(join(root, 'plans', PLAN))
    await expect(journal.trash(PLAN, false)).rejects.toMatchObject({ code: 'conflict' })
    await journal.trash(PLAN, true)
    expect(await readdir(join(root, 'trash'))).toHaveLength(2)
  })

  it('waits for appends in flight', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
    await journal.append([sampleOperation(PLAN, 1)])
    const flying = journal.append(sampleOperations(PLAN, 2, 40))
    await journal.trash(PLAN, true)
    await flying
    expect(await readAll(openJournal(root).journal)).toHaveLength(40)
  })
})
