import { z } from 'zod'
import { daysBetween, daySchema } from '../calendar/day.ts'
import { formatDayWithYear, formatSpan } from '../calendar/day-format.ts'
import { overbookedPeople } from '../people/capacity.ts'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema, titleSchema } from '../plan/field.ts'
import { removalOf } from '../plan/removal.ts'
import type { Thing } from '../plan/thing.ts'
import { counted, quoted, shortTitle } from '../plan/title-quote.ts'
import type { Cycle } from './cycle.ts'
import { cycleSchema } from './cycle.ts'

const GONE = 'This cycle is not in the plan any more.'
const { shape } = cycleSchema

/** Longest cycle: ten years, longer is taken for a typing error. */
const MOST_DAYS = 3_660

function datesProblem(cycle: Pick<Cycle, 'startOn' | 'endOn'>) {
  if (cycle.endOn < cycle.startOn)
    return refuse(
      'endOn',
      `The last day, ${formatDayWithYear(cycle.endOn)}, is before the first, ${formatDayWithYear(cycle.startOn)}.`,
    )
  return daysBetween(cycle.startOn, cycle.endOn) > MOST_DAYS
    ? refuse('endOn', 'A cycle of more than ten years is no cycle.')
    : null
}

/** Commands that change cycles. */
export const cycleCommands = {
  'cycle.add': defineCommand({
    input: z.strictObject({
      name: titleSchema,
      startOn: daySchema,
      endOn: daySchema,
      state: shape.state.optional(),
      id: idSchema.optional(),
    }),
    run: (plan, input, context) => {
      const id = input.id ?? context.newId()
      if (plan.cycle.has(id)) return refuse('id', 'This id is taken.')
      const problem = datesProblem(input)
      if (problem) return problem
      const state = input.state ?? 'planning'
      const cycle: Cycle = {
        kind: 'cycle',
        id,
        name: input.name,
        startOn: input.startOn,
        endOn: input.endOn,
        state,
        stateLog: [{ state, on: context.today, reason: '' }],
        leftAtTheKerb: [],
        overbookedReason: '',
      }
      return { ok: true, patch: { puts: [cycle], deletes: [] }, name: `Add ${quoted(cycle.name)}` }
    },
  }),
  'cycle.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        name: titleSchema.optional(),
        startOn: daySchema.optional(),
        endOn: daySchema.optional(),
        leftAtTheKerb: shape.leftAtTheKerb.optional(),
        overbookedReason: noteSchema.optional(),
        budget: shape.budget,
      }),
    }),
    run: (plan, { id, changes }) => {
      const cycle = plan.cycle.get(id)
      if (!cycle) return refuse('id', GONE)
      const next: Cycle = { ...cycle, ...given(changes) }
      const problem = datesProblem(next)
      if (problem) return problem
      const early = [...plan.keyResult.values()].filter(
        (keyResult) =>
          keyResult.dueOn < next.startOn &&
          plan.objective.get(keyResult.objectiveId)?.cycleId === id,
      )
      if (early.length > 0)
        return refuse(
          'startOn',
          `${counted(early.length, 'key result is', 'key results are')} due before ${formatDayWithYear(next.startOn)}, the first of them ${quoted(early[0]?.title ?? '')}.`,
        )
      const name =
        next.startOn !== cycle.startOn || next.endOn !== cycle.endOn
          ? `Move ${quoted(next.name)} to ${formatSpan(next.startOn, next.endOn)}`
          : `Change ${quoted(next.name)}`
      return { ok: true, patch: { puts: [next], deletes: [] }, name }
    },
  }),
  'cycle.setState': defineCommand({
    input: z.strictObject({ id: idSchema, state: shape.state, reason: noteSchema.optional() }),
    run: (plan, { id, state, reason = '' }, context) => {
      const cycle = plan.cycle.get(id)
      if (!cycle) return refuse('id', GONE)
      const name = `Set ${quoted(cycle.name)} to ${state}`
      if (state === cycle.state) return { ok: true, patch: { puts: [], deletes: [] }, name }
      if (cycle.state === 'closed' && reason.trim() === '')
        return refuse('reason', 'Reopening a closed cycle needs a reason.')
      const isCommitting = cycle.state === 'planning' && state === 'active'
      const overbooked = isCommitting ? overbookedPeople(plan, cycle) : []
      if (overbooked.length > 0 && reason.trim() === '') {
        const names = overbooked.map(({ person }) => shortTitle(person.name)).join(', ')
        return refuse('reason', `Overbooked: ${names}. Committing needs a written reason.`)
      }
      const puts: Thing[] = [
        {
          ...cycle,
          state,
          stateLog: [...cycle.stateLog, { state, on: context.today, reason }].slice(-500),
          overbookedReason: overbooked.length > 0 ? reason : cycle.overbookedReason,
        },
      ]
      if (cycle.state === 'closed')
        for (const retrospective of plan.retrospective.values())
          if (retrospective.cycleId === id && retrospective.state === 'closed')
            puts.push({ ...retrospective, state: 'draft', closedOn: null })
      if (state === 'active')
        for (const objective of plan.objective.values())
          if (objective.cycleId === id && objective.state === 'draft')
            puts.push({ ...objective, state: 'active' })
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
  'cycle.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }) => {
      const cycle = plan.cycle.get(id)
      if (!cycle) return refuse('id', GONE)
      return {
        ok: true,
        patch: removalOf(plan, [{ kind: 'cycle', id }]),
        name: `Delete ${quoted(cycle.name)}`,
      }
    },
  }),
}
