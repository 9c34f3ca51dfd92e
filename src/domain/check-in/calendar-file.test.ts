import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekday } from '../calendar/day.ts'
import { currentCycle } from '../cycle/cycle-clock.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { samplePlan } from '../sample/sample-plan.ts'
import type { Cadence } from './cadence.ts'
import { checkInDays } from './cadence.ts'
import { calendarFile, escapeText, foldLine } from './calendar-file.ts'

const NOW = '2026-11-16T08:30:15.000Z'

function sample(cadence?: Cadence, title?: string) {
  let count = 0
  const newId = () => `s${String((count += 1))}`
  const plan = planFromThings(samplePlan({ today: '2026-11-16', now: NOW, newId }))
  const cycle = currentCycle(plan, '2026-11-16')
  if (!cycle) throw new Error('no cycle')
  const keyResult = new Map(plan.keyResult)
  const [first] = keyResult.values()
  if (first && title !== undefined) keyResult.set(first.id, { ...first, title })
  const settings = { ...plan.meta.settings, ...(cadence ? { cadence } : {}) }
  const changed = { ...plan, keyResult, meta: { ...plan.meta, settings } }
  const text = calendarFile(changed, buildIndex(changed), cycle.id, NOW)
  return { plan: changed, cycle, text, lines: text.replaceAll('\r\n ', '').split('\r\n') }
}

const octets = (text: string) => Buffer.byteLength(text, 'utf8')
const unescaped = (text: string) =>
  text.replace(/\\([\\;,n])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign))

describe('escaping and folding by RFC 5545', () => {
  it.each([
    ['a;b,c\\d', 'a\\;b\\,c\\\\d'],
    ['two\nlines\r\nand\rmore', 'two\\nlines\\nand\\nmore'],
    ['bell\u0007 and nul\u0000', 'bell and nul'],
    ['END:VEVENT\nBEGIN:VALARM', 'END:VEVENT\\nBEGIN:VALARM'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  it('gives any text back, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const plain = text.replace(/\p{Cc}|[\u2028\u2029]/gu, '')
        const line = `SUMMARY:${escapeText(plain)}`
        const folded = foldLine(line)
        for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        expect(unescaped(line.slice(8))).toBe(plain)
      }),
    )
  })
})

describe('the calendar of a cycle', () => {
  it('is one calendar of whole all-day events with lines that end in CRLF', () => {
    const { text, lines } = sample()
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const count = (line: string) => lines.filter((one) => one === line).length
    expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'))
    expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toContain(
      'DTSTAMP:20261116T083015Z',
    )
  })

  it('has the check-in, every due day and the review, each with an id of its own', () => {
    const { plan, cycle, lines } = sample()
    const uids = lines.filter((line) => line.startsWith('UID:'))
    expect(new Set(uids).size).toBe(uids.length)
    expect(uids).toContain(`UID:check-in-${cycle.id}@roadbook`)
    expect(uids).toContain(`UID:review-${cycle.id}@roadbook`)
    for (const { id, state } of plan.keyResult.values())
      expect(uids.includes(`UID:due-${id}@roadbook`)).toBe(state === 'active')
    for (const { id, state, dueOn } of plan.initiative.values())
      expect(uids.includes(`UID:due-${id}@roadbook`)).toBe(
        state !== 'done' && state !== 'dropped' && dueOn !== null,
      )
  })

  it('keeps its ids from file to file', () => {
    const uids = (lines: readonly string[]) => lines.filter((line) => line.startsWith('UID:'))
    expect(uids(sample(undefined, 'Renamed').lines)).toEqual(uids(sample().lines))
  })

  it.each<[Cadence, RegExp]>([
    [{ every: 'week', weekday: 1 }, /^RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=\d{8}$/],
    [{ every: 'two-weeks', weekday: 5 }, /^RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=\d{8}$/],
    [{ every: 'month', weekday: 7 }, /^RRULE:FREQ=MONTHLY;BYDAY=1SU;UNTIL=\d{8}$/],
  ])('repeats the check-in by %j from its first day', (cadence, rule) => {
    const { cycle, lines } = sample(cadence)
    const at = lines.findIndex((line) => line.startsWith('UID:check-in-'))
    const event = lines.slice(at, lines.indexOf('END:VEVENT', at))
    const [first = ''] = checkInDays(cycle.startOn, cycle.endOn, cadence)
    expect(event).toContain(`DTSTART;VALUE=DATE:${first.replaceAll('-', '')}`)
    expect(weekday(first)).toBe(cadence.weekday)
    expect(event.some((line) => rule.test(line))).toBe(true)
  })

  it('lets no title break out of its line', () => {
    const { lines } = sample(undefined, 'Evil\r\nEND:VEVENT\r\nBEGIN:VALARM')
    expect(lines).not.toContain('BEGIN:VALARM')
    expect(lines).toContain('SUMMARY:Due: Evil\\nEND:VEVENT\\nBEGIN:VALARM')
  })
})
