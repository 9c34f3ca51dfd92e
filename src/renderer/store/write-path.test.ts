import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Operation } from '#domain/plan/operation.ts'
import type { Failure } from '#shared/ipc-contract.ts'
import { RoadbookDatabase } from '#data/db.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import type { MemoryDisk } from './testing/memory-disk.ts'
import { aMoment, kill, launch, makePlan, shownHash, until, wipe } from './testing/test-app.ts'
import { discardUnsaved, flush, redo, retrySave, run, runAll, undo, usePlan } from './plan-store.ts'

let disk: MemoryDisk
beforeEach(async () => {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
  await makePlan()
  await flush()
})
afterEach(() => {
  vi.restoreAllMocks()
  kill()
})

const save = () => usePlan.getState().save.state
const names = () => Array.from(usePlan.getState().plan?.person.values() ?? [], (p) => p.name)
const add = (name: string) => run('person.add', { name })

async function stored() {
  const db = new RoadbookDatabase()
  const rows = await db.things.toArray()
  const history = await db.history.toArray()
  const [head] = await db.meta.toArray()
  db.close()
  const people = rows.flatMap(({ thing }) => (thing.kind === 'person' ? [thing.name] : []))
  return { people, seqs: history.map(({ seq }) => seq), head, rows }
}

/** The next write of a row in a read-write transaction fails as on a full disk. */
function breakNextWrite(times = 1) {
  let left = times
  const real = Reflect.get(IDBObjectStore.prototype, 'put') as (
    ...args: unknown[]
  ) => IDBRequest<IDBValidKey>
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args: unknown[]
  ) {
    if (this.name === 'meta' && left > 0) {
      left -= 1
      throw new DOMException('the disk is full', 'UnknownError')
    }
    return real.apply(this, args)
  })
}

describe('a change', () => {
  it('is in the working copy at once and saved only when the journal has answered', async () => {
    let answer: (failure: null) => void = () => undefined
    let inDatabase: Operation['seq'] | undefined
    disk.onAppend = async () => {
      inDatabase = (await stored()).head?.seq
      return new Promise((resolve) => {
        answer = resolve
      })
    }
    expect(add('Ada')).toMatchObject({ ok: true, name: expect.stringContaining('Ada') })
    expect(names()).toEqual(['Ada'])
    expect(save()).toBe('saving')
    await until(() => inDatabase !== undefined)
    expect(inDatabase).toBe(2)
    await aMoment(50)
    expect(save()).toBe('saving')
    answer(null)
    await until(() => save() === 'saved')
    expect(disk.folders.get('plan1')?.operations.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('writes rows, history and head together', async () => {
    add('Ada')
    add('Ben')
    expect(await flush()).toBe(true)
    const { people, seqs, head } = await stored()
    expect(people.sort()).toEqual(['Ada', 'Ben'])
    expect(seqs).toEqual([1, 2, 3])
    expect(head).toEqual(usePlan.getState().head)
    shownHash()
  })

  it('that piled up while the journal was busy travels as one request', async () => {
    let release: (failure: null) => void = () => undefined
    disk.onAppend = () =>
      new Promise((resolve) => {
        release = resolve
      })
    add('Ada')
    await until(() => disk.calls.filter((call) => call === 'journalAppend').length === 2)
    for (const name of ['Ben', 'Cem', 'Dot']) add(name)
    while ((await stored()).head?.seq !== 5) await aMoment(5)
    const sizes: number[] = []
    disk.onAppend = (operations) => {
      sizes.push(operations.length)
      return null
    }
    release(null)
    expect(await flush()).toBe(true)
    expect(sizes).toEqual([3])
  })

  it('that is refused, or changes nothing, writes nothing', async () => {
    const before = usePlan.getState()
    expect(run('person.add', { name: '  ' })).toMatchObject({ ok: false, field: 'name' })
    expect(run('plan.update', { changes: { name: 'Support' } })).toMatchObject({ ok: true })
    expect(usePlan.getState()).toEqual(before)
    expect(runAll([{ id: 'person.add', input: { name: '' } }], 'x').ok).toBe(false)
    await aMoment(20)
    expect((await stored()).seqs).toEqual([1])
  })

  it('of several commands is one step', async () => {
    runAll(
      [
        { id: 'person.add', input: { name: 'Ada', id: 'ada' } },
        { id: 'person.update', input: { id: 'ada', changes: { role: 'Lead' } } },
        { id: 'person.add', input: { name: 'Ben' } },
      ],
      'Add the team',
    )
    expect(usePlan.getState().undoName).toBe('Add the team')
    expect(names()).toEqual(['Ada', 'Ben'])
    undo()
    expect(names()).toEqual([])
    await flush()
    expect((await stored()).people).toEqual([])
  })
})

describe('when the database refuses', () => {
  it('takes the change and all after it back and keeps them aside', async () => {
    add('Ada')
    await flush()
    const before = shownHash()
    breakNextWrite()
    add('Ben')
    add('Cem')
    expect(names()).toEqual(['Ada', 'Ben', 'Cem'])
    await until(() => save() === 'failed')
    expect(names()).toEqual(['Ada'])
    expect(shownHash()).toBe(before)
    const { unsaved, save: status, undoName } = usePlan.getState()
    expect(Array.from(unsaved?.person.values() ?? [], (p) => p.name)).toEqual(['Ada', 'Ben', 'Cem'])
    expect(status.detail).toContain('could not be kept in the database')
    expect(status.detail).not.toMatch(/Error/)
    expect(undoName).toContain('Ada')
    expect(add('Dot').ok).toBe(false)
    expect(undo().ok).toBe(false)
    const { people, seqs } = await stored()
    expect(people).toEqual(['Ada'])
    expect(seqs).toEqual([1, 2])
    expect(disk.folders.get('plan1')?.operations.length).toBe(2)
    expect(await flush()).toBe(false)
  })

  it('tries again on demand, also more than once', async () => {
    breakNextWrite(2)
    add('Ada')
    add('Ben')
    await until(() => save() === 'failed')
    expect(await retrySave()).toBe(false)
    expect(save()).toBe('failed')
    expect(names()).toEqual([])
    expect(await retrySave()).toBe(true)
    expect(save()).toBe('saved')
    expect(names()).toEqual(['Ada', 'Ben'])
    expect(usePlan.getState().unsaved).toBeNull()
    expect((await stored()).people.sort()).toEqual(['Ada', 'Ben'])
    expect(disk.folders.get('plan1')?.operations.length).toBe(3)
    undo()
    expect(names()).toEqual(['Ada'])
    await flush()
  })

  it('goes on from what is saved when the person gives the change up', async () => {
    breakNextWrite()
    add('Ada')
    await until(() => save() === 'failed')
    discardUnsaved()
    expect(save()).toBe('saved')
    expect(names()).toEqual([])
    add('Ben')
    expect(await flush()).toBe(true)
    expect((await stored()).people).toEqual(['Ben'])
  })

  it('stops writing when something else has written', async () => {
    const db = new RoadbookDatabase()
    await db.meta.update('plan1', { seq: 99 })
    db.close()
    add('Ada')
    await until(() => usePlan.getState().phase === 'read-only')
    expect(names()).toEqual([])
    expect(add('Ben').ok).toBe(false)
    expect((await stored()).people).toEqual([])
  })
})

describe('when the journal fails', () => {
  const full: Failure = { ok: false, code: 'full', message: 'the disk is full.' }

  it('says late, goes on editing, and catches up', async () => {
    disk.onAppend = () => full
    add('Ada')
    await until(() => save() === 'late')
    expect(usePlan.getState().save.detail).toContain('the disk is full')
    add('Ben')
    await aMoment(30)
    expect(save()).toBe('late')
    expect((await stored()).people.sort()).toEqual(['Ada', 'Ben'])
    expect(await flush(10)).toBe(false)
    disk.onAppend = () => null
    expect(await flush()).toBe(true)
    expect(save()).toBe('saved')
    expect(disk.folders.get('plan1')?.operations.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('never says late, which means kept here, before the database has the change', async () => {
    disk.onAppend = () => full
    add('Ada')
    await until(() => save() === 'late')
    for (const name of ['Ben', 'Cem', 'Dot']) {
      add(name)
      expect(save()).toBe('saving')
      await until(() => save() === 'late')
      expect((await stored()).people).toContain(name)
    }
    disk.onAppend = () => null
    expect(await flush()).toBe(true)
  })

  it('survives an answer that never came although the lines were written', async () => {
    const { bridge } = disk
    const real = bridge.journalAppend
    const spy = vi.spyOn(bridge, 'journalAppend').mockImplementationOnce(async (input) => {
      await real(input)
      throw new Error('the pipe broke')
    })
    add('Ada')
    await until(() => save() === 'late')
    expect(await flush()).toBe(true)
    expect(spy).toHaveBeenCalledTimes(2)
    expect(disk.folders.get('plan1')?.operations.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('says late after two seconds without an answer', async () => {
    let release: (failure: null) => void = () => undefined
    disk.onAppend = () =>
      new Promise((resolve) => {
        release = resolve
      })
    add('Ada')
    await aMoment(1_500)
    expect(save()).toBe('saving')
    await until(() => save() === 'late', 1_500)
    release(null)
    await until(() => save() === 'saved')
  })

  it('stops writing when the journal holds something else', async () => {
    disk.onAppend = () => ({ ok: false, code: 'conflict', message: 'Other steps are there.' })
    add('Ada')
    await until(() => usePlan.getState().phase === 'read-only')
    expect(usePlan.getState().readOnlyReason).toContain('Other steps')
    expect(names()).toEqual(['Ada'])
    expect(redo().ok).toBe(false)
  })
})
