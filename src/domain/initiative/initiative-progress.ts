import type { Day } from '../calendar/day.ts'
import { daysBetween } from '../calendar/day.ts'
import type { Initiative } from './initiative.ts'

/** The word of a state, as it is shown beside its colour. */
export const INITIATIVE_STATE_WORDS: Readonly<Record<Initiative['state'], string>> = {
  idea: 'Idea',
  planned: 'Planned',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
}

/** The share done of an initiative (0–1) and where it comes from. Done is 1 whatever its tasks say. */
export function initiativeProgress(initiative: Initiative): {
  readonly share: number
  readonly origin: 'state' | 'typed' | 'tasks'
  readonly tasksDone: number
  readonly tasks: number
} {
  const tasks = initiative.tasks.length
  const tasksDone = initiative.tasks.filter((task) => task.done).length
  if (initiative.state === 'done') return { share: 1, origin: 'state', tasksDone, tasks }
  if (initiative.typedProgress !== null)
    return { share: initiative.typedProgress, origin: 'typed', tasksDone, tasks }
  if (tasks > 0) return { share: tasksDone / tasks, origin: 'tasks', tasksDone, tasks }
  return { share: 0, origin: 'state', tasksDone, tasks }
}

/** True while it is neither done nor dropped. */
export function isOpen(initiative: Pick<Initiative, 'state'>): boolean {
  return initiative.state !== 'done' && initiative.state !== 'dropped'
}

/** Days that an open initiative is past its due day; 0 when it is not late. Its due day is still in time. */
export function lateDays(initiative: Pick<Initiative, 'state' | 'dueOn'>, today: Day): number {
  if (!isOpen(initiative) || initiative.dueOn === null) return 0
  return Math.max(0, daysBetween(initiative.dueOn, today))
}

/** True when an open initiative is past its due day. */
export function isLate(initiative: Pick<Initiative, 'state' | 'dueOn'>, today: Day): boolean {
  return lateDays(initiative, today) > 0
}

/** True when it should have begun and nobody has said that it has. */
export function isStartLate(
  initiative: Pick<Initiative, 'state' | 'startOn'>,
  today: Day,
): boolean {
  const isWaiting = initiative.state === 'idea' || initiative.state === 'planned'
  return isWaiting && initiative.startOn !== null && initiative.startOn < today
}
