import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { addDays, daysBetween, daySchema } from '../calendar/day.ts'
import { quarterOf } from '../exchange/cycle-guess.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id, Ref } from '../plan/field.ts'
import { idSchema, refSchema, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Plan } from '../plan/plan.ts'
import { buildIndex, listAt } from '../plan/plan-index.ts'
import { refKey } from '../plan/reference.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted, shortTitle } from '../plan/title-quote.ts'
import { retrospectiveOf } from '../retrospective/review.ts'
import { carriedInitiative, carriedKeyResult, carriedObjective } from './carry-over.ts'
import type { Cycle } from './cycle.ts'

/** The cycle that is proposed after another: the next quarter after a quarter, else one of the same length. */
export function proposedNextCycle(cycle: Pick<Cycle, 'name' | 'startOn' | 'endOn'>): {
  readonly name: string
  readonly startOn: Day
  readonly endOn: Day
} {
  const startOn = addDays(cycle.endOn, 1)
  const quarter = quarterOf(startOn)
  const days = daysBetween(cycle.startOn, cycle.endOn)
  if (quarter.startOn === startOn && days >= 88 && days <= 92) return quarter
  return { name: `After ${shortTitle(cycle.name, 60)}`, startOn, endOn: addDays(startOn, days) }
}

/**
 * What the verdicts ask to carry over: objectives, key results and initiatives that are to be kept or
 * changed. Initiatives that are done or dropped are never proposed.
 */
export function proposedToCarry(plan: Plan, cycleId: Id): readonly Ref[] {
  const retrospective = retrospectiveOf(plan, cycleId)
  return (retrospective?.verdicts ?? []).flatMap(({ about, verdict }) => {
    if (verdict === 'stop') return []
    const state = plan.initiative.get(about.id)?.state
    return about.kind === 'initiative' && (state === 'done' || state === 'dropped') ? [] : [about]
  })
}

/** Commands that begin the next cycle. */
export const nextCycleCommands = {
  /**
   * Adds the next cycle and carries things of another one over with new ids and their lineage. A key
   * result brings its objective along. The old cycle stays as it is, closed or not.
   */
  'cycle.startNext': defineCommand({
    input: z.strictObject({
      fromId: idSchema,
      name: titleSchema,
      startOn: daySchema,
      endOn: daySchema,
      keep: z.array(refSchema).max(LIMITS.things),
      id: idSchema.optional(),
    }),
    run: (plan, input, context) => {
      const from = plan.cycle.get(input.fromId)
      if (!from) return refuse('fromId', 'This cycle is not in the plan any more.')
      const id = input.id ?? context.newId()
      if (plan.cycle.has(id)) return refuse('id', 'This id is taken.')
      if (input.startOn <= from.startOn)
        return refuse('startOn', `The next cycle starts after ${quoted(from.name)} does.`)
      if (input.endOn < input.startOn) return refuse('endOn', 'The last day is before the first.')
      const cycle: Cycle = {
        kind: 'cycle',
        id,
        name: input.name,
        startOn: input.startOn,
        endOn: input.endOn,
        state: 'planning',
        stateLog: [{ state: 'planning', on: context.today, reason: '' }],
        leftAtTheKerb: [],
        overbookedReason: '',
      }
      const index = buildIndex(plan)
      const kept = new Set(input.keep.map(refKey))
      for (const { kind, id: keptId } of input.keep) {
        const objectiveId = kind === 'keyResult' ? plan.keyResult.get(keptId)?.objectiveId : null
        if (objectiveId) kept.add(refKey({ kind: 'objective', id: objectiveId }))
      }
      const isKept = (thing: Ref) => kept.has(refKey(thing))
      const objectives = listAt(index.objectivesByCycle, from.id).filter(isKept)
      const keyResults = objectives.flatMap((objective) =>
        listAt(index.keyResultsByObjective, objective.id).filter(isKept),
      )
      const initiatives = listAt(index.initiativesByCycle, from.id).filter(isKept)
      const idOf = new Map(
        [...objectives, ...keyResults, ...initiatives].map((thing) => [thing.id, context.newId()]),
      )
      const carryOver = { from, to: cycle, idOf, newId: context.newId }
      const puts: Thing[] = [cycle]
      for (const objective of objectives) {
        const { parent } = objective
        const carriedParent = parent && idOf.get(parent.id)
        const stays =
          parent && (parent.kind === 'objective' || parent.kind === 'keyResult')
            ? cycleIdOf(plan, parent) !== from.id
            : false
        puts.push(
          carriedObjective(
            objective,
            carriedParent ? { kind: parent.kind, id: carriedParent } : stays ? parent : null,
            carryOver,
          ),
        )
      }
      for (const keyResult of keyResults) {
        const last = listAt(index.checkInsByKeyResult, keyResult.id).findLast(
          ({ value }) => value !== null,
        )
        puts.push(carriedKeyResult(keyResult, last?.value ?? null, carryOver))
      }
      for (const initiative of initiatives) puts.push(carriedInitiative(initiative, carryOver))
      return { ok: true, patch: { puts, deletes: [] }, name: `Begin ${quoted(cycle.name)}` }
    },
  }),
}

/** The cycle of an objective's parent. */
function cycleIdOf(plan: Plan, parent: Ref): Id | undefined {
  const objectiveId =
    parent.kind === 'objective' ? parent.id : plan.keyResult.get(parent.id)?.objectiveId
  return objectiveId === undefined ? undefined : plan.objective.get(objectiveId)?.cycleId
}
