import type { Id, Kind } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { MAPPED_KINDS } from '../plan/plan.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import type { Thing } from '../plan/thing.ts'

/** One field of a thing that is another one now; `undefined` where the field was not there. */
export type FieldChange = {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** One thing in which two states of a plan differ. */
export type ThingDifference =
  | { readonly type: 'added'; readonly after: Thing }
  | { readonly type: 'gone'; readonly before: Thing }
  | {
      readonly type: 'changed'
      readonly before: Thing
      readonly after: Thing
      readonly fields: readonly FieldChange[]
    }

/** How many of one kind were added, changed and gone. */
export type DifferenceCounts = {
  readonly added: number
  readonly changed: number
  readonly gone: number
}

export type PlanDifference = {
  /** Kind by kind in the order of `MAPPED_KINDS`, the plan's own row first. */
  readonly things: readonly ThingDifference[]
  /** Only kinds in which the states differ. */
  readonly counts: ReadonlyMap<Kind, DifferenceCounts>
}

/** What is other in `after` than in `before`. Empty for two equal states. */
export function planDifference(before: Plan, after: Plan): PlanDifference {
  const things: ThingDifference[] = []
  const meta = changed(before.meta, after.meta)
  if (meta) things.push(meta)
  for (const kind of MAPPED_KINDS) {
    const [from, to]: [ReadonlyMap<Id, Thing>, ReadonlyMap<Id, Thing>] = [before[kind], after[kind]]
    if (from === to) continue
    for (const [id, thing] of from) {
      const now = to.get(id)
      const difference = now ? changed(thing, now) : ({ type: 'gone', before: thing } as const)
      if (difference) things.push(difference)
    }
    for (const [id, thing] of to) if (!from.has(id)) things.push({ type: 'added', after: thing })
  }
  return { things, counts: countsOf(things) }
}

/** The thing that a difference is about, as it is now where it still is. */
export function thingOfDifference(difference: ThingDifference): Thing {
  return difference.type === 'gone' ? difference.before : difference.after
}

function changed(before: Thing, after: Thing): ThingDifference | null {
  if (before === after) return null
  const fields: FieldChange[] = []
  const [a, b] = [before, after] as unknown as Readonly<Record<string, unknown>>[]
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [a?.[field], b?.[field]]
    if (was === is || canonicalJson(was) === canonicalJson(is)) continue
    fields.push({ field, before: was, after: is })
  }
  return fields.length === 0 ? null : { type: 'changed', before, after, fields }
}

function countsOf(things: readonly ThingDifference[]): ReadonlyMap<Kind, DifferenceCounts> {
  const counts = new Map<Kind, DifferenceCounts>()
  for (const difference of things) {
    const { kind } = thingOfDifference(difference)
    const so = counts.get(kind) ?? { added: 0, changed: 0, gone: 0 }
    counts.set(kind, { ...so, [difference.type]: so[difference.type] + 1 })
  }
  return counts
}
