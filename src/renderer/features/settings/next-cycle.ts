import type { Day } from '#domain/calendar/day.ts'
import { addDays } from '#domain/calendar/day.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { quarterOf } from '#domain/exchange/cycle-guess.ts'

/** The quarter after the last cycle of a plan; the quarter of today when there is none. */
export function nextCycle(
  cycles: Iterable<Pick<Cycle, 'endOn'>>,
  today: Day,
): { readonly name: string; readonly startOn: Day; readonly endOn: Day } {
  const last = [...cycles]
    .map(({ endOn }) => endOn)
    .sort()
    .at(-1)
  return quarterOf(last === undefined ? today : addDays(last, 1))
}
