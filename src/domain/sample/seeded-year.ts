import { addDays } from '../calendar/day.ts'
import { initialsOf } from '../people/person.ts'
import type { CommandContext } from '../plan/command.ts'
import { runCommand } from '../plan/commands.ts'
import type { Id } from '../plan/field.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import { applyPatch, planFromThings, thingsOf } from '../plan/plan.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Thing } from '../plan/thing.ts'
import { nth } from './seeded-ids.ts'
import type { Ids } from './seeded-ids.ts'
import { cycleThings } from './seeded-rows.ts'
import { SEEDED_CYCLES, TEAMS } from './seeded-year-story.ts'

/** The day on which the seeded year is to be looked at: its last quarter is over and waits for its review. */
export const SEEDED_TODAY = '2027-01-04'

/**
 * A year as rows: four cycles of three teams with weekly check-ins, detours, one missed cycle, and three
 * retrospectives that were closed by the product's own command; the fourth quarter is in review. Its days
 * are those of 2026, see {@link SEEDED_TODAY}. Throws when a command refuses, which a test would see.
 */
export function seededYear(context: CommandContext): Thing[] {
  const ids = new Map<string, Id>()
  const idOf: Ids = (name) => {
    const id = ids.get(name) ?? context.newId()
    ids.set(name, id)
    return id
  }
  const people = TEAMS.flatMap((team) => team.people.map((name) => ({ name, team })))
  const peopleOrders = orderKeysAfter([], people.length)
  const teamOrders = orderKeysAfter([], TEAMS.length)
  const teams = TEAMS.map(({ name }) => idOf(`team ${name}`))
  let plan = planFromThings([
    {
      kind: 'plan',
      id: idOf('plan'),
      name: 'Nordwind 2026',
      direction: 'A company that three small teams can be proud of.',
      settings: DEFAULT_SETTINGS,
      createdAt: '2025-12-12T08:00:00.000Z',
    },
    ...TEAMS.map(({ name, hue }, i): Thing => ({
      kind: 'theme',
      id: teams[i] ?? '',
      name,
      hue,
      order: teamOrders[i] ?? 'a0',
    })),
    ...people.map(({ name, team }, i): Thing => ({
      kind: 'person',
      id: idOf(name),
      name,
      initials: initialsOf(name),
      hue: team.hue,
      role: team.name,
      daysPerWeek: 5,
      daysOff: [],
      order: peopleOrders[i] ?? 'a0',
    })),
    ...SEEDED_CYCLES.flatMap((cycle, i) => cycleThings(cycle, i + 1, idOf, teams)),
  ])
  for (const [i, cycle] of SEEDED_CYCLES.entries()) {
    if (!cycle.retrospective) continue
    const today = addDays(cycle.endOn, 5)
    const closed = runCommand(
      plan,
      'retrospective.close',
      { id: idOf(nth(i + 1, 'retrospective')) },
      { ...context, today, now: `${today}T10:00:00.000Z` },
    )
    if (!closed.ok) throw new Error(closed.message)
    plan = applyPatch(plan, closed.patch)
  }
  return [...thingsOf(plan)]
}
