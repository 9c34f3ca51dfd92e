import { z } from 'zod'
import { daySchema, momentSchema } from '../calendar/day.ts'
import { extraSchema, idSchema, listOf, noteSchema, orderSchema, titleSchema } from './field.ts'
import { hueSchema } from '../people/person.ts'

const cadenceSchema = z.strictObject({
  every: z.enum(['week', 'two-weeks', 'month']),
  /** ISO weekday of the check-in, 1 Monday – 7 Sunday. */
  weekday: z.number().int().min(1).max(7),
})

export const settingsSchema = z.strictObject({
  cadence: cadenceSchema,
  /** Pace thresholds: a gap up to `onPace` is on pace, up to `slipping` is slipping, more is behind. */
  thresholds: z
    .strictObject({ onPace: z.number().min(0).max(1), slipping: z.number().min(0).max(1) })
    .refine((t) => t.onPace < t.slipping, { error: 'slipping must be larger than on pace' }),
  /** ISO 4217 code or any short word for money. */
  currency: z.string().min(1).max(12),
  /** ISO weekdays on which work happens. */
  workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  notDoing: listOf(titleSchema),
  agreements: listOf(titleSchema),
  rootCauses: listOf(titleSchema),
  /** What causes of closed cycles are called since; not given while none was renamed. */
  renamedCauses: listOf(z.strictObject({ from: titleSchema, to: titleSchema })).optional(),
  retrospectiveQuestions: listOf(titleSchema),
  /** Writing checks that somebody dismissed, with the reason; the review prints them. */
  dismissedChecks: listOf(
    z.strictObject({ check: z.string().max(64), about: idSchema, reason: noteSchema }),
  ),
})
export type PlanSettings = Readonly<z.infer<typeof settingsSchema>>

/** The plan's own row: everything that belongs to the plan as a whole. Its id is the plan's id. */
export const planMetaSchema = z.strictObject({
  kind: z.literal('plan'),
  id: idSchema,
  name: titleSchema,
  /** Where are we going, in the sponsor's own words. */
  direction: noteSchema,
  settings: settingsSchema,
  /** Cadences of before, each with the day from which another one held; not given while none was changed. */
  pastCadences: listOf(cadenceSchema.extend({ until: daySchema })).optional(),
  createdAt: momentSchema,
  extra: extraSchema,
})
export type PlanMeta = Readonly<z.infer<typeof planMetaSchema>>

export const themeSchema = z.strictObject({
  kind: z.literal('theme'),
  id: idSchema,
  name: titleSchema,
  hue: hueSchema,
  order: orderSchema,
  extra: extraSchema,
})
export type Theme = Readonly<z.infer<typeof themeSchema>>

/** Settings of a new plan. Thresholds from the product's rule: 0.10 on pace, 0.25 slipping. */
export const DEFAULT_SETTINGS: PlanSettings = {
  cadence: { every: 'week', weekday: 1 },
  thresholds: { onPace: 0.1, slipping: 0.25 },
  currency: 'EUR',
  workingDays: [1, 2, 3, 4, 5],
  notDoing: [],
  agreements: [],
  rootCauses: [
    'Not enough capacity',
    'Wrong initiative for the number',
    'Target set without a baseline',
    'Blocked by somebody else',
    'Priorities changed',
    'Started too late',
  ],
  retrospectiveQuestions: [
    'What worked?',
    'What did not work?',
    'What did we learn?',
    'What do we change?',
  ],
  dismissedChecks: [],
}
