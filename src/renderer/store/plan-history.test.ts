import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Patch, Plan } from '#domain/plan/plan.ts'
import { applyPatch, planFromThings } from '#domain/plan/plan.ts'
import { countingContext, planWithWorkshop } from '#domain/plan/plan-arbitrary.ts'
import { cycleOf } from '#domain/plan/things.test-support.ts'
import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import type { PlanMeta } from '#domain/plan/plan-meta.ts'
import { setBridge } from '#bridge/bridge.ts'
import type { Bridge } from '#shared/ipc-contract.ts'
import { lifeBefore, readPast, readPlanAtEnd, readPlanOn } from './plan-history.ts'
import { usePlan } from './working-copy.ts'

const meta = (name: string): PlanMeta => ({
  kind: 'plan',
  id: 'plan',
  name,
  direction: '',
  settings: DEFAULT_SETTINGS,
  createdAt: '2026-09-20T08:00:00.000Z',
})
const at = (day: string) => new Date(`${day}T12:00:00`).toISOString()

let reads: number[] = []

/** A plan that got a new name each day, the first on `days[0]`; `perPage` steps come at once. */
function livedThrough(
  days: readonly string[],
  perPage = 100,
  /** What else takes a step back, by its number. */
  also: Readonly<Record<number, Patch>> = {},
  /** The first step that the journal still holds. */
  first = 1,
): void {
  let plan: Plan = planFromThings([meta('new')])
  const operations = days.map((day, i) => {
    const before = plan.meta
    const name = `as on ${day} ${String(i)}`
    plan = applyPatch(plan, { puts: [meta(name)], deletes: [] })
    const inverse =
      i === 0
        ? { puts: [], deletes: [{ kind: 'plan' as const, id: 'plan' }] }
        : { puts: [before], deletes: [] }
    const { puts = [], deletes = [] } = also[i + 1] ?? {}
    return {
      seq: i + 1,
      at: at(day),
      inverse: { puts: [...inverse.puts, ...puts], deletes: [...inverse.deletes, ...deletes] },
    }
  })
  const head = { planId: 'plan', seq: days.length, hash: 'a'.repeat(32), version: 1 }
  usePlan.setState({ plan, head, today: '2026-11-16' })
  setBridge({
    journalRead: ({ afterSeq, most = perPage }: { afterSeq: number; most?: number }) => {
      reads.push(afterSeq)
      if (afterSeq + 1 < first)
        return Promise.resolve({
          ok: false,
          code: 'damaged',
          message: `Begins at ${String(first)}.`,
        })
      const page = operations.slice(afterSeq, afterSeq + Math.min(perPage, most))
      const last = page.at(-1)?.seq ?? afterSeq
      const next = last < operations.length ? last : null
      return Promise.resolve({ ok: true, operations: page, next })
    },
  } as unknown as Bridge)
}

beforeEach(() => {
  reads = []
})
afterEach(() => {
  setBridge(null)
  usePlan.setState({ plan: null, head: null })
})

it('is the plan as it stood at the end of a day', async () => {
  livedThrough(['2026-11-02', '2026-11-08', '2026-11-08', '2026-11-12'])
  expect((await readPlanOn('2026-11-09'))?.meta.name).toBe('as on 2026-11-08 2')
  expect((await readPlanOn('2026-11-08'))?.meta.name).toBe('as on 2026-11-08 2')
  expect((await readPlanOn('2026-11-02'))?.meta.name).toBe('as on 2026-11-02 0')
  expect((await readPlanOn('2026-11-30'))?.meta.name).toBe('as on 2026-11-12 3')
})

it('is nothing before the history begins', async () => {
  livedThrough(['2026-11-12', '2026-11-13'])
  expect(await readPlanOn('2026-11-09')).toBeNull()
})

it('reads the end of a long history first, and no more than it takes', async () => {
  livedThrough([...Array.from({ length: 3_000 }, () => '2026-10-01'), '2026-11-10', '2026-11-15'])
  expect((await readPlanOn('2026-11-09'))?.meta.name).toBe('as on 2026-10-01 2999')
  expect(Math.min(...reads)).toBeGreaterThan(2_000)
  reads = []
  livedThrough([
    ...Array.from({ length: 1_000 }, () => '2026-10-01'),
    ...Array.from({ length: 2_000 }, () => '2026-11-15'),
  ])
  expect((await readPlanOn('2026-11-09'))?.meta.name).toBe('as on 2026-10-01 999')
})

it('reaches to the oldest step that the disk still holds', async () => {
  const days = Array.from({ length: 3_000 }, (_, i) => (i < 1_500 ? '2026-10-01' : '2026-11-15'))
  livedThrough(days, 100, {}, 1_400)
  expect((await readPlanOn('2026-11-09'))?.meta.name).toBe('as on 2026-10-01 1499')
  expect(await readPlanOn('2026-09-30')).toBeNull()
})

it('is nothing when the disk cannot be read or lags behind', async () => {
  livedThrough(['2026-11-02', '2026-11-12'])
  usePlan.setState((state) => ({ head: state.head && { ...state.head, seq: 3 } }))
  expect(await readPlanOn('2026-11-09')).toBeNull()
  setBridge({
    journalRead: () => Promise.resolve({ ok: false, code: 'missing', message: 'Gone.' }),
  } as unknown as Bridge)
  expect(await readPlanOn('2026-11-09')).toBeNull()
  setBridge({ journalRead: () => Promise.reject(new Error('refused')) } as unknown as Bridge)
  expect(await readPlanOn('2026-11-09')).toBeNull()
})

describe('the life of a plan before its history', () => {
  const q4 = { puts: [cycleOf()], deletes: [] }
  const before = async (addedIn: Readonly<Record<number, Patch>>) => {
    // The second step took the cycle away from what the plan brought along, or the plan never had it.
    livedThrough(['2026-11-12', '2026-11-13'], 100, addedIn)
    const result = await readPast()
    return result.ok ? lifeBefore(result.past, 'q4') : null
  }

  it('is told by what it came in with', async () => {
    const life = await before({ 2: q4 })
    expect(life).toMatchObject({ since: '2026-10-01' })
    expect(life?.cameIn.meta.name).toBe('as on 2026-11-12 0')
  })

  it('is told by what is left where the oldest steps were cut off', async () => {
    const days = Array.from(
      { length: 40 },
      (_, i) => `2026-11-${String(1 + (i >> 2)).padStart(2, '0')}`,
    )
    for (const first of [2, 17, 39, 40]) {
      livedThrough(days, 10, { 40: q4 }, first)
      const result = await readPast()
      if (!result.ok) throw new Error(result.message)
      expect(result.past.steps[0]?.seq).toBe(first)
      expect(result.past.firstOn).toBe(days[first - 1])
      const life = lifeBefore(result.past, 'q4')
      expect(life).toMatchObject({ since: '2026-10-01' })
      expect(life?.cameIn.meta.name).toMatch(new RegExp(` ${String(first - 2)}$`))
    }
    livedThrough(days, 10, {}, 41)
    expect(await readPast()).toEqual({ ok: false, message: 'Begins at 41.' })
  })

  it('is none where the plan began here', async () => {
    expect(await before({})).toBeNull()
  })
})

describe('the plan as a finished workshop left it', () => {
  const running = planWithWorkshop(countingContext()).workshop.get('w1')
  const ends: Patch = { puts: running ? [running] : [], deletes: [] }
  const comesIn: Patch = { puts: [], deletes: [{ kind: 'workshop', id: 'w1' }] }

  it('is the one after its last step', async () => {
    livedThrough(['2026-11-02', '2026-11-08', '2026-11-12'], 100, { 2: ends })
    const end = await readPlanAtEnd('w1')
    expect(end).toMatchObject({ day: '2026-11-08', isEnd: true })
    expect(end?.plan.meta.name).toBe('as on 2026-11-08 1')
  })

  it('is looked for as far back as the history goes', async () => {
    const days = Array.from({ length: 3_000 }, () => '2026-10-01')
    // It was deleted and brought back near the end, which says nothing about its end.
    livedThrough(days, 1_000, { 7: ends, 2_900: comesIn })
    expect((await readPlanAtEnd('w1'))?.plan.meta.name).toBe('as on 2026-10-01 6')
  })

  it('is how it came in, where it came in finished', async () => {
    livedThrough(['2026-11-02', '2026-11-08', '2026-11-12'], 100, { 2: comesIn })
    expect(await readPlanAtEnd('w1')).toMatchObject({ day: '2026-11-08', isEnd: false })
  })

  it('is unknown where nothing tells', async () => {
    livedThrough(['2026-11-02', '2026-11-08'])
    expect(await readPlanAtEnd('w1')).toBeNull()
  })
})
