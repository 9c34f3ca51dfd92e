import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import {
  amountSchema,
  extraSchema,
  idSchema,
  linkSchema,
  listOf,
  noteSchema,
  numberSchema,
  orderSchema,
  shareSchema,
  titleSchema,
} from '../plan/field.ts'

const unitSchema = z.string().max(40)

/** A step of a milestone key result; `weight` counts against the sum of all weights. */
export const stepSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  weight: amountSchema,
  doneOn: daySchema.nullable(),
})

/**
 * How a key result is measured. `null` numbers are "not known yet": the key result is then asked for
 * them, counts as not measured and has no progress.
 */
export const metricSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('increase'),
    unit: unitSchema,
    baseline: numberSchema.nullable(),
    target: numberSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('decrease'),
    unit: unitSchema,
    baseline: numberSchema.nullable(),
    target: numberSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('relative'),
    unit: unitSchema,
    baseline: numberSchema.nullable(),
    /** Change against the baseline as a fraction: 0.25 is "+25 %", 2 is "3x". Target = baseline × (1 + change). */
    change: numberSchema,
  }),
  z.strictObject({
    type: z.literal('band'),
    unit: unitSchema,
    /** At least `low`, at most `high`; one of them may be open. */
    low: numberSchema.nullable(),
    high: numberSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('milestone'), steps: listOf(stepSchema) }),
  z.strictObject({ type: z.literal('done') }),
  z.strictObject({ type: z.literal('find-baseline'), unit: unitSchema }),
  /** Nobody has said yet how it is measured. */
  z.strictObject({ type: z.literal('unmeasured') }),
])
export type Metric = Readonly<z.infer<typeof metricSchema>>
export type MetricType = Metric['type']

/** The line that says how far the value should be on each day of the span. */
export const planLineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('even') }),
  z.strictObject({ type: z.literal('back-loaded') }),
  z.strictObject({
    type: z.literal('steps'),
    /** From `on`, `expected` of the way (0–1) is planned. */
    steps: listOf(z.strictObject({ on: daySchema, expected: shareSchema })),
  }),
])
export type PlanLine = Readonly<z.infer<typeof planLineSchema>>

export const statusSchema = z.enum([
  'on-pace',
  'slipping',
  'behind',
  'outdated',
  'not-started',
  'done',
])
/** The colour of a key result or an objective, always shown with its word. */
export type Status = z.infer<typeof statusSchema>

export const keyResultSchema = z.strictObject({
  kind: z.literal('keyResult'),
  id: idSchema,
  objectiveId: idSchema,
  title: titleSchema,
  ownerId: idSchema.nullable(),
  metric: metricSchema,
  dueOn: daySchema,
  /** Share in the objective's progress relative to its siblings; 0 is "watched, not counted". */
  weight: amountSchema,
  indicator: z.enum(['leading', 'lagging']),
  /** A guardrail is watched beside the others and never counted. */
  guardrail: z.boolean(),
  /** "What would we do differently if this number moved?" */
  wouldDo: noteSchema,
  /** Where the number comes from. */
  source: noteSchema,
  planLine: planLineSchema,
  state: z.enum(['active', 'dropped', 'retired']),
  /** Why it was dropped or retired; '' otherwise. */
  stateReason: noteSchema,
  statusOverride: z
    .strictObject({
      status: statusSchema,
      reason: noteSchema,
      authorId: idSchema.nullable(),
      setOn: daySchema,
      untilOn: daySchema,
    })
    .nullable(),
  /** Order on the road where due days tie. */
  order: orderSchema,
  note: noteSchema,
  link: linkSchema,
  carriedFrom: idSchema.nullable(),
  /** The day it came onto the plan of a running cycle; not given for what was planned before. */
  addedOn: daySchema.optional(),
  extra: extraSchema,
})
export type KeyResult = Readonly<z.infer<typeof keyResultSchema>>
