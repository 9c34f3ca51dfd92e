import { sharesWithout } from '../initiative/shares.ts'
import { isOfFinishedWorkshop } from '../workshop/finished-workshop.ts'
import type { Ref } from './field.ts'
import type { Patch, Plan } from './plan.ts'
import { thingAt, thingsOf } from './plan.ts'
import { refKey, visitReferences } from './reference.ts'
import type { Thing } from './thing.ts'

/**
 * The patch that takes things out of a plan whole: with them goes what they own (an objective takes its
 * key results, those their check-ins, a cycle everything that stands in it), and every reference to
 * something gone is cleared, so that nothing dangles; only the rows of a finished workshop stay as they
 * were. Shares of what is left are scaled back to 1; an initiative that then serves nothing stands in the
 * Garage.
 */
export function removalOf(plan: Plan, refs: readonly Ref[]): Patch {
  const gone = new Set<string>()
  const deletes: Ref[] = []
  const remove = ({ kind, id }: Ref) => {
    const key = refKey({ kind, id })
    if (gone.has(key) || kind === 'plan' || !thingAt(plan, { kind, id })) return false
    gone.add(key)
    deletes.push({ kind, id })
    return true
  }
  for (const ref of refs) remove(ref)
  // Owners stand before what they own in at most four rounds: cycle, objective, key result, check-in.
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false
    for (const thing of thingsOf(plan)) {
      if (gone.has(refKey(thing))) continue
      let isOrphan = false
      visitReferences(thing, (ref, _field, isOwner) => {
        if (isOwner && gone.has(refKey(ref))) isOrphan = true
        return true
      })
      if (isOrphan && remove({ kind: thing.kind, id: thing.id })) isGrowing = true
    }
  }
  const puts: Thing[] = []
  for (const thing of thingsOf(plan)) {
    if (gone.has(refKey(thing)) || isOfFinishedWorkshop(plan, thing)) continue
    const cleared = visitReferences(thing, (ref) => !gone.has(refKey(ref)))
    if (cleared === thing) continue
    if (cleared.kind === 'initiative' && thing.kind === 'initiative') {
      const serves = sharesWithout(thing.serves, (id) =>
        gone.has(refKey({ kind: 'keyResult', id })),
      )
      puts.push({ ...cleared, serves: serves.map((s) => ({ ...s })) })
    } else puts.push(cleared)
  }
  return { puts, deletes }
}
