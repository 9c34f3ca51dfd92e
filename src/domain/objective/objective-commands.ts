import { z } from 'zod'
import type { Change } from '../detour/record-detour.ts'
import { ownerInWords, recordDetours } from '../detour/record-detour.ts'
import { nextHue } from '../people/next-hue.ts'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { idSchema, noteSchema, titleSchema } from '../plan/field.ts'
import { byOrder, orderKeyAfter, orderKeysFor } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { removalOf } from '../plan/removal.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'
import { copiedTitle } from '../plan/copied-title.ts'
import type { Objective } from './objective.ts'
import { objectiveSchema } from './objective.ts'

const GONE = 'This objective is not in the plan any more.'
const { shape } = objectiveSchema

function siblingsOf(plan: Plan, cycleId: Id): Objective[] {
  return [...plan.objective.values()].filter((o) => o.cycleId === cycleId).sort(byOrder)
}

function droppedChange(objective: Objective, to: string): Change {
  return {
    cycleId: objective.cycleId,
    about: { kind: 'objective', id: objective.id },
    title: objective.title,
    change: 'dropped',
    from: 'on the plan',
    to,
  }
}

/** The orders to write so that `moved` stands before `beforeId`; `moved` itself may be new. */
function reordered(siblings: readonly Objective[], moved: Objective, beforeId: Id | null) {
  const keys = orderKeysFor(siblings, moved.id, beforeId)
  const puts: Objective[] = []
  for (const objective of [...siblings.filter((o) => o.id !== moved.id), moved]) {
    const order = keys.get(objective.id)
    if (order !== undefined) puts.push({ ...objective, order })
  }
  return puts
}

/** Commands that change objectives. */
export const objectiveCommands = {
  'objective.add': defineCommand({
    input: z.strictObject({
      cycleId: idSchema,
      title: titleSchema,
      id: idSchema.optional(),
      why: noteSchema.optional(),
      ownerId: idSchema.nullable().optional(),
      type: shape.type.optional(),
      themeId: idSchema.nullable().optional(),
      parent: shape.parent.optional(),
      contribution: noteSchema.optional(),
      hue: shape.hue.optional(),
      note: noteSchema.optional(),
      beforeId: idSchema.nullable().optional(),
    }),
    run: (plan, input, context) => {
      const cycle = plan.cycle.get(input.cycleId)
      if (!cycle) return refuse('cycleId', 'This cycle is not in the plan any more.')
      const id = input.id ?? context.newId()
      if (plan.objective.has(id)) return refuse('id', 'This id is taken.')
      const siblings = siblingsOf(plan, cycle.id)
      const objective: Objective = {
        kind: 'objective',
        id,
        cycleId: cycle.id,
        title: input.title,
        why: input.why ?? '',
        ownerId: input.ownerId ?? null,
        type: input.type ?? 'committed',
        themeId: input.themeId ?? null,
        parent: input.parent ?? null,
        contribution: input.contribution ?? '',
        order: orderKeyAfter(siblings),
        state: cycle.state === 'planning' ? 'draft' : 'active',
        stateReason: '',
        hue: input.hue ?? nextHue(siblings),
        note: input.note ?? '',
        carriedFrom: null,
      }
      const puts = input.beforeId ? reordered(siblings, objective, input.beforeId) : [objective]
      return { ok: true, patch: { puts, deletes: [] }, name: `Add ${quoted(objective.title)}` }
    },
  }),
  'objective.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        title: titleSchema.optional(),
        why: noteSchema.optional(),
        ownerId: idSchema.nullable().optional(),
        type: shape.type.optional(),
        themeId: idSchema.nullable().optional(),
        parent: shape.parent.optional(),
        contribution: noteSchema.optional(),
        state: shape.state.optional(),
        stateReason: noteSchema.optional(),
        hue: shape.hue.optional(),
        note: noteSchema.optional(),
      }),
    }),
    run: (plan, { id, changes }, context) => {
      const objective = plan.objective.get(id)
      if (!objective) return refuse('id', GONE)
      const next: Objective = { ...objective, ...given(changes) }
      const detours: Change[] = []
      const about = { kind: 'objective', id } as const
      if (next.ownerId !== objective.ownerId)
        detours.push({
          cycleId: objective.cycleId,
          about,
          title: next.title,
          change: 'owner',
          from: ownerInWords(plan, objective.ownerId),
          to: ownerInWords(plan, next.ownerId),
          isFirst: objective.ownerId === null,
        })
      if (next.state === 'dropped' && objective.state !== 'dropped')
        detours.push(droppedChange(next, 'dropped'))
      const recorded = recordDetours(plan, detours, context)
      const name =
        next.title !== objective.title
          ? `Rename ${quoted(objective.title)} to ${quoted(next.title)}`
          : `Change ${quoted(next.title)}`
      return {
        ok: true,
        patch: { puts: [next, ...recorded.puts], deletes: recorded.deletes },
        name,
      }
    },
  }),
  'objective.reorder': defineCommand({
    input: z.strictObject({ id: idSchema, beforeId: idSchema.nullable() }),
    run: (plan, { id, beforeId }) => {
      const objective = plan.objective.get(id)
      if (!objective) return refuse('id', GONE)
      if (beforeId !== null && plan.objective.get(beforeId)?.cycleId !== objective.cycleId)
        return refuse('beforeId', 'It can only be ordered within its own cycle.')
      const siblings = siblingsOf(plan, objective.cycleId)
      const puts = beforeId === id ? [] : reordered(siblings, objective, beforeId)
      const before = beforeId === null ? undefined : plan.objective.get(beforeId)
      const name = before
        ? `Move ${quoted(objective.title)} before ${quoted(before.title)}`
        : `Move ${quoted(objective.title)} to the end`
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
  /** A copy with its key results, without check-ins and initiatives, right after the original. */
  'objective.duplicate': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const objective = plan.objective.get(id)
      if (!objective) return refuse('id', GONE)
      const siblings = siblingsOf(plan, objective.cycleId)
      const copy: Objective = {
        ...objective,
        id: context.newId(),
        title: copiedTitle(objective.title),
        state: plan.cycle.get(objective.cycleId)?.state === 'planning' ? 'draft' : 'active',
        stateReason: '',
        order: orderKeyAfter(siblings),
        carriedFrom: null,
      }
      const follower = siblings[siblings.findIndex((o) => o.id === id) + 1]
      const puts: Thing[] = follower ? reordered(siblings, copy, follower.id) : [copy]
      for (const keyResult of plan.keyResult.values())
        if (keyResult.objectiveId === id && keyResult.state === 'active')
          puts.push({
            ...keyResult,
            id: context.newId(),
            objectiveId: copy.id,
            statusOverride: null,
            carriedFrom: null,
          })
      return {
        ok: true,
        patch: { puts, deletes: [] },
        name: `Duplicate ${quoted(objective.title)}`,
      }
    },
  }),
  'objective.drop': defineCommand({
    input: z.strictObject({ id: idSchema, reason: noteSchema.optional() }),
    run: (plan, { id, reason = '' }, context) => {
      const objective = plan.objective.get(id)
      if (!objective) return refuse('id', GONE)
      const next: Objective = { ...objective, state: 'dropped', stateReason: reason }
      const changes =
        objective.state === 'dropped'
          ? []
          : [{ ...droppedChange(objective, 'dropped'), why: reason.trim() }]
      const recorded = recordDetours(plan, changes, context)
      return {
        ok: true,
        patch: { puts: [next, ...recorded.puts], deletes: recorded.deletes },
        name: `Drop ${quoted(objective.title)}`,
      }
    },
  }),
  'objective.restore': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const objective = plan.objective.get(id)
      if (!objective) return refuse('id', GONE)
      const name = `Restore ${quoted(objective.title)}`
      if (objective.state !== 'dropped') return { ok: true, patch: { puts: [], deletes: [] }, name }
      const state = plan.cycle.get(objective.cycleId)?.state === 'planning' ? 'draft' : 'active'
      const change = { ...droppedChange(objective, 'on the plan'), from: 'dropped' }
      const recorded = recordDetours(plan, [change], context)
      const next: Objective = { ...objective, state, stateReason: '' }
      return {
        ok: true,
        patch: { puts: [next, ...recorded.puts], deletes: recorded.deletes },
        name,
      }
    },
  }),
  'objective.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const objective = plan.objective.get(id)
      if (!objective) return refuse('id', GONE)
      const removal = removalOf(plan, [{ kind: 'objective', id }])
      const recorded = recordDetours(plan, [droppedChange(objective, 'deleted')], context)
      return {
        ok: true,
        patch: {
          puts: [...removal.puts, ...recorded.puts],
          deletes: [...removal.deletes, ...recorded.deletes],
        },
        name: `Delete ${quoted(objective.title)}`,
      }
    },
  }),
}
