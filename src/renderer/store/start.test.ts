import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import {
  aMoment,
  contents,
  freshProfile,
  inDatabase,
  kill,
  launch,
  makePlan,
  planWith,
  said,
  shownHash,
  shownNames,
  until,
  wipe,
} from './testing/test-app.ts'
import { flush, run, undo, usePlan, usePlans } from './plan-store.ts'

const profile = freshProfile()

const phase = () => usePlan.getState().phase
const operations = () => profile.disk.folders.get('plan1')?.operations ?? []

describe('at start', () => {
  it('a fresh profile has no plan and nothing is made up', () => {
    expect(phase()).toBe('no-plan')
    expect(profile.disk.folders.size).toBe(0)
    expect(usePlans.getState().plans).toEqual([])
    expect(profile.disk.calls.at(-1)).toBe('windowReady')
  })

  it('equal: opens the plan of last time, silently', async () => {
    const hash = await planWith('Ada', 'Ben')
    await launch(profile.disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(said()).toEqual([])
    expect(profile.disk.calls.filter((call) => call === 'journalRead')).toEqual([])
  })

  it('database wiped: rebuilt from the first operation on, and said', async () => {
    const hash = await planWith('Ada', 'Ben', ...'abcdefghij')
    await wipe()
    await launch(profile.disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(said().join()).toContain('put back from its safety copy')
    undo()
    expect(shownNames()).not.toContain('j')
    expect(await flush()).toBe(true)
    kill()
    await launch(profile.disk)
    expect(said()).toEqual([])
    expect(shownNames()).not.toContain('j')
  })

  it('database wiped with several plans in it: all rebuilt, and said in one sentence', async () => {
    await makePlan('One', 'one')
    await makePlan('Two', 'two')
    await flush()
    await wipe()
    await launch(profile.disk)
    expect(said()).toEqual([expect.stringMatching(/^2 plans were put back/)])
    expect(
      usePlans
        .getState()
        .plans.map(({ name }) => name)
        .sort(),
    ).toEqual(['One', 'Two'])
  })

  it('database wiped: rebuilt from a snapshot and what came after', async () => {
    await makePlan()
    run('person.add', { name: 'Ada' })
    await flush()
    profile.disk.send('quit', {} as never)
    await until(() => profile.disk.calls.includes('windowQuit yes'))
    expect(profile.disk.folders.get('plan1')?.snapshots.map(({ head }) => head.seq)).toEqual([2])
    kill()
    await launch(profile.disk)
    run('person.add', { name: 'Ben' })
    await flush()
    const hash = shownHash()
    await wipe()
    await launch(profile.disk)
    expect(shownHash()).toBe(hash)
    // The steps before the snapshot can still be undone.
    undo()
    undo()
    expect(shownNames()).toEqual([])
  })

  it('a snapshot that does not add up is passed over', async () => {
    const hash = await planWith('Ada')
    const head = { planId: 'plan1', seq: 2, hash: 'f'.repeat(32), version: 1 }
    const at = '2026-11-22T12:00:00.000Z'
    profile.disk.folders
      .get('plan1')
      ?.snapshots.push(
        { id: 'bad', head, things: '[]', at, reason: 'quit', pinned: false },
        { id: 'torn', head, things: '[{', at, reason: 'quit', pinned: false },
      )
    await wipe()
    await launch(profile.disk)
    expect(shownHash()).toBe(hash)
  })

  it('a damaged snapshot is not asked for, and one in quarantine only after the sound ones', async () => {
    await planWith('Ada')
    await launch(profile.disk)
    profile.disk.send('quit', {} as never)
    await until(() => profile.disk.calls.includes('windowQuit yes'))
    const folder = profile.disk.folders.get('plan1')
    const sound = folder?.snapshots[0]
    if (!folder || !sound) throw new Error('no snapshot was made')
    run('person.add', { name: 'Ben' })
    await flush()
    const { head } = usePlan.getState()
    if (!head) throw new Error('no plan is open')
    folder.snapshots.push(
      { ...sound, id: 'damaged', head, state: 'damaged' },
      { ...sound, id: 'apart', head, things: '[]', state: 'quarantined' },
    )
    await wipe()
    profile.disk.calls.length = 0
    await launch(profile.disk)
    expect(shownNames()).toEqual(['Ada', 'Ben'])
    const asked = profile.disk.calls.filter((call) => call.startsWith('snapshotRead'))
    expect(asked).toEqual([`snapshotRead ${sound.id}`])
    folder.snapshots.shift()
    folder.operations.splice(0, 1)
    await wipe()
    profile.disk.calls.length = 0
    await launch(profile.disk)
    expect(profile.disk.calls).toContain('snapshotRead apart')
    expect(profile.disk.calls).not.toContain('snapshotRead damaged')
  })

  it('a journal that lost its first steps needs a snapshot, and uses it', async () => {
    await makePlan()
    run('person.add', { name: 'Ada' })
    await flush()
    profile.disk.send('quit', {} as never)
    await until(() => profile.disk.calls.includes('windowQuit yes'))
    run('person.add', { name: 'Ben' })
    await flush()
    const hash = shownHash()
    operations().splice(0, 2)
    await wipe()
    await launch(profile.disk)
    expect(shownHash()).toBe(hash)
    undo()
    expect(shownNames()).toEqual(['Ada'])
  })

  it('database behind: brought up to the journal, and said', async () => {
    await planWith('Ada')
    const yesterday = await contents()
    await launch(profile.disk)
    run('person.add', { name: 'Ben' })
    await flush()
    const hash = shownHash()
    kill()
    await inDatabase((db) =>
      db.transaction('rw', db.things, db.history, db.meta, async () => {
        const [things, history, meta] = yesterday as [never[], never[], never[]]
        await Promise.all([db.things.clear(), db.history.clear(), db.meta.clear()])
        await db.things.bulkAdd(things)
        await db.history.bulkAdd(history)
        await db.meta.bulkAdd(meta)
      }),
    )
    await launch(profile.disk)
    expect(shownHash()).toBe(hash)
    expect(shownNames()).toEqual(['Ada', 'Ben'])
    expect(said().length).toBe(1)
  })

  it('database ahead: the missing journal lines are written, silently', async () => {
    const hash = await planWith('Ada', 'Ben', 'Cem')
    operations().splice(2)
    await launch(profile.disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(operations().map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(said()).toEqual([])
  })

  it('journal gone: written anew from the history', async () => {
    const hash = await planWith('Ada', 'Ben')
    profile.disk.folders.clear()
    await launch(profile.disk)
    expect(phase()).toBe('ready')
    expect(operations().at(-1)?.hash).toBe(hash)
  })

  it('journal gone, and the history does not go back to its beginning: goes on from the rows', async () => {
    const hash = await planWith('Ada', 'Ben')
    profile.disk.folders.clear()
    await inDatabase((db) => db.history.where('[planId+seq]').equals(['plan1', 1]).delete())
    await launch(profile.disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    run('person.add', { name: 'Cem' })
    expect(await flush()).toBe(true)
    const now = shownHash()
    await wipe()
    await launch(profile.disk)
    expect(shownHash()).toBe(now)
    expect(shownNames()).toEqual(['Ada', 'Ben', 'Cem'])
  })

  it('journal gone, and rows that do not add up: nothing is founded on them', async () => {
    await planWith('Ada', 'Ben')
    profile.disk.folders.clear()
    await inDatabase(async (db) => {
      await db.history.where('[planId+seq]').equals(['plan1', 1]).delete()
      await db.things.filter(({ thing }) => thing.kind === 'person').delete()
    })
    await launch(profile.disk)
    expect(phase()).not.toBe('ready')
    expect(profile.disk.folders.size).toBe(0)
  })

  it('journal gone, with large steps: they travel one after the other', async () => {
    const hash = await planWith('Ada', 'Ben')
    profile.disk.folders.clear()
    await inDatabase((db) =>
      db.history.toCollection().modify((operation) => {
        // As large as a plan that was put in the place of another.
        const padding = Array.from({ length: 15_000 }, () => operation.patch.puts[0])
        if (operation.seq > 1) Object.assign(operation.patch, { puts: padding })
      }),
    )
    const sent: number[] = []
    profile.disk.onAppend = (operations) => {
      sent.push(operations.length)
      return null
    }
    await launch(profile.disk)
    expect(sent).toEqual([2, 1])
    expect(operations().at(-1)?.hash).toBe(hash)
  })

  it('killed between database and journal: the change is there and gets its line', async () => {
    await planWith('Ada')
    await launch(profile.disk)
    profile.disk.onAppend = () => new Promise(() => undefined)
    run('person.add', { name: 'Ben' })
    await aMoment(50)
    kill()
    profile.disk.onAppend = () => null
    await launch(profile.disk)
    expect(shownNames()).toEqual(['Ada', 'Ben'])
    expect(operations().length).toBe(3)
    undo()
    expect(shownNames()).toEqual(['Ada'])
  })

  it('rows lost without a word: found by their hashes and put back', async () => {
    const hash = await planWith('Ada', 'Ben')
    await inDatabase((db) =>
      db.things.filter(({ thing }) => thing.kind === 'person' && thing.name === 'Ada').delete(),
    )
    await launch(profile.disk)
    expect(shownHash()).toBe(hash)
    expect(said().join()).toContain('put back')
  })

  it('a row that is not what it was written as: found in idle time and put back', async () => {
    const hash = await planWith('Ada', 'Ben')
    await inDatabase((db) =>
      db.things
        .filter(({ thing }) => thing.kind === 'person' && thing.name === 'Ada')
        .modify((row) => {
          Object.assign(row.thing, { name: 'Eve' })
        }),
    )
    const idle = (work: (deadline: IdleDeadline) => void) =>
      setTimeout(work, 0, { didTimeout: false, timeRemaining: () => 0 })
    vi.stubGlobal('requestIdleCallback', idle)
    await launch(profile.disk)
    await until(() => said().some((text) => text.includes('put back')))
    vi.unstubAllGlobals()
    await until(() => phase() === 'ready')
    expect(shownHash()).toBe(hash)
    expect(shownNames()).toEqual(['Ada', 'Ben'])
    run('person.add', { name: 'Cem' })
    expect(await flush()).toBe(true)
  })

  it('a plan that the list of plans lost is put back on it', async () => {
    await planWith('Ada')
    await inDatabase((db) => db.catalogue.clear())
    await launch(profile.disk)
    expect(phase()).toBe('ready')
    expect(usePlans.getState().plans.map(({ name }) => name)).toEqual(['Support'])
  })
})
