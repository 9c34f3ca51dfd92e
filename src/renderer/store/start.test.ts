import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RoadbookDatabase } from '#data/db.ts'
import type { Operation } from '#domain/plan/operation.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import type { MemoryDisk } from './testing/memory-disk.ts'
import {
  aMoment,
  kill,
  launch,
  makePlan,
  said,
  shownHash,
  until,
  wipe,
} from './testing/test-app.ts'
import {
  deletePlan,
  duplicatePlan,
  flush,
  keepBoth,
  openPlan,
  redo,
  renamePlan,
  run,
  undeletePlan,
  undo,
  usePlan,
  usePlans,
} from './plan-store.ts'
import { useUi } from './ui-store.ts'

let disk: MemoryDisk
beforeEach(async () => {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
})
afterEach(kill)

const phase = () => usePlan.getState().phase
const names = () => Array.from(usePlan.getState().plan?.person.values() ?? [], (p) => p.name).sort()
const operations = () => disk.folders.get('plan1')?.operations ?? []

/** Makes the plan with so many people, everything saved, and ends the page. */
async function planWith(...people: readonly string[]): Promise<string> {
  await makePlan()
  for (const name of people) run('person.add', { name })
  if (!(await flush())) throw new Error('not saved')
  const hash = shownHash()
  kill()
  return hash
}

async function inDatabase(work: (db: RoadbookDatabase) => Promise<unknown>): Promise<void> {
  const db = new RoadbookDatabase()
  await work(db)
  db.close()
}

/** Everything that the database holds, for "nothing was written". */
async function contents(): Promise<unknown> {
  const db = new RoadbookDatabase()
  const tables = await Promise.all(
    [db.things, db.history, db.meta].map((table): Promise<unknown[]> => table.toArray()),
  )
  db.close()
  return tables
}

describe('at start', () => {
  it('a fresh profile has no plan and nothing is made up', () => {
    expect(phase()).toBe('no-plan')
    expect(disk.folders.size).toBe(0)
    expect(usePlans.getState().plans).toEqual([])
    expect(disk.calls.at(-1)).toBe('windowReady')
  })

  it('equal: opens the plan of last time, silently', async () => {
    const hash = await planWith('Ada', 'Ben')
    await launch(disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(said()).toEqual([])
    expect(disk.calls.filter((call) => call === 'journalRead')).toEqual([])
  })

  it('database wiped: rebuilt from the first operation on, and said', async () => {
    const hash = await planWith('Ada', 'Ben', ...'abcdefghij')
    await wipe()
    await launch(disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(said().join()).toContain('put back from its safety copy')
    undo()
    expect(names()).not.toContain('j')
    expect(await flush()).toBe(true)
    kill()
    await launch(disk)
    expect(said()).toEqual([])
    expect(names()).not.toContain('j')
  })

  it('database wiped with several plans in it: all rebuilt, and said in one sentence', async () => {
    await makePlan('One', 'one')
    await makePlan('Two', 'two')
    await flush()
    await wipe()
    await launch(disk)
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
    disk.send('quit', {} as never)
    await until(() => disk.calls.includes('windowQuit yes'))
    expect(disk.folders.get('plan1')?.snapshots.map(({ head }) => head.seq)).toEqual([2])
    kill()
    await launch(disk)
    run('person.add', { name: 'Ben' })
    await flush()
    const hash = shownHash()
    await wipe()
    await launch(disk)
    expect(shownHash()).toBe(hash)
    // The steps before the snapshot can still be undone.
    undo()
    undo()
    expect(names()).toEqual([])
  })

  it('a snapshot that does not add up is passed over', async () => {
    const hash = await planWith('Ada')
    const head = { planId: 'plan1', seq: 2, hash: 'f'.repeat(32), version: 1 }
    const at = '2026-11-22T12:00:00.000Z'
    disk.folders
      .get('plan1')
      ?.snapshots.push(
        { id: 'bad', head, things: '[]', at, reason: 'quit', pinned: false },
        { id: 'torn', head, things: '[{', at, reason: 'quit', pinned: false },
      )
    await wipe()
    await launch(disk)
    expect(shownHash()).toBe(hash)
  })

  it('a damaged snapshot is not asked for, and one in quarantine only after the sound ones', async () => {
    await planWith('Ada')
    await launch(disk)
    disk.send('quit', {} as never)
    await until(() => disk.calls.includes('windowQuit yes'))
    const folder = disk.folders.get('plan1')
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
    disk.calls.length = 0
    await launch(disk)
    expect(names()).toEqual(['Ada', 'Ben'])
    const asked = disk.calls.filter((call) => call.startsWith('snapshotRead'))
    expect(asked).toEqual([`snapshotRead ${sound.id}`])
    folder.snapshots.shift()
    folder.operations.splice(0, 1)
    await wipe()
    disk.calls.length = 0
    await launch(disk)
    expect(disk.calls).toContain('snapshotRead apart')
    expect(disk.calls).not.toContain('snapshotRead damaged')
  })

  it('a journal that lost its first steps needs a snapshot, and uses it', async () => {
    await makePlan()
    run('person.add', { name: 'Ada' })
    await flush()
    disk.send('quit', {} as never)
    await until(() => disk.calls.includes('windowQuit yes'))
    run('person.add', { name: 'Ben' })
    await flush()
    const hash = shownHash()
    operations().splice(0, 2)
    await wipe()
    await launch(disk)
    expect(shownHash()).toBe(hash)
    undo()
    expect(names()).toEqual(['Ada'])
  })

  it('database behind: brought up to the journal, and said', async () => {
    await planWith('Ada')
    const yesterday = await contents()
    await launch(disk)
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
    await launch(disk)
    expect(shownHash()).toBe(hash)
    expect(names()).toEqual(['Ada', 'Ben'])
    expect(said().length).toBe(1)
  })

  it('database ahead: the missing journal lines are written, silently', async () => {
    const hash = await planWith('Ada', 'Ben', 'Cem')
    operations().splice(2)
    await launch(disk)
    expect(phase()).toBe('ready')
    expect(shownHash()).toBe(hash)
    expect(operations().map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(said()).toEqual([])
  })

  it('journal gone: written anew from the history', async () => {
    const hash = await planWith('Ada', 'Ben')
    disk.folders.clear()
    await launch(disk)
    expect(phase()).toBe('ready')
    expect(operations().at(-1)?.hash).toBe(hash)
  })

  it('killed between database and journal: the change is there and gets its line', async () => {
    await planWith('Ada')
    await launch(disk)
    disk.onAppend = () => new Promise(() => undefined)
    run('person.add', { name: 'Ben' })
    await aMoment(50)
    kill()
    disk.onAppend = () => null
    await launch(disk)
    expect(names()).toEqual(['Ada', 'Ben'])
    expect(operations().length).toBe(3)
    undo()
    expect(names()).toEqual(['Ada'])
  })

  it('rows lost without a word: found by their hashes and put back', async () => {
    const hash = await planWith('Ada', 'Ben')
    await inDatabase((db) =>
      db.things.filter(({ thing }) => thing.kind === 'person' && thing.name === 'Ada').delete(),
    )
    await launch(disk)
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
    await launch(disk)
    await until(() => said().some((text) => text.includes('put back')))
    vi.unstubAllGlobals()
    await until(() => phase() === 'ready')
    expect(shownHash()).toBe(hash)
    expect(names()).toEqual(['Ada', 'Ben'])
    run('person.add', { name: 'Cem' })
    expect(await flush()).toBe(true)
  })

  it('a plan that the list of plans lost is put back on it', async () => {
    await planWith('Ada')
    await inDatabase((db) => db.catalogue.clear())
    await launch(disk)
    expect(phase()).toBe('ready')
    expect(usePlans.getState().plans.map(({ name }) => name)).toEqual(['Support'])
  })

  it('same step, other state: read-only, nothing written, both can be kept', async () => {
    await planWith('Ada')
    const last = operations()[1]
    if (last) operations()[1] = otherStep(last)
    const [before, journal] = [await contents(), structuredClone(operations())]
    await launch(disk)
    expect(phase()).toBe('read-only')
    expect(usePlan.getState().readOnlyReason).toContain('different ways')
    expect(usePlan.getState().canKeepBoth).toBe(true)
    expect(names()).toEqual(['Ada'])
    expect(run('person.add', { name: 'Cem' }).ok).toBe(false)
    await aMoment(20)
    expect(await contents()).toEqual(before)
    expect(operations()).toEqual(journal)
  })

  it('diverged further back: read-only on either side', async () => {
    await planWith('Ada', 'Ben')
    const second = operations()[1]
    operations().splice(1)
    if (second) operations().push(otherStep(second))
    await launch(disk)
    expect(phase()).toBe('read-only')
    kill()
    if (second)
      operations().push(
        { ...second, seq: 3, hash: '1'.repeat(32) },
        { ...second, seq: 4, hash: '2'.repeat(32) },
      )
    await launch(disk)
    expect(phase()).toBe('read-only')
    expect(names()).toEqual(['Ada', 'Ben'])
  })

  it('keep both: the other state becomes a plan of its own', async () => {
    const whole = memoryDisk()
    await planWith('Ada')
    whole.folders.set('plan1', structuredClone(disk.folders.get('plan1') ?? never()))
    await launch(disk)
    run('person.add', { name: 'Ben' })
    await flush()
    kill()
    await wipe()
    await launch(whole)
    run('person.add', { name: 'Cem' })
    await flush()
    kill()
    await launch(disk)
    expect(phase()).toBe('read-only')
    expect(names()).toEqual(['Ada', 'Cem'])
    expect(await keepBoth('plan1')).toMatchObject({ ok: true })
    expect(phase()).toBe('ready')
    expect(usePlan.getState().canKeepBoth).toBe(false)
    expect(names()).toEqual(['Ada', 'Cem'])
    expect(usePlan.getState().plan?.meta.name).toBe('Support (other state)')
    expect(await openPlan('plan1')).toMatchObject({ ok: true })
    expect(phase()).toBe('ready')
    expect(names()).toEqual(['Ada', 'Ben'])
  })

  it('newer journal: read-only, nothing written', async () => {
    await planWith('Ada')
    const last = operations().at(-1)
    if (last) operations().push({ ...last, seq: 3, version: 2 })
    const before = await contents()
    await launch(disk)
    expect(phase()).toBe('read-only')
    expect(usePlan.getState().readOnlyReason).toContain('newer Roadbook')
    expect(names()).toEqual(['Ada'])
    expect(await contents()).toEqual(before)
  })

  it('newer database: read-only screen, not even opened', async () => {
    await planWith('Ada')
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('roadbook', 20)
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })
    await launch(disk)
    expect(phase()).toBe('read-only')
    expect(usePlan.getState().readOnlyReason).toContain('newer Roadbook')
    const version = await new Promise<number>((resolve) => {
      const request = indexedDB.open('roadbook')
      request.onsuccess = () => {
        resolve(request.result.version)
        request.result.close()
      }
    })
    expect(version).toBe(20)
  })

  it('journal not readable: the plan is shown and cannot be changed', async () => {
    await planWith('Ada')
    disk.listFailure = { ok: false, code: 'denied', message: 'The folder cannot be read.' }
    const before = await contents()
    await launch(disk)
    expect(phase()).toBe('read-only')
    expect(names()).toEqual(['Ada'])
    expect(usePlan.getState().readOnlyReason).toContain('The folder cannot be read.')
    expect(await contents()).toEqual(before)
  })

  it('main not answering: said, nothing opened', async () => {
    await planWith('Ada')
    const { bridge } = disk
    await launch({
      ...disk,
      bridge: { ...bridge, journalList: () => Promise.reject(new Error('gone')) },
    })
    expect(phase()).toBe('failed')
  })
})

describe('quitting', () => {
  const quit = () => {
    disk.send('quit', {} as never)
  }

  it('waits for the queue, writes a snapshot, then goes', async () => {
    await makePlan()
    run('person.add', { name: 'Ada' })
    quit()
    await until(() => disk.calls.includes('windowQuit yes'))
    const [snapshot] = disk.folders.get('plan1')?.snapshots ?? []
    expect(snapshot?.head).toEqual(usePlan.getState().head)
    expect((JSON.parse(snapshot?.things ?? '[]') as Thing[]).length).toBe(2)
  })

  it('asks and stays when something is not saved', async () => {
    await makePlan()
    await flush()
    disk.onAppend = () => ({ ok: false, code: 'full', message: 'the disk is full.' })
    run('person.add', { name: 'Ada' })
    quit()
    await until(() => disk.calls.includes('windowQuit no'), 8_000)
    expect(useUi.getState().dialog).toMatchObject({ type: 'unsaved-quit' })
    expect(disk.calls).not.toContain('windowQuit yes')
  })
})

describe('several plans', () => {
  it('are made, opened, renamed and listed, the last opened first', async () => {
    await makePlan('One', 'one')
    run('person.add', { name: 'Ada' })
    await aMoment(2)
    await makePlan('Two', 'two')
    expect(names()).toEqual([])
    expect(await openPlan('one')).toMatchObject({ ok: true })
    expect(names()).toEqual(['Ada'])
    expect(await renamePlan('one', 'First')).toMatchObject({ ok: true })
    expect(await renamePlan('two', 'Second')).toMatchObject({ ok: true })
    expect(await renamePlan('two', '')).toMatchObject({ ok: false, field: 'name' })
    expect(usePlans.getState().plans.map(({ name }) => name)).toEqual(['First', 'Second'])
    expect(usePlan.getState().plan?.meta.name).toBe('First')
    kill()
    await wipe()
    await launch(disk)
    expect(
      usePlans
        .getState()
        .plans.map(({ name }) => name)
        .sort(),
    ).toEqual(['First', 'Second'])
    await openPlan('two')
    expect(undo()).toMatchObject({ ok: true })
    expect(usePlan.getState().plan?.meta.name).toBe('Two')
  })

  it('a copy is a plan of its own', async () => {
    await makePlan('One', 'one')
    run('journal.add', {
      type: 'win',
      text: 'Done',
      about: { kind: 'plan', id: 'one' },
    } as never)
    run('person.add', { name: 'Ada' })
    const made = await duplicatePlan('one', 'Copy')
    expect(made.ok).toBe(true)
    expect(usePlan.getState().plan?.meta.name).toBe('Copy')
    run('person.add', { name: 'Ben' })
    await openPlan('one')
    expect(names()).toEqual(['Ada'])
  })

  it('a plan whose id is taken gets another id', async () => {
    await makePlan('One', 'one')
    await makePlan('Again', 'one')
    expect(usePlans.getState().plans.length).toBe(2)
    expect(usePlan.getState().plan?.meta.id).not.toBe('one')
    expect(await flush()).toBe(true)
  })

  it('delete can be undone until the app closes', async () => {
    await makePlan('One', 'one')
    await flush()
    await deletePlan('one')
    expect(phase()).toBe('no-plan')
    expect(said()).toEqual(['“One” is deleted.'])
    expect(disk.folders.get('one')?.deleted).toBe(false)
    useUi.getState().toasts[0]?.action?.run()
    await until(() => phase() === 'ready')
    expect(usePlan.getState().plan?.meta.name).toBe('One')
    expect(useUi.getState().toasts).toEqual([])
    await deletePlan('one')
    await undeletePlan('one')
    expect(phase()).toBe('no-plan')
    expect(await openPlan('one')).toMatchObject({ ok: true })
    await deletePlan('one')
    disk.send('quit', {} as never)
    await until(() => disk.calls.includes('windowQuit yes'))
    expect(disk.folders.get('one')?.deleted).toBe(true)
    kill()
    await launch(disk)
    expect(phase()).toBe('no-plan')
    expect(usePlans.getState().plans).toEqual([])
  })

  it('a plan deleted before a kill goes to the trash at the next start', async () => {
    await makePlan('One', 'one')
    await flush()
    await deletePlan('one')
    kill()
    await launch(disk)
    expect(disk.folders.get('one')?.deleted).toBe(true)
    expect(phase()).toBe('no-plan')
  })

  it('leaving a plan while the journal is late loses nothing', async () => {
    await makePlan('One', 'one')
    await flush()
    disk.onAppend = (sent) =>
      sent[0]?.planId === 'one' ? { ok: false, code: 'busy', message: 'busy.' } : null
    run('person.add', { name: 'Ada' })
    await makePlan('Two', 'two')
    disk.onAppend = () => null
    await openPlan('one')
    expect(names()).toEqual(['Ada'])
    expect(disk.folders.get('one')?.operations.length).toBe(2)
    run('person.add', { name: 'Ben' })
    expect(await flush()).toBe(true)
    expect(redo().ok).toBe(false)
  })
})

function otherStep(operation: Operation): Operation {
  return { ...operation, name: 'Another step', hash: 'e'.repeat(32) }
}

function never(): never {
  throw new Error('it must be there')
}
