import type { RoundScope } from '#domain/check-in/round.ts'
import { resumedRound, roundStops } from '#domain/check-in/round.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Id } from '#domain/plan/field.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import type { Round } from '#store/ui-store.ts'

/** The cycle on screen; null while there is none. */
export function roundCycle(): Cycle | null {
  const { plan, today } = usePlan.getState()
  const { cycleId } = useUi.getState()
  if (!plan) return null
  return (
    (cycleId === null ? undefined : plan.cycle.get(cycleId)) ?? currentCycle(plan, today) ?? null
  )
}

const isSame = (a: RoundScope, b: RoundScope) => JSON.stringify(a) === JSON.stringify(b)

/** Goes on with the round that was left, or begins one; a scope that is given replaces another. */
export function enterRound(scope: RoundScope | null): void {
  const { plan, index, today } = usePlan.getState()
  const cycle = roundCycle()
  if (!plan || !index || !cycle) return
  const { round } = useUi.getState()
  const isWanted = round?.cycleId === cycle.id && (scope === null || isSame(scope, round.scope))
  const left = round && isWanted ? resumedRound(plan, index, round, today) : null
  if (round && left) {
    useUi.setState({ round: { ...round, ...left } })
    return
  }
  const wanted: RoundScope = scope ?? { type: 'all' }
  const stops = roundStops(plan, index, cycle.id, wanted, today)
  const begun: Round = {
    cycleId: cycle.id,
    scope: wanted,
    stops,
    done: [],
    at: stops[0] ?? null,
    startedOn: today,
    spentMs: 0,
  }
  useUi.setState({ round: begun })
}

const change = (changes: Partial<Round>) => {
  useUi.setState(({ round }) => (round ? { round: { ...round, ...changes } } : {}))
}

/** Goes to a stop; null is the end of the round. */
export function goToStop(id: Id | null): void {
  change({ at: id })
}

/** The stop beside one; null before the first and after the last. */
export function neighbourOf(round: Round, id: Id, by: 1 | -1): Id | null {
  return round.stops[round.stops.indexOf(id) + by] ?? null
}

/** Marks a stop as answered or skipped and goes on. */
export function finishStop(id: Id): void {
  const { round } = useUi.getState()
  if (!round) return
  const done = round.done.includes(id) ? round.done : [...round.done, id]
  change({ done, at: neighbourOf(round, id, 1) })
}

/** Adds time that was spent in the round. */
export function spend(ms: number): void {
  useUi.setState(({ round }) => (round ? { round: { ...round, spentMs: round.spentMs + ms } } : {}))
}
