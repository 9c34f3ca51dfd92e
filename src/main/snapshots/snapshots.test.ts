import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { portsOver } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { snapshotSummarySchema } from '#shared/ipc-contract.ts'
import { createSnapshots } from './snapshots.ts'

const HEAD = { planId: 'plan-a', seq: 12, hash: 'ab'.repeat(16), version: 1 }
const THINGS = JSON.stringify([{ kind: 'plan', name: 'Größe 🚗\n' }, { kind: 'theme' }])

function over(root: string, minutes = 0) {
  const ports = portsOver(realDisk)
  return createSnapshots({
    ...ports,
    clock: () => ports.clock() + minutes * 60_000,
    madeBy: { app: '0.1.0', electron: '45.4.1', chromium: '156' },
    folderOf: (planId) => Promise.resolve(join(root, planId)),
  })
}

describe('snapshots', () => {
  it('come back as they were written, with who made them', async () => {
    const root = await tempFolder()
    const made = await over(root).write({ head: HEAD, reason: 'quit', things: THINGS, count: 2 })
    expect(snapshotSummarySchema.parse(made)).toMatchObject({
      id: '000000012-20261122T120000000Z-quit.json',
      seq: 12,
      reason: 'quit',
    })
    expect(await over(root).read('plan-a', made.id)).toEqual({ head: HEAD, things: THINGS })
    expect(await over(root).list('plan-a')).toEqual([made])
    const [header] = (await readFile(join(root, 'plan-a', 'snapshots', made.id), 'utf8')).split(
      '\n',
    )
    expect(JSON.parse(header ?? '')).toMatchObject({
      format: 'roadbook-snapshot',
      seq: 12,
      hash: HEAD.hash,
      count: 2,
      madeBy: { app: '0.1.0', electron: '45.4.1', chromium: '156' },
    })
  })

  it('are listed newest first, foreign files left out', async () => {
    const root = await tempFolder()
    expect(await over(root).list('plan-a')).toEqual([])
    for (const [minutes, seq] of [
      [0, 12],
      [1, 12],
      [2, 5],
    ] as const)
      await over(root, minutes).write({
        head: { ...HEAD, seq },
        reason: 'interval',
        things: THINGS,
        count: 2,
      })
    await writeFile(join(root, 'plan-a', 'snapshots', 'notes.json'), '{}')
    await writeFile(join(root, 'plan-a', 'snapshots', '000000001-20261122T120000000Z-x.json'), '{}')
    expect((await over(root).list('plan-a')).map(({ seq, at }) => `${String(seq)} ${at}`)).toEqual([
      '12 2026-11-22T12:01:00.000Z',
      '12 2026-11-22T12:00:00.000Z',
      '5 2026-11-22T12:02:00.000Z',
    ])
  })

  it.each([
    ['not JSON', '[{', 1],
    ['not a list', '{}', 1],
    ['fewer rows than said', THINGS, 3],
  ])('are not written from %s', async (_, things, count) => {
    const root = await tempFolder()
    const write = over(root).write({ head: HEAD, reason: 'quit', things, count })
    await expect(write).rejects.toMatchObject({ code: 'failed' })
    expect(await readdir(root)).toEqual([])
  })

  it('are refused after any change, and under another plan', async () => {
    const root = await tempFolder()
    const { id } = await over(root).write({ head: HEAD, reason: 'quit', things: THINGS, count: 2 })
    const file = join(root, 'plan-a', 'snapshots', id)
    const whole = await readFile(file)
    for (const bad of [
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.from(' ')]),
      Buffer.from(whole.toString('utf8').replace('theme', 'thema')),
      Buffer.from(''),
      Buffer.from('{}\n[]'),
      Buffer.from('no line break'),
    ]) {
      await writeFile(file, bad)
      await expect(over(root).read('plan-a', id)).rejects.toMatchObject({ code: 'damaged' })
    }
    await expect(over(root).read('plan-a', '..')).rejects.toMatchObject({ code: 'missing' })
  })
})
