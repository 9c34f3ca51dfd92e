import type { CheckIn } from '../check-in/check-in.ts'
import { byDay, effectiveCheckIns } from '../check-in/effective-check-ins.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Person } from '../people/person.ts'
import type { Id } from './field.ts'
import {
  BY_KEY_RESULT,
  GARAGE,
  listInitiatives,
  servingObjective,
  updateByCycle,
  type InitiativeLists,
} from './initiative-lists.ts'
import { byOrder } from './order-key.ts'
import type { MappedKind, Patch, Plan } from './plan.ts'
import type { Theme } from './plan-meta.ts'
import { refKey } from './reference.ts'
import {
  buildLists,
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
export type PlanIndex = InitiativeLists & {
  readonly cycles: readonly Cycle[]
  readonly people: readonly Person[]
  readonly themes: readonly Theme[]
  readonly objectivesByCycle: Lists<Objective>
  /** By due day, then order. */
  readonly keyResultsByObjective: Lists<KeyResult>
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

const byRoad = byTexts<KeyResult>(
  (k) => k.dueOn,
  (k) => k.order,
  (k) => k.id,
)
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
  const initiativesByKeyResult = update(index.initiativesByKeyResult, BY_KEY_RESULT)
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
    garageByCycle: update(index.garageByCycle, GARAGE),
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
