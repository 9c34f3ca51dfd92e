import type { Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { thingAt } from '../plan/plan.ts'
import { refKey, visitReferences } from '../plan/reference.ts'
import type { Thing } from '../plan/thing.ts'

type Rows = ReadonlyMap<
  string,
  { readonly mine: Thing | undefined; readonly theirs: Thing | undefined }
>

/** Groups of rows that must be taken from one side together; they only ever grow. */
export type Ties = {
  /** Puts rows into one group; true when that changed anything. */
  readonly tie: (keys: readonly string[]) => boolean
  /** The row with a problem and what it refers to, as far as the two sides differ there. */
  readonly around: (plan: Plan, ref: Ref, rows: Rows) => readonly string[]
  /** The group of a row, and everything that refers to it or that it refers to on either side. */
  readonly neighbours: (key: string, rows: Rows) => readonly string[]
  /** Every group, each sorted, in the order of their first row. */
  readonly groups: () => readonly (readonly string[])[]
}

/** Makes an empty set of groups. */
export function createTies(): Ties {
  const groupOf = new Map<string, Set<string>>()

  const targets = (thing: Thing | undefined): readonly string[] => {
    const found: string[] = []
    if (thing)
      visitReferences(thing, (ref) => {
        found.push(refKey(ref))
        return true
      })
    return found
  }

  return {
    tie: (keys) => {
      const group = new Set<string>()
      for (const key of keys) for (const each of groupOf.get(key) ?? [key]) group.add(each)
      const isNew = keys.some((key) => (groupOf.get(key)?.size ?? 0) !== group.size)
      if (isNew) for (const key of group) groupOf.set(key, group)
      return isNew
    },
    around: (plan, ref, rows) => {
      const thing = thingAt(plan, ref)
      const missing = targets(thing).filter((key) => !isIn(plan, key))
      const near = missing.length > 0 ? missing : targets(thing)
      return [refKey(ref), ...near].filter((key) => rows.has(key))
    },
    neighbours: (key, rows) => {
      const group = groupOf.get(key) ?? new Set([key])
      const near = new Set(group)
      for (const [other, { mine, theirs }] of rows) {
        const to = [...targets(mine), ...targets(theirs)]
        if (group.has(other)) for (const each of to) near.add(each)
        else if (to.some((each) => group.has(each))) near.add(other)
      }
      return [...near].filter((each) => rows.has(each))
    },
    groups: () =>
      [...new Set(groupOf.values())]
        .map((group) => [...group].sort())
        .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
  }
}

function isIn(plan: Plan, key: string): boolean {
  const [kind, id] = key.split(' ') as [Ref['kind'], string]
  return thingAt(plan, { kind, id }) !== undefined
}
