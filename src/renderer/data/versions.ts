import type { Dexie } from 'dexie'

/**
 * The newest version of the database that this Roadbook writes. IndexedDB itself counts in tens of it.
 * It goes up with a new block below, never by a change of an old one.
 */
export const DATABASE_VERSION = 1

/**
 * Every version that was ever released, as frozen blocks: a block is never edited after its release. A new
 * one gets the next number, the tables that change, and its `upgrade` from `upgrades/NNN-name.ts`.
 *
 * The keys of `things` hold the plan first, so that one range reads a plan; `history` likewise.
 */
export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    things: '[planId+kind+id]',
    history: '[planId+seq]',
    meta: 'planId',
    catalogue: 'planId',
    drafts: 'key',
    prefs: 'key',
  })
}
