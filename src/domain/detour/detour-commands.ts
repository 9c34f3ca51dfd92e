import { z } from 'zod'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema } from '../plan/field.ts'
import { quoted } from '../plan/title-quote.ts'

/** Commands that explain detours; detours themselves are written by the changes that they record. */
export const detourCommands = {
  'detour.explain': defineCommand({
    input: z.strictObject({
      id: idSchema,
      why: noteSchema,
      authorId: idSchema.nullable().optional(),
    }),
    run: (plan, { id, why, authorId }) => {
      const detour = plan.detour.get(id)
      if (!detour) return refuse('id', 'This detour is not in the plan any more.')
      const next = { ...detour, why, authorId: authorId === undefined ? detour.authorId : authorId }
      const name = `Explain the detour of ${quoted(detour.title)}`
      return { ok: true, patch: { puts: [next], deletes: [] }, name }
    },
  }),
}
