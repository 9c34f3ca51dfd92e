import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** A stable id: printable ASCII without spaces, so that ids never differ only by case-folding or accents. */
export type Id = string
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'is not an id (1 to 64 letters, digits, - or _)' })

/** One line of text that must not be empty. */
export const titleSchema = z
  .string()
  .max(LIMITS.title, { error: `is longer than ${String(LIMITS.title)} characters` })
  .refine((text) => text.trim() !== '', { error: 'is empty' })

/** Text of any length up to a note; may be empty and may hold line breaks. */
export const noteSchema = z
  .string()
  .max(LIMITS.note, { error: `is longer than ${String(LIMITS.note)} characters` })

/** A link as typed. It is text: shown, never opened by the app, linked in exports only when it is http(s). */
export const linkSchema = z
  .string()
  .max(LIMITS.link, { error: `is longer than ${String(LIMITS.link)} characters` })

/** A finite number that JSON and a double can carry exactly enough (below 1e15 in size). `-0` becomes 0. */
export const numberSchema = z
  .number()
  .refine((n) => Math.abs(n) < LIMITS.number, { error: 'is too large' })
  .transform((n) => (n === 0 ? 0 : n))

/** A finite number of at least 0: effort in person-days, money, weights. */
export const amountSchema = numberSchema.refine((n) => n >= 0, { error: 'is negative' })

/** A share or fraction from 0 to 1. */
export const shareSchema = z.number().min(0).max(1)

/** A key of `fractional-indexing`: plain string order is the order of the things. */
export const orderSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,200}$/, { error: 'is not an order key' })

/** Unknown fields of a newer version, kept and written back untouched. */
export const extraSchema = z.record(z.string(), z.unknown()).optional()

/** Points to one thing of the plan. */
export const kindSchema = z.enum([
  'plan',
  'theme',
  'person',
  'cycle',
  'objective',
  'keyResult',
  'initiative',
  'checkIn',
  'journalEntry',
  'detour',
  'retrospective',
  'workshop',
  'card',
  'vote',
])
export type Kind = z.infer<typeof kindSchema>

export const refSchema = z.strictObject({ kind: kindSchema, id: idSchema })
/** Points to one thing of the plan. */
export type Ref = Readonly<z.infer<typeof refSchema>>

/** The ordinary list bound of one thing. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).max(LIMITS.list, { error: `has more than ${String(LIMITS.list)} entries` })
}
