import { Dexie } from 'dexie'
import type { Table } from 'dexie'
import type { Moment } from '#domain/calendar/day.ts'
import type { Id, Kind } from '#domain/plan/field.ts'
import type { Head, Operation } from '#domain/plan/operation.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { declareVersions } from './versions.ts'

/** Frozen: another name would be another, empty database. */
export const DATABASE_NAME = 'roadbook'

/** One thing of one plan. `hash` is `rowHash(thing)`, so that a load can check itself without hashing. */
export type ThingRow = {
  readonly planId: Id
  readonly kind: Kind
  readonly id: Id
  readonly hash: string
  readonly thing: Thing
}

/** What the list of plans shows of one plan. All of it can be had again from the plan's own row. */
export type CatalogueRow = {
  readonly planId: Id
  readonly name: string
  readonly createdAt: Moment
  readonly openedAt: Moment
  /** Set when the person deleted the plan; its folder goes to the trash when the app closes. */
  readonly deletedAt: Moment | null
}

export type DraftRow = { readonly key: string; readonly text: string; readonly at: Moment }
export type PrefRow = { readonly key: string; readonly value: unknown }

/** The working database. Plans are written by `repository.ts` alone. */
export class RoadbookDatabase extends Dexie {
  declare readonly things: Table<ThingRow, [Id, Kind, Id]>
  declare readonly history: Table<Operation, [Id, number]>
  declare readonly meta: Table<Head, Id>
  declare readonly catalogue: Table<CatalogueRow, Id>
  declare readonly drafts: Table<DraftRow, string>
  declare readonly prefs: Table<PrefRow, string>

  constructor() {
    // Strict: "complete" comes after the flush. No cache: the working copy lives in the store.
    super(DATABASE_NAME, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    declareVersions(this)
  }
}
