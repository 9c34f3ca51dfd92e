import { maxDay, minDay, type Day } from '../calendar/day.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { PlanMeta, PlanSettings } from '../plan/plan-meta.ts'
import type { KeyResult } from './key-result.ts'

/** What the rules of progress, pace and status need to know beside the key result itself. */
export type RuleContext = {
  readonly cycle: Pick<Cycle, 'startOn' | 'endOn'>
  readonly settings: Pick<PlanSettings, 'cadence' | 'thresholds'>
  /** What the cadence was before: a day is judged by the one that held on it. */
  readonly pastCadences?: PlanMeta['pastCadences'] | undefined
  readonly today: Day
  /** How sentences say a day; `Nov 27` where nothing else is asked for. */
  readonly sayDay?: SayDay | undefined
}

/** Puts a day in words, or in digits. */
export type SayDay = (day: Day) => string

/**
 * The day from which check-ins of a key result are asked for: the cycle's first day, or where it came onto
 * the running plan later, that day (or its first check-in, which may be written down afterwards). Nobody is
 * late with what was not there yet. `checkIns` are the effective ones, by day.
 */
export function askedFrom(
  { addedOn }: Pick<KeyResult, 'addedOn'>,
  checkIns: readonly Pick<CheckIn, 'day'>[],
  cycle: RuleContext['cycle'],
): Day {
  if (addedOn === undefined) return cycle.startOn
  return maxDay(cycle.startOn, minDay(addedOn, checkIns[0]?.day ?? addedOn))
}

/** The rules that a plan goes by, for a {@link RuleContext}. */
export function rulesOf({ meta }: { readonly meta: PlanMeta }) {
  return { settings: meta.settings, pastCadences: meta.pastCadences }
}
