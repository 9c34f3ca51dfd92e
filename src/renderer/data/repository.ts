import type { Moment } from '#domain/calendar/day.ts'
import type { Id } from '#domain/plan/field.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { planFromThings, thingsOf } from '#domain/plan/plan.ts'
import { rowHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { PLAN_VERSION } from '#domain/plan/thing.ts'
import { upgradeStep } from '#domain/plan/upgrade-plan.ts'
import { now } from '#lib/clock.ts'
import type { CatalogueRow, RoadbookDatabase, ThingRow } from './db.ts'
import { sumHashes } from './hash-sum.ts'
import { squash } from './squash.ts'

/** The database does not stand where the writer thought: nothing was written. */
export class HeadConflict extends Error {
  override readonly name = 'HeadConflict'
}

/** The rows of a plan do not add up to its head: some are lost, torn or stale. */
export class DamagedRows extends Error {
  override readonly name = 'DamagedRows'
}

export type LoadedPlan = {
  /** The plan as this version has it. */
  readonly plan: Plan
  /** Where the database stands. */
  readonly head: Head
  /** Set when the rows are of an older version: the step that brings them into this one. Not written yet. */
  readonly upgrade?: Operation
}

export type NewPlan = {
  readonly plan: Plan
  /** The rows where they are not those of `plan`: of an older version, which `head` names. */
  readonly rows?: readonly Thing[]
  readonly head: Head
  /** The hashes of rows where they were worked out before. */
  readonly hashes?: ReadonlyMap<Thing, string>
  /** What the history table holds of it: the newest operations, without gaps, up to the head. */
  readonly operations: readonly Operation[]
  readonly openedAt: Moment
}

/** All reading and writing of plans in the database. No other file opens a transaction that writes plans. */
export type Repository = {
  readonly heads: () => Promise<readonly Head[]>
  readonly headOf: (planId: Id) => Promise<Head | null>
  readonly catalogue: () => Promise<readonly CatalogueRow[]>
  /** The plan and its head. Null when there is no such plan; throws `DamagedRows` and `NotUpgradable`. */
  readonly load: (planId: Id) => Promise<LoadedPlan | null>
  /**
   * Writes rows, history and head of consecutive operations in one strict transaction: all or nothing.
   * Throws `HeadConflict` when the database does not stand just before the first one.
   */
  readonly write: (before: Head, operations: readonly Operation[]) => Promise<void>
  /** Puts a whole plan in the place of whatever stands there, in one strict transaction. */
  readonly replace: (plan: NewPlan) => Promise<void>
  /** The newest operations up to and with `uptoSeq`, oldest first. */
  readonly recent: (planId: Id, uptoSeq: number, most: number) => Promise<readonly Operation[]>
  /** The oldest operation that the history holds; null when it holds none. */
  readonly oldest: (planId: Id) => Promise<Operation | null>
  /**
   * Puts older operations in front of a history that begins in the middle of a plan's life. False, and
   * nothing is written, unless they lead up to where it begins.
   */
  readonly addOlder: (planId: Id, operations: readonly Operation[]) => Promise<boolean>
  /** Operations after `seq`, oldest first. */
  readonly after: (planId: Id, seq: number, most: number) => Promise<readonly Operation[]>
  /** The state hashes after these steps, as far as the history holds them. */
  readonly hashesAt: (planId: Id, seqs: readonly number[]) => Promise<readonly string[]>
  /** Puts plans that the list of plans lost back on it, from their own rows. */
  readonly listAll: () => Promise<void>
  readonly note: (planId: Id, changes: Partial<Omit<CatalogueRow, 'planId'>>) => Promise<void>
  /** Takes every row of a plan out of the database. */
  readonly forget: (planId: Id) => Promise<void>
  /** Opens the connection again after the browser closed it (it does when a write meets a full disk). */
  readonly reopen: () => Promise<void>
}

/** Inside a transaction nothing but Dexie is awaited: anything else would commit half of it. */
export function createRepository(db: RoadbookDatabase): Repository {
  const { things, history, meta, catalogue } = db

  const rowsOf = (planId: Id) => things.where(':id').between([planId], [planId, []])
  const stepsOf = (planId: Id, from: number, to: number) =>
    history.where(':id').between([planId, from], [planId, to], true, true)

  return {
    heads: () => meta.toArray(),
    headOf: async (planId) => (await meta.get(planId)) ?? null,
    catalogue: () => catalogue.toArray(),

    load: async (planId) => {
      const [head, rows] = await db.transaction('r', things, meta, () =>
        Promise.all([meta.get(planId), rowsOf(planId).toArray()]),
      )
      if (!head && rows.length === 0) return null
      if (!head || sumHashes(hashesIn(rows)) !== head.hash)
        throw new DamagedRows(`${String(rows.length)} rows do not add up`)
      if (head.version === PLAN_VERSION) return { plan: planFromThings(thingsIn(rows)), head }
      const { plan, operation } = upgradeStep(head, [...thingsIn(rows)], now())
      return { plan, head, upgrade: operation }
    },

    write: async (before, operations) => {
      const { planId } = before
      const { puts, deletes } = squash(operations)
      const rows = puts.map((thing) => rowOf(planId, thing))
      const keys = deletes.map(({ kind, id }): [Id, typeof kind, Id] => [planId, kind, id])
      const head = headAfter(operations)
      const own = puts.find((thing) => thing.kind === 'plan')
      await db.transaction('rw', things, history, meta, catalogue, async () => {
        const found = await meta.get(planId)
        if (found?.seq !== before.seq || found.hash !== before.hash)
          throw new HeadConflict(`found step ${String(found?.seq ?? 0)}`)
        if (keys.length > 0) await things.bulkDelete(keys)
        if (rows.length > 0) await things.bulkPut(rows)
        await history.bulkAdd([...operations])
        await meta.put(head)
        if (own) await catalogue.update(planId, { name: own.name })
      })
    },

    replace: async ({ plan, rows: older, head, hashes, operations, openedAt }) => {
      const { planId } = head
      const rows = Array.from(older ?? thingsOf(plan), (thing) =>
        rowOf(planId, thing, hashes?.get(thing)),
      )
      if (sumHashes(hashesIn(rows)) !== head.hash)
        throw new DamagedRows('the new rows do not add up')
      const { name, createdAt } = plan.meta
      await db.transaction('rw', things, history, meta, catalogue, async () => {
        const known = await catalogue.get(planId)
        await rowsOf(planId).delete()
        await stepsOf(planId, 0, Infinity).delete()
        await things.bulkAdd(rows)
        await history.bulkAdd([...operations])
        await meta.put(head)
        await catalogue.put({
          planId,
          name,
          createdAt,
          openedAt: known?.openedAt ?? openedAt,
          deletedAt: known?.deletedAt ?? null,
        })
      })
    },

    recent: async (planId, uptoSeq, most) =>
      (await stepsOf(planId, uptoSeq - most + 1, uptoSeq).toArray()).slice(-most),
    oldest: async (planId) => (await stepsOf(planId, 0, Infinity).first()) ?? null,
    addOlder: (planId, operations) =>
      db.transaction('rw', history, meta, async () => {
        const [known, first] = await Promise.all([
          meta.get(planId),
          stepsOf(planId, 0, Infinity).first(),
        ])
        if (!known || operations.length === 0) return false
        const start = (first?.seq ?? known.seq + 1) - operations.length
        if (!operations.every(({ seq }, at) => seq === start + at)) return false
        await history.bulkAdd([...operations])
        return true
      }),
    after: (planId, seq, most) =>
      stepsOf(planId, seq + 1, Infinity)
        .limit(most)
        .toArray(),

    hashesAt: async (planId, seqs) => {
      const found = await history.bulkGet(seqs.map((seq): [Id, number] => [planId, seq]))
      return found.flatMap((operation) => operation?.hash ?? [])
    },

    listAll: () =>
      db.transaction('rw', things, meta, catalogue, async () => {
        const listed = new Set(await catalogue.toCollection().primaryKeys())
        for (const planId of await meta.toCollection().primaryKeys()) {
          if (listed.has(planId)) continue
          const thing = (await things.get([planId, 'plan', planId]))?.thing
          if (thing?.kind !== 'plan') continue
          const { name, createdAt } = thing
          await catalogue.add({ planId, name, createdAt, openedAt: createdAt, deletedAt: null })
        }
      }),
    note: async (planId, changes) => {
      await catalogue.update(planId, changes)
    },
    forget: (planId) =>
      db.transaction('rw', things, history, meta, catalogue, async () => {
        await rowsOf(planId).delete()
        await stepsOf(planId, 0, Infinity).delete()
        await meta.delete(planId)
        await catalogue.delete(planId)
      }),
    reopen: async () => {
      if (!db.isOpen()) await db.open()
    },
  }
}

function rowOf(planId: Id, thing: ThingRow['thing'], hash = rowHash(thing)): ThingRow {
  return { planId, kind: thing.kind, id: thing.id, hash, thing }
}

/** The head that the last of some operations leads to. */
export function headAfter(operations: readonly Operation[]): Head {
  const last = operations.at(-1)
  if (!last) throw new Error('There is no operation.')
  return { planId: last.planId, seq: last.seq, hash: last.hash, version: last.version }
}

function* hashesIn(rows: readonly ThingRow[]) {
  for (const row of rows) yield row.hash
}

function* thingsIn(rows: readonly ThingRow[]) {
  for (const row of rows) yield row.thing
}
