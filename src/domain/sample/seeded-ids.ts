import type { Id } from '../plan/field.ts'

/** The id of a name; the same name gives the same id. */
export type Ids = (name: string) => Id

/** A name within a cycle: titles and keys come again in the next. */
export const nth = (cycle: number, key: string) => `${String(cycle)} ${key}`
