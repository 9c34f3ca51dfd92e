import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { PlanSettings } from '../plan/plan-meta.ts'

/** What the rules of progress, pace and status need to know beside the key result itself. */
export type RuleContext = {
  readonly cycle: Pick<Cycle, 'startOn' | 'endOn'>
  readonly settings: Pick<PlanSettings, 'cadence' | 'thresholds'>
  readonly today: Day
  /** How sentences say a day; `Nov 27` where nothing else is asked for. */
  readonly sayDay?: SayDay | undefined
}

/** Puts a day in words, or in digits. */
export type SayDay = (day: Day) => string
