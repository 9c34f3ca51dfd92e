import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import {
  amountSchema,
  extraSchema,
  idSchema,
  linkSchema,
  listOf,
  noteSchema,
  orderSchema,
  shareSchema,
  titleSchema,
} from '../plan/field.ts'

export const taskSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  assigneeId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  done: z.boolean(),
  doneOn: daySchema.nullable(),
})
export type Task = Readonly<z.infer<typeof taskSchema>>

export const initiativeSchema = z.strictObject({
  kind: z.literal('initiative'),
  id: idSchema,
  /** The cycle in whose road or Garage it stands. */
  cycleId: idSchema,
  title: titleSchema,
  note: noteSchema,
  ownerId: idSchema.nullable(),
  /** Who else works on it, each with a share of the effort; the owner carries what is left of 1. */
  contributors: listOf(z.strictObject({ personId: idSchema, share: shareSchema })),
  /** Both days belong to the initiative. Without both it stands in the Garage as an idea without dates. */
  startOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  state: z.enum(['idea', 'planned', 'in-progress', 'blocked', 'done', 'dropped']),
  stateReason: noteSchema,
  /** The day it was done; null before. */
  doneOn: daySchema.nullable(),
  tasks: listOf(taskSchema),
  /** Share done as typed by a person (0–1); null means computed from tasks and state. */
  typedProgress: shareSchema.nullable(),
  effortDays: amountSchema.nullable(),
  money: amountSchema.nullable(),
  peopleNeeded: amountSchema.nullable(),
  /** The key results that it serves; shares sum to 1. Empty: it stands in the Garage. */
  serves: listOf(z.strictObject({ keyResultId: idSchema, share: shareSchema })),
  dependsOn: listOf(idSchema),
  blocker: z
    .strictObject({
      type: z.enum(['waiting', 'decision', 'capacity', 'technical', 'other']),
      text: noteSchema,
      ownerId: idSchema.nullable(),
      nextAction: noteSchema,
      sinceOn: daySchema,
    })
    .nullable(),
  externalKey: z.string().max(200),
  link: linkSchema,
  order: orderSchema,
  /** The workshop card that it came from. */
  cardId: idSchema.nullable(),
  carriedFrom: idSchema.nullable(),
  /** The day it came onto the plan of a running cycle; not given for what was planned before. */
  addedOn: daySchema.optional(),
  extra: extraSchema,
})
export type Initiative = Readonly<z.infer<typeof initiativeSchema>>
