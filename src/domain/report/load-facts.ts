import type { Day } from '../calendar/day.ts'
import { weekday } from '../calendar/day.ts'
import { weekdayName } from '../calendar/day-format.ts'
import type { Asked } from '../people/capacity.ts'
import { formatPersonDays, personDays } from '../people/person-days.ts'
import type { Person } from '../people/person.ts'
import type { Span } from '../people/capacity.ts'
import { ours, theirs } from './document.ts'
import type { Line } from './document.ts'
import { joined } from './line-words.ts'
import { count, printShare } from './printed-number.ts'

/** The rule by which what is asked and what there is are worked out, with the days that count. */
export function capacityRule(workingDays: readonly number[]): string {
  const days = [...new Set(workingDays)].sort((a, b) => a - b).map(weekdayName)
  return (
    'Asked = the effort of an initiative spread evenly over its working days, by share; the owner carries what the contributors leave. ' +
    'An initiative that serves a key result and has no days yet counts over its whole cycle. ' +
    'Available = days per week × weeks − days off; a week that the cycle cuts counts by its working days. ' +
    `Working days are ${days.length === 0 ? 'not set' : days.join(', ')}. ` +
    'Above 100\u00a0% is overbooked, 90–100\u00a0% balanced, below that there is room. ' +
    'Initiatives of other cycles count where their days fall into this one.'
  )
}

/** `Chatbot: 2.1 of 10 days (50 % of 20, Oct 26 – Nov 25)`: what each initiative asks of somebody in a span. */
export function askedLine(asked: readonly Asked[], day: (day: Day) => string): Line {
  const parts = asked.map(({ initiative, part, days }): Line => {
    const { title, effortDays, startOn, dueOn } = initiative
    const effort = effortDays ?? 0
    const share = part === 1 ? '' : `${printShare(part)} of ${formatPersonDays(effort)}, `
    const span = startOn === null || dueOn === null ? '' : `${day(startOn)} – ${day(dueOn)}`
    return [
      theirs(title),
      ours(`: ${formatPersonDays(days)} of ${personDays(effort * part)} (${share}${span})`),
    ]
  })
  return parts.length === 0 ? [] : [ours('Asked by '), ...joined(parts, '; ')]
}

/** How much there is of somebody in a span: days a week, and which days are off. */
export function availableWords(
  { daysPerWeek, daysOff }: Person,
  { startOn, endOn }: Span,
  workingDays: readonly number[],
  day: (day: Day) => string,
): string {
  const off = [...new Set(daysOff)]
    .filter((one) => one >= startOn && one <= endOn && workingDays.includes(weekday(one)))
    .sort()
  const offWords = off.length === 0 ? 'no day off' : `off ${off.map(day).join(', ')}`
  return `${count(daysPerWeek, 'day')} a week, ${offWords}`
}
