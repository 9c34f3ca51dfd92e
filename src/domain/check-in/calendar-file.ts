import type { Day, Moment } from '../calendar/day.ts'
import { addDays } from '../calendar/day.ts'
import type { Cycle } from '../cycle/cycle.ts'
import { isOpen } from '../initiative/initiative-progress.ts'
import { formatMetric } from '../key-result/value-format.ts'
import type { Id } from '../plan/field.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import type { Cadence } from './cadence.ts'
import { checkInDays } from './cadence.ts'

/** RFC 5545, 3.1: a content line has at most 75 octets without its line break. */
const LINE_OCTETS = 75

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** RFC 5545, 3.3.11: text with its four special characters escaped; other control characters are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** A content line folded after at most 75 octets, never inside a character. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}

const dateOf = (day: Day) => day.replaceAll('-', '')
const stampOf = (at: Moment) => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`

type Event = {
  /** Stays the same from file to file, so that a calendar replaces what it has. */
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly about: string
  readonly rule?: string
}

function linesOf(event: Event, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}@roadbook`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(event.on)}`,
    // The end of an all-day event is the first day that does not belong to it.
    `DTEND;VALUE=DATE:${dateOf(addDays(event.on, 1))}`,
    ...(event.rule === undefined ? [] : [`RRULE:${event.rule}`]),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.about === '' ? [] : [`DESCRIPTION:${escapeText(event.about)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function repeatOf(cadence: Cadence, until: Day): string {
  const day = WEEKDAYS[cadence.weekday - 1] ?? 'MO'
  const end = `UNTIL=${dateOf(until)}`
  switch (cadence.every) {
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${day};${end}`
    case 'two-weeks':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day};${end}`
    case 'month':
      return `FREQ=MONTHLY;BYDAY=1${day};${end}`
  }
}

function checkInEvent(plan: Plan, cycle: Cycle): readonly Event[] {
  const { cadence } = plan.meta.settings
  const [first] = checkInDays(cycle.startOn, cycle.endOn, cadence)
  if (first === undefined) return []
  return [
    {
      uid: `check-in-${cycle.id}`,
      on: first,
      summary: `Check-in: ${plan.meta.name}`,
      about: `${cycle.name}: the value and the confidence of every key result.`,
      rule: repeatOf(cadence, cycle.endOn),
    },
  ]
}

/**
 * A calendar (RFC 5545, `text/calendar`) of one cycle: the check-in as one repeated event, a day for each
 * due key result and open initiative, and the review on the last day. All-day events, because a plan
 * knows days and no hours. UIDs hang on the ids of the plan: a newer file replaces an older one.
 */
export function calendarFile(plan: Plan, index: PlanIndex, cycleId: Id, now: Moment): string {
  const cycle = plan.cycle.get(cycleId)
  const owner = (id: Id | null) => (id === null ? undefined : plan.person.get(id)?.name)
  const told = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n')
  const events: Event[] = []
  if (cycle) {
    events.push(...checkInEvent(plan, cycle))
    for (const objective of listAt(index.objectivesByCycle, cycleId)) {
      if (objective.state === 'dropped') continue
      for (const keyResult of listAt(index.keyResultsByObjective, objective.id)) {
        if (keyResult.state !== 'active') continue
        events.push({
          uid: `due-${keyResult.id}`,
          on: keyResult.dueOn,
          summary: `Due: ${keyResult.title}`,
          about: told(formatMetric(keyResult.metric), objective.title, owner(keyResult.ownerId)),
        })
      }
    }
    for (const initiative of listAt(index.initiativesByCycle, cycleId))
      if (isOpen(initiative) && initiative.dueOn !== null)
        events.push({
          uid: `due-${initiative.id}`,
          on: initiative.dueOn,
          summary: `Due: ${initiative.title}`,
          about: told(initiative.note, owner(initiative.ownerId)),
        })
    events.push({
      uid: `review-${cycle.id}`,
      on: cycle.endOn,
      summary: `Review: ${cycle.name}`,
      about: `Last values, scores and lessons of ${cycle.name}.`,
    })
  }
  const stamp = stampOf(now)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Roadbook//Roadbook//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(plan.meta.name)}`,
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')
}
