import type { Id, Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { buildIndex, listAt } from '../plan/plan-index.ts'
import { refKey } from '../plan/reference.ts'
import type { Thing } from '../plan/thing.ts'
import { carriedInitiative, carriedKeyResult, carriedObjective } from './carry-over.ts'
import type { Cycle } from './cycle.ts'

/** What came along into a cycle before: the new id of each thing that it was carried from. */
export function carriedBefore(plan: Plan, toId: Id): ReadonlyMap<Id, Id> {
  const known = new Map<Id, Id>()
  for (const objective of plan.objective.values())
    if (objective.cycleId === toId && objective.carriedFrom)
      known.set(objective.carriedFrom, objective.id)
  for (const keyResult of plan.keyResult.values())
    if (keyResult.carriedFrom && plan.objective.get(keyResult.objectiveId)?.cycleId === toId)
      known.set(keyResult.carriedFrom, keyResult.id)
  for (const initiative of plan.initiative.values())
    if (initiative.cycleId === toId && initiative.carriedFrom)
      known.set(initiative.carriedFrom, initiative.id)
  return known
}

/**
 * Things of a cycle as they stand in a later one, with new ids and their lineage. A key result brings its
 * objective along, and joins it when the objective came before. What came along before is left out.
 */
export function carriedThings(
  plan: Plan,
  from: Cycle,
  to: Cycle,
  keep: readonly Ref[],
  newId: () => Id,
): readonly Thing[] {
  const index = buildIndex(plan)
  const before = carriedBefore(plan, to.id)
  const kept = new Set(keep.map(refKey))
  for (const { kind, id } of keep) {
    const objectiveId = kind === 'keyResult' ? plan.keyResult.get(id)?.objectiveId : null
    if (objectiveId) kept.add(refKey({ kind: 'objective', id: objectiveId }))
  }
  const isKept = (thing: Ref) => kept.has(refKey(thing))
  const keptObjectives = listAt(index.objectivesByCycle, from.id).filter(isKept)
  const isFresh = ({ id }: Ref) => !before.has(id)
  const objectives = keptObjectives.filter(isFresh)
  const keyResults = keptObjectives
    .flatMap((objective) => listAt(index.keyResultsByObjective, objective.id).filter(isKept))
    .filter(isFresh)
  const initiatives = listAt(index.initiativesByCycle, from.id).filter(isKept).filter(isFresh)
  const idOf = new Map(before)
  for (const { id } of [...objectives, ...keyResults, ...initiatives]) idOf.set(id, newId())
  const carryOver = { from, to, idOf, newId }
  return [
    ...objectives.map((objective) => {
      const { parent } = objective
      const carriedParent = parent && idOf.get(parent.id)
      const stays =
        parent && (parent.kind === 'objective' || parent.kind === 'keyResult')
          ? cycleIdOf(plan, parent) !== from.id
          : false
      return carriedObjective(
        objective,
        carriedParent ? { kind: parent.kind, id: carriedParent } : stays ? parent : null,
        carryOver,
      )
    }),
    ...keyResults.map((keyResult) => {
      const last = listAt(index.checkInsByKeyResult, keyResult.id).findLast(
        ({ value }) => value !== null,
      )
      return carriedKeyResult(keyResult, last?.value ?? null, carryOver)
    }),
    ...initiatives.map((initiative) => carriedInitiative(initiative, carryOver)),
  ]
}

/** The cycle of an objective's parent. */
function cycleIdOf(plan: Plan, parent: Ref): Id | undefined {
  const objectiveId =
    parent.kind === 'objective' ? parent.id : plan.keyResult.get(parent.id)?.objectiveId
  return objectiveId === undefined ? undefined : plan.objective.get(objectiveId)?.cycleId
}
