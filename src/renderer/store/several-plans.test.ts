import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Thing } from '#domain/plan/thing.ts'
import {
  aMoment,
  freshProfile,
  kill,
  launch,
  makePlan,
  said,
  shownNames,
  until,
  wipe,
} from './testing/test-app.ts'
import {
  deletePlan,
  duplicatePlan,
  flush,
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

const profile = freshProfile()

const phase = () => usePlan.getState().phase

describe('quitting', () => {
  const quit = () => {
    profile.disk.send('quit', {} as never)
  }

  it('waits for the queue, writes a snapshot, then goes', async () => {
    await makePlan()
    run('person.add', { name: 'Ada' })
    quit()
    await until(() => profile.disk.calls.includes('windowQuit yes'))
    const [snapshot] = profile.disk.folders.get('plan1')?.snapshots ?? []
    expect(snapshot?.head).toEqual(usePlan.getState().head)
    expect((JSON.parse(snapshot?.things ?? '[]') as Thing[]).length).toBe(2)
  })

  it('asks and stays when something is not saved', async () => {
    await makePlan()
    await flush()
    profile.disk.onAppend = () => ({ ok: false, code: 'full', message: 'the disk is full.' })
    run('person.add', { name: 'Ada' })
    quit()
    await until(() => profile.disk.calls.includes('windowQuit no'), 8_000)
    expect(useUi.getState().dialog).toMatchObject({ type: 'unsaved-quit' })
    expect(profile.disk.calls).not.toContain('windowQuit yes')
  })
})

describe('several plans', () => {
  it('are made, opened, renamed and listed, the last opened first', async () => {
    await makePlan('One', 'one')
    run('person.add', { name: 'Ada' })
    await aMoment(2)
    await makePlan('Two', 'two')
    expect(shownNames()).toEqual([])
    expect(await openPlan('one')).toMatchObject({ ok: true })
    expect(shownNames()).toEqual(['Ada'])
    expect(await renamePlan('one', 'First')).toMatchObject({ ok: true })
    expect(await renamePlan('two', 'Second')).toMatchObject({ ok: true })
    expect(await renamePlan('two', '')).toMatchObject({ ok: false, field: 'name' })
    expect(usePlans.getState().plans.map(({ name }) => name)).toEqual(['First', 'Second'])
    expect(usePlan.getState().plan?.meta.name).toBe('First')
    kill()
    await wipe()
    await launch(profile.disk)
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
    expect(shownNames()).toEqual(['Ada'])
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
    expect(profile.disk.folders.get('one')?.deleted).toBe(false)
    useUi.getState().toasts[0]?.action?.run()
    await until(() => phase() === 'ready')
    expect(usePlan.getState().plan?.meta.name).toBe('One')
    expect(useUi.getState().toasts).toEqual([])
    await deletePlan('one')
    await undeletePlan('one')
    expect(phase()).toBe('no-plan')
    expect(await openPlan('one')).toMatchObject({ ok: true })
    await deletePlan('one')
    profile.disk.send('quit', {} as never)
    await until(() => profile.disk.calls.includes('windowQuit yes'))
    expect(profile.disk.folders.get('one')?.deleted).toBe(true)
    kill()
    await launch(profile.disk)
    expect(phase()).toBe('no-plan')
    expect(usePlans.getState().plans).toEqual([])
  })

  it('a plan deleted before a kill goes to the trash at the next start', async () => {
    await makePlan('One', 'one')
    await flush()
    await deletePlan('one')
    kill()
    await launch(profile.disk)
    expect(profile.disk.folders.get('one')?.deleted).toBe(true)
    expect(phase()).toBe('no-plan')
  })

  it('leaving a plan while the journal is late loses nothing', async () => {
    await makePlan('One', 'one')
    await flush()
    profile.disk.onAppend = (sent) =>
      sent[0]?.planId === 'one' ? { ok: false, code: 'busy', message: 'busy.' } : null
    run('person.add', { name: 'Ada' })
    await makePlan('Two', 'two')
    profile.disk.onAppend = () => null
    await openPlan('one')
    expect(shownNames()).toEqual(['Ada'])
    expect(profile.disk.folders.get('one')?.operations.length).toBe(2)
    run('person.add', { name: 'Ben' })
    expect(await flush()).toBe(true)
    expect(redo().ok).toBe(false)
  })
})
