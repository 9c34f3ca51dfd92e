import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { extraSchema, idSchema, noteSchema, orderSchema, titleSchema } from '../plan/field.ts'
import { hueSchema } from '../people/person.ts'

export const objectiveSchema = z.strictObject({
  kind: z.literal('objective'),
  id: idSchema,
  cycleId: idSchema,
  title: titleSchema,
  /** Why it matters and for whom. */
  why: noteSchema,
  ownerId: idSchema.nullable(),
  type: z.enum(['committed', 'aspirational']),
  themeId: idSchema.nullable(),
  /** What it contributes to: an objective or a key result, in this cycle or a longer one. */
  parent: z.strictObject({ kind: z.enum(['objective', 'keyResult']), id: idSchema }).nullable(),
  /** One sentence: how it contributes to its parent. */
  contribution: noteSchema,
  order: orderSchema,
  state: z.enum(['draft', 'active', 'achieved', 'missed', 'dropped']),
  /** Why it was dropped; '' otherwise. */
  stateReason: noteSchema,
  hue: hueSchema,
  note: noteSchema,
  /** The objective of an earlier cycle that this one continues. */
  carriedFrom: idSchema.nullable(),
  /** The day it came onto the plan of a running cycle; not given for what was planned before. */
  addedOn: daySchema.optional(),
  extra: extraSchema,
})
export type Objective = Readonly<z.infer<typeof objectiveSchema>>
