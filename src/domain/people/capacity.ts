import type { Day } from '../calendar/day.ts'
import { addDays, dayNumber, maxDay, minDay, weekday } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { Id } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import type { Person } from './person.ts'

/** First and last day; both belong to the span. */
export type Span = { readonly startOn: Day; readonly endOn: Day }

/** Asked and available person-days of one person over a span. */
export type Load = {
  readonly asked: number
  readonly available: number
  /** asked ÷ available; Infinity when something is asked of nobody, 0 when nothing is. */
  readonly ratio: number
  /** Above 100 % overbooked, 90–100 % balanced, below room left. */
  readonly verdict: 'overbooked' | 'balanced' | 'room-left'
}

/** One week of one person. `startOn` is its Monday. */
export type WeekLoad = Load & { readonly startOn: Day }

/** A person whom something asks for more than there is, by `overDays` person-days. */
export type Overload = { readonly person: Person; readonly overDays: number }

const EPSILON = 1e-9

/** The ISO weekday of a day's number: 1970-01-01 was a Thursday. */
function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** How many days of the span are working days. */
export function workingDaysIn(span: Span, workingDays: readonly number[]): number {
  const first = dayNumber(span.startOn)
  const count = dayNumber(span.endOn) - first + 1
  if (count <= 0) return 0
  const perWeek = new Set(workingDays)
  let sum = Math.floor(count / 7) * perWeek.size
  for (let i = 0; i < count % 7; i += 1) if (perWeek.has(weekdayOf(first + i))) sum += 1
  return sum
}

/** Who carries an initiative: the owner what the contributors leave. Parts sum to at most 1. */
export function carriersOf(
  initiative: Pick<Initiative, 'ownerId' | 'contributors'>,
): ReadonlyMap<Id, number> {
  const parts = new Map<Id, number>()
  let left = 1
  for (const { personId, share } of initiative.contributors) {
    parts.set(personId, (parts.get(personId) ?? 0) + share)
    left -= share
  }
  if (initiative.ownerId !== null && left > EPSILON)
    parts.set(initiative.ownerId, (parts.get(initiative.ownerId) ?? 0) + left)
  return parts
}

/**
 * The person-days that an initiative asks within a span: its effort spread evenly over its working days
 * (over all its days when it has no working day). 0 without effort or days, and when it is dropped.
 */
export function askedWithin(
  initiative: Pick<Initiative, 'effortDays' | 'startOn' | 'dueOn' | 'state'>,
  span: Span,
  workingDays: readonly number[],
): number {
  const { effortDays, startOn, dueOn, state } = initiative
  if (!effortDays || !startOn || !dueOn || state === 'dropped' || dueOn < startOn) return 0
  const part = { startOn: maxDay(startOn, span.startOn), endOn: minDay(dueOn, span.endOn) }
  if (part.endOn < part.startOn) return 0
  const whole = { startOn, endOn: dueOn }
  const days = workingDaysIn(whole, workingDays)
  if (days > 0) return (effortDays * workingDaysIn(part, workingDays)) / days
  const allDays = [1, 2, 3, 4, 5, 6, 7]
  return (effortDays * workingDaysIn(part, allDays)) / workingDaysIn(whole, allDays)
}

/** Available = days per week × weeks − days off on working days, never below 0. */
export function availableWithin(
  person: Pick<Person, 'daysPerWeek' | 'daysOff'>,
  span: Span,
  workingDays: readonly number[],
): number {
  const perWeek = new Set(workingDays)
  const weeks = perWeek.size === 0 ? 0 : workingDaysIn(span, workingDays) / perWeek.size
  const off = new Set(person.daysOff)
  let daysOff = 0
  for (const day of off)
    if (day >= span.startOn && day <= span.endOn && perWeek.has(weekday(day))) daysOff += 1
  return Math.max(0, person.daysPerWeek * weeks - daysOff)
}

/** The load of two figures, with its verdict. */
export function loadOf(asked: number, available: number): Load {
  const ratio = available > EPSILON ? asked / available : asked > EPSILON ? Infinity : 0
  const verdict =
    ratio > 1 + EPSILON ? 'overbooked' : ratio >= 0.9 - EPSILON ? 'balanced' : 'room-left'
  return { asked, available, ratio, verdict }
}

/**
 * The initiatives of a plan as capacity counts them. One that serves a key result asks for its effort although
 * it has not both of its days yet: it counts over its whole cycle, for while a plan is made, days come last.
 */
function* placedInitiatives(plan: Plan): Generator<Initiative> {
  for (const initiative of plan.initiative.values()) {
    const { startOn, dueOn, serves, cycleId } = initiative
    const cycle = plan.cycle.get(cycleId)
    const isPlaced = (startOn !== null && dueOn !== null) || serves.length === 0 || !cycle
    yield isPlaced ? initiative : { ...initiative, startOn: cycle.startOn, dueOn: cycle.endOn }
  }
}

/** The load of every person of the plan over a span, in the plan's order of people. */
export function loadsWithin(plan: Plan, span: Span): ReadonlyMap<Id, Load> {
  const { workingDays } = plan.meta.settings
  const asked = new Map<Id, number>()
  for (const initiative of placedInitiatives(plan)) {
    const days = askedWithin(initiative, span, workingDays)
    if (days === 0) continue
    for (const [personId, part] of carriersOf(initiative))
      asked.set(personId, (asked.get(personId) ?? 0) + days * part)
  }
  const loads = new Map<Id, Load>()
  for (const person of plan.person.values())
    loads.set(
      person.id,
      loadOf(asked.get(person.id) ?? 0, availableWithin(person, span, workingDays)),
    )
  return loads
}

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day))
}

/** The weeks that a span touches, each cut to the span. */
export function weeksOf(span: Span): Span[] {
  const weeks: Span[] = []
  for (let start = span.startOn; start <= span.endOn;) {
    const endOn = minDay(addDays(mondayOf(start), 6), span.endOn)
    weeks.push({ startOn: start, endOn })
    start = addDays(endOn, 1)
  }
  return weeks
}

/** What one initiative asks of a person: their part of it, and the person-days of that within a span. */
export type Asked = {
  readonly initiative: Initiative
  readonly part: number
  readonly days: number
}

/** The initiatives of any cycle that ask something of a person within a span, with the days that count. */
export function askedOf(plan: Plan, personId: Id, span: Span): readonly Asked[] {
  const { workingDays } = plan.meta.settings
  return [...placedInitiatives(plan)].flatMap((initiative): Asked[] => {
    const part = carriersOf(initiative).get(personId) ?? 0
    const days = part * askedWithin(initiative, span, workingDays)
    return days > 0 ? [{ initiative, part, days }] : []
  })
}

/** A person's load week by week over a span. */
export function weekLoadsOf(plan: Plan, personId: Id, span: Span): WeekLoad[] {
  const person = plan.person.get(personId)
  if (!person) return []
  const { workingDays } = plan.meta.settings
  const carried: { readonly initiative: Initiative; readonly part: number }[] = []
  for (const initiative of placedInitiatives(plan)) {
    const part = carriersOf(initiative).get(personId)
    if (part) carried.push({ initiative, part })
  }
  return weeksOf(span).map((week) => {
    const asked = carried.reduce(
      (sum, { initiative, part }) => sum + part * askedWithin(initiative, week, workingDays),
      0,
    )
    return {
      startOn: mondayOf(week.startOn),
      ...loadOf(asked, availableWithin(person, week, workingDays)),
    }
  })
}

/** The people of whom a cycle asks more than there is, the most overbooked first. */
export function overbookedPeople(plan: Plan, cycle: Cycle): Overload[] {
  const overloads: Overload[] = []
  for (const [personId, load] of loadsWithin(plan, cycle)) {
    const person = plan.person.get(personId)
    if (person && load.verdict === 'overbooked')
      overloads.push({ person, overDays: load.asked - load.available })
  }
  return overloads.sort((a, b) => b.overDays - a.overDays)
}

/**
 * Who would be over capacity through one bar, were it so: by how many person-days the weeks that it
 * touches would be over because of it, beyond what they are over without it. Most first. Whole weeks count,
 * for an overfull Thursday beside a free Monday is no overload.
 */
export function overloadBy(plan: Plan, moved: Initiative): Overload[] {
  const { startOn, dueOn, effortDays } = moved
  if (!startOn || !dueOn || !effortDays) return []
  const { workingDays } = plan.meta.settings
  const weeks = weeksOf({ startOn: mondayOf(startOn), endOn: addDays(mondayOf(dueOn), 6) })
  const parts = carriersOf(moved)
  const others = rivalsOf(plan, moved.id, parts, weeks)
  const overloads: Overload[] = []
  for (const [personId, part] of parts) {
    const person = plan.person.get(personId)
    if (!person) continue
    let overDays = 0
    for (const week of weeks) {
      const own = part * askedWithin(moved, week, workingDays)
      let asked = 0
      for (const rival of others)
        asked += (rival.parts.get(personId) ?? 0) * askedWithin(rival.initiative, week, workingDays)
      const available = availableWithin(person, week, workingDays)
      overDays += Math.max(0, asked + own - available) - Math.max(0, asked - available)
    }
    if (overDays > EPSILON) overloads.push({ person, overDays })
  }
  return overloads.sort((a, b) => b.overDays - a.overDays)
}

/** What else asks something of these people in the weeks of one bar. */
function rivalsOf(
  plan: Plan,
  movedId: Id,
  people: ReadonlyMap<Id, number>,
  weeks: readonly Span[],
) {
  const firstDay = weeks[0]?.startOn ?? ''
  const lastDay = weeks.at(-1)?.endOn ?? ''
  const rivals: { readonly initiative: Initiative; readonly parts: ReadonlyMap<Id, number> }[] = []
  for (const initiative of placedInitiatives(plan)) {
    const { id, ownerId, contributors, startOn, dueOn, effortDays } = initiative
    if (id === movedId || !effortDays || !startOn || !dueOn) continue
    if (dueOn < firstDay || startOn > lastDay) continue
    // Most work has an owner alone, and the owner is somebody else: in a large plan that is most of the time.
    if (contributors.length === 0 && !people.has(ownerId ?? '')) continue
    const parts = carriersOf(initiative)
    if ([...parts.keys()].some((personId) => people.has(personId)))
      rivals.push({ initiative, parts })
  }
  return rivals
}

/** What the initiatives that a person drives cost, per person; those without a driver count for nobody. */
export function moneyByDriver(initiatives: Iterable<Initiative>): ReadonlyMap<Id, number> {
  const sums = new Map<Id, number>()
  for (const { ownerId, money, state } of initiatives)
    if (ownerId !== null && money !== null && state !== 'dropped')
      sums.set(ownerId, (sums.get(ownerId) ?? 0) + money)
  return sums
}

/** Effort, money and people of several initiatives together, without dropped ones. */
export function sumOfNeeds(initiatives: Iterable<Initiative>): {
  readonly effortDays: number
  readonly money: number
  readonly peopleNeeded: number
} {
  const sum = { effortDays: 0, money: 0, peopleNeeded: 0 }
  for (const initiative of initiatives) {
    if (initiative.state === 'dropped') continue
    sum.effortDays += initiative.effortDays ?? 0
    sum.money += initiative.money ?? 0
    sum.peopleNeeded += initiative.peopleNeeded ?? 0
  }
  return sum
}
