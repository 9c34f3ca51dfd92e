import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import type { Fault } from '#main/testing/faulty-disk.ts'
import { faultyDisk } from '#main/testing/faulty-disk.ts'
import { openJournal, PLAN, readAll, segment } from '#main/testing/open-journal.ts'
import { sampleOperation, sampleOperations } from '#main/testing/sample-operation.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

describe('damage', () => {
  async function written(root: string, steps: number): Promise<void> {
    const { journal } = openJournal(root)
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
      const { journal, notices } = openJournal(root)
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
      expect(await readAll(openJournal(root).journal)).toEqual(sampleOperations(PLAN, 1, 4))
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
    const { journal, notices } = openJournal(root)
    expect((await journal.list())[0]).toMatchObject({
      head: { seq: 2 },
      tornBytes: whole.length - third,
    })
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/"Plan at step 2".*up to number 2.*nothing was deleted/)
    // The database still has the steps and hands them in again.
    await journal.append(sampleOperations(PLAN, 3, 6))
    expect(await readAll(openJournal(root).journal)).toEqual(sampleOperations(PLAN, 1, 6))
  })

  it('sets later segments aside as well, under other names', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
    for (let seq = 1; seq <= 5; seq += 1)
      await journal.append([sampleOperation(PLAN, seq, { note: 'x'.repeat(600_000) })])
    await journal.close()
    await truncate(segment(root, 2), 100)
    const next = openJournal(root)
    expect((await next.journal.list())[0]?.head?.seq).toBe(2)
    expect(next.notices).toHaveLength(1)
    const names = await readdir(join(root, 'plans', PLAN))
    expect(names.filter((name) => name.endsWith('.bin'))).toHaveLength(2)
    await next.journal.append([sampleOperation(PLAN, 3)])
    expect((await readAll(openJournal(root).journal)).map(({ seq }) => seq)).toEqual([1, 2, 3])
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
      const { journal } = openJournal(root)
      const kept = await readAll(journal)
      expect(kept).toEqual(sampleOperations(PLAN, 1, kept.length))
      expect(kept.length).toBeLessThan(4)
    }
  })

  it('reads a journal whose first segments were thinned out', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
    for (let seq = 1; seq <= 4; seq += 1)
      await journal.append([sampleOperation(PLAN, seq, { note: 'x'.repeat(600_000) })])
    await journal.close()
    await realDisk.unlink(segment(root, 1))
    const next = openJournal(root).journal
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
    const { journal, notices } = openJournal(root, disk)
    expect((await journal.list())[0]).toMatchObject({ head: null, tornBytes: 0 })
    expect(notices[0]).toMatch(/cannot be read/)
    await expect(journal.append([sampleOperation(PLAN, 1)])).rejects.toMatchObject({ code: 'EIO' })
    expect(await readFile(segment(root, 1))).toEqual(before)
  })

  it('notices a line that something else changed after it was opened', async () => {
    const root = await tempFolder()
    const { journal } = openJournal(root)
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
    expect(await openJournal(root).journal.list()).toHaveLength(1)
    expect(await readFile(join(root, 'plans', PLAN, 'notes.txt'), 'utf8')).toBe('mine')
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
    const { journal } = openJournal(root, faulty.disk, 2_000)
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
          const stored = await readAll(openJournal(root, realDisk, 2_000).journal).catch(() => [])
          expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
          expect(stored.length).toBeGreaterThanOrEqual(promised)
          if (!forGood) continue
          // The disk comes back while the app still runs: the same journal goes on.
          faulty.heal()
          for (const group of groups) await journal.append(group)
          expect(await readAll(openJournal(root, realDisk, 2_000).journal)).toHaveLength(5)
        }
      }
    }, 60_000)
  }
})
