import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { growingPlan } from '#main/testing/growing-plan.ts'
import type { OpenStore } from '#main/testing/open-store.ts'
import { openStore } from '#main/testing/open-store.ts'
import { faultyDisk } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

const kept = async ({ store }: OpenStore, planId = 'p') =>
  (await store.snapshots.list(planId)).map(({ seq, reason, pinned }) =>
    pinned ? `${String(seq)} ${reason} pinned` : `${String(seq)} ${reason}`,
  )

/** Starts over a data folder as the app does, under these versions. */
async function start(root: string, over: Parameters<typeof openStore>[1] = {}): Promise<OpenStore> {
  const opened = openStore(root, over)
  await opened.store.open()
  await opened.store.settle()
  return opened
}

async function runTimers({ timers, settled }: OpenStore): Promise<void> {
  for (const work of [...timers.keys()]) {
    timers.delete(work)
    work()
  }
  await settled()
}

describe('snapshots are made', () => {
  it('every 200 steps', async () => {
    const app = await start(await tempFolder())
    const plan = growingPlan('p')
    for (let n = 0; n < 3; n += 1) await app.store.keeper.append(plan.renames(70))
    await app.settled()
    expect(await kept(app)).toEqual(['210 interval'])
    await app.store.keeper.append(plan.renames(199))
    await app.settled()
    expect(await kept(app)).toHaveLength(1)
    await app.store.close()
  })

  it('five minutes after a change, and not without one', async () => {
    const app = await start(await tempFolder())
    const plan = growingPlan('p')
    await app.store.keeper.append(plan.some(2))
    await app.store.keeper.append(plan.some(1))
    expect([...app.timers.values()]).toEqual([300_000])
    await runTimers(app)
    expect(await kept(app)).toEqual(['3 interval'])
    expect(app.timers.size).toBe(0)
    await app.store.keeper.append(plan.some(1))
    expect(app.timers.size).toBe(1)
    await app.store.close()
  })

  it('on a clean quit, of what changed', async () => {
    const root = await tempFolder()
    const app = await start(root)
    const [one, two] = [growingPlan('p'), growingPlan('q')]
    await app.store.keeper.append(one.some(3))
    await app.store.keeper.append(two.some(4))
    await app.store.close()
    const again = await start(root)
    expect(await kept(again, 'p')).toEqual(['3 quit'])
    await again.store.keeper.append(two.some(1))
    await again.store.close()
    expect(await kept(openStore(root), 'p')).toEqual(['3 quit'])
    expect(await kept(openStore(root), 'q')).toEqual(['5 quit', '4 quit'])
  })

  it('after a session that did not end well, before the first change', async () => {
    const root = await tempFolder()
    const killed = await start(root)
    const plan = growingPlan('p')
    await killed.store.keeper.append(plan.some(3))
    expect(await readdir(root)).toContain('running.json')
    const again = await start(root)
    expect(await kept(again)).toEqual([])
    await again.store.keeper.append(plan.some(1))
    expect(await kept(again)).toEqual(['3 after-crash'])
    await again.store.keeper.append(plan.some(1))
    expect(await kept(again)).toEqual(['3 after-crash'])
    await again.store.close()
    expect(await readdir(root)).not.toContain('running.json')
    expect(await kept(await start(root))).toEqual(['5 quit', '3 after-crash'])
  })

  it('pinned, of every plan, when any version changed; once', async () => {
    const root = await tempFolder()
    const first = await start(root)
    await first.store.keeper.append(growingPlan('p').some(3))
    const q = growingPlan('q')
    await first.store.keeper.append(q.some(2))
    await first.store.close()
    const newer = { madeBy: { app: '0.1.0', chromium: '157' } }
    const second = await start(root, newer)
    expect(await kept(second, 'p')).toEqual(['3 version-change pinned', '3 quit'])
    expect(await kept(second, 'q')).toEqual(['2 version-change pinned', '2 quit'])
    await second.store.close()
    const third = await start(root, newer)
    await third.store.keeper.append(q.some(1))
    expect(await kept(third, 'q')).toHaveLength(2)
    await third.store.close()
  })

  it('for a change of version also when the change of the plan comes first', async () => {
    const root = await tempFolder()
    const plan = growingPlan('p')
    const first = await start(root)
    await first.store.keeper.append(plan.some(3))
    await first.store.close()
    const second = openStore(root, { madeBy: { app: '0.2.0' } })
    await second.store.open()
    await second.store.keeper.append(plan.some(1))
    expect(await kept(second)).toContain('3 version-change pinned')
    await second.store.close()
    // Not settled: the next start does it for the others as well.
    expect(JSON.parse(await readFile(join(root, 'runtime.json'), 'utf8'))).toMatchObject({
      app: '0.1.0',
    })
    await writeFile(join(root, 'runtime.json'), 'rot')
    expect((await openStore(root).store.open()).isOtherVersion).toBe(true)
  })
})

it('a snapshot that cannot be made holds no change up and is told once', async () => {
  const root = await tempFolder()
  const plan = growingPlan('p')
  const killed = await start(root)
  await killed.store.keeper.append(plan.some(3))
  const faulty = faultyDisk({ at: 0, fault: { code: 'ENOSPC' } })
  let isFull = false
  const disk = {
    ...faulty.disk,
    open: async (...args: Parameters<typeof faulty.disk.open>) => {
      if (isFull && args[1] === 'wx+' && String(args[0]).includes('snapshots'))
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return faulty.disk.open(...args)
    },
  }
  const app = await start(root, { disk })
  isFull = true
  expect((await app.store.keeper.append(plan.some(1))).seq).toBe(4)
  await runTimers(app)
  expect(app.notices).toHaveLength(1)
  expect(await kept(app)).toEqual([])
  // Every five minutes it is tried again.
  expect([...app.timers.values()]).toEqual([300_000])
  isFull = false
  await runTimers(app)
  expect(await kept(app)).toEqual(['4 interval'])
  await app.store.close()
})
