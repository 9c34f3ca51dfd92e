import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema } from '../plan/field.ts'
import { removalOf } from '../plan/removal.ts'
import { quoted } from '../plan/title-quote.ts'
import type { JournalEntry } from './journal-entry.ts'
import { journalEntrySchema } from './journal-entry.ts'

const GONE = 'This entry is not in the plan any more.'
const { shape } = journalEntrySchema

/** Commands that change the journal: wins, lessons, blockers, concerns, decisions. */
export const journalCommands = {
  'journal.add': defineCommand({
    input: z.strictObject({
      type: shape.type,
      text: shape.text,
      id: idSchema.optional(),
      day: daySchema.optional(),
      authorId: idSchema.nullable().optional(),
      about: shape.about.optional(),
    }),
    run: (plan, input, context) => {
      const id = input.id ?? context.newId()
      if (plan.journalEntry.has(id)) return refuse('id', 'This id is taken.')
      const entry: JournalEntry = {
        kind: 'journalEntry',
        id,
        type: input.type,
        day: input.day ?? context.today,
        at: context.now,
        text: input.text,
        authorId: input.authorId ?? null,
        about: input.about ?? null,
        reactions: [],
        answer: '',
        answerOwnerId: null,
        resolvedOn: null,
      }
      const name = `Note the ${entry.type} ${quoted(entry.text)}`
      return { ok: true, patch: { puts: [entry], deletes: [] }, name }
    },
  }),
  'journal.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        type: shape.type.optional(),
        day: daySchema.optional(),
        text: shape.text.optional(),
        authorId: idSchema.nullable().optional(),
        about: shape.about.optional(),
        reactions: shape.reactions.optional(),
        answer: noteSchema.optional(),
        answerOwnerId: idSchema.nullable().optional(),
        resolvedOn: daySchema.nullable().optional(),
      }),
    }),
    run: (plan, { id, changes }) => {
      const entry = plan.journalEntry.get(id)
      if (!entry) return refuse('id', GONE)
      const next: JournalEntry = { ...entry, ...given(changes) }
      const name = `Change the ${next.type} ${quoted(next.text)}`
      return { ok: true, patch: { puts: [next], deletes: [] }, name }
    },
  }),
  'journal.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }) => {
      const entry = plan.journalEntry.get(id)
      if (!entry) return refuse('id', GONE)
      const patch = removalOf(plan, [{ kind: 'journalEntry', id }])
      return { ok: true, patch, name: `Delete the ${entry.type} ${quoted(entry.text)}` }
    },
  }),
}
