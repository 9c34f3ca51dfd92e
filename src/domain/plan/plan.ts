import type { CheckIn } from '../check-in/check-in.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Objective } from '../objective/objective.ts'
import type { Person } from '../people/person.ts'
import type { Retrospective } from '../retrospective/retrospective.ts'
import type { Card, Vote, Workshop } from '../workshop/workshop.ts'
import type { Id, Kind, Ref } from './field.ts'
import { kindSchema } from './field.ts'
import type { PlanMeta, Theme } from './plan-meta.ts'
import type { Thing, ThingOf } from './thing.ts'

/**
 * A plan in memory: one immutable map a kind, by id. A change makes new maps for the kinds that it
 * touches and keeps the identity of all others, so that a selector can compare by reference.
 */
export type Plan = {
  readonly meta: PlanMeta
  readonly theme: ReadonlyMap<Id, Theme>
  readonly person: ReadonlyMap<Id, Person>
  readonly cycle: ReadonlyMap<Id, Cycle>
  readonly objective: ReadonlyMap<Id, Objective>
  readonly keyResult: ReadonlyMap<Id, KeyResult>
  readonly initiative: ReadonlyMap<Id, Initiative>
  readonly checkIn: ReadonlyMap<Id, CheckIn>
  readonly journalEntry: ReadonlyMap<Id, JournalEntry>
  readonly detour: ReadonlyMap<Id, Detour>
  readonly retrospective: ReadonlyMap<Id, Retrospective>
  readonly workshop: ReadonlyMap<Id, Workshop>
  readonly card: ReadonlyMap<Id, Card>
  readonly vote: ReadonlyMap<Id, Vote>
}

export type MappedKind = Exclude<Kind, 'plan'>
/** Every kind but the plan's own row, in the order of the file. */
export const MAPPED_KINDS: readonly MappedKind[] = kindSchema.options.filter(
  (kind) => kind !== 'plan',
)

/** What a command does to a plan: rows to write whole and rows to remove. */
export type Patch = {
  readonly puts: readonly Thing[]
  readonly deletes: readonly Ref[]
}

/** The thing behind a reference, or undefined when the plan does not hold it. */
export function thingAt<K extends Kind>(
  plan: Plan,
  ref: { readonly kind: K; readonly id: Id },
): ThingOf<K> | undefined {
  const { kind, id }: Ref = ref
  if (kind === 'plan')
    return (plan.meta.id === id ? plan.meta : undefined) as ThingOf<K> | undefined
  const map: ReadonlyMap<Id, Thing> = plan[kind]
  return map.get(id) as ThingOf<K> | undefined
}

/** Builds a plan from its rows in any order. Throws when the plan's own row is missing. */
export function planFromThings(things: Iterable<Thing>): Plan {
  const maps = Object.fromEntries(MAPPED_KINDS.map((kind) => [kind, new Map<Id, Thing>()]))
  let meta: PlanMeta | undefined
  for (const thing of things) {
    if (thing.kind === 'plan') meta = thing
    else maps[thing.kind]?.set(thing.id, thing)
  }
  if (!meta) throw new Error('The plan has no row of its own.')
  return { meta, ...maps } as unknown as Plan
}

/** All rows of a plan: its own first, then kind by kind. */
export function* thingsOf(plan: Plan): Generator<Thing> {
  yield plan.meta
  for (const kind of MAPPED_KINDS) yield* plan[kind].values()
}

/** How many rows a plan holds, counting its own. */
export function countThings(plan: Plan): number {
  return MAPPED_KINDS.reduce((sum, kind) => sum + plan[kind].size, 1)
}

/** A patch is first checked and then kept: the same question twice must not copy fifty thousand entries twice. */
let latest: { readonly plan: Plan; readonly patch: Patch; readonly after: Plan } | null = null

/** The plan after a patch. Deletes happen before puts; kinds that are not touched keep their identity. */
export function applyPatch(plan: Plan, patch: Patch): Plan {
  if (latest?.plan !== plan || latest.patch !== patch)
    latest = { plan, patch, after: patched(plan, patch) }
  return latest.after
}

function patched(plan: Plan, patch: Patch): Plan {
  const changed = new Map<MappedKind, Map<Id, Thing>>()
  const open = (kind: MappedKind): Map<Id, Thing> => {
    let map = changed.get(kind)
    if (!map) {
      map = new Map<Id, Thing>(plan[kind])
      changed.set(kind, map)
    }
    return map
  }
  let meta = plan.meta
  for (const { kind, id } of patch.deletes) if (kind !== 'plan') open(kind).delete(id)
  for (const thing of patch.puts) {
    if (thing.kind === 'plan') meta = thing
    else open(thing.kind).set(thing.id, thing)
  }
  return { ...plan, ...Object.fromEntries(changed), meta }
}

/** The patch that takes `applyPatch(plan, patch)` back to `plan`, row for row. */
export function invert(plan: Plan, patch: Patch): Patch {
  const puts: Thing[] = []
  const deletes: Ref[] = []
  const seen = new Set<string>()
  const restore = (ref: Ref) => {
    const key = `${ref.kind} ${ref.id}`
    if (seen.has(key)) return
    seen.add(key)
    const before = thingAt(plan, ref)
    if (before) puts.push(before)
    else deletes.push({ kind: ref.kind, id: ref.id })
  }
  for (const thing of patch.puts) restore(thing)
  for (const ref of patch.deletes) restore(ref)
  return { puts, deletes }
}
