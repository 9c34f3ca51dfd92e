import { z } from 'zod'
import { momentSchema } from '../calendar/day.ts'
import { hueSchema, personSchema } from '../people/person.ts'
import {
  extraSchema,
  idSchema,
  listOf,
  noteSchema,
  orderSchema,
  refSchema,
  titleSchema,
} from '../plan/field.ts'

/** What stands in the middle of the screen during a step. */
export const stepTypeSchema = z.enum([
  'look-back',
  'destination',
  'checkpoints',
  'vehicles',
  'fuel',
  'roadblocks',
  'confidence',
  'commit',
  'free',
])
export type StepType = z.infer<typeof stepTypeSchema>

/** A step of the agenda with its clock. */
export const workshopStepSchema = z.strictObject({
  id: idSchema,
  type: stepTypeSchema,
  title: titleSchema,
  question: noteSchema,
  /** The boards on which this step collects cards; empty: one pile without a name. */
  columns: z.array(titleSchema).max(8, { error: 'has more than 8 entries' }),
  /** Planned length in minutes. */
  minutes: z.number().min(0).max(1_440),
  /** Minutes that the room gave on top while the step ran. */
  addedMinutes: z.number().min(0).max(1_440),
  /** When the step was first entered and last left: the agenda's real times. */
  enteredAt: momentSchema.nullable(),
  leftAt: momentSchema.nullable(),
  /** Time spent so far in milliseconds, without pauses. */
  spentMs: z.number().min(0).max(1e9),
  state: z.enum(['ahead', 'current', 'done']),
  privateNotes: noteSchema,
})
export type WorkshopStep = Readonly<z.infer<typeof workshopStepSchema>>

/** A planning session: its agenda and clocks, who is present, what was decided. */
export const workshopSchema = z.strictObject({
  kind: z.literal('workshop'),
  id: idSchema,
  name: titleSchema,
  cycleId: idSchema.nullable(),
  template: z.string().max(64),
  state: z.enum(['draft', 'running', 'paused', 'finished']),
  steps: listOf(workshopStepSchema),
  currentStepId: idSchema.nullable(),
  /** When the current step's clock was last started; null while it stands still. */
  clockStartedAt: momentSchema.nullable(),
  startedAt: momentSchema.nullable(),
  finishedAt: momentSchema.nullable(),
  presentIds: listOf(idSchema),
  /** People who are on no item on purpose. */
  withoutPartIds: listOf(idSchema),
  votesPerPerson: z.number().int().min(0).max(99),
  /** While everybody writes in silence new cards stay hidden until they are revealed. */
  silent: z.boolean(),
  /** The objective whose road is on the screen; null: the first of the cycle. */
  objectiveId: idSchema.nullable(),
  decisions: listOf(
    z.strictObject({
      id: idSchema,
      at: momentSchema,
      text: noteSchema,
      voteId: idSchema.nullable(),
    }),
  ),
  acceptedChecks: listOf(z.strictObject({ check: z.string().max(64), reason: noteSchema })),
  /** What everybody who took part was called, written when the workshop is finished: people leave plans. */
  names: listOf(
    z.strictObject({ id: idSchema, name: titleSchema, initials: personSchema.shape.initials }),
  ).optional(),
  extra: extraSchema,
})
export type Workshop = Readonly<z.infer<typeof workshopSchema>>

/** One idea on the wall. Dragging it onto the road makes a thing; `became` keeps the link. */
export const cardSchema = z.strictObject({
  kind: z.literal('card'),
  id: idSchema,
  workshopId: idSchema,
  stepId: idSchema.nullable(),
  text: noteSchema,
  personId: idSchema.nullable(),
  hue: hueSchema,
  /** The card that heads its group; null for a card that stands alone or heads one. */
  groupId: idSchema.nullable(),
  groupName: noteSchema,
  /** The board of its step that it lies on; '' is the first one. */
  column: z.string().max(500),
  parked: z.boolean(),
  hidden: z.boolean(),
  dots: listOf(
    z.strictObject({ personId: idSchema.nullable(), count: z.number().int().min(0).max(999) }),
  ),
  became: refSchema.nullable(),
  order: orderSchema,
  extra: extraSchema,
})
export type Card = Readonly<z.infer<typeof cardSchema>>

/** A vote on a question: everyone's number, entered hidden and revealed at once. */
export const voteSchema = z.strictObject({
  kind: z.literal('vote'),
  id: idSchema,
  workshopId: idSchema,
  stepId: idSchema.nullable(),
  question: noteSchema,
  about: refSchema.nullable(),
  method: z.enum(['hands', 'fist-of-five', 'confidence']),
  round: z.number().int().min(1).max(99),
  openedAt: momentSchema,
  ballots: listOf(
    z.strictObject({ personId: idSchema.nullable(), value: z.number().min(0).max(999) }),
  ),
  revealedAt: momentSchema.nullable(),
  extra: extraSchema,
})
export type Vote = Readonly<z.infer<typeof voteSchema>>
