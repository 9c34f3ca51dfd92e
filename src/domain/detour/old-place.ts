import { dayFromNumber, isDay } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { formatDayWithYear } from '../calendar/day-format.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { shortTitle } from '../plan/title-quote.ts'

const WRITTEN = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** The day behind `Nov 27, 2026`, as a detour prints it; null when it is none. */
export function dayFromWords(words: string): Day | null {
  const match = WRITTEN.exec(words)
  const month = match ? MONTHS.indexOf(match[1] ?? '?') : -1
  if (!match || month < 0 || month % 3 !== 0) return null
  const ms = Date.UTC(Number(match[3]), month / 3, Number(match[2]))
  const day = Number.isFinite(ms) ? dayFromNumber(ms / 86_400_000) : ''
  return isDay(day) && Number(day.slice(8)) === Number(match[2]) ? day : null
}

/** Where a key result stands, as the detour that deletes it says: `on Customers rave, due Nov 27, 2026`. */
export function placeInWords(plan: Plan, { objectiveId, dueOn }: KeyResult): string {
  return `on ${objectiveInWords(plan, objectiveId)}, due ${formatDayWithYear(dueOn)}`
}

/** The place behind these words: the objective's title as detours print it, and the day; null for others. */
export function placeFromWords(
  words: string,
): { readonly objective: string; readonly dueOn: Day } | null {
  const match = /^on (.*), due (\w{3} \d{1,2}, \d{4})$/su.exec(words)
  const dueOn = match ? dayFromWords(match[2] ?? '') : null
  return match && dueOn !== null ? { objective: match[1] ?? '', dueOn } : null
}

/** An objective's title as a detour prints it. */
export function objectiveInWords(plan: Plan, objectiveId: Id): string {
  return shortTitle(plan.objective.get(objectiveId)?.title ?? '')
}
