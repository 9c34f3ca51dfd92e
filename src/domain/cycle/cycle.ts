import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import {
  amountSchema,
  extraSchema,
  idSchema,
  listOf,
  noteSchema,
  titleSchema,
} from '../plan/field.ts'

export const cycleSchema = z.strictObject({
  kind: z.literal('cycle'),
  id: idSchema,
  name: titleSchema,
  /** First and last day; both belong to the cycle. */
  startOn: daySchema,
  endOn: daySchema,
  state: z.enum(['planning', 'active', 'review', 'closed']),
  /** Day of every change of state with its reason (reopening a closed cycle needs one). */
  stateLog: listOf(
    z.strictObject({
      state: z.enum(['planning', 'active', 'review', 'closed']),
      on: daySchema,
      reason: noteSchema,
    }),
  ),
  /** What was cut when the cycle was planned. */
  leftAtTheKerb: listOf(z.strictObject({ title: titleSchema, reason: noteSchema })),
  /** Written reason for committing although somebody is overbooked; '' while none was needed. */
  overbookedReason: noteSchema,
  /** Money that there is for the cycle, in the plan's currency; null or not given: nobody said. */
  budget: amountSchema.nullable().optional(),
  extra: extraSchema,
})
export type Cycle = Readonly<z.infer<typeof cycleSchema>>
