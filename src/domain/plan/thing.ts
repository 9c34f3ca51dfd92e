import { z } from 'zod'
import { checkInSchema } from '../check-in/check-in.ts'
import { cycleSchema } from '../cycle/cycle.ts'
import { detourSchema } from '../detour/detour.ts'
import { initiativeSchema } from '../initiative/initiative.ts'
import { journalEntrySchema } from '../journal/journal-entry.ts'
import { keyResultSchema } from '../key-result/key-result.ts'
import { objectiveSchema } from '../objective/objective.ts'
import { personSchema } from '../people/person.ts'
import { retrospectiveSchema } from '../retrospective/retrospective.ts'
import { cardSchema, voteSchema, workshopSchema } from '../workshop/workshop.ts'
import type { Kind } from './field.ts'
import { planMetaSchema, themeSchema } from './plan-meta.ts'

/** The schema of every kind of row that a plan holds: format version 1. */
export const THING_SCHEMAS = {
  plan: planMetaSchema,
  theme: themeSchema,
  person: personSchema,
  cycle: cycleSchema,
  objective: objectiveSchema,
  keyResult: keyResultSchema,
  initiative: initiativeSchema,
  checkIn: checkInSchema,
  journalEntry: journalEntrySchema,
  detour: detourSchema,
  retrospective: retrospectiveSchema,
  workshop: workshopSchema,
  card: cardSchema,
  vote: voteSchema,
} as const satisfies Record<Kind, z.ZodType>

export const thingSchema = z.discriminatedUnion('kind', [
  planMetaSchema,
  themeSchema,
  personSchema,
  cycleSchema,
  objectiveSchema,
  keyResultSchema,
  initiativeSchema,
  checkInSchema,
  journalEntrySchema,
  detourSchema,
  retrospectiveSchema,
  workshopSchema,
  cardSchema,
  voteSchema,
])
/** One row of a plan. */
export type Thing = Readonly<z.infer<typeof thingSchema>>
export type ThingOf<K extends Kind> = Extract<Thing, { kind: K }>

/** The version of the plan format: of files, database rows, journal operations and snapshots alike. */
export const PLAN_FORMAT = 'roadbook-plan'
export const PLAN_VERSION = 1
