import type { Day } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { PlanMeta, PlanSettings } from '../plan/plan-meta.ts'

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

/** The rules that a plan goes by, for a {@link RuleContext}. */
export function rulesOf({ meta }: { readonly meta: PlanMeta }) {
  return { settings: meta.settings, pastCadences: meta.pastCadences }
}
