import type { Day } from '../calendar/day.ts'
import type { Initiative } from './initiative.ts'

/** What is in the way of an initiative. */
export type Blocker = NonNullable<Initiative['blocker']>

/** The types of blockers as every screen and report names them. */
export const BLOCKER_WORDS: Readonly<Record<Blocker['type'], string>> = {
  waiting: 'Waiting for somebody',
  decision: 'Needs a decision',
  capacity: 'No capacity',
  technical: 'Technical',
  other: 'Something else',
}

/** The changes that block an initiative from a day on; what, who and what next is said afterwards. */
export function asBlocked(today: Day): Pick<Initiative, 'state' | 'blocker'> {
  return {
    state: 'blocked',
    blocker: { type: 'waiting', text: '', ownerId: null, nextAction: '', sinceOn: today },
  }
}

/** The changes that take the blocker away; what was blocked is in progress again. */
export function asCleared({
  state,
}: Pick<Initiative, 'state'>): Partial<Pick<Initiative, 'state' | 'blocker'>> {
  return { blocker: null, ...(state === 'blocked' ? { state: 'in-progress' } : {}) }
}
