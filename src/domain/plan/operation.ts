import { z } from 'zod'
import { momentSchema } from '../calendar/day.ts'
import { idSchema, noteSchema, refSchema } from './field.ts'
import { PLAN_VERSION, thingSchema } from './thing.ts'

export const patchSchema = z.strictObject({
  puts: z.array(thingSchema).readonly(),
  deletes: z.array(refSchema).readonly(),
})

/** 128 bits as 32 hex digits: the state of a plan, see `plan/state-hash.ts`. */
export const hashSchema = z.string().regex(/^[0-9a-f]{32}$/)

/**
 * One step in the life of a plan, as the history row and the journal line hold it. `seq` starts at 1 and
 * has no gaps; order is by `seq`, never by clock. An undo or redo is an operation of its own that names
 * the one that it undoes or redoes.
 */
export const operationSchema = z.strictObject({
  planId: idSchema,
  seq: z.number().int().min(1),
  at: momentSchema,
  /** The step's name as the undo menu shows it: `Move "Chatbot" to "First response"`. */
  name: noteSchema,
  type: z.enum(['do', 'undo', 'redo']),
  /** For undo and redo: the `seq` of the `do` operation concerned. */
  of: z.number().int().min(1).nullable(),
  /** Steps of one burst of typing share a group; one undo takes them back together. */
  group: z.string().min(1).max(64).optional(),
  patch: patchSchema,
  inverse: patchSchema,
  /** The state hash after this operation. */
  hash: hashSchema,
  /** Format version of the rows inside. */
  version: z.number().int().min(1),
})
export type Operation = Readonly<z.infer<typeof operationSchema>>

/** Rows of an older version are known by kind and id alone until they climb `format-ladder.ts`. */
const olderPatchSchema = z.strictObject({
  puts: z.array(z.looseObject({ kind: z.string().max(64), id: idSchema })).readonly(),
  deletes: z.array(z.strictObject({ kind: z.string().max(64), id: idSchema })).readonly(),
})

/**
 * An operation as journal and history hold it: of this version, or of an older one with the rows of then,
 * which must travel as they are, since state hash and seal are about those.
 */
export const storedOperationSchema = z.union([
  operationSchema,
  operationSchema.extend({
    patch: olderPatchSchema,
    inverse: olderPatchSchema,
    version: z
      .number()
      .int()
      .min(1)
      .max(PLAN_VERSION - 1),
  }),
]) as unknown as typeof operationSchema

/** Where a store of a plan stands. Two stores agree when both fields agree. */
export const headSchema = z.strictObject({
  planId: idSchema,
  seq: z.number().int().min(0),
  hash: hashSchema,
  version: z.number().int().min(1),
})
export type Head = Readonly<z.infer<typeof headSchema>>
