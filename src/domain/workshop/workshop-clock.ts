import type { Plan } from '../plan/plan.ts'
import type { Moment } from '../calendar/day.ts'
import type { Workshop, WorkshopStep } from './workshop.ts'

const MINUTE_MS = 60_000
/** A clock that was left running over a night counts no longer than this. */
const LONGEST_RUN_MS = 4 * 3_600_000
const MOST_MS = 1e9

/** Milliseconds of work on a step until `now`, pauses left out; computed from stored moments alone. */
export function spentMs(workshop: Workshop, step: WorkshopStep, now: Moment): number {
  const runsHere = workshop.currentStepId === step.id && workshop.clockStartedAt !== null
  const started = runsHere ? Date.parse(workshop.clockStartedAt ?? '') : Number.NaN
  // A clock that was set back must not give time back.
  const running = Number.isNaN(started)
    ? 0
    : Math.min(LONGEST_RUN_MS, Math.max(0, Date.parse(now) - started))
  return Math.min(MOST_MS, step.spentMs + running)
}

/** Planned and added length of a step in milliseconds. */
export function plannedMs(step: Pick<WorkshopStep, 'minutes' | 'addedMinutes'>): number {
  return (step.minutes + step.addedMinutes) * MINUTE_MS
}

/** What a step's clock shows: time left, or below 0 by how much it is over. */
export function leftMs(workshop: Workshop, step: WorkshopStep, now: Moment): number {
  return plannedMs(step) - spentMs(workshop, step, now)
}

export type ClockMood = 'calm' | 'soon' | 'over'

/** How near the end is: `soon` in the last tenth or the last minute, whichever is longer. */
export function clockMood(step: WorkshopStep, left: number): ClockMood {
  if (plannedMs(step) === 0) return 'calm'
  if (left <= 0) return 'over'
  return left <= Math.max(MINUTE_MS, plannedMs(step) / 10) ? 'soon' : 'calm'
}

/** `11:42`, `1:05:00`, and `+0:20` once the time is over. */
export function formatClock(ms: number): string {
  const isOver = ms < 0
  const all = isOver ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const text =
    hours > 0
      ? `${String(hours)}:${two(minutes)}:${two(seconds)}`
      : `${String(minutes)}:${two(seconds)}`
  return isOver && all > 0 ? `+${text}` : text
}

/** The workshop with its clock stopped and what ran booked on the current step. */
export function withClockStopped(workshop: Workshop, now: Moment): Workshop {
  if (workshop.clockStartedAt === null) return workshop
  return {
    ...workshop,
    clockStartedAt: null,
    steps: workshop.steps.map((step) =>
      step.id === workshop.currentStepId
        ? { ...step, spentMs: spentMs(workshop, step, now), leftAt: now }
        : step,
    ),
  }
}

/**
 * The workshop on another step. What was behind stays as it is: going back deletes nothing, and the clock
 * of a step goes on where it stood. Steps before the furthest one that was left forwards stay ticked.
 */
export function withStepEntered(workshop: Workshop, stepId: string, now: Moment): Workshop {
  const stopped = withClockStopped(workshop, now)
  const from = stopped.steps.findIndex(({ id }) => id === stopped.currentStepId)
  const to = stopped.steps.findIndex(({ id }) => id === stepId)
  if (to < 0) return workshop
  return {
    ...stopped,
    currentStepId: stepId,
    clockStartedAt: workshop.state === 'running' ? now : null,
    steps: stopped.steps.map((step, i) => {
      if (i === to) return { ...step, state: 'current', enteredAt: step.enteredAt ?? now }
      if (i === from)
        return { ...step, state: to > from ? 'done' : step.leftAt === null ? 'ahead' : 'done' }
      return step.state === 'current' ? { ...step, state: 'done' } : step
    }),
  }
}

/** The workshop that runs, if any does: only one can. */
export function runningWorkshop({ workshop }: Pick<Plan, 'workshop'>): Workshop | null {
  for (const each of workshop.values()) if (each.state === 'running') return each
  return null
}
