import { z } from 'zod'
import { hueSchema } from '../people/person.ts'
import { given } from './changes.ts'
import { defineCommand, refuse } from './command.ts'
import { idSchema, titleSchema } from './field.ts'
import { orderKeyAfter } from './order-key.ts'
import type { Theme } from './plan-meta.ts'
import { removalOf } from './removal.ts'
import { quoted } from './title-quote.ts'

const GONE = 'This theme is not in the plan any more.'

/** Commands that change themes. */
export const themeCommands = {
  'theme.add': defineCommand({
    input: z.strictObject({
      name: titleSchema,
      hue: hueSchema.optional(),
      id: idSchema.optional(),
    }),
    run: (plan, input, context) => {
      const id = input.id ?? context.newId()
      if (plan.theme.has(id)) return refuse('id', 'This id is taken.')
      const theme: Theme = {
        kind: 'theme',
        id,
        name: input.name,
        hue: input.hue ?? 'slate',
        order: orderKeyAfter(plan.theme.values()),
      }
      return {
        ok: true,
        patch: { puts: [theme], deletes: [] },
        name: `Add theme ${quoted(theme.name)}`,
      }
    },
  }),
  'theme.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({ name: titleSchema.optional(), hue: hueSchema.optional() }),
    }),
    run: (plan, { id, changes }) => {
      const theme = plan.theme.get(id)
      if (!theme) return refuse('id', GONE)
      const next: Theme = { ...theme, ...given(changes) }
      return {
        ok: true,
        patch: { puts: [next], deletes: [] },
        name: `Change theme ${quoted(next.name)}`,
      }
    },
  }),
  'theme.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }) => {
      const theme = plan.theme.get(id)
      if (!theme) return refuse('id', GONE)
      return {
        ok: true,
        patch: removalOf(plan, [{ kind: 'theme', id }]),
        name: `Delete theme ${quoted(theme.name)}`,
      }
    },
  }),
}
