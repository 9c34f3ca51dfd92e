import { z } from 'zod'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { quoted } from '../plan/title-quote.ts'
import { withStepEntered } from './workshop-clock.ts'
import { cardsOf, isRefusal, openWorkshop, put } from './workshop-patch.ts'
import { boardsFor, freshStep } from './workshop-template.ts'
import type { Workshop } from './workshop.ts'
import { stepTypeSchema, workshopStepSchema } from './workshop.ts'

const { shape } = workshopStepSchema
const STEP_GONE = 'This step is not on the agenda any more.'
const stepInput = z.strictObject({ id: idSchema, stepId: idSchema })

/** Commands that change the agenda and what was decided on the way. */
export const agendaCommands = {
  'workshop.addStep': defineCommand({
    input: z.strictObject({
      id: idSchema,
      type: stepTypeSchema,
      title: titleSchema,
      minutes: shape.minutes,
      question: noteSchema.optional(),
      columns: shape.columns.optional(),
      stepId: idSchema.optional(),
      beforeId: idSchema.nullable().optional(),
    }),
    run: (plan, input, context) => {
      const workshop = openWorkshop(plan, input.id)
      if (isRefusal(workshop)) return workshop
      const id = input.stepId ?? context.newId()
      if (workshop.steps.some((s) => s.id === id)) return refuse('stepId', 'This id is taken.')
      if (workshop.steps.length >= LIMITS.list) return refuse('', 'The agenda is full.')
      const added = freshStep(
        {
          type: input.type,
          title: input.title,
          minutes: input.minutes,
          question: input.question ?? '',
          columns: boardsFor(input.type, input.columns ?? []),
        },
        id,
      )
      const found = workshop.steps.findIndex((s) => s.id === input.beforeId)
      const steps = [...workshop.steps]
      steps.splice(found < 0 ? steps.length : found, 0, added)
      return put(`Add the step ${quoted(added.title)}`, { ...workshop, steps })
    },
  }),
  'workshop.updateStep': defineCommand({
    input: z.strictObject({
      id: idSchema,
      stepId: idSchema,
      changes: z.strictObject({
        type: stepTypeSchema.optional(),
        title: titleSchema.optional(),
        question: noteSchema.optional(),
        minutes: shape.minutes.optional(),
        columns: shape.columns.optional(),
        privateNotes: noteSchema.optional(),
      }),
    }),
    run: (plan, { id, stepId, changes }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const step = workshop.steps.find((s) => s.id === stepId)
      if (!step) return refuse('stepId', STEP_GONE)
      const next = { ...step, ...given(changes) }
      // Its cards keep the boards that they lie on; what the new type needs comes beside them.
      if (next.type !== step.type) next.columns = boardsFor(next.type, next.columns)
      return put(`Change the step ${quoted(step.title)}`, {
        ...workshop,
        steps: workshop.steps.map((s) => (s.id === stepId ? next : s)),
      })
    },
  }),
  'workshop.moveStep': defineCommand({
    input: z.strictObject({ id: idSchema, stepId: idSchema, beforeId: idSchema.nullable() }),
    run: (plan, { id, stepId, beforeId }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const step = workshop.steps.find((s) => s.id === stepId)
      if (!step) return refuse('stepId', STEP_GONE)
      if (beforeId === stepId) return put('Keep the order')
      const steps = workshop.steps.filter((s) => s.id !== stepId)
      const found = steps.findIndex((s) => s.id === beforeId)
      steps.splice(found < 0 ? steps.length : found, 0, step)
      return put(`Move the step ${quoted(step.title)}`, { ...workshop, steps })
    },
  }),
  'workshop.removeStep': defineCommand({
    input: stepInput,
    run: (plan, { id, stepId }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const at = workshop.steps.findIndex((s) => s.id === stepId)
      const step = workshop.steps[at]
      if (!step) return refuse('stepId', STEP_GONE)
      const next = workshop.steps[at + 1] ?? workshop.steps[at - 1]
      if (!next) return refuse('stepId', 'An agenda needs at least one step.')
      const moved: Workshop =
        workshop.currentStepId === stepId
          ? withStepEntered(workshop, next.id, context.now)
          : workshop
      // Its cards are not lost: they lie on no step and show up under "All cards".
      const cards = cardsOf(plan, id)
        .filter((card) => card.stepId === stepId)
        .map((card) => ({ ...card, stepId: null }))
      return put(
        `Remove the step ${quoted(step.title)}`,
        { ...moved, steps: moved.steps.filter((s) => s.id !== stepId) },
        ...cards,
      )
    },
  }),
  'decision.add': defineCommand({
    input: z.strictObject({
      workshopId: idSchema,
      text: noteSchema.refine((text) => text.trim() !== '', { error: 'is empty' }),
      voteId: idSchema.nullable().optional(),
      id: idSchema.optional(),
    }),
    run: (plan, input, context) => {
      const workshop = openWorkshop(plan, input.workshopId)
      if (isRefusal(workshop)) return workshop
      const id = input.id ?? context.newId()
      if (workshop.decisions.some((d) => d.id === id)) return refuse('id', 'This id is taken.')
      if (workshop.decisions.length >= LIMITS.list)
        return refuse('', `A workshop holds at most ${String(LIMITS.list)} decisions.`)
      const vote = input.voteId ? plan.vote.get(input.voteId) : undefined
      if (vote && vote.workshopId !== workshop.id)
        return refuse('voteId', 'This vote belongs to another workshop.')
      const decision = { id, at: context.now, text: input.text, voteId: input.voteId ?? null }
      return put(`Decide ${quoted(input.text)}`, {
        ...workshop,
        decisions: [...workshop.decisions, decision],
      })
    },
  }),
  'decision.delete': defineCommand({
    input: z.strictObject({ workshopId: idSchema, id: idSchema }),
    run: (plan, { workshopId, id }) => {
      const workshop = openWorkshop(plan, workshopId)
      if (isRefusal(workshop)) return workshop
      const decision = workshop.decisions.find((d) => d.id === id)
      if (!decision) return refuse('id', 'This decision is not in the plan any more.')
      return put(`Take back the decision ${quoted(decision.text)}`, {
        ...workshop,
        decisions: workshop.decisions.filter((d) => d.id !== id),
      })
    },
  }),
}
