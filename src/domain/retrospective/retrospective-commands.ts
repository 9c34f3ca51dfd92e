import { z } from 'zod'
import { given } from '../plan/changes.ts'
import type { CommandResult, Refusal } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { idSchema, listOf, noteSchema, refSchema, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { thingAt, type Plan } from '../plan/plan.ts'
import { buildIndex } from '../plan/plan-index.ts'
import type { Thing } from '../plan/thing.ts'
import { quoted } from '../plan/title-quote.ts'
import { RETROSPECTIVE_FORMATS } from './formats.ts'
import type { Retrospective } from './retrospective.ts'
import { retrospectiveSchema } from './retrospective.ts'
import { withKeyResultRow, withObjectiveRow, withVerdict } from './retrospective-rows.ts'
import { retrospectiveOf, reviewOf } from './review.ts'

const GONE = 'This retrospective is not in the plan any more.'
const { shape } = retrospectiveSchema
const rowShape = shape.keyResults.element.shape
const answerShape = shape.answers.element.shape
const actionShape = shape.actions.element.shape

type Found = { readonly retrospective: Retrospective; readonly cycleName: string }

function find(plan: Plan, id: Id): Found | Refusal {
  const retrospective = plan.retrospective.get(id)
  const cycle = retrospective && plan.cycle.get(retrospective.cycleId)
  return cycle ? { retrospective, cycleName: cycle.name } : refuse('id', GONE)
}

const isRefusal = (found: Found | Refusal): found is Refusal => 'ok' in found

/** Changes one retrospective: finds it, applies, names the step. */
function changed(
  plan: Plan,
  id: Id,
  name: (found: Found) => string,
  change: (retrospective: Retrospective) => Retrospective | Refusal,
): CommandResult {
  const found = find(plan, id)
  if (isRefusal(found)) return found
  const next = change(found.retrospective)
  if ('ok' in next) return next
  return { ok: true, patch: { puts: [next], deletes: [] }, name: name(found) }
}

/** A key result of the retrospective's own cycle, or why there is none. */
function ownKeyResult(plan: Plan, retrospective: Retrospective, keyResultId: Id) {
  const keyResult = plan.keyResult.get(keyResultId)
  const objective = keyResult && plan.objective.get(keyResult.objectiveId)
  return objective?.cycleId === retrospective.cycleId ? keyResult : undefined
}

const NOT_OWN = 'This key result does not belong to the cycle.'
const titleOf = (plan: Plan, id: Id) => quoted(plan.keyResult.get(id)?.title ?? 'a key result')

function proposalsOf(plan: Plan, cycleId: Id, today: string) {
  const review = reviewOf(plan, buildIndex(plan), cycleId, today)
  return review?.objectives.flatMap(({ keyResults }) => keyResults) ?? []
}

/** Commands of the review walk: last values, scores, causes, verdicts, questions, actions, closing. */
export const retrospectiveCommands = {
  'retrospective.start': defineCommand({
    input: z.strictObject({ cycleId: idSchema, id: idSchema.optional() }),
    run: (plan, { cycleId, id }, context) => {
      const cycle = plan.cycle.get(cycleId)
      if (!cycle) return refuse('cycleId', 'This cycle is not in the plan any more.')
      const name = `Begin the review of ${quoted(cycle.name)}`
      if (cycle.state === 'planning')
        return refuse('cycleId', `${quoted(cycle.name)} is still being planned.`)
      const puts: Thing[] = []
      if (cycle.state === 'active')
        puts.push({
          ...cycle,
          state: 'review',
          stateLog: [
            ...cycle.stateLog,
            { state: 'review' as const, on: context.today, reason: '' },
          ].slice(-LIMITS.list),
        })
      if (!retrospectiveOf(plan, cycleId)) {
        const newId = id ?? context.newId()
        if (plan.retrospective.has(newId)) return refuse('id', 'This id is taken.')
        puts.push({
          kind: 'retrospective',
          id: newId,
          cycleId,
          state: 'draft',
          step: 'values',
          keyResults: [],
          objectives: [],
          verdicts: [],
          answers: plan.meta.settings.retrospectiveQuestions.map((question) => ({
            id: context.newId(),
            question,
            answer: '',
          })),
          actions: [],
          story: '',
          closedOn: null,
        })
      }
      return { ok: true, patch: { puts, deletes: [] }, name }
    },
  }),
  'retrospective.setStep': defineCommand({
    input: z.strictObject({ id: idSchema, step: shape.step }),
    run: (plan, { id, step }) =>
      changed(
        plan,
        id,
        ({ cycleName }) => `Go on in the review of ${quoted(cycleName)}`,
        (retrospective) => ({ ...retrospective, step }),
      ),
  }),
  /** Notes the last value; the check-in that says it is `checkIn.add`. */
  'retrospective.setFinalValue': defineCommand({
    input: z.strictObject({ id: idSchema, keyResultId: idSchema, value: rowShape.finalValue }),
    run: (plan, { id, keyResultId, value }) =>
      changed(
        plan,
        id,
        () => `Set the last value of ${titleOf(plan, keyResultId)}`,
        (retrospective) =>
          ownKeyResult(plan, retrospective, keyResultId)
            ? withKeyResultRow(retrospective, keyResultId, { finalValue: value })
            : refuse('keyResultId', NOT_OWN),
      ),
  }),
  /** The owner's score; null goes back to the proposed one. Another score than proposed needs a reason. */
  'retrospective.setScore': defineCommand({
    input: z.strictObject({
      id: idSchema,
      keyResultId: idSchema,
      score: rowShape.finalScore,
      reason: noteSchema.optional(),
    }),
    run: (plan, { id, keyResultId, score, reason }, context) =>
      changed(
        plan,
        id,
        () => `Score ${titleOf(plan, keyResultId)}`,
        (retrospective) => {
          if (!ownKeyResult(plan, retrospective, keyResultId)) return refuse('keyResultId', NOT_OWN)
          const proposed =
            proposalsOf(plan, retrospective.cycleId, context.today).find(
              ({ keyResult }) => keyResult.id === keyResultId,
            )?.proposed ?? null
          const before = retrospective.keyResults.find((row) => row.keyResultId === keyResultId)
          const why = reason ?? before?.reason ?? ''
          if (score !== null && score !== proposed && why.trim() === '')
            return refuse(
              'reason',
              proposed === null
                ? 'A score that no number proposes needs a reason.'
                : `Another score than the proposed ${proposed.toFixed(1)} needs a reason.`,
            )
          return withKeyResultRow(retrospective, keyResultId, {
            finalScore: score,
            proposedScore: proposed,
            reason: why,
          })
        },
      ),
  }),
  'retrospective.setReason': defineCommand({
    input: z.strictObject({ id: idSchema, keyResultId: idSchema, reason: noteSchema }),
    run: (plan, { id, keyResultId, reason }, context) =>
      changed(
        plan,
        id,
        () => `Give the reason for the score of ${titleOf(plan, keyResultId)}`,
        (retrospective) => {
          if (!ownKeyResult(plan, retrospective, keyResultId)) return refuse('keyResultId', NOT_OWN)
          const row = retrospective.keyResults.find((one) => one.keyResultId === keyResultId)
          const proposed = proposalsOf(plan, retrospective.cycleId, context.today).find(
            ({ keyResult }) => keyResult.id === keyResultId,
          )?.proposed
          const differs = row?.finalScore != null && row.finalScore !== proposed
          return differs && reason.trim() === ''
            ? refuse('reason', 'The changed score keeps needing its reason.')
            : withKeyResultRow(retrospective, keyResultId, { reason })
        },
      ),
  }),
  /** An objective's own score over the weighted mean; null goes back to the mean. */
  'retrospective.setObjectiveScore': defineCommand({
    input: z.strictObject({
      id: idSchema,
      objectiveId: idSchema,
      score: shape.objectives.element.shape.score,
      reason: noteSchema,
    }),
    run: (plan, { id, objectiveId, score, reason }) =>
      changed(
        plan,
        id,
        () => `Score ${quoted(plan.objective.get(objectiveId)?.title ?? 'an objective')}`,
        (retrospective) => {
          if (plan.objective.get(objectiveId)?.cycleId !== retrospective.cycleId)
            return refuse('objectiveId', 'This objective does not belong to the cycle.')
          if (score !== null && reason.trim() === '')
            return refuse('reason', 'Another score than the weighted mean needs a reason.')
          return withObjectiveRow(retrospective, { objectiveId, score, reason })
        },
      ),
  }),
  'retrospective.setRootCause': defineCommand({
    input: z.strictObject({ id: idSchema, keyResultId: idSchema, rootCause: noteSchema }),
    run: (plan, { id, keyResultId, rootCause }) =>
      changed(
        plan,
        id,
        () => `Name the root cause of ${titleOf(plan, keyResultId)}`,
        (retrospective) =>
          ownKeyResult(plan, retrospective, keyResultId)
            ? withKeyResultRow(retrospective, keyResultId, { rootCause })
            : refuse('keyResultId', NOT_OWN),
      ),
  }),
  'retrospective.setVerdict': defineCommand({
    input: z.strictObject({
      id: idSchema,
      about: refSchema,
      verdict: z.enum(['keep', 'change', 'stop']).nullable(),
      reason: noteSchema.optional(),
    }),
    run: (plan, { id, about, verdict, reason }) =>
      changed(
        plan,
        id,
        () => {
          const thing = thingAt(plan, about)
          const title = thing && 'title' in thing ? thing.title : 'something'
          return verdict === null
            ? `Take back the verdict on ${quoted(title)}`
            : `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)} ${quoted(title)}`
        },
        (retrospective) =>
          about.kind === 'objective' || about.kind === 'keyResult' || about.kind === 'initiative'
            ? withVerdict(retrospective, about, verdict, reason)
            : refuse('about', 'Only objectives, key results and initiatives are kept or stopped.'),
      ),
  }),
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
  /** The whole set of questions in their order; a question keeps its answer by its id. */
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
  /** Asks the questions of a format; what was answered already stays in front of them. */
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
