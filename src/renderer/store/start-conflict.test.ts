import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Operation } from '#domain/plan/operation.ts'
import { memoryDisk } from './testing/memory-disk.ts'
import {
  aMoment,
  contents,
  freshProfile,
  kill,
  launch,
  planWith,
  shownNames,
  wipe,
} from './testing/test-app.ts'
import { flush, keepBoth, openPlan, run, usePlan } from './plan-store.ts'

const profile = freshProfile()

const phase = () => usePlan.getState().phase
const operations = () => profile.disk.folders.get('plan1')?.operations ?? []

describe('at start, where no side may be written over', () => {
  it('same step, other state: read-only, nothing written, both can be kept', async () => {
    await planWith('Ada')
    const last = operations()[1]
    if (last) operations()[1] = otherStep(last)
    const [before, journal] = [await contents(), structuredClone(operations())]
    await launch(profile.disk)
    expect(phase()).toBe('read-only')
    expect(usePlan.getState().readOnlyReason).toContain('different ways')
    expect(usePlan.getState().canKeepBoth).toBe(true)
    expect(shownNames()).toEqual(['Ada'])
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
    await launch(profile.disk)
    expect(phase()).toBe('read-only')
    kill()
    if (second)
      operations().push(
        { ...second, seq: 3, hash: '1'.repeat(32) },
        { ...second, seq: 4, hash: '2'.repeat(32) },
      )
    await launch(profile.disk)
    expect(phase()).toBe('read-only')
    expect(shownNames()).toEqual(['Ada', 'Ben'])
  })

  it('keep both: the other state becomes a plan of its own', async () => {
    const whole = memoryDisk()
    await planWith('Ada')
    whole.folders.set('plan1', structuredClone(profile.disk.folders.get('plan1') ?? never()))
    await launch(profile.disk)
    run('person.add', { name: 'Ben' })
    await flush()
    kill()
    await wipe()
    await launch(whole)
    run('person.add', { name: 'Cem' })
    await flush()
    kill()
    await launch(profile.disk)
    expect(phase()).toBe('read-only')
    expect(shownNames()).toEqual(['Ada', 'Cem'])
    expect(await keepBoth('plan1')).toMatchObject({ ok: true })
    expect(phase()).toBe('ready')
    expect(usePlan.getState().canKeepBoth).toBe(false)
    expect(shownNames()).toEqual(['Ada', 'Cem'])
    expect(usePlan.getState().plan?.meta.name).toBe('Support (other state)')
    expect(await openPlan('plan1')).toMatchObject({ ok: true })
    expect(phase()).toBe('ready')
    expect(shownNames()).toEqual(['Ada', 'Ben'])
  })

  it('newer journal: read-only, nothing written', async () => {
    await planWith('Ada')
    const last = operations().at(-1)
    if (last) operations().push({ ...last, seq: 3, version: 2 })
    const before = await contents()
    await launch(profile.disk)
    expect(phase()).toBe('read-only')
    expect(usePlan.getState().readOnlyReason).toContain('newer Roadbook')
    expect(shownNames()).toEqual(['Ada'])
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
    await launch(profile.disk)
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
    profile.disk.listFailure = { ok: false, code: 'denied', message: 'The folder cannot be read.' }
    const before = await contents()
    await launch(profile.disk)
    expect(phase()).toBe('read-only')
    expect(shownNames()).toEqual(['Ada'])
    expect(usePlan.getState().readOnlyReason).toContain('The folder cannot be read.')
    expect(await contents()).toEqual(before)
  })

  it('main not answering: said, nothing opened', async () => {
    await planWith('Ada')
    const { bridge } = profile.disk
    await launch({
      ...profile.disk,
      bridge: { ...bridge, journalList: () => Promise.reject(new Error('gone')) },
    })
    expect(phase()).toBe('failed')
  })
})

function otherStep(operation: Operation): Operation {
  return { ...operation, name: 'Another step', hash: 'e'.repeat(32) }
}

function never(): never {
  throw new Error('it must be there')
}
