import { LIMITS } from '../plan/limits.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import { mergedKeys } from './list-order.ts'
import { keyOfItem, UNITS_OF_ITEM, type ItemKey } from './merge-shape.ts'

/** Which of two states is meant: the open plan, or the one that came back. */
export type Side = 'mine' | 'theirs'

/** Stands for a common state that nobody knows: it equals nothing, so that every difference is two-sided. */
export const UNKNOWN = Symbol('unknown')

/** One value as three states hold it; `undefined` where it is not there. */
export type Three = {
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** Asked where both sides changed a value: gives back the one to take. */
export type Choose = (path: string, three: Three) => unknown

type Fields = Readonly<Record<string, unknown>>

/** True when two values are the same as JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a === UNKNOWN || b === UNKNOWN) return false
  if (typeof a !== 'object' || typeof b !== 'object') return false
  return canonicalJson(a) === canonicalJson(b)
}

/** The value to take where at most one side changed it; null where both did. */
export function oneSided({ base, mine, theirs }: Three): { readonly value: unknown } | null {
  if (isSame(mine, theirs)) return { value: mine }
  if (isSame(base, mine)) return { value: theirs }
  return isSame(base, theirs) ? { value: mine } : null
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, field: string): unknown =>
  value === UNKNOWN ? UNKNOWN : isFields(value) ? value[field] : undefined

const join = (path: string, field: string) => (path === '' ? field : `${path}.${field}`)

/**
 * Merges two objects field by field. `units` names fields that only make sense together: they are taken
 * from one side. A field that both sides changed is asked for.
 */
export function mergeFields(
  three: Three,
  path: string,
  units: readonly (readonly string[])[],
  choose: Choose,
): Fields {
  const names = new Set<string>()
  for (const side of [three.base, three.mine, three.theirs])
    if (isFields(side)) for (const name of Object.keys(side)) names.add(name)
  const merged: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => {
    if (value !== undefined) merged[name] = value
  }
  for (const unit of units) {
    for (const name of unit) names.delete(name)
    const of = (side: unknown) =>
      side === UNKNOWN ? UNKNOWN : Object.fromEntries(unit.map((name) => [name, at(side, name)]))
    const parts = { base: of(three.base), mine: of(three.mine), theirs: of(three.theirs) }
    const taken = oneSided(parts) ?? { value: choose(join(path, unit.join('+')), parts) }
    for (const name of unit) put(name, at(taken.value, name))
  }
  for (const name of names) {
    const parts = {
      base: at(three.base, name),
      mine: at(three.mine, name),
      theirs: at(three.theirs, name),
    }
    put(name, mergeValue(parts, join(path, name), choose))
  }
  return merged
}

/** Merges one value: lists of things with ids item by item, settings and steps field by field. */
function mergeValue(three: Three, path: string, choose: Choose): unknown {
  const taken = oneSided(three)
  if (taken) return taken.value
  const { base, mine, theirs } = three
  if (path === 'settings' && isFields(base) && isFields(mine) && isFields(theirs))
    return mergeFields(three, path, [], choose)
  if (path === 'metric' && [base, mine, theirs].every((one) => at(one, 'type') === 'milestone'))
    return mergeFields(three, path, [], choose)
  const key = keyOfItem(path)
  if (key && Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    const list = mergeList({ base, mine, theirs }, path, key, choose)
    if (list) return list
  }
  return choose(path, three)
}

type Lists = {
  readonly base: readonly unknown[]
  readonly mine: readonly unknown[]
  readonly theirs: readonly unknown[]
}

/** The list with what either side added, changed or took out; null when only the whole can be chosen. */
function mergeList(
  lists: Lists,
  path: string,
  { of, isWhole }: ItemKey,
  choose: Choose,
): readonly unknown[] | null {
  const base = byKey(lists.base, of)
  const mine = byKey(lists.mine, of)
  const theirs = byKey(lists.theirs, of)
  if (!base || !mine || !theirs) return null
  let isAsked = false
  const asked: Choose = (where, three) => {
    isAsked = true
    // A list that has to add up is asked for as a whole, not part by part.
    return isWhole ? three.mine : choose(where, three)
  }
  const items = new Map<string, unknown>()
  const questions: (() => void)[] = []
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const three = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }
    const where = `${path}.${key}`
    const settle = () => {
      const value = mergeItem(three, where, asked)
      if (value !== undefined) items.set(key, value)
    }
    if (oneSided(three)) settle()
    else questions.push(settle)
  }
  // Whether the order can be merged must be known before anything is asked.
  const isKept = (key: string) => items.has(key) || isTwoSided(key)
  const isTwoSided = (key: string) =>
    !oneSided({ base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) })
  const order = mergedKeys(
    [...base.keys()],
    [...mine.keys()].filter(isKept),
    [...theirs.keys()].filter(isKept),
  )
  if (!order || order.length > LIMITS.list) return null
  for (const settle of questions) settle()
  if (isWhole && (isAsked || !isWhole([...items.values()]))) return null
  return order.flatMap((key) => (items.has(key) ? [items.get(key)] : []))
}

function mergeItem(three: Three, path: string, choose: Choose): unknown {
  const taken = oneSided(three)
  if (taken) return taken.value
  const { base, mine, theirs } = three
  return isFields(base) && isFields(mine) && isFields(theirs)
    ? mergeFields(three, path, UNITS_OF_ITEM, choose)
    : choose(path, three)
}

function byKey(
  list: readonly unknown[],
  keyOf: (item: unknown) => string,
): ReadonlyMap<string, unknown> | null {
  const found = new Map(list.map((item) => [keyOf(item), item]))
  return found.size === list.length ? found : null
}
