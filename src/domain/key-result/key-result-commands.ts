import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { formatDay } from '../calendar/day-format.ts'
import { dueDayProblem } from '../cycle/cycle-dates.ts'
import { recordDetours } from '../detour/record-detour.ts'
import { copiedTitle } from '../plan/copied-title.ts'
import { given } from '../plan/changes.ts'
import type { CommandContext, CommandResult } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema, titleSchema } from '../plan/field.ts'
import { orderKeyAfter, orderKeysFor } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { removalOf } from '../plan/removal.ts'
import type { Thing } from '../plan/thing.ts'
import { counted, quoted } from '../plan/title-quote.ts'
import type { KeyResult, PlanLine } from './key-result.ts'
import { keyResultSchema } from './key-result.ts'
import { changesOf, keyResultsOf, deletedChange, removedChange } from './key-result-changes.ts'
import { metricProblem, withDirection } from './metric.ts'

const GONE = 'This key result is not in the plan any more.'
const { shape } = keyResultSchema

function sortedLine(line: PlanLine): PlanLine {
  if (line.type !== 'steps') return line
  return { ...line, steps: [...line.steps].sort((a, b) => (a.on < b.on ? -1 : 1)) }
}

/** Puts a changed key result with its detours, or says why it cannot be. */
function put(
  plan: Plan,
  before: KeyResult,
  changed: KeyResult,
  context: CommandContext,
  name: string,
  others: readonly Thing[] = [],
): CommandResult {
  const next: KeyResult = {
    ...changed,
    metric: withDirection(changed.metric),
    planLine: sortedLine(changed.planLine),
  }
  const problem = before.metric === changed.metric ? null : metricProblem(next.metric)
  if (problem) return refuse(problem.field, problem.message)
  const objective = plan.objective.get(next.objectiveId)
  if (!objective) return refuse('objectiveId', 'This objective is not in the plan any more.')
  const cycle = plan.cycle.get(objective.cycleId)
  const dateProblem = cycle && dueDayProblem(cycle, next.dueOn)
  if (dateProblem) return refuse(dateProblem.field, dateProblem.message)
  const override = next.statusOverride
  if (override && override !== before.statusOverride && override.untilOn < override.setOn)
    return refuse('statusOverride.untilOn', 'The end day is before the day it was set.')
  if (override && override !== before.statusOverride && override.reason.trim() === '')
    return refuse('statusOverride.reason', 'Overriding the status needs a reason.')
  const recorded = recordDetours(plan, changesOf(plan, before, next), context)
  return {
    ok: true,
    patch: { puts: [next, ...others, ...recorded.puts], deletes: recorded.deletes },
    name,
  }
}

/** Commands that change key results. */
export const keyResultCommands = {
  'keyResult.add': defineCommand({
    input: z.strictObject({
      objectiveId: idSchema,
      title: titleSchema,
      id: idSchema.optional(),
      ownerId: idSchema.nullable().optional(),
      metric: shape.metric.optional(),
      dueOn: daySchema.optional(),
      weight: shape.weight.optional(),
      indicator: shape.indicator.optional(),
      guardrail: shape.guardrail.optional(),
      wouldDo: noteSchema.optional(),
      source: noteSchema.optional(),
      planLine: shape.planLine.optional(),
      note: noteSchema.optional(),
      link: shape.link.optional(),
    }),
    run: (plan, input, context) => {
      const objective = plan.objective.get(input.objectiveId)
      const cycle = objective && plan.cycle.get(objective.cycleId)
      if (!cycle) return refuse('objectiveId', 'This objective is not in the plan any more.')
      const id = input.id ?? context.newId()
      if (plan.keyResult.has(id)) return refuse('id', 'This id is taken.')
      const metric = withDirection(input.metric ?? { type: 'unmeasured' })
      const problem = metricProblem(metric)
      if (problem) return refuse(problem.field, problem.message)
      const dueOn = input.dueOn ?? cycle.endOn
      const dateProblem = dueDayProblem(cycle, dueOn)
      if (dateProblem) return refuse(dateProblem.field, dateProblem.message)
      const keyResult: KeyResult = {
        kind: 'keyResult',
        id,
        objectiveId: objective.id,
        title: input.title,
        ownerId: input.ownerId ?? null,
        metric,
        dueOn,
        weight: input.weight ?? 1,
        indicator: input.indicator ?? 'lagging',
        guardrail: input.guardrail ?? false,
        wouldDo: input.wouldDo ?? '',
        source: input.source ?? '',
        planLine: sortedLine(input.planLine ?? { type: 'even' }),
        state: 'active',
        stateReason: '',
        statusOverride: null,
        order: orderKeyAfter(keyResultsOf(plan, objective.id)),
        note: input.note ?? '',
        link: input.link ?? '',
        carriedFrom: null,
      }
      return {
        ok: true,
        patch: { puts: [keyResult], deletes: [] },
        name: `Add ${quoted(keyResult.title)}`,
      }
    },
  }),
  'keyResult.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        title: titleSchema.optional(),
        ownerId: idSchema.nullable().optional(),
        metric: shape.metric.optional(),
        dueOn: daySchema.optional(),
        weight: shape.weight.optional(),
        indicator: shape.indicator.optional(),
        guardrail: shape.guardrail.optional(),
        wouldDo: noteSchema.optional(),
        source: noteSchema.optional(),
        planLine: shape.planLine.optional(),
        statusOverride: shape.statusOverride.optional(),
        stateReason: noteSchema.optional(),
        note: noteSchema.optional(),
        link: shape.link.optional(),
      }),
    }),
    run: (plan, { id, changes }, context) => {
      const keyResult = plan.keyResult.get(id)
      if (!keyResult) return refuse('id', GONE)
      const next: KeyResult = { ...keyResult, ...given(changes) }
      const name =
        next.title !== keyResult.title
          ? `Rename ${quoted(keyResult.title)} to ${quoted(next.title)}`
          : `Change ${quoted(next.title)}`
      return put(plan, keyResult, next, context, name)
    },
  }),
  /** Moves a checkpoint along its road, or onto the road of another objective; `beforeId` orders ties. */
  'keyResult.move': defineCommand({
    input: z.strictObject({
      id: idSchema,
      dueOn: daySchema,
      objectiveId: idSchema.optional(),
      beforeId: idSchema.nullable().optional(),
    }),
    run: (plan, { id, dueOn, objectiveId, beforeId }, context) => {
      const keyResult = plan.keyResult.get(id)
      if (!keyResult) return refuse('id', GONE)
      const goal = objectiveId === undefined ? undefined : plan.objective.get(objectiveId)
      if (objectiveId !== undefined && !goal)
        return refuse('objectiveId', 'This objective is not in the plan any more.')
      const isElsewhere = goal !== undefined && goal.id !== keyResult.objectiveId
      const siblings = keyResultsOf(plan, goal?.id ?? keyResult.objectiveId)
      const keys =
        beforeId === undefined ? new Map<string, string>() : orderKeysFor(siblings, id, beforeId)
      const order = keys.get(id) ?? (isElsewhere ? orderKeyAfter(siblings) : keyResult.order)
      const next = { ...keyResult, dueOn, objectiveId: goal?.id ?? keyResult.objectiveId, order }
      const others: Thing[] = siblings.flatMap((sibling) => {
        const key = sibling.id === id ? undefined : keys.get(sibling.id)
        return key === undefined ? [] : [{ ...sibling, order: key }]
      })
      if (isElsewhere)
        for (const initiative of plan.initiative.values())
          if (initiative.serves.length > 0 && initiative.serves.every((s) => s.keyResultId === id))
            others.push({ ...initiative, cycleId: goal.cycleId })
      const name = isElsewhere
        ? `Move ${quoted(keyResult.title)} to ${quoted(goal.title)}`
        : `Move ${quoted(keyResult.title)} to ${formatDay(dueOn)}`
      return put(plan, keyResult, next, context, name, others)
    },
  }),
  'keyResult.duplicate': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const keyResult = plan.keyResult.get(id)
      if (!keyResult) return refuse('id', GONE)
      const copy: KeyResult = {
        ...keyResult,
        id: context.newId(),
        title: copiedTitle(keyResult.title),
        state: 'active',
        stateReason: '',
        statusOverride: null,
        order: orderKeyAfter(keyResultsOf(plan, keyResult.objectiveId)),
        carriedFrom: null,
      }
      return {
        ok: true,
        patch: { puts: [copy], deletes: [] },
        name: `Duplicate ${quoted(keyResult.title)}`,
      }
    },
  }),
  'keyResult.drop': defineCommand({
    input: z.strictObject({
      id: idSchema,
      reason: noteSchema.optional(),
      state: z.enum(['dropped', 'retired']).optional(),
    }),
    run: (plan, { id, reason = '', state = 'dropped' }, context) => {
      const keyResult = plan.keyResult.get(id)
      if (!keyResult) return refuse('id', GONE)
      const changes =
        keyResult.state === state
          ? []
          : [{ ...removedChange(plan, keyResult, state), why: reason.trim() }]
      const recorded = recordDetours(plan, changes, context)
      return {
        ok: true,
        patch: {
          puts: [{ ...keyResult, state, stateReason: reason }, ...recorded.puts],
          deletes: recorded.deletes,
        },
        name: `${state === 'retired' ? 'Retire' : 'Drop'} ${quoted(keyResult.title)}`,
      }
    },
  }),
  'keyResult.restore': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const keyResult = plan.keyResult.get(id)
      if (!keyResult) return refuse('id', GONE)
      const name = `Restore ${quoted(keyResult.title)}`
      if (keyResult.state === 'active') return { ok: true, patch: { puts: [], deletes: [] }, name }
      const change = {
        ...removedChange(plan, keyResult, 'on the plan'),
        from: keyResult.state,
      }
      const recorded = recordDetours(plan, [change], context)
      return {
        ok: true,
        patch: {
          puts: [{ ...keyResult, state: 'active', stateReason: '' }, ...recorded.puts],
          deletes: recorded.deletes,
        },
        name,
      }
    },
  }),
  'keyResult.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const keyResult = plan.keyResult.get(id)
      if (!keyResult) return refuse('id', GONE)
      const removal = removalOf(plan, [{ kind: 'keyResult', id }])
      const parked = removal.puts.filter(
        (thing) => thing.kind === 'initiative' && thing.serves.length === 0,
      ).length
      const consequence =
        parked > 0 ? `deleted, ${counted(parked, 'initiative')} to the Garage` : 'deleted'
      const recorded = recordDetours(plan, [deletedChange(plan, keyResult, consequence)], context)
      return {
        ok: true,
        patch: {
          puts: [...removal.puts, ...recorded.puts],
          deletes: [...removal.deletes, ...recorded.deletes],
        },
        name: `Delete ${quoted(keyResult.title)}`,
      }
    },
  }),
}
