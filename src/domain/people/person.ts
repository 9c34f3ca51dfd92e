import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { extraSchema, idSchema, listOf, orderSchema, titleSchema } from '../plan/field.ts'

/** The hues of objectives and people; `renderer/ui/tokens.css` gives each its colours. */
export const hueSchema = z.enum([
  'blue',
  'violet',
  'green',
  'orange',
  'teal',
  'rose',
  'amber',
  'slate',
])
export type Hue = z.infer<typeof hueSchema>

export const personSchema = z.strictObject({
  kind: z.literal('person'),
  id: idSchema,
  name: titleSchema,
  /** One to three characters on the round badge. */
  initials: z.string().min(1).max(8),
  hue: hueSchema,
  role: z.string().max(500),
  /** Working days per week that this person can give, 0–7. */
  daysPerWeek: z.number().min(0).max(7),
  daysOff: listOf(daySchema),
  order: orderSchema,
  extra: extraSchema,
})
export type Person = Readonly<z.infer<typeof personSchema>>

/** Initials of a name: first letter of the first and of the last word, by grapheme, upper case. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const first = (word: string | undefined) => (word ? ([...word][0] ?? '') : '')
  const letters = first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')
  return letters.toLocaleUpperCase('en').normalize('NFC') || '?'
}
