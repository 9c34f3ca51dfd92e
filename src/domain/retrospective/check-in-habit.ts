import type { Day } from '../calendar/day.ts'
import { addDays, minDay } from '../calendar/day.ts'
import { GRACE_DAYS } from '../check-in/cadence.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import { dueDays } from '../check-in/rhythm.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { askedFrom, type RuleContext } from '../key-result/rule-context.ts'
import { isFinal } from '../key-result/status.ts'
import type { KeyResultStatus } from '../key-result/status.ts'

/** How many check-ins were due and how many of them were made. */
export type Habit = { readonly done: number; readonly due: number }

/**
 * The check-in habit of one key result up to `context.today`: of the days on which one was due, those
 * that have one. A check-in belongs to the first due day that is at most three days before it; one that
 * only says why nothing could be said is none. Nothing is due any more once the end is reached for good.
 */
export function habitOf(
  keyResult: Pick<KeyResult, 'metric' | 'addedOn'>,
  figures: Pick<KeyResultStatus, 'computed' | 'lastCheckIn'>,
  checkIns: readonly Pick<CheckIn, 'day' | 'skipReason'>[],
  { cycle, settings, pastCadences, today }: RuleContext,
): Habit {
  const isSettled = isFinal(keyResult) && figures.computed === 'done'
  const until = isSettled ? (figures.lastCheckIn?.day ?? cycle.startOn) : today
  const rhythm = { cadence: settings.cadence, pastCadences }
  const due = dueDays(askedFrom(keyResult, checkIns, cycle), minDay(until, cycle.endOn), rhythm)
  const met = new Set<Day>()
  for (const { day, skipReason } of checkIns) {
    if (skipReason !== '' || day > today) continue
    const dueDay = due.find((on) => day <= addDays(on, GRACE_DAYS))
    if (dueDay !== undefined) met.add(dueDay)
  }
  return { done: met.size, due: due.length }
}
