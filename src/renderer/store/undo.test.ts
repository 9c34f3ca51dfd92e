import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setClock } from '#lib/clock.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import type { MemoryDisk } from './testing/memory-disk.ts'
import { kill, launch, makePlan, shownHash, until, wipe } from './testing/test-app.ts'
import { FINISHED_WORKSHOP, flush, redo, run, undo, usePlan } from './plan-store.ts'

let disk: MemoryDisk
beforeEach(async () => {
  await wipe()
  disk = memoryDisk()
  await launch(disk)
  await makePlan()
})
afterEach(() => {
  setClock(null)
  kill()
})

const historyIsThere = () => until(() => usePlan.getState().undoName !== null)
const again = async () => {
  expect(await flush()).toBe(true)
  kill()
  await launch(disk)
}

it('500 steps can be undone and redone across restarts', async () => {
  const hashes = [shownHash()]
  for (let step = 1; step <= 500; step += 1) {
    expect(run('person.add', { name: `Person ${String(step)}` }).ok).toBe(true)
    hashes.push(shownHash())
  }
  await again()
  await historyIsThere()
  for (let step = 499; step >= 250; step -= 1) {
    expect(undo().ok).toBe(true)
    expect(usePlan.getState().head?.hash).toBe(hashes[step])
  }
  await again()
  await historyIsThere()
  for (let step = 249; step >= 0; step -= 1) {
    expect(undo().ok).toBe(true)
    expect(usePlan.getState().head?.hash).toBe(hashes[step])
  }
  expect(undo().ok).toBe(false)
  expect(usePlan.getState().undoName).toBeNull()
  await again()
  await until(() => usePlan.getState().redoName !== null)
  for (let step = 1; step <= 500; step += 1) {
    expect(redo().ok).toBe(true)
    expect(usePlan.getState().head?.hash).toBe(hashes[step])
  }
  expect(redo().ok).toBe(false)
  expect(await flush()).toBe(true)
  expect(shownHash()).toBe(hashes[500])
})

it('the making of the plan is not undone', () => {
  expect(undo()).toMatchObject({ ok: false })
  expect(usePlan.getState().plan?.meta.name).toBe('Support')
})

it('a new edit clears what could be redone, also after a restart', async () => {
  run('person.add', { name: 'Ada' })
  undo()
  expect(usePlan.getState().redoName).toContain('Ada')
  run('person.add', { name: 'Ben' })
  expect(usePlan.getState().redoName).toBeNull()
  await again()
  await historyIsThere()
  expect(usePlan.getState().redoName).toBeNull()
  expect(usePlan.getState().undoName).toContain('Ben')
})

it('an edit made before the history arrives does not lose it', async () => {
  run('person.add', { name: 'Ada' })
  await again()
  run('person.add', { name: 'Ben' })
  await historyIsThere()
  await flush()
  undo()
  undo()
  expect(usePlan.getState().plan?.person.size).toBe(0)
})

it('a burst of typing in one field is one step; a pause or another field ends it', async () => {
  let ms = Date.parse('2026-11-22T10:00:00.000Z')
  setClock(() => ms)
  const type = (name: string, after: number, key = 'plan name') => {
    ms += after
    run('plan.update', { changes: { name } }, { coalesce: key })
  }
  const shown = () => usePlan.getState().plan?.meta.name
  for (const name of ['R', 'Ro', 'Roa', 'Road']) type(name, 300)
  type('Road m', 3_000)
  type('Road map', 300)
  type('Road map!', 100, 'other field')
  type('Roads', -86_400_000, 'other field')
  await again()
  await historyIsThere()
  const back: (string | undefined)[] = []
  while (undo().ok) back.push(shown())
  expect(back).toEqual(['Road map!', 'Road map', 'Road', 'Support'])
  const forth: (string | undefined)[] = []
  while (redo().ok) forth.push(shown())
  expect(forth).toEqual(['Road', 'Road map', 'Road map!', 'Roads'])
  expect(await flush()).toBe(true)
})

it('a step that would change a finished workshop is undone and redone on purpose only', () => {
  run('workshop.add', { id: 'w', name: 'Planning', template: 'empty', cycleId: null })
  run('workshop.start', { id: 'w' })
  run('card.add', { id: 'c', workshopId: 'w', text: 'An idea' })
  run('workshop.finish', { id: 'w' })
  const finished = shownHash()
  expect(undo()).toMatchObject({ ok: false, field: FINISHED_WORKSHOP })
  expect(shownHash()).toBe(finished)
  // What was done since is taken back as ever.
  run('person.add', { name: 'Ada' })
  expect(undo()).toMatchObject({ ok: true })
  expect(undo()).toMatchObject({ ok: false, field: FINISHED_WORKSHOP })
  expect(undo({ evenFinished: true })).toMatchObject({ ok: true })
  expect(usePlan.getState().plan?.workshop.get('w')?.state).toBe('running')
  expect(undo()).toMatchObject({ ok: true })
  expect(usePlan.getState().plan?.card.size).toBe(0)
  redo()
  expect(redo()).toMatchObject({ ok: true })
  expect(shownHash()).toBe(finished)
})
