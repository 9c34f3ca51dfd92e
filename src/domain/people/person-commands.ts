import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { given } from '../plan/changes.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, listOf, titleSchema } from '../plan/field.ts'
import { orderKeyAfter } from '../plan/order-key.ts'
import { removalOf } from '../plan/removal.ts'
import { quoted } from '../plan/title-quote.ts'
import { nextHue } from './next-hue.ts'
import type { Person } from './person.ts'
import { hueSchema, initialsOf, personSchema } from './person.ts'

const GONE = 'This person is not in the plan any more.'
const { shape } = personSchema

/** Commands that change people. */
export const personCommands = {
  'person.add': defineCommand({
    input: z.strictObject({
      name: titleSchema,
      role: shape.role.optional(),
      daysPerWeek: shape.daysPerWeek.optional(),
      id: idSchema.optional(),
    }),
    run: (plan, input, context) => {
      const id = input.id ?? context.newId()
      if (plan.person.has(id)) return refuse('id', 'This id is taken.')
      const person: Person = {
        kind: 'person',
        id,
        name: input.name,
        initials: initialsOf(input.name).slice(0, 8),
        hue: nextHue(plan.person.values()),
        role: input.role ?? '',
        daysPerWeek: input.daysPerWeek ?? 5,
        daysOff: [],
        order: orderKeyAfter(plan.person.values()),
      }
      return {
        ok: true,
        patch: { puts: [person], deletes: [] },
        name: `Add ${quoted(person.name)}`,
      }
    },
  }),
  'person.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        name: titleSchema.optional(),
        initials: shape.initials.optional(),
        hue: hueSchema.optional(),
        role: shape.role.optional(),
        daysPerWeek: shape.daysPerWeek.optional(),
        daysOff: listOf(daySchema).optional(),
      }),
    }),
    run: (plan, { id, changes }) => {
      const person = plan.person.get(id)
      if (!person) return refuse('id', GONE)
      const next: Person = { ...person, ...given(changes) }
      const hadOwnInitials = person.initials !== initialsOf(person.name).slice(0, 8)
      const initials =
        changes.initials ??
        (changes.name === undefined || hadOwnInitials
          ? person.initials
          : initialsOf(changes.name).slice(0, 8))
      const daysOff = [...new Set(next.daysOff)].sort()
      return {
        ok: true,
        patch: { puts: [{ ...next, initials, daysOff }], deletes: [] },
        name: `Change ${quoted(next.name)}`,
      }
    },
  }),
  'person.delete': defineCommand({
    input: z.strictObject({ id: idSchema }),
    run: (plan, { id }) => {
      const person = plan.person.get(id)
      if (!person) return refuse('id', GONE)
      return {
        ok: true,
        patch: removalOf(plan, [{ kind: 'person', id }]),
        name: `Delete ${quoted(person.name)}`,
      }
    },
  }),
}
