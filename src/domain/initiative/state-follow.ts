import type { Day } from '../calendar/day.ts'
import type { Initiative } from './initiative.ts'

/**
 * The changed initiative with what follows from its state: done carries its day, a new blocker makes it
 * blocked, and one that is not blocked any more has no blocker.
 */
export function withStateFollowed(before: Initiative, changed: Initiative, today: Day): Initiative {
  let { state, blocker } = changed
  const isStateTyped = state !== before.state
  if (!isStateTyped && blocker !== null && before.blocker === null && state !== 'done')
    state = 'blocked'
  else if (!isStateTyped && blocker === null && before.blocker !== null && state === 'blocked')
    state = 'in-progress'
  else if (isStateTyped && state !== 'blocked' && blocker === before.blocker) blocker = null
  const doneOn = state === 'done' ? (before.doneOn ?? today) : null
  return { ...changed, state, blocker, doneOn }
}

/** The state that a dropped initiative comes back to. */
export function restoredState(initiative: Initiative): Initiative['state'] {
  if (initiative.blocker) return 'blocked'
  const isBegun = initiative.tasks.some((task) => task.done) || (initiative.typedProgress ?? 0) > 0
  if (isBegun) return 'in-progress'
  const isOffRoad = initiative.serves.length === 0
  return isOffRoad && initiative.startOn === null && initiative.dueOn === null ? 'idea' : 'planned'
}
