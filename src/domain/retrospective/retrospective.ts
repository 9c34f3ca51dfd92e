import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import {
  extraSchema,
  idSchema,
  listOf,
  noteSchema,
  numberSchema,
  refSchema,
  shareSchema,
  titleSchema,
} from '../plan/field.ts'

/** The judgement at the end of one cycle. */
export const retrospectiveSchema = z.strictObject({
  kind: z.literal('retrospective'),
  id: idSchema,
  cycleId: idSchema,
  state: z.enum(['draft', 'closed']),
  /** The step of the review where somebody left off. */
  step: z.string().max(64),
  /** One row a key result: proposed and final score (0.0–1.0) stand side by side. */
  keyResults: listOf(
    z.strictObject({
      keyResultId: idSchema,
      finalValue: numberSchema.nullable(),
      proposedScore: shareSchema.nullable(),
      finalScore: shareSchema.nullable(),
      reason: noteSchema,
      rootCause: noteSchema,
    }),
  ),
  /** An objective's score when somebody overrides the weighted mean. */
  objectives: listOf(
    z.strictObject({ objectiveId: idSchema, score: shareSchema.nullable(), reason: noteSchema }),
  ),
  verdicts: listOf(
    z.strictObject({
      about: refSchema,
      verdict: z.enum(['keep', 'change', 'stop']),
      reason: noteSchema,
    }),
  ),
  answers: listOf(z.strictObject({ id: idSchema, question: titleSchema, answer: noteSchema })),
  actions: listOf(
    z.strictObject({
      id: idSchema,
      text: titleSchema,
      ownerId: idSchema.nullable(),
      dueOn: daySchema.nullable(),
      done: z.boolean(),
    }),
  ),
  story: noteSchema,
  closedOn: daySchema.nullable(),
  extra: extraSchema,
})
export type Retrospective = Readonly<z.infer<typeof retrospectiveSchema>>
