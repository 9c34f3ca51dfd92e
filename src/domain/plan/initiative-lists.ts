import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Id } from './field.ts'
import { ListsWhenAsked } from './lists-when-asked.ts'
import { byOrder } from './order-key.ts'
import type { Plan } from './plan.ts'
import { copyOf, EMPTY, group, updateLists, type Lists } from './sorted-lists.ts'

const LAST = '~'

/** By start day (undated last), due day, order. Spelled out, for it is asked most. */
const byTime = (a: Initiative, b: Initiative): number => {
  const [start, otherStart] = [a.startOn ?? LAST, b.startOn ?? LAST]
  if (start !== otherStart) return start < otherStart ? -1 : 1
  const [due, otherDue] = [a.dueOn ?? LAST, b.dueOn ?? LAST]
  if (due !== otherDue) return due < otherDue ? -1 : 1
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/**
 * As sorted by `byTime`. By days first: a plan has ten thousand initiatives and a hundred days on which they
 * start, and to compare those of one day costs less than to compare all.
 */
function sortedByTime(initiatives: readonly Initiative[]): readonly Initiative[] {
  const byDays = new Map<string, Initiative[]>()
  for (const initiative of initiatives) {
    const days = (initiative.startOn ?? LAST) + (initiative.dueOn ?? LAST)
    const list = byDays.get(days)
    if (list) list.push(initiative)
    else byDays.set(days, [initiative])
  }
  return [...byDays.keys()].sort().flatMap((days) => byDays.get(days)?.sort(byOrder) ?? [])
}

/** The initiatives of a key result, by time. */
export const BY_KEY_RESULT = group<Initiative>({
  kind: 'initiative',
  keysOf: (i) => i.serves.map((s) => s.keyResultId),
  compare: byTime,
})

const BY_CYCLE = group<Initiative>({
  kind: 'initiative',
  keysOf: (i) => [i.cycleId],
  compare: byTime,
})

/** Initiatives that serve nothing, by order. */
export const GARAGE = group<Initiative>({
  kind: 'initiative',
  keysOf: (i) => (i.serves.length === 0 ? [i.cycleId] : []),
  compare: byOrder,
})

/**
 * How a list is made once somebody asks. Made here, where nothing but the list's own things is in reach: a
 * function lives as long as its list stays unasked for, and all that it can see lives with it.
 */
const whenAsked = (initiatives: readonly Initiative[]) => () => sortedByTime(initiatives)

/** The lists of a cycle are long: one that nobody asked for stays unmade, and is made of the newest plan. */
export function updateByCycle(
  lists: Lists<Initiative>,
  before: Plan,
  after: Plan,
  ids: ReadonlySet<Id>,
): Lists<Initiative> {
  const cycles = new Set<Id>()
  for (const id of ids)
    for (const plan of [before, after]) {
      const cycleId = plan.initiative.get(id)?.cycleId
      if (cycleId !== undefined) cycles.add(cycleId)
    }
  const isOpen = (cycleId: Id) => lists instanceof ListsWhenAsked && lists.isOpen(cycleId)
  if (![...cycles].some(isOpen)) return updateLists(lists, before, after, ids, BY_CYCLE)
  const copy = copyOf(lists)
  for (const cycleId of cycles) {
    const own = [...after.initiative.values()].filter((each) => each.cycleId === cycleId)
    if (own.length === 0) copy.delete(cycleId)
    else if (copy instanceof ListsWhenAsked) copy.setOpen(cycleId, whenAsked(own))
  }
  return copy
}

type ObjectiveParts = {
  readonly keyResultsByObjective: Lists<KeyResult>
  readonly initiativesByKeyResult: Lists<Initiative>
}

/** Everything that serves an objective, each once, by time. */
export function servingObjective(parts: ObjectiveParts, objectiveId: Id): readonly Initiative[] {
  const found = new Set<Initiative>()
  for (const keyResult of parts.keyResultsByObjective.get(objectiveId) ?? EMPTY)
    for (const initiative of parts.initiativesByKeyResult.get(keyResult.id) ?? EMPTY)
      found.add(initiative)
  return [...found].sort(byTime)
}

/** All lists of initiatives. */
export type InitiativeLists = {
  /** By start day (undated last), due day, order. */
  readonly initiativesByKeyResult: Lists<Initiative>
  readonly initiativesByObjective: Lists<Initiative>
  readonly initiativesByCycle: Lists<Initiative>
  /** Initiatives that serve nothing, by order. */
  readonly garageByCycle: Lists<Initiative>
}

/** Most of a plan are initiatives: grouped in one go, and each group sorted when it is first asked for. */
export function listInitiatives(
  plan: Plan,
  keyResultsByObjective: Lists<KeyResult>,
): InitiativeLists {
  const byKeyResult = new Map<Id, Initiative[]>()
  const byCycle = new Map<Id, Initiative[]>()
  const garage = new Map<Id, Initiative[]>()
  const add = (lists: Map<Id, Initiative[]>, key: Id, initiative: Initiative) => {
    const list = lists.get(key)
    if (!list) lists.set(key, [initiative])
    else if (list.at(-1) !== initiative) list.push(initiative)
  }
  for (const initiative of plan.initiative.values()) {
    const { cycleId, serves } = initiative
    add(byCycle, cycleId, initiative)
    if (serves.length === 0) add(garage, cycleId, initiative)
    for (const { keyResultId } of serves) add(byKeyResult, keyResultId, initiative)
  }
  for (const list of garage.values()) list.sort(byOrder)
  const initiativesByKeyResult = new ListsWhenAsked(
    [...byKeyResult].map(([id, list]) => [id, () => list.toSorted(byTime)] as const),
  )
  const served = [...keyResultsByObjective].filter(([, keyResults]) =>
    keyResults.some(({ id }) => byKeyResult.has(id)),
  )
  const parts = { keyResultsByObjective, initiativesByKeyResult }
  return {
    initiativesByKeyResult,
    initiativesByObjective: new ListsWhenAsked(
      served.map(([id]) => [id, () => servingObjective(parts, id)] as const),
    ),
    initiativesByCycle: new ListsWhenAsked(
      [...byCycle].map(([id, list]) => [id, whenAsked(list)] as const),
    ),
    garageByCycle: garage,
  }
}
