import type { Id, Ref } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Patch, Plan } from '../plan/plan.ts'
import { thingAt } from '../plan/plan.ts'
import { visitReferences } from '../plan/reference.ts'
import type { Thing } from '../plan/thing.ts'
import { cardsOf, votesOf } from './workshop-patch.ts'
import type { Workshop } from './workshop.ts'

/** The workshop that a row belongs to, as the plan has it; undefined for rows of anything else. */
function workshopOf(plan: Plan, thing: Thing): Workshop | undefined {
  switch (thing.kind) {
    case 'workshop':
      return plan.workshop.get(thing.id)
    case 'card':
    case 'vote':
      return plan.workshop.get(thing.workshopId)
    default:
      return undefined
  }
}

/**
 * Whether a row belongs to a finished workshop. Such a row is history: it stays as it was when something
 * that it names leaves the plan, so its references may lead nowhere.
 */
export function isOfFinishedWorkshop(plan: Plan, thing: Thing): boolean {
  return workshopOf(plan, thing)?.state === 'finished'
}

/** A finished workshop that a patch would change, with its cards and votes; null where it changes none. */
export function finishedIn(plan: Plan, { puts, deletes }: Patch): Workshop | null {
  for (const ref of [...puts, ...deletes]) {
    const thing = thingAt(plan, ref) ?? puts.find((put) => put.id === ref.id)
    const workshop = thing && workshopOf(plan, thing)
    if (workshop?.state === 'finished') return workshop
  }
  return null
}

/** The people of a workshop by the names that they have now: who was there, who wrote, who voted. */
export function namesIn(plan: Plan, workshop: Workshop): NonNullable<Workshop['names']> {
  const ids = new Set<Id | null>([...workshop.presentIds, ...workshop.withoutPartIds])
  for (const card of cardsOf(plan, workshop.id)) {
    ids.add(card.personId)
    for (const dot of card.dots) ids.add(dot.personId)
  }
  for (const vote of votesOf(plan, workshop.id))
    for (const ballot of vote.ballots) ids.add(ballot.personId)
  return [...ids]
    .flatMap((id) => plan.person.get(id ?? '') ?? [])
    .slice(0, LIMITS.list)
    .map(({ id, name, initials }) => ({ id, name, initials }))
}

/** Somebody of a workshop: from the plan, else by the name that a finished workshop keeps; null for nobody. */
export function someoneIn(
  plan: Plan,
  workshop: Pick<Workshop, 'names'>,
  id: Id | null,
): { readonly name: string; readonly initials: string } | null {
  if (id === null) return null
  return plan.person.get(id) ?? workshop.names?.find((each) => each.id === id) ?? null
}

/** The rows of a workshop that is opened again, without what has left the plan since. */
export function reopenedRows(plan: Plan, workshop: Workshop): readonly Thing[] {
  const { names: _, ...open } = workshop
  const isThere = (ref: Ref) => thingAt(plan, ref) !== undefined
  const rows: readonly Thing[] = [...cardsOf(plan, workshop.id), ...votesOf(plan, workshop.id)]
  return [
    visitReferences(open, isThere),
    ...rows.flatMap((row) => {
      const cleared = visitReferences(row, isThere)
      return cleared === row ? [] : [cleared]
    }),
  ]
}
