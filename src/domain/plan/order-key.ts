import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Id } from './field.ts'

/** Anything that is kept in an order of its own. */
export type Ordered = { readonly id: Id; readonly order: string }

const LONGEST_KEY = 100

/** Compares by order key and, where keys tie (after a merge), by id. Code-unit order, never a locale's. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** `count` order keys after all of `siblings`. */
export function orderKeysAfter(siblings: Iterable<Ordered>, count: number): string[] {
  let last: string | null = null
  for (const { order } of siblings) if (last === null || order > last) last = order
  try {
    const keys = generateNKeysBetween(last, null, count)
    if (keys.every((key) => key.length <= LONGEST_KEY && (last === null || key > last))) return keys
  } catch {
    // A key of another program that is not one of ours: append a digit, which also sorts behind it.
  }
  const width = String(count).length
  return Array.from(
    { length: count },
    (_, i) => `${(last ?? 'a').slice(0, 199 - width)}z${String(i).padStart(width, '0')}`,
  )
}

/** An order key after all of `siblings`. */
export function orderKeyAfter(siblings: Iterable<Ordered>): string {
  return orderKeysAfter(siblings, 1)[0] ?? 'a0'
}

/**
 * The keys to write so that `moved` stands right before `beforeId` (null: at the end), as id → key.
 * Ordinarily that is one key; all siblings get fresh ones where theirs tie, are foreign or too long.
 */
export function orderKeysFor(
  siblings: readonly Ordered[],
  moved: Id,
  beforeId: Id | null,
): ReadonlyMap<Id, string> {
  const others = siblings.filter(({ id }) => id !== moved).sort(byOrder)
  const found = beforeId === null ? -1 : others.findIndex(({ id }) => id === beforeId)
  const at = found < 0 ? others.length : found
  const before = others[at - 1]?.order ?? null
  const after = others[at]?.order ?? null
  const now = siblings.find(({ id }) => id === moved)?.order
  const isThere = (key: string) =>
    (before === null || before < key) && (after === null || key < after)
  if (now !== undefined && isThere(now)) return new Map()
  if (before === null || after === null || before < after) {
    try {
      const key = generateKeyBetween(before, after)
      if (isThere(key) && key.length <= LONGEST_KEY) return new Map([[moved, key]])
    } catch {
      // Foreign keys: fresh ones for all, below.
    }
  }
  const ids = others.map(({ id }) => id)
  ids.splice(at, 0, moved)
  const keys = generateNKeysBetween(null, null, ids.length)
  return new Map(ids.map((id, i) => [id, keys[i] ?? 'a0']))
}
