import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/plan/state-hash.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { growingPlan, person } from '#main/testing/growing-plan.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

const TAKE = { planId: 'p', reason: 'interval', pinned: false, confirmedShrink: false } as const

describe('the gate', () => {
  const shrinkTo = (left: number, type: 'do' | 'undo' = 'do') => {
    const plan = growingPlan('p')
    const before = plan.some(40)
    const gone = Array.from({ length: 40 - left }, (_, at) => ({
      kind: 'person' as const,
      id: `n${String(at + 1)}`,
    }))
    return { before, after: plan.step({ puts: [], deletes: gone }, type) }
  }

  it.each([
    ['half is left', 20, 'do', {}, 'valid'],
    ['a third is left', 13, 'do', {}, 'quarantined'],
    ['a third is left after an undo', 13, 'undo', {}, 'valid'],
    ['a third is left and that is meant', 13, 'do', { confirmedShrink: true }, 'valid'],
    ['a third is left after a restore', 13, 'do', { reason: 'after-restore' }, 'valid'],
  ] as const)('when %s', async (_, left, type, over, state) => {
    const root = await tempFolder()
    const { store, notices } = openStore(root)
    const { before, after } = shrinkTo(left, type)
    await store.journal.append(before)
    const good = await store.snapshots.take(TAKE)
    await store.journal.append([after])
    const made = await store.snapshots.take({ ...TAKE, ...over })
    expect(made).toMatchObject({ state, counts: { person: left } })
    expect(notices).toHaveLength(state === 'valid' ? 0 : 1)
    expect((await store.snapshots.latest('p'))?.id).toBe(state === 'valid' ? made.id : good.id)
    expect((await store.snapshots.list('p')).map(({ id }) => id)).toEqual([made.id, good.id])
    expect((await store.snapshots.read('p', made.id)).head.seq).toBe(41)
    await store.close()
  })

  it('puts a state with a loose end apart', async () => {
    const { store, notices } = openStore(await tempFolder())
    const plan = growingPlan('p')
    await store.journal.append([
      plan.next(),
      plan.step({
        puts: [
          {
            ...{ kind: 'journalEntry', id: 'j', day: '2026-11-22', at: '2026-11-22T12:00:00.000Z' },
            ...{ text: 'x', about: { kind: 'objective', id: 'gone' } },
          } as unknown as Thing,
        ],
        deletes: [],
      }),
    ])
    expect(await store.snapshots.take(TAKE)).toMatchObject({ state: 'quarantined' })
    expect(notices).toHaveLength(1)
    await store.snapshots.take({ ...TAKE, reason: 'quit' })
    expect(notices).toHaveLength(1)
    await store.close()
  })

  it('checks rows that the page sends the same way', async () => {
    const { store } = openStore(await tempFolder())
    const plan = growingPlan('p')
    await store.journal.append(plan.some(12))
    const state = plan.plan()
    const rows = state ? [...thingsOf(state)] : []
    const head = { planId: 'p', seq: 12, hash: plan.hash(), version: 1 }
    const write = (things: readonly Thing[], over = {}) =>
      store.snapshots.write({
        ...{ head, reason: 'quit' as const, things: canonicalJson(things), count: things.length },
        ...over,
      })
    await expect(write(rows, { count: 3 })).rejects.toMatchObject({ code: 'failed' })
    await expect(write(rows, { things: '{}' })).rejects.toMatchObject({ code: 'failed' })
    await expect(write(rows, { head: { ...head, seq: 13 } })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await write([...rows, person('extra')])).toMatchObject({ state: 'quarantined' })
    expect(await write(rows)).toMatchObject({ state: 'valid', counts: { plan: 1, person: 12 } })
    await store.close()
  })
})
