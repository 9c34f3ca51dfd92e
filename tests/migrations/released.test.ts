import { cpSync, existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readPlanFile } from '#domain/exchange/plan-file.ts'
import type { FormatStep } from '#domain/plan/format-ladder.ts'
import { FORMAT_STEPS, upgradeRow } from '#domain/plan/format-ladder.ts'
import { integrityProblems } from '#domain/plan/integrity.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import { storedOperationSchema } from '#domain/plan/operation.ts'
import { planFromThings, thingsOf } from '#domain/plan/plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { combineHash, EMPTY_HASH, rowHash, stateHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { planFromRows } from '#domain/plan/upgrade-plan.ts'
import { DATABASE_VERSION } from '#data/versions.ts'
import { openStore } from '#main/testing/open-store.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))
const upTo = (version: number) => Array.from({ length: version }, (_, at) => at + 1)
const folderOf = (version: number) => `${fixtures}released/${String(version)}/`

type Golden = {
  readonly head: Head
  readonly counts: Readonly<Record<string, number>>
  readonly snapshot: { readonly seq: number; readonly state: string }
}

const goldenOf = (version: number) =>
  JSON.parse(readFileSync(`${folderOf(version)}golden.json`, 'utf8')) as Golden

const hashOf = (rows: readonly Thing[]) =>
  rows.reduce((sum, row) => combineHash(sum, rowHash(row)), EMPTY_HASH)

function countsOf(rows: Iterable<Thing>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** The state must be whole; rows and hash may only differ from that time where a step changed them. */
function expectGolden(plan: Plan, version: number, { head, counts }: Golden): void {
  expect(integrityProblems(plan)).toEqual([])
  if (version < PLAN_VERSION) return
  expect(countsOf(thingsOf(plan))).toEqual(counts)
  expect(stateHash(plan)).toBe(head.hash)
}

describe('every released version', () => {
  it.each(upTo(PLAN_VERSION))(
    '%i of the format has its file, journal and snapshot here',
    (version) => {
      for (const name of ['golden.json', 'plan.roadbook', 'data-folder/plans'])
        expect([name, existsSync(`${folderOf(version)}${name}`)]).toEqual([name, true])
    },
  )

  it.each(upTo(DATABASE_VERSION))('%i of the database has its fixture here', (version) => {
    expect(existsSync(`${fixtures}database-version-${String(version)}.json`)).toBe(true)
  })

  it('but the newest has its step on the ladder', () => {
    expect(FORMAT_STEPS).toHaveLength(PLAN_VERSION - 1)
  })

  it.each(upTo(PLAN_VERSION))(
    'a file of version %i opens with every row and the same hash',
    (version) => {
      const read = readPlanFile(readFileSync(`${folderOf(version)}plan.roadbook`), 'plan.roadbook')
      if (!read.ok) throw new Error(read.message)
      const golden = goldenOf(version)
      expect([read.warnings, read.head, read.lineage?.length]).toEqual([[], golden.head, 6])
      expectGolden(planFromThings(read.things), version, golden)
    },
  )

  it.each(upTo(PLAN_VERSION))(
    'a journal and a snapshot of version %i are read whole',
    async (version) => {
      const root = await tempFolder()
      cpSync(`${folderOf(version)}data-folder`, root, { recursive: true })
      const { store } = openStore(root)
      const golden = goldenOf(version)
      const { planId, seq } = golden.head
      const [summary] = await store.journal.list()
      expect(summary).toMatchObject({ planId, head: golden.head, tornBytes: 0, deleted: false })

      const operations: Operation[] = []
      for (let after: number | null = 0; after !== null;) {
        const page = await store.journal.read(planId, after)
        operations.push(...page.operations.map((one) => storedOperationSchema.parse(one)))
        after = page.next
      }
      expect(operations).toHaveLength(seq)
      // As they were written then, whatever this version makes of them.
      const then = new Map<string, Thing>()
      for (const { patch } of operations) {
        for (const { kind, id } of patch.deletes) then.delete(`${kind} ${id}`)
        for (const row of patch.puts) then.set(`${row.kind} ${row.id}`, row)
      }
      expect(hashOf([...then.values()])).toBe(golden.head.hash)
      expect(countsOf(then.values())).toEqual(golden.counts)
      expectGolden(planFromRows([...then.values()], version), version, golden)

      const [snapshot] = await store.snapshots.list(planId)
      expect(snapshot).toMatchObject({ ...golden.snapshot, pinned: true, problem: '' })
      const read = await store.snapshots.read(planId, snapshot?.id ?? '')
      const rows = JSON.parse(read.things) as Thing[]
      expect([hashOf(rows), read.head.version]).toEqual([read.head.hash, version])
      expect(integrityProblems(planFromRows(rows, version))).toEqual([])
      await store.close()
    },
  )
})

describe('the ladder', () => {
  const steps: readonly FormatStep[] = [
    (row) => ({ ...row, cost: 0 }),
    (row) => (row['kind'] === 'vote' ? null : { ...row, cost: Number(row['cost']) + 1 }),
  ]
  it.each([
    ['an oldest row climbs every step', { kind: 'plan' }, 1, { kind: 'plan', cost: 1 }],
    ['a later one only what is left', { kind: 'plan', cost: 5 }, 2, { kind: 'plan', cost: 6 }],
    ['the newest is left alone', { kind: 'plan' }, 3, { kind: 'plan' }],
    ['a row may go', { kind: 'vote' }, 1, null],
    ['what is no row is left for the schema', 'text', 1, 'text'],
  ])('%s', (_, row, version, result) => {
    expect(upgradeRow(row, version, steps)).toEqual(result)
  })
})

describe('newer data', () => {
  it('in a file is refused with what to do, and the file stays as it was', () => {
    const text = readFileSync(`${folderOf(1)}plan.roadbook`, 'utf8')
    const newer = text.replace('"version": 1', `"version": ${String(PLAN_VERSION + 1)}`)
    expect(readPlanFile(new TextEncoder().encode(newer), 'plan.roadbook')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/newer Roadbook.*Update Roadbook/) as string,
    })
  })
})
