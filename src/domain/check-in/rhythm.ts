import type { Day } from '../calendar/day.ts'
import { addDays, maxDay, minDay } from '../calendar/day.ts'
import type { CommandContext } from '../plan/command.ts'
import { LIMITS } from '../plan/limits.ts'
import type { PlanMeta } from '../plan/plan-meta.ts'
import { CADENCE_DAYS, checkInDays, nextCheckInOn } from './cadence.ts'
import type { Cadence } from './cadence.ts'

/** A cadence that held until a day, on which another one took its place. */
export type PastCadence = NonNullable<PlanMeta['pastCadences']>[number]

/** The cadence of a plan with those before it: what was due once stays due, whatever is agreed later. */
export type Rhythm = {
  readonly cadence: Cadence
  readonly pastCadences?: readonly PastCadence[] | undefined
}

/** A cadence with the days on which it held; `fromOn` null: from the beginning, `toOn` null: to this day. */
type Stretch = { readonly fromOn: Day | null; readonly toOn: Day | null; readonly cadence: Cadence }

function stretchesOf({ cadence, pastCadences = [] }: Rhythm): readonly Stretch[] {
  // Two copies of a plan that came together may hold them in any order.
  const past = [...pastCadences].sort((a, b) => (a.until < b.until ? -1 : 1))
  return [...past, { ...cadence, until: null }].map(({ until, every, weekday }, i): Stretch => ({
    fromOn: past[i - 1]?.until ?? null,
    toOn: until === null ? null : addDays(until, -1),
    cadence: { every, weekday },
  }))
}

/** The cadence that held on a day. */
export function cadenceOn(rhythm: Rhythm, day: Day): Cadence {
  const held = stretchesOf(rhythm).find(({ toOn }) => toOn === null || day <= toOn)
  return held?.cadence ?? rhythm.cadence
}

/**
 * The days on which a check-in is due after the cycle's first day, up to and including `until`: each by the
 * cadence that held on it, counted on from the last day that was due before the change.
 */
export function dueDays(startOn: Day, until: Day, rhythm: Rhythm): readonly Day[] {
  const days: Day[] = []
  for (const { fromOn, toOn, cadence } of stretchesOf(rhythm)) {
    if (toOn !== null && toOn <= startOn) continue
    const last = toOn === null ? until : minDay(toOn, until)
    for (const day of checkInDays(days.at(-1) ?? startOn, last, cadence))
      if (fromOn === null || day >= fromOn) days.push(day)
  }
  return days
}

/**
 * A day that a cadence sets, carried through its changes after `since` up to `today`: a slower one gives its
 * time at once, a faster one never more than its own time from the day of the change, so that nobody is late
 * by a change.
 */
function throughChanges(
  since: Day,
  rhythm: Rhythm,
  today: Day,
  { from, onChange }: Readonly<Record<'from' | 'onChange', (day: Day, cadence: Cadence) => Day>>,
): Day {
  let day = from(since, cadenceOn(rhythm, since))
  for (const { fromOn, cadence } of stretchesOf(rhythm))
    if (fromOn !== null && fromOn > since && fromOn <= today)
      day = maxDay(from(since, cadence), minDay(day, onChange(fromOn, cadence)))
  return day
}

/** The day on which the next check-in is due after the last one, or after the cycle's first day. */
export function nextDueOn(lastOn: Day | null, startOn: Day, rhythm: Rhythm, today: Day): Day {
  const from = (day: Day, cadence: Cadence) => nextCheckInOn(day, startOn, cadence)
  const onChange = (day: Day, cadence: Cadence) => from(addDays(day, -1), cadence)
  return throughChanges(lastOn ?? startOn, rhythm, today, { from, onChange })
}

/** The last day on which a check-in after `since` is within its cadence; the days of grace come on top. */
export function lateAfter(since: Day, rhythm: Rhythm, today: Day): Day {
  const from = (day: Day, { every }: Cadence) => addDays(day, CADENCE_DAYS[every])
  return throughChanges(since, rhythm, today, { from, onChange: from })
}

/**
 * The plan's own row with another cadence from today on. What held for less than a day is not kept, nor is
 * anything on the day on which the plan was made: it is still being written down.
 */
export function withCadence(
  meta: PlanMeta,
  cadence: Cadence,
  { now, today }: Pick<CommandContext, 'now' | 'today'>,
): PlanMeta {
  const { pastCadences = [], ...rest } = meta
  const before = meta.settings.cadence
  const isSame = (a: Cadence, b: Cadence) => a.every === b.every && a.weekday === b.weekday
  const next = { ...rest, settings: { ...meta.settings, cadence } }
  const last = pastCadences.at(-1)
  const isAgain = last !== undefined && last.until >= today
  const isNew = meta.createdAt.slice(0, 10) === now.slice(0, 10)
  const past = isAgain
    ? isSame(last, cadence)
      ? pastCadences.slice(0, -1)
      : pastCadences
    : isNew || isSame(before, cadence)
      ? pastCadences
      : [...pastCadences, { ...before, until: today }].slice(-LIMITS.list)
  return past.length === 0 ? next : { ...next, pastCadences: past }
}
