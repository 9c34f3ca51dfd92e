import { beforeEach, describe, expect, it } from 'vitest'
import { planFromThings, thingsOf } from '#domain/plan/plan.ts'
import { mergePlans, prepareMerge } from '#domain/merge/merge-plans.ts'
import { stateHash } from '#domain/plan/state-hash.ts'
import { commonState, planLineage, writeMerge } from './lineage.ts'
import { createPlan, deletePlan, flush, run, runAll, undo, usePlan } from './plan-store.ts'
import { answerQuit } from './quit.ts'
import { listSnapshots, pinSnapshot, readSnapshot, restoreState } from './snapshots.ts'
import { isMuchSmaller, takeSnapshot } from './take-snapshot.ts'
import { launch, makePlan, shownHash, wipe } from './testing/test-app.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import type { MemoryDisk } from './testing/memory-disk.ts'

let disk: MemoryDisk
beforeEach(async () => {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
  await makePlan()
})

const add = (name: string) => run('person.add', { id: name.toLowerCase(), name })
const people = () => [...(usePlan.getState().plan?.person.keys() ?? [])]
const plan = () => {
  const { plan: open } = usePlan.getState()
  if (!open) throw new Error('no plan is open')
  return open
}

it('restores a snapshot as one step, after a pinned copy of today', async () => {
  add('Ada')
  const taken = await takeSnapshot('by-hand')
  const then = shownHash()
  add('Ben')
  add('Cleo')
  const today = shownHash()
  const read = taken.ok ? await readSnapshot(taken.snapshot) : taken
  if (!read.ok) throw new Error(read.message)
  expect(await restoreState(read.plan, 'Restore the state of noon')).toMatchObject({ ok: true })
  expect([people(), shownHash()]).toEqual([['ada'], then])
  expect(usePlan.getState().undoName).toBe('Restore the state of noon')
  const list = await listSnapshots('plan1')
  expect(list.ok && list.snapshots[0]).toMatchObject({ reason: 'before-restore', pinned: true })
  undo()
  expect(shownHash()).toBe(today)
  expect(await flush()).toBe(true)
})

it('restores nothing when no pinned copy can be made, and says why', async () => {
  const taken = await takeSnapshot('by-hand')
  add('Ada')
  const read = taken.ok ? await readSnapshot(taken.snapshot) : taken
  if (!read.ok) throw new Error(read.message)
  disk.takeFailure = { ok: false, code: 'full', message: 'The disk is full.' }
  const result = await restoreState(read.plan, 'Restore')
  expect(result).toMatchObject({ ok: false, message: /The disk is full\. Nothing was changed/ })
  expect(people()).toEqual(['ada'])
})

it('does not take a snapshot that does not add up for a state', async () => {
  const taken = await takeSnapshot('by-hand')
  const snapshot = disk.folders.get('plan1')?.snapshots[0]
  if (!taken.ok || !snapshot) throw new Error('no snapshot')
  snapshot.things = snapshot.things.replace('Support', 'Supper')
  expect(await readSnapshot(taken.snapshot)).toMatchObject({ ok: false, message: /add up/ })
  snapshot.things = 'not JSON'
  expect(await readSnapshot(taken.snapshot)).toMatchObject({ ok: false, message: /cannot be read/ })
})

it('names a snapshot of a newer form for what it is, and changes nothing', async () => {
  const taken = await takeSnapshot('by-hand')
  const snapshot = disk.folders.get('plan1')?.snapshots[0]
  if (!taken.ok || !snapshot) throw new Error('no snapshot')
  snapshot.head = { ...snapshot.head, version: snapshot.head.version + 1 }
  const before = disk.folders.get('plan1')?.operations.length
  expect(await readSnapshot(taken.snapshot)).toMatchObject({ ok: false, message: /newer Roadbook/ })
  expect(disk.folders.get('plan1')?.operations.length).toBe(before)
})

it('tells the snapshots that a much smaller plan is meant', async () => {
  const taken = await takeSnapshot('by-hand')
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dan']) add(name)
  const read = taken.ok ? await readSnapshot(taken.snapshot) : taken
  if (!read.ok) throw new Error(read.message)
  expect([isMuchSmaller(plan(), read.plan), isMuchSmaller(read.plan, plan())]).toEqual([
    true,
    false,
  ])
  await restoreState(read.plan, 'Restore')
  expect(disk.calls).toContain('snapshotTake after-restore confirmed')
})

it('pins, lets go and names what is not there', async () => {
  const taken = await takeSnapshot('by-hand')
  if (!taken.ok) throw new Error(taken.message)
  expect(await pinSnapshot(taken.snapshot, true)).toBeNull()
  const list = await listSnapshots('plan1')
  expect(list.ok && list.snapshots[0]?.pinned).toBe(true)
  expect(await pinSnapshot({ planId: 'plan1', id: 'gone' }, true)).toMatchObject({ ok: false })
})

it('quits with a valid snapshot of the last change', async () => {
  add('Ada')
  await answerQuit()
  expect(disk.calls.slice(-3)).toEqual(['snapshotLatest', 'snapshotTake quit', 'windowQuit yes'])
  await answerQuit()
  expect(disk.calls.filter((call) => call === 'snapshotTake quit')).toHaveLength(1)
})

it('quits with the rows in memory when main cannot make the snapshot', async () => {
  disk.takeFailure = { ok: false, code: 'failed', message: 'No.' }
  await answerQuit()
  expect(disk.calls.slice(-2)).toEqual(['snapshotWrite', 'windowQuit yes'])
})

it('merges what a colleague sent back, and once only', async () => {
  add('Ada')
  await flush()
  const sent = [...thingsOf(plan())]
  const mineBefore = plan()

  // The colleague's app: the file is a plan of the same id, with a history of its own.
  const mine = disk
  await wipe()
  await launch(memoryDisk())
  expect(await createPlan(sent, 'Open “Support”')).toMatchObject({ ok: true, planId: 'plan1' })
  add('Ben')
  await flush()
  const lineage = await planLineage()
  const theirs = plan()
  expect(lineage).toContain(stateHash(mineBefore))

  await wipe()
  await launch(mine)
  expect(people()).toEqual(['ada'])
  add('Cleo')
  const base = await commonState(lineage)
  expect(base && stateHash(base)).toBe(stateHash(mineBefore))
  const merge = mergePlans(prepareMerge(base, plan(), theirs), new Map())
  if (merge.state !== 'done') throw new Error('asked')
  await writeMerge(merge.plan, stateHash(theirs), 'Merge “Support”')
  expect(people().sort()).toEqual(['ada', 'ben', 'cleo'])
  expect(mine.calls).toContain('snapshotTake before-merge')
  expect(usePlan.getState().undoName).toBe('Merge “Support”')
  expect(await planLineage()).toContain(stateHash(theirs))

  const again = mergePlans(prepareMerge(base, plan(), theirs), new Map())
  expect(again.state === 'done' && stateHash(again.plan)).toBe(shownHash())
  undo()
  expect(people().sort()).toEqual(['ada', 'cleo'])
  expect(await planLineage()).not.toContain(stateHash(theirs))
})

it('knows no common state with a stranger', async () => {
  add('Ada')
  expect(await commonState([])).toBeNull()
  expect(await commonState(['f'.repeat(32)])).toBeNull()
  expect(stateHash(planFromThings(thingsOf(plan())))).toBe(shownHash())
})

it('finds the common state also when more than a thousand steps lie behind it', async () => {
  for (let at = 0; at < 70; at += 1) add(`P${String(at)}`)
  await flush()
  const file = plan()
  const lineage = await planLineage()
  for (let at = 0; at < 1_100; at += 1)
    run('person.update', { id: 'p0', changes: { role: `Role ${String(at)}` } })
  await flush()
  const later = await planLineage()
  expect(later).not.toContain(stateHash(file))
  const found = await commonState(lineage)
  expect(found && stateHash(found)).toBe(stateHash(file))
  // The other way round: who still has the old copy finds a state of it in the file of today.
  expect(lineage.filter((hash) => later.includes(hash)).length).toBeGreaterThan(1)
}, 60_000)

describe('after much was deleted', () => {
  const reasons = () => disk.folders.get('plan1')?.snapshots.map(({ reason }) => reason) ?? []
  const crowd = (count: number) =>
    runAll(
      Array.from({ length: count }, (_, at) => ({
        id: 'person.add' as const,
        input: { id: `p${String(at)}`, name: `Person ${String(at)}` },
      })),
      'Add a crowd',
    )
  const remove = (from: number, to: number) =>
    runAll(
      Array.from({ length: to - from }, (_, at) => ({
        id: 'person.delete' as const,
        input: { id: `p${String(from + at)}` },
      })),
      'Delete people',
    )

  it('by one step, a snapshot says that it was meant', async () => {
    crowd(40)
    await flush()
    remove(0, 30)
    await expect.poll(reasons).toEqual(['after-delete'])
    expect(disk.calls).toContain('snapshotTake after-delete confirmed')
  })

  it('less than half, or few rows of a small plan, are ordinary edits', async () => {
    crowd(40)
    remove(0, 15)
    remove(15, 18)
    await flush()
    undo()
    await flush()
    expect(reasons()).toEqual([])
  })

  it('with a whole plan, its last state goes into the trash with it', async () => {
    crowd(3)
    await flush()
    await deletePlan('plan1')
    await expect.poll(reasons).toEqual(['after-delete'])
    await answerQuit()
    expect(disk.folders.get('plan1')).toMatchObject({ deleted: true })
    expect(reasons()).toEqual(['after-delete'])
  })
})
