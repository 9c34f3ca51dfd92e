import type { Id } from './field.ts'
import { ListsWhenAsked } from './lists-when-asked.ts'
import type { MappedKind, Plan } from './plan.ts'

/** Things by a key, each list in its order. A list that nothing changes keeps its identity. */
export type Lists<T> = ReadonlyMap<Id, readonly T[]>

/** The list of a key that has none. */
export const EMPTY: readonly never[] = []

/** How the things of one kind fall into lists. */
export type Grouping<T> = {
  readonly kind: MappedKind
  readonly keysOf: (thing: T) => readonly Id[]
  readonly compare: (a: T, b: T) => number
}

/** A grouping with the type of its things. */
export const group = <T>(grouping: Grouping<T>) => grouping

/** Whether two lists hold the very same things. */
export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

/** All things of a kind, grouped and sorted. */
export function buildLists<T extends { readonly id: Id }>(
  plan: Plan,
  { kind, keysOf, compare }: Grouping<T>,
): Lists<T> {
  const lists = new Map<Id, T[]>()
  for (const thing of (plan[kind] as unknown as ReadonlyMap<Id, T>).values()) {
    for (const key of keysOf(thing)) {
      const list = lists.get(key)
      if (list) list.push(thing)
      else lists.set(key, [thing])
    }
  }
  for (const list of lists.values()) list.sort(compare)
  return lists
}

/** Lists that can be changed, with everything that is in these. */
export function copyOf<T>(lists: Lists<T>): Map<Id, readonly T[]> {
  return lists instanceof ListsWhenAsked ? lists.copy() : new Map(lists)
}

/** Writes lists into a copy of a map, made at the first real change. */
export function withLists<T>(
  lists: Lists<T>,
  changes: Iterable<readonly [Id, readonly T[]]>,
): Lists<T> {
  let copy: Map<Id, readonly T[]> | undefined
  for (const [key, list] of changes) {
    if (isSame(lists.get(key) ?? EMPTY, list)) continue
    copy ??= copyOf(lists)
    if (list.length === 0) copy.delete(key)
    else copy.set(key, list)
  }
  return copy ?? lists
}

/** The lists after a patch that touched the things with these ids, in the time of the lists that hold them. */
export function updateLists<T extends { readonly id: Id }>(
  lists: Lists<T>,
  before: Plan,
  after: Plan,
  ids: ReadonlySet<Id>,
  grouping: Grouping<T>,
): Lists<T> {
  if (ids.size === 0) return lists
  const old = before[grouping.kind] as unknown as ReadonlyMap<Id, T>
  const now = after[grouping.kind] as unknown as ReadonlyMap<Id, T>
  const arrivals = new Map<Id, T[]>()
  const touch = (thing: T | undefined, arrives: boolean) => {
    for (const key of thing ? new Set(grouping.keysOf(thing)) : []) {
      const list = arrivals.get(key) ?? []
      if (thing && arrives) list.push(thing)
      arrivals.set(key, list)
    }
  }
  for (const id of ids) {
    touch(old.get(id), false)
    touch(now.get(id), true)
  }
  return withLists(
    lists,
    [...arrivals].map(([key, arriving]) => {
      const staying = (lists.get(key) ?? EMPTY).filter((thing) => !ids.has(thing.id))
      return [key, merged(staying, arriving.sort(grouping.compare), grouping.compare)] as const
    }),
  )
}

/** Two sorted lists as one: a long list takes a new thing in without being sorted again. */
function merged<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (b.length === 0) return a
  const list: T[] = []
  let next = 0
  for (const item of a) {
    for (let other = b[next]; other !== undefined && compare(other, item) < 0; other = b[next]) {
      list.push(other)
      next += 1
    }
    list.push(item)
  }
  return list.concat(b.slice(next))
}
