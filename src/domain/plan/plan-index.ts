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

type Lists<T> = ReadonlyMap<Id, readonly T[]>

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

const EMPTY: readonly never[] = []

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

/** How the things of one kind fall into lists. */
type Grouping<T> = {
  readonly kind: MappedKind
  readonly keysOf: (thing: T) => readonly Id[]
  readonly compare: (a: T, b: T) => number
}

const group = <T>(grouping: Grouping<T>) => grouping

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

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

function buildLists<T extends { readonly id: Id }>(
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

/** Writes lists into a copy of a map, made at the first real change. */
function withLists<T>(lists: Lists<T>, changes: Iterable<readonly [Id, readonly T[]]>): Lists<T> {
  let copy: Map<Id, readonly T[]> | undefined
  for (const [key, list] of changes) {
    if (isSame(lists.get(key) ?? EMPTY, list)) continue
    copy ??= lists instanceof ListsWhenAsked ? lists.copy() : new Map(lists)
    if (list.length === 0) copy.delete(key)
    else copy.set(key, list)
  }
  return copy ?? lists
}

function updateLists<T extends { readonly id: Id }>(
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
  const initiativesByKeyResult = new ListsWhenAsked(byKeyResult.keys(), (key) =>
    (byKeyResult.get(key) ?? []).toSorted(byTime),
  )
  const served = [...keyResultsByObjective].filter(([, keyResults]) =>
    keyResults.some(({ id }) => byKeyResult.has(id)),
  )
  const parts = { keyResultsByObjective, initiativesByKeyResult }
  return {
    initiativesByKeyResult,
    initiativesByObjective: new ListsWhenAsked(
      served.map(([objectiveId]) => objectiveId),
      (objectiveId) => servingObjective(parts, objectiveId),
    ),
    initiativesByCycle: new ListsWhenAsked(byCycle.keys(), (key) =>
      sortedByTime(byCycle.get(key) ?? []),
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
    initiativesByCycle: update(index.initiativesByCycle, GROUPINGS.initiativesByCycle),
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
