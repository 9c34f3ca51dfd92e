import { z } from 'zod'
import { daySchema, momentSchema } from '../calendar/day.ts'
import { extraSchema, idSchema, listOf, noteSchema, refSchema } from '../plan/field.ts'

export const journalEntrySchema = z.strictObject({
  kind: z.literal('journalEntry'),
  id: idSchema,
  type: z.enum(['win', 'lesson', 'blocker', 'concern', 'decision']),
  day: daySchema,
  at: momentSchema,
  text: noteSchema.refine((text) => text.trim() !== '', { error: 'is empty' }),
  authorId: idSchema.nullable(),
  about: refSchema.nullable(),
  reactions: listOf(
    z.strictObject({ sign: z.string().min(1).max(32), personId: idSchema.nullable() }),
  ),
  /** A concern asks for an answer by an owner; both may be missing for a while. */
  answer: noteSchema,
  answerOwnerId: idSchema.nullable(),
  resolvedOn: daySchema.nullable(),
  extra: extraSchema,
})
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>
