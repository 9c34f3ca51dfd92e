import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { addDays, daysBetween, daySchema } from '../calendar/day.ts'
import { quarterOf } from '../exchange/cycle-guess.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id, Ref } from '../plan/field.ts'
import { idSchema, refSchema, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Plan } from '../plan/plan.ts'
import { counted, quoted, shortTitle } from '../plan/title-quote.ts'
import { retrospectiveOf } from '../retrospective/review.ts'
import { carriedThings } from './carried-things.ts'
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

/** Commands that begin the next cycle, or take things along into it. */
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
      const puts = [cycle, ...carriedThings(plan, from, cycle, input.keep, context.newId)]
      return { ok: true, patch: { puts, deletes: [] }, name: `Begin ${quoted(cycle.name)}` }
    },
  }),
  /**
   * Carries things of an earlier cycle into one that is planned already, with new ids and their lineage.
   * What came along before is not carried twice.
   */
  'cycle.carryOver': defineCommand({
    input: z.strictObject({
      fromId: idSchema,
      toId: idSchema,
      keep: z.array(refSchema).min(1).max(LIMITS.things),
    }),
    run: (plan, { fromId, toId, keep }, context) => {
      const from = plan.cycle.get(fromId)
      const to = plan.cycle.get(toId)
      if (!from || !to) return refuse('', 'This cycle is not in the plan any more.')
      if (to.startOn <= from.startOn)
        return refuse('toId', `${quoted(to.name)} does not come after ${quoted(from.name)}.`)
      if (to.state === 'closed') return refuse('toId', `${quoted(to.name)} is closed.`)
      const puts = carriedThings(plan, from, to, keep, context.newId)
      if (puts.length === 0) return refuse('keep', 'All of it was taken along before.')
      return {
        ok: true,
        patch: { puts, deletes: [] },
        name: `Take along ${counted(puts.length, 'thing')} of ${quoted(from.name)}`,
      }
    },
  }),
}
