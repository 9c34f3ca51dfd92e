import type { Day } from '../calendar/day.ts'
import { counted, shortTitle } from '../plan/title-quote.ts'

/** Whether and when this computer says that check-ins are due; off until somebody switches it on. */
export type ReminderChoice = {
  readonly isOn: boolean
  /** The time on the wall, `09:00`. */
  readonly at: string
  /** Somebody has been asked, or has chosen: nobody is asked twice. */
  readonly wasAsked: boolean
  /** The day of the last reminder. */
  readonly lastOn: Day | null
}

/** Off, at nine in the morning, and nobody was asked yet. */
export const NO_REMINDER: ReminderChoice = {
  isOn: false,
  at: '09:00',
  wasAsked: false,
  lastOn: null,
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Minutes since midnight of `09:00`; null when it is no time of a day. */
export function minutesOfTime(time: string): number | null {
  const match = TIME.exec(time)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** The day and the minute of it, as the clock on the wall shows them. */
export type WallMoment = { readonly day: Day; readonly minute: number }

/**
 * Whether to remind now: the chosen time passed since `before` (the last look, null right after the start),
 * also while the machine slept; once a day even if the clock is set back; never when nothing is due. Whoever
 * starts the app after that time sees what is due and needs no reminder.
 */
export function shallRemind(
  choice: ReminderChoice,
  before: WallMoment | null,
  now: WallMoment,
  due: number,
): boolean {
  const at = minutesOfTime(choice.at)
  if (!choice.isOn || due <= 0 || at === null || choice.lastOn === now.day) return false
  if (now.minute < at) return false
  if (before === null) return now.minute === at
  return before.day < now.day || before.minute < at
}

/** What the notification says; only the plan's name in it was written by people. */
export function reminderWords(reminder: {
  readonly planName: string
  readonly due: number
  readonly overdue: number
}): { readonly title: string; readonly body: string } {
  const { planName, due, overdue } = reminder
  const name = shortTitle(planName, 60)
  const late = overdue > 0 ? `, ${String(overdue)} of them overdue` : ''
  return {
    title: name === '' ? 'Roadbook' : name,
    body: `${counted(due, 'check-in')} ${due === 1 ? 'is' : 'are'} due${due === 1 && overdue === 1 ? ' and overdue' : late}.`,
  }
}
