import { z } from 'zod'
import { defineCommand, refuse } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { idSchema, noteSchema, refSchema } from '../plan/field.ts'
import { thingAt, type Plan } from '../plan/plan.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { quoted } from '../plan/title-quote.ts'
import { changed } from './change-retrospective.ts'
import type { Retrospective } from './retrospective.ts'
import { retrospectiveSchema } from './retrospective.ts'
import { withKeyResultRow, withObjectiveRow, withVerdict } from './retrospective-rows.ts'
import { reviewOf } from './review.ts'

const { shape } = retrospectiveSchema
const rowShape = shape.keyResults.element.shape

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

/** What is judged in the review walk: last values, scores, causes, verdicts. */
export const judgementCommands = {
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
}
