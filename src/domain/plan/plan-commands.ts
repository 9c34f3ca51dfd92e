import { z } from 'zod'
import { withCadence } from '../check-in/rhythm.ts'
import { given } from './changes.ts'
import { defineCommand, refuse } from './command.ts'
import { noteSchema, titleSchema } from './field.ts'
import { LIMITS } from './limits.ts'
import { thingAt, thingsOf } from './plan.ts'
import type { PlanMeta } from './plan-meta.ts'
import { settingsSchema } from './plan-meta.ts'
import { refKey } from './reference.ts'
import { thingSchema } from './thing.ts'
import { quoted } from './title-quote.ts'

/** Commands that change the plan as a whole. */
export const planCommands = {
  'plan.update': defineCommand({
    input: z.strictObject({
      changes: z.strictObject({
        name: titleSchema.optional(),
        direction: noteSchema.optional(),
        settings: settingsSchema.partial().optional(),
      }),
    }),
    run: (plan, { changes }, context) => {
      const { settings, ...rest } = changes
      const { cadence = plan.meta.settings.cadence } = settings ?? {}
      const next: PlanMeta = {
        ...withCadence(plan.meta, cadence, context),
        ...given(rest),
        settings: { ...plan.meta.settings, ...given(settings ?? {}) },
      }
      const name =
        next.name !== plan.meta.name
          ? `Rename the plan ${quoted(next.name)}`
          : settings
            ? 'Change the settings'
            : 'Change the direction'
      return { ok: true, patch: { puts: [next], deletes: [] }, name }
    },
  }),
  /** Adds many new things as one step: what a paste, an import or a template made. */
  'plan.addThings': defineCommand({
    input: z.strictObject({
      things: z
        .array(thingSchema)
        .max(LIMITS.things, { error: `has more than ${String(LIMITS.things)} entries` }),
      name: noteSchema,
    }),
    run: (plan, { things, name }) => {
      const seen = new Set<string>()
      for (const [i, thing] of things.entries()) {
        const field = `things.${String(i)}.id`
        if (thing.kind === 'plan')
          return refuse(field, 'A plan cannot be added to a plan; open it as a plan of its own.')
        const key = refKey(thing)
        if (seen.has(key) || thingAt(plan, thing))
          return refuse(field, `Two things have the same id, ${thing.id}.`)
        seen.add(key)
      }
      return { ok: true, patch: { puts: things, deletes: [] }, name }
    },
  }),
  /** Puts a whole other state of this plan in the place of the present one: a restore or a merge. */
  'plan.replaceThings': defineCommand({
    input: z.strictObject({
      things: z
        .array(thingSchema)
        .max(LIMITS.things, { error: `has more than ${String(LIMITS.things)} entries` }),
      name: noteSchema,
    }),
    run: (plan, { things, name }) => {
      const next = new Set(things.map(refKey))
      if (next.size < things.length) return refuse('things', 'Two things have the same id.')
      const own = things.filter((thing) => thing.kind === 'plan')
      if (own.length !== 1 || own[0]?.id !== plan.meta.id)
        return refuse('things', 'This is a state of another plan.')
      const deletes = [...thingsOf(plan)]
        .filter((thing) => !next.has(refKey(thing)))
        .map(({ kind, id }) => ({ kind, id }))
      return { ok: true, patch: { puts: things, deletes }, name }
    },
  }),
}
