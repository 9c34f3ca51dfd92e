import { z } from 'zod'
import { daySchema, momentSchema } from '../calendar/day.ts'
import { extraSchema, idSchema, noteSchema, refSchema } from '../plan/field.ts'

/** A recorded change of plan in an active cycle: what changed on what, from what to what, and why. */
export const detourSchema = z.strictObject({
  kind: z.literal('detour'),
  id: idSchema,
  cycleId: idSchema,
  day: daySchema,
  at: momentSchema,
  about: refSchema,
  /** The title at that time, so that the sentence stays readable after a rename or a deletion. */
  title: noteSchema,
  change: z.enum(['target', 'dueOn', 'owner', 'serves', 'dropped']),
  /** The values before and after in words ("14 → 5 min"), as they are printed. */
  from: noteSchema,
  to: noteSchema,
  /** One line of why; '' when it was skipped. */
  why: noteSchema,
  authorId: idSchema.nullable(),
  extra: extraSchema,
})
export type Detour = Readonly<z.infer<typeof detourSchema>>
