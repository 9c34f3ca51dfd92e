import { z } from 'zod'
import { daySchema, momentSchema } from '../calendar/day.ts'
import {
  extraSchema,
  idSchema,
  linkSchema,
  listOf,
  noteSchema,
  numberSchema,
} from '../plan/field.ts'

/**
 * What somebody said about a key result on a day. Never edited in place: a correction is a new check-in
 * whose `corrects` names the one that it replaces.
 */
export const checkInSchema = z.strictObject({
  kind: z.literal('checkIn'),
  id: idSchema,
  keyResultId: idSchema,
  day: daySchema,
  /** When it was written down (UTC); orders two check-ins of one day. */
  at: momentSchema,
  /** In the metric's unit; 0 or 1 for done / not done; null when only confidence or a note was given. */
  value: numberSchema.nullable(),
  /** Ids of the steps that were done, for a milestone key result. */
  stepsDone: listOf(idSchema).nullable(),
  /** 0–10: how sure the owner is to arrive. */
  confidence: z.number().int().min(0).max(10).nullable(),
  note: noteSchema,
  link: linkSchema,
  authorId: idSchema.nullable(),
  /** `computed`: the value follows from the steps that were ticked; `typed`: somebody gave it. */
  origin: z.enum(['typed', 'computed']),
  /** The check-in that this one corrects. */
  corrects: idSchema.nullable(),
  /** Why nothing could be said this time; '' for an ordinary check-in. */
  skipReason: noteSchema,
  extra: extraSchema,
})
export type CheckIn = Readonly<z.infer<typeof checkInSchema>>
