import type { Day } from '../calendar/day.ts'
import type { Id } from './field.ts'
import type { Patch, Plan } from './plan.ts'
import { thingAt } from './plan.ts'
import type { Thing } from './thing.ts'

/** What can be changed by a detour, and so remembers when it came onto a running plan. */
type Planned = Extract<Thing, { kind: 'objective' | 'keyResult' | 'initiative' }>

function isPlanned(thing: Thing): thing is Planned {
  return thing.kind === 'objective' || thing.kind === 'keyResult' || thing.kind === 'initiative'
}

/**
 * New things with the day on which they came onto a running plan: what joins a cycle that is still being
 * planned has none, and a copy does not keep the day of its original. What was there before stays as it is.
 */
export function withAddedDays(plan: Plan | null, puts: readonly Thing[], today: Day): Thing[] {
  const cycles = new Map(plan?.cycle)
  const cycleIdOf = new Map<Id, Id>()
  for (const thing of puts) {
    if (thing.kind === 'cycle') cycles.set(thing.id, thing)
    if (thing.kind === 'objective') cycleIdOf.set(thing.id, thing.cycleId)
  }
  return puts.map((thing) => {
    if (!isPlanned(thing) || (plan && thingAt(plan, thing))) return thing
    const cycleId =
      thing.kind === 'keyResult'
        ? (cycleIdOf.get(thing.objectiveId) ?? plan?.objective.get(thing.objectiveId)?.cycleId)
        : thing.cycleId
    const { addedOn: _copied, ...bare } = thing
    const state = cycles.get(cycleId ?? '')?.state
    return state === undefined || state === 'planning' ? bare : { ...bare, addedOn: today }
  })
}

/** Whether a thing came onto its running plan on this very day: it is still being written down. */
export function isAddedOn(plan: Plan, ref: Patch['deletes'][number], day: Day): boolean {
  const thing = thingAt(plan, ref)
  return thing !== undefined && isPlanned(thing) && thing.addedOn === day
}
