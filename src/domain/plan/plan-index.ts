import type { CheckIn } from '../check-in/check-in.ts'
import { byDay, effectiveCheckIns } from '../check-in/effective-check-ins.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Person } from '../people/person.ts'
import type { Id } from './field.ts'
import { ListsWhenAsked } from './lists-when-asked.ts'
import { byOrder } from './order-key.ts'
import type { MappedKind, Patch, Plan } from './plan.ts'
import type { Theme } from './plan-meta.ts'
import { refKey } from './reference.ts'
import {
  buildLists,
  copyOf,
  EMPTY,
  group,
  isSame,
  updateLists,
  withLists,
  type Grouping,
  type Lists,
} from './sorted-lists.ts'

/**
 * Sorted lists of a plan's things, kept beside the plan and brought up to date patch by patch. A list
 * that a patch does not change keeps its identity; a missing key is an empty list ({@link listAt}).
 */
export type PlanIndex = {
  readonly cycles: readonly Cycle[]
  readonly people: readonly Person[]
  readonly themes: readonly Theme[]
  readonly objectivesByCycle: Lists<Objective>
  /** By due day, then order. */
  readonly keyResultsByObjective: Lists<KeyResult>
  /** By start day (undated last), due day, order. */
  readonly initiativesByKeyResult: Lists<Initiative>
  readonly initiativesByObjective: Lists<Initiative>
  readonly initiativesByCycle: Lists<Initiative>
  /** Initiatives that serve nothing, by order. */
  readonly garageByCycle: Lists<Initiative>
  /** Every check-in ever written, by day. */
  readonly allCheckInsByKeyResult: Lists<CheckIn>
  /** Those that hold: corrections applied, by day then moment. */
  readonly checkInsByKeyResult: Lists<CheckIn>
  /** Objectives by what they contribute to; the key is `refKey(parent)`. */
  readonly childrenByParent: Lists<Objective>
  readonly detoursByCycle: Lists<Detour>
}

/** The list of a key; always the same empty list where there is none. */
export function listAt<T>(lists: Lists<T>, key: Id): readonly T[] {
  return lists.get(key) ?? EMPTY
}

function byTexts<T>(...keys: readonly ((thing: T) => string)[]) {
  return (a: T, b: T): number => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)]
      if (left !== right) return left < right ? -1 : 1
    }
    return 0
  }
}

const LAST = '~'
const byRoad = byTexts<KeyResult>(
  (k) => k.dueOn,
  (k) => k.order,
  (k) => k.id,
)
/** Spelled out, for it is asked most: what `byTexts` would do with start, end, order and id. */
const byTime = (a: Initiative, b: Initiative): number => {
  const [start, otherStart] = [a.startOn ?? LAST, b.startOn ?? LAST]
  if (start !== otherStart) return start < otherStart ? -1 : 1
  const [due, otherDue] = [a.dueOn ?? LAST, b.dueOn ?? LAST]
  if (due !== otherDue) return due < otherDue ? -1 : 1
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}
const byStart = byTexts<Cycle>(
  (c) => c.startOn,
  (c) => c.endOn,
  (c) => c.id,
)
const byMoment = byTexts<Detour>(
  (d) => d.day,
  (d) => d.at,
  (d) => d.id,
)

const GROUPINGS = {
  objectivesByCycle: group<Objective>({
    kind: 'objective',
    keysOf: (o) => [o.cycleId],
    compare: byOrder,
  }),
  childrenByParent: group<Objective>({
    kind: 'objective',
    keysOf: (o) => (o.parent ? [refKey(o.parent)] : []),
    compare: byOrder,
  }),
  keyResultsByObjective: group<KeyResult>({
    kind: 'keyResult',
    keysOf: (k) => [k.objectiveId],
    compare: byRoad,
  }),
  initiativesByKeyResult: group<Initiative>({
    kind: 'initiative',
    keysOf: (i) => i.serves.map((s) => s.keyResultId),
    compare: byTime,
  }),
  initiativesByCycle: group<Initiative>({
    kind: 'initiative',
    keysOf: (i) => [i.cycleId],
    compare: byTime,
  }),
  garageByCycle: group<Initiative>({
    kind: 'initiative',
    keysOf: (i) => (i.serves.length === 0 ? [i.cycleId] : []),
    compare: byOrder,
  }),
  allCheckInsByKeyResult: group<CheckIn>({
    kind: 'checkIn',
    keysOf: (c) => [c.keyResultId],
    compare: byDay,
  }),
  detoursByCycle: group<Detour>({
    kind: 'detour',
    keysOf: (d) => [d.cycleId],
    compare: byMoment,
  }),
}

/**
 * The lists of a cycle are long: one that nobody has asked for stays unmade, and is made of the newest plan.
 */
function updateByCycle(
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
  if (![...cycles].some(isOpen))
    return updateLists(lists, before, after, ids, GROUPINGS.initiativesByCycle)
  const copy = copyOf(lists)
  for (const cycleId of cycles) {
    const own = [...after.initiative.values()].filter((each) => each.cycleId === cycleId)
    if (own.length === 0) copy.delete(cycleId)
    else if (copy instanceof ListsWhenAsked) copy.setOpen(cycleId, () => sortedByTime(own))
  }
  return copy
}

type ObjectiveParts = Pick<PlanIndex, 'keyResultsByObjective' | 'initiativesByKeyResult'>

/** Everything that serves an objective, each once, by time. */
function servingObjective(parts: ObjectiveParts, objectiveId: Id): readonly Initiative[] {
  const found = new Set<Initiative>()
  for (const keyResult of listAt(parts.keyResultsByObjective, objectiveId))
    for (const initiative of listAt(parts.initiativesByKeyResult, keyResult.id))
      found.add(initiative)
  return [...found].sort(byTime)
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

type InitiativeLists = Pick<
  PlanIndex,
  'initiativesByKeyResult' | 'initiativesByObjective' | 'initiativesByCycle' | 'garageByCycle'
>

/** Most of a plan are initiatives: grouped in one go, and each group sorted when it is first asked for. */
function listInitiatives(
  plan: Plan,
  keyResultsByObjective: PlanIndex['keyResultsByObjective'],
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
      [...byCycle].map(([id, list]) => [id, () => sortedByTime(list)] as const),
    ),
    garageByCycle: garage,
  }
}

/** Builds the index of a plan from nothing. */
export function buildIndex(plan: Plan): PlanIndex {
  const keyResultsByObjective = buildLists(plan, GROUPINGS.keyResultsByObjective)
  const allCheckInsByKeyResult = buildLists(plan, GROUPINGS.allCheckInsByKeyResult)
  return {
    cycles: [...plan.cycle.values()].sort(byStart),
    people: [...plan.person.values()].sort(byOrder),
    themes: [...plan.theme.values()].sort(byOrder),
    objectivesByCycle: buildLists(plan, GROUPINGS.objectivesByCycle),
    keyResultsByObjective,
    ...listInitiatives(plan, keyResultsByObjective),
    allCheckInsByKeyResult,
    checkInsByKeyResult: new Map(
      [...allCheckInsByKeyResult].map(([key, list]) => [key, effectiveCheckIns(list)]),
    ),
    childrenByParent: buildLists(plan, GROUPINGS.childrenByParent),
    detoursByCycle: buildLists(plan, GROUPINGS.detoursByCycle),
  }
}

/**
 * The index after a patch, equal to `buildIndex(after)` in the time of the patch and of the lists that
 * it touches. `after` is `applyPatch(before, patch)`.
 */
export function updateIndex(index: PlanIndex, before: Plan, after: Plan, patch: Patch): PlanIndex {
  const touched = new Map<string, Set<Id>>()
  for (const { kind, id } of [...patch.puts, ...patch.deletes]) {
    const ids = touched.get(kind)
    if (ids) ids.add(id)
    else touched.set(kind, new Set([id]))
  }
  const none: ReadonlySet<Id> = new Set()
  const idsOf = (kind: MappedKind) => touched.get(kind) ?? none
  const update = <T extends { readonly id: Id }>(lists: Lists<T>, grouping: Grouping<T>) =>
    updateLists(lists, before, after, idsOf(grouping.kind), grouping)
  const sorted = <T>(kind: MappedKind, list: readonly T[], make: () => T[]): readonly T[] => {
    if (idsOf(kind).size === 0) return list
    const next = make()
    return isSame(list, next) ? list : next
  }

  const keyResultsByObjective = update(index.keyResultsByObjective, GROUPINGS.keyResultsByObjective)
  const initiativesByKeyResult = update(
    index.initiativesByKeyResult,
    GROUPINGS.initiativesByKeyResult,
  )
  const parts = { keyResultsByObjective, initiativesByKeyResult }
  const objectives = new Set<Id>()
  const touchObjectiveOf = (keyResultId: Id) => {
    for (const plan of [before, after]) {
      const objectiveId = plan.keyResult.get(keyResultId)?.objectiveId
      if (objectiveId !== undefined) objectives.add(objectiveId)
    }
  }
  for (const id of idsOf('keyResult')) touchObjectiveOf(id)
  for (const id of idsOf('initiative'))
    for (const plan of [before, after])
      for (const { keyResultId } of plan.initiative.get(id)?.serves ?? [])
        touchObjectiveOf(keyResultId)

  const allCheckInsByKeyResult = update(
    index.allCheckInsByKeyResult,
    GROUPINGS.allCheckInsByKeyResult,
  )
  const checkedKeyResults = new Set<Id>()
  for (const id of idsOf('checkIn'))
    for (const plan of [before, after]) {
      const keyResultId = plan.checkIn.get(id)?.keyResultId
      if (keyResultId !== undefined) checkedKeyResults.add(keyResultId)
    }
  return {
    cycles: sorted('cycle', index.cycles, () => [...after.cycle.values()].sort(byStart)),
    people: sorted('person', index.people, () => [...after.person.values()].sort(byOrder)),
    themes: sorted('theme', index.themes, () => [...after.theme.values()].sort(byOrder)),
    objectivesByCycle: update(index.objectivesByCycle, GROUPINGS.objectivesByCycle),
    keyResultsByObjective,
    initiativesByKeyResult,
    initiativesByObjective: withLists(
      index.initiativesByObjective,
      [...objectives].map((id) => [id, servingObjective(parts, id)] as const),
    ),
    initiativesByCycle: updateByCycle(index.initiativesByCycle, before, after, idsOf('initiative')),
    garageByCycle: update(index.garageByCycle, GROUPINGS.garageByCycle),
    allCheckInsByKeyResult,
    checkInsByKeyResult: withLists(
      index.checkInsByKeyResult,
      [...checkedKeyResults].map(
        (id) => [id, effectiveCheckIns(listAt(allCheckInsByKeyResult, id))] as const,
      ),
    ),
    childrenByParent: update(index.childrenByParent, GROUPINGS.childrenByParent),
    detoursByCycle: update(index.detoursByCycle, GROUPINGS.detoursByCycle),
  }
}
