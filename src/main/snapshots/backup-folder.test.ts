import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { growingPlan } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

const TAKE = { planId: 'p', reason: 'interval', pinned: false, confirmedShrink: false } as const

describe('the second folder', () => {
  it('gets each new snapshot and serves when the first is damaged', async () => {
    const root = await tempFolder()
    const stick = join(await tempFolder(), 'stick')
    await mkdir(stick)
    const { store, settled } = openStore(root, { chooseFolder: () => Promise.resolve(stick) })
    const plan = growingPlan('p')
    await store.journal.append(plan.some(5))
    await store.snapshots.take(TAKE)
    expect(await store.backup.choose()).toEqual({ place: stick, problem: '' })
    await store.journal.append(plan.some(5))
    const { id } = await store.snapshots.take({ ...TAKE, reason: 'by-hand' })
    await settled()
    expect((await store.snapshots.list('p')).map(({ seq, place }) => [seq, place])).toEqual([
      [10, 'both'],
      [5, 'both'],
    ])
    await writeFile(join(root, 'plans', 'p', 'snapshots', id), 'rot')
    expect((await store.snapshots.list('p'))[0]).toMatchObject({ state: 'valid', place: 'second' })
    expect((await store.snapshots.read('p', id)).head.seq).toBe(10)
    await store.close()
    expect(await openStore(root).store.backup.get()).toEqual({ place: stick, problem: '' })
  })

  it('never holds up the first when it is away, and tells once', async () => {
    const root = await tempFolder()
    const stick = join(await tempFolder(), 'stick')
    await mkdir(stick)
    const { store, notices, settled } = openStore(root, {
      chooseFolder: () => Promise.resolve(stick),
    })
    await store.backup.choose()
    await rm(stick, { recursive: true })
    const plan = growingPlan('p')
    for (let n = 0; n < 2; n += 1) {
      await store.journal.append(plan.some(5))
      expect(await store.snapshots.take(TAKE)).toMatchObject({ state: 'valid' })
      await settled()
    }
    expect(notices).toHaveLength(1)
    expect((await store.backup.get()).problem).toMatch(/not there/)
    await mkdir(stick)
    await store.journal.append(plan.some(5))
    await store.snapshots.take(TAKE)
    await settled()
    expect(await store.backup.get()).toEqual({ place: stick, problem: '' })
    await store.backup.clear()
    expect(await store.backup.get()).toEqual({ place: null, problem: '' })
    await store.close()
  })

  it('does not hold up the list when it does not answer', async () => {
    const root = await tempFolder()
    const stick = await tempFolder()
    let isAway = false
    const readdir = ((path: string) =>
      isAway && path.startsWith(stick)
        ? new Promise(() => undefined)
        : realDisk.readdir(path)) as typeof realDisk.readdir
    const { store, settled } = openStore(root, {
      disk: { ...realDisk, readdir },
      chooseFolder: () => Promise.resolve(stick),
      wait: () => Promise.resolve(),
    })
    await store.backup.choose()
    await store.journal.append(growingPlan('p').some(5))
    const { id } = await store.snapshots.take(TAKE)
    await settled()
    isAway = true
    expect(await store.snapshots.list('p')).toMatchObject([{ id, place: 'main', state: 'valid' }])
    expect((await store.snapshots.read('p', id)).head.seq).toBe(5)
    await store.close()
  })

  it('is refused where it would lie in the data folder, or is no folder', async () => {
    const root = await tempFolder()
    await writeFile(join(root, 'file'), '')
    for (const place of [root, join(root, 'plans')]) {
      const { store } = openStore(root, { chooseFolder: () => Promise.resolve(place) })
      await expect(store.backup.choose()).rejects.toMatchObject({ code: 'conflict' })
    }
    const cancelled = openStore(root, { chooseFolder: () => Promise.resolve(null) }).store
    await expect(cancelled.backup.choose()).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('keeps the snapshot that was just made, also where it knows a later life of the plan', async () => {
    const stick = await tempFolder()
    const chooseFolder = () => Promise.resolve(stick)
    const later = openStore(await tempFolder(), { chooseFolder })
    await later.store.backup.choose()
    const longPlan = growingPlan('p')
    for (let n = 0; n < 25; n += 1) {
      await later.store.journal.append(longPlan.some(2))
      later.tick(1_000)
      await later.store.snapshots.take(TAKE)
      await later.settled()
    }
    await later.store.close()
    const { store, settled, tick } = openStore(await tempFolder(), { chooseFolder })
    tick(10_000)
    await store.backup.choose()
    await store.journal.append(growingPlan('p').some(3))
    const { id } = await store.snapshots.take(TAKE)
    await settled()
    expect((await store.snapshots.list('p')).find((one) => one.id === id)?.place).toBe('both')
    await store.close()
  })
})
