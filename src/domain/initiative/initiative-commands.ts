import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { recordDetours } from '../detour/record-detour.ts'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { copiedTitle } from '../plan/copied-title.ts'
import { idSchema, listOf, noteSchema, titleSchema } from '../plan/field.ts'
import { orderKeyAfter } from '../plan/order-key.ts'
import { removalOf } from '../plan/removal.ts'
import { quoted } from '../plan/title-quote.ts'
import { fieldProblem } from './initiative-fields.ts'
import { foundAll, GONE, inCycle, named, putInitiatives } from './initiative-patch.ts'
import type { Initiative } from './initiative.ts'
import { initiativeSchema } from './initiative.ts'
import { normalisedShares } from './shares.ts'
import { restoredState, withStateFollowed } from './state-follow.ts'

const { shape } = initiativeSchema

const fields = {
  note: noteSchema.optional(),
  ownerId: idSchema.nullable().optional(),
  contributors: shape.contributors.optional(),
  startOn: daySchema.nullable().optional(),
  dueOn: daySchema.nullable().optional(),
  state: shape.state.optional(),
  stateReason: noteSchema.optional(),
  tasks: shape.tasks.optional(),
  typedProgress: shape.typedProgress.optional(),
  effortDays: shape.effortDays.optional(),
  money: shape.money.optional(),
  peopleNeeded: shape.peopleNeeded.optional(),
  dependsOn: shape.dependsOn.optional(),
  blocker: shape.blocker.optional(),
  externalKey: shape.externalKey.optional(),
  link: shape.link.optional(),
}

/** Commands that change initiatives. */
export const initiativeCommands = {
  'initiative.add': defineCommand({
    input: z.strictObject({
      cycleId: idSchema,
      title: titleSchema,
      id: idSchema.optional(),
      /** The leg it stands on; null for the Garage. */
      keyResultId: idSchema.nullable(),
      ...fields,
    }),
    run: (plan, input, context) => {
      const { cycleId, title, keyResultId, id = context.newId(), ...rest } = input
      if (!plan.cycle.has(cycleId))
        return refuse('cycleId', 'This cycle is not in the plan any more.')
      if (plan.initiative.has(id)) return refuse('id', 'This id is taken.')
      if (keyResultId !== null && !plan.keyResult.has(keyResultId))
        return refuse('keyResultId', 'This key result is not in the plan any more.')
      const isIdea = keyResultId === null && !rest.startOn && !rest.dueOn
      const initiative: Initiative = {
        kind: 'initiative',
        id,
        cycleId,
        title,
        note: '',
        ownerId: null,
        contributors: [],
        startOn: null,
        dueOn: null,
        state: isIdea ? 'idea' : 'planned',
        stateReason: '',
        doneOn: rest.state === 'done' ? context.today : null,
        tasks: [],
        typedProgress: null,
        effortDays: null,
        money: null,
        peopleNeeded: null,
        serves: keyResultId === null ? [] : [{ keyResultId, share: 1 }],
        dependsOn: [],
        blocker: null,
        externalKey: '',
        link: '',
        order: orderKeyAfter(inCycle(plan, cycleId)),
        cardId: null,
        carriedFrom: null,
        ...given(rest),
      }
      const problem = fieldProblem(plan, initiative)
      if (problem) return refuse(problem.field, problem.message)
      return { ok: true, patch: { puts: [initiative], deletes: [] }, name: `Add ${quoted(title)}` }
    },
  }),
  'initiative.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        title: titleSchema.optional(),
        ...fields,
        serves: shape.serves.optional(),
      }),
    }),
    run: (plan, { id, changes }, context) => {
      const initiative = plan.initiative.get(id)
      if (!initiative) return refuse('id', GONE)
      const changed: Initiative = { ...initiative, ...given(changes) }
      const problem = fieldProblem(plan, changed)
      if (problem) return refuse(problem.field, problem.message)
      const after = withStateFollowed(initiative, changed, context.today)
      const serves = changes.serves ? normalisedShares(changes.serves) : after.serves
      const name =
        after.title !== initiative.title
          ? `Rename ${quoted(initiative.title)} to ${quoted(after.title)}`
          : `Change ${quoted(after.title)}`
      return putInitiatives(
        plan,
        [{ before: initiative, after: { ...after, serves } }],
        context,
        name,
      )
    },
  }),
  'initiative.duplicate': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }, context) => {
      const initiative = plan.initiative.get(id)
      if (!initiative) return refuse('id', GONE)
      const copy: Initiative = {
        ...initiative,
        id: context.newId(),
        title: copiedTitle(initiative.title),
        state: initiative.state === 'idea' ? 'idea' : 'planned',
        stateReason: '',
        doneOn: null,
        tasks: initiative.tasks.map((task) => ({
          ...task,
          id: context.newId(),
          done: false,
          doneOn: null,
        })),
        typedProgress: null,
        blocker: null,
        order: orderKeyAfter(inCycle(plan, initiative.cycleId)),
        cardId: null,
        carriedFrom: null,
      }
      return {
        ok: true,
        patch: { puts: [copy], deletes: [] },
        name: `Duplicate ${quoted(initiative.title)}`,
      }
    },
  }),
  'initiative.drop': defineCommand({
    input: z.strictObject({ ids: listOf(idSchema), reason: noteSchema.optional() }),
    run: (plan, { ids, reason = '' }, context) => {
      const initiatives = foundAll(plan, ids)
      if (!Array.isArray(initiatives)) return initiatives
      const pairs = initiatives.map((before) => ({
        before,
        after: { ...before, state: 'dropped' as const, stateReason: reason, doneOn: null },
      }))
      return putInitiatives(plan, pairs, context, `Drop ${named(initiatives)}`)
    },
  }),
  'initiative.restore': defineCommand({
    input: z.strictObject({ ids: listOf(idSchema) }),
    run: (plan, { ids }, context) => {
      const initiatives = foundAll(plan, ids)
      if (!Array.isArray(initiatives)) return initiatives
      const dropped = initiatives.filter((i) => i.state === 'dropped')
      const pairs = dropped.map((before) => ({
        before,
        after: { ...before, state: restoredState(before), stateReason: '' },
      }))
      return putInitiatives(plan, pairs, context, `Restore ${named(initiatives)}`)
    },
  }),
  'initiative.delete': defineCommand({
    input: z.strictObject({ ids: listOf(idSchema) }),
    run: (plan, { ids }, context) => {
      const initiatives = foundAll(plan, ids)
      if (!Array.isArray(initiatives)) return initiatives
      const removal = removalOf(
        plan,
        initiatives.map(({ id }) => ({ kind: 'initiative', id })),
      )
      const recorded = recordDetours(
        plan,
        initiatives.map(({ id, title, cycleId }) => ({
          cycleId,
          about: { kind: 'initiative', id },
          title,
          change: 'dropped',
          from: 'on the plan',
          to: 'deleted',
        })),
        context,
      )
      return {
        ok: true,
        patch: {
          puts: [...removal.puts, ...recorded.puts],
          deletes: [...removal.deletes, ...recorded.deletes],
        },
        name: `Delete ${named(initiatives)}`,
      }
    },
  }),
}
