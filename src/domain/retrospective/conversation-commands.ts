import { z } from 'zod'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, listOf, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { quoted } from '../plan/title-quote.ts'
import { changed } from './change-retrospective.ts'
import { RETROSPECTIVE_FORMATS } from './formats.ts'
import { retrospectiveSchema } from './retrospective.ts'

const { shape } = retrospectiveSchema
const answerShape = shape.answers.element.shape
const actionShape = shape.actions.element.shape

/** What is said in the review walk: questions with their answers, actions, the story. */
export const conversationCommands = {
  'retrospective.setAnswer': defineCommand({
    input: z.strictObject({ id: idSchema, answerId: idSchema, answer: answerShape.answer }),
    run: (plan, { id, answerId, answer }) =>
      changed(
        plan,
        id,
        () => 'Answer a question of the retrospective',
        (retrospective) =>
          retrospective.answers.some((one) => one.id === answerId)
            ? {
                ...retrospective,
                answers: retrospective.answers.map((one) =>
                  one.id === answerId ? { ...one, answer } : one,
                ),
              }
            : refuse('answerId', 'This question is not asked any more.'),
      ),
  }),
  'retrospective.setQuestions': defineCommand({
    input: z.strictObject({
      id: idSchema,
      questions: listOf(
        z.strictObject({ id: idSchema.optional(), question: answerShape.question }),
      ),
    }),
    run: (plan, { id, questions }, context) =>
      changed(
        plan,
        id,
        () => 'Change the questions of the retrospective',
        (retrospective) => ({
          ...retrospective,
          answers: questions.map(({ id: answerId, question }) => ({
            id: answerId ?? context.newId(),
            question,
            answer: retrospective.answers.find((one) => one.id === answerId)?.answer ?? '',
          })),
        }),
      ),
  }),
  'retrospective.useFormat': defineCommand({
    input: z.strictObject({
      id: idSchema,
      format: z.enum(RETROSPECTIVE_FORMATS.map((format) => format.id)),
    }),
    run: (plan, { id, format }, context) => {
      const chosen = RETROSPECTIVE_FORMATS.find((one) => one.id === format)
      if (!chosen) return refuse('format', 'There is no such format.')
      return changed(
        plan,
        id,
        () => `Ask the questions of ${quoted(chosen.name)}`,
        (retrospective) => {
          const answered = retrospective.answers.filter(({ answer }) => answer.trim() !== '')
          const known = new Set(answered.map(({ question }) => question))
          const asked = chosen.questions
            .filter((question) => !known.has(question))
            .map(
              (question) =>
                retrospective.answers.find((one) => one.question === question) ?? {
                  id: context.newId(),
                  question,
                  answer: '',
                },
            )
          return { ...retrospective, answers: [...answered, ...asked] }
        },
      )
    },
  }),
  'retrospective.addAction': defineCommand({
    input: z.strictObject({
      id: idSchema,
      text: titleSchema,
      ownerId: actionShape.ownerId.optional(),
      dueOn: actionShape.dueOn.optional(),
      actionId: idSchema.optional(),
    }),
    run: (plan, { id, text, ownerId, dueOn, actionId }, context) =>
      changed(
        plan,
        id,
        () => `Add the action ${quoted(text)}`,
        (retrospective) => {
          const newId = actionId ?? context.newId()
          if (retrospective.actions.some((one) => one.id === newId))
            return refuse('actionId', 'This id is taken.')
          if (retrospective.actions.length >= LIMITS.list)
            return refuse('', `A retrospective holds at most ${String(LIMITS.list)} actions.`)
          const action = {
            id: newId,
            text,
            ownerId: ownerId ?? null,
            dueOn: dueOn ?? null,
            done: false,
          }
          return { ...retrospective, actions: [...retrospective.actions, action] }
        },
      ),
  }),
  'retrospective.updateAction': defineCommand({
    input: z.strictObject({
      id: idSchema,
      actionId: idSchema,
      changes: z.strictObject({
        text: titleSchema.optional(),
        ownerId: actionShape.ownerId.optional(),
        dueOn: actionShape.dueOn.optional(),
        done: z.boolean().optional(),
      }),
    }),
    run: (plan, { id, actionId, changes }) =>
      changed(
        plan,
        id,
        () => (changes.done === undefined ? 'Change an action' : 'Tick an action'),
        (retrospective) =>
          retrospective.actions.some((one) => one.id === actionId)
            ? {
                ...retrospective,
                actions: retrospective.actions.map((one) =>
                  one.id === actionId ? { ...one, ...given(changes) } : one,
                ),
              }
            : refuse('actionId', 'This action is not in the plan any more.'),
      ),
  }),
  'retrospective.deleteAction': defineCommand({
    input: z.strictObject({ id: idSchema, actionId: idSchema }),
    run: (plan, { id, actionId }) =>
      changed(
        plan,
        id,
        () => 'Delete an action',
        (retrospective) =>
          retrospective.actions.some((one) => one.id === actionId)
            ? {
                ...retrospective,
                actions: retrospective.actions.filter((one) => one.id !== actionId),
              }
            : refuse('actionId', 'This action is not in the plan any more.'),
      ),
  }),
  'retrospective.setStory': defineCommand({
    input: z.strictObject({ id: idSchema, story: shape.story }),
    run: (plan, { id, story }) =>
      changed(
        plan,
        id,
        ({ cycleName }) => `Write the story of ${quoted(cycleName)}`,
        (retrospective) => ({ ...retrospective, story }),
      ),
  }),
}
