import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isLong, record } from './record.ts'
import { PLAN, open, operations, recovered } from './story.ts'

const NOTE = 'x'.repeat(400)
const ROUNDS = isLong ? 40 : 6
const volume = smallVolume()

/** A volume of 8 MB in memory; or why there is none here. */
function smallVolume(): { readonly path: string } | { readonly why: string } {
  if (process.platform !== 'linux') return { why: 'needs Linux' }
  if (process.getuid?.() !== 0) return { why: 'needs the right to mount' }
  const path = mkdtempSync(join(tmpdir(), 'roadbook-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path], { stdio: 'pipe' })
    return { path }
  } catch {
    return { why: 'mounting is not allowed here' }
  }
}

afterAll(async () => {
  if (!('path' in volume)) return
  execFileSync('umount', [volume.path])
  await rm(volume.path, { recursive: true })
})

/** P8: the disk runs full at some moment of a session; space is freed; everything promised is there. */
if ('path' in volume)
  it('a full disk loses nothing', async () => {
    const root = volume.path
    const ops = operations(700, NOTE)
    let [survived, slowestMs] = [0, 0]
    const lost: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      try {
        await fillAndFree(join(root, `data-${String(round)}`), join(root, 'ballast'), round)
        survived += 1
      } catch (error) {
        lost.push(`round ${String(round)}: ${String(error)}`)
      }
      for (const name of await readdir(root)) await rm(join(root, name), { recursive: true })
    }
    const what = 'full disks while steps are added and snapshots made'
    record({
      promise: 'P8',
      what,
      tried: ROUNDS,
      survived,
      lost: lost.length,
      seed: null,
      slowestMs,
    })
    expect(lost).toEqual([])

    async function fillAndFree(folder: string, ballast: string, round: number): Promise<void> {
      const { store } = open(folder)
      await mkdir(folder)
      await store.open()
      let promised = 0
      const add = async (count: number) => {
        const { seq } = await store.keeper.append(ops.slice(promised, promised + count))
        promised = seq
      }
      const take = () =>
        store.snapshots.take({
          ...{ planId: PLAN, reason: 'by-hand', pinned: false, confirmedShrink: false },
        })
      await add(100)
      await take()
      // Left free: from nothing to about the size of one snapshot.
      const { bavail, bsize } = await statfs(root)
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - (round % 6) * 16_384)))
      let failures = 0
      for (let n = 0; n < 12; n += 1) {
        const startedAt = Date.now()
        const failed = await (n % 3 === 2 ? take() : add(20)).then(
          () => null,
          (error: unknown) => error,
        )
        if (failed === null) continue
        failures += 1
        // Promised is one second; a machine that does much else as well takes longer, and the table says so.
        slowestMs = Math.max(slowestMs, Date.now() - startedAt)
        expect(failed).toMatchObject({ code: expect.stringMatching(/ENOSPC|full/) as string })
      }
      expect(failures).toBeGreaterThan(0)
      if (round % 2 === 0) await rm(ballast)
      // Space is back: the same session goes on, or another one starts.
      if (round % 2 === 0) {
        await add(20)
        await take()
      }
      await store.close().catch(() => undefined)
      await rm(ballast, { force: true })
      await recovered(folder, ops, promised)
    }
  }, 120_000)
else {
  const what = `full disk not run: ${volume.why}`
  record({ promise: 'P8', what, tried: 0, survived: 0, lost: 0, seed: null })
  it.skip(what, () => undefined)
}
