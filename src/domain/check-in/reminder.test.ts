import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import type { ReminderChoice, WallMoment } from './reminder.ts'
import { minutesOfTime, NO_REMINDER, reminderWords, shallRemind } from './reminder.ts'

const DAY = '2026-11-16'
const on: ReminderChoice = { ...NO_REMINDER, isOn: true }
const at = (time: string, day = DAY): WallMoment => ({ day, minute: minutesOfTime(time) ?? -1 })

describe('the reminder of due check-ins', () => {
  it.each<[string, ReminderChoice, WallMoment | null, WallMoment, number, boolean]>([
    ['at the minute', on, at('08:59'), at('09:00'), 3, true],
    ['a little late, because looks are half a minute apart', on, at('08:59'), at('09:01'), 1, true],
    ['not before', on, at('08:58'), at('08:59'), 3, false],
    ['not again later', on, at('09:00'), at('09:01'), 3, false],
    ['not while it is off', NO_REMINDER, at('08:59'), at('09:00'), 3, false],
    ['not when nothing is due', on, at('08:59'), at('09:00'), 0, false],
    ['not twice on one day', { ...on, lastOn: DAY }, at('08:59'), at('09:00'), 3, false],
    ['on the next day', { ...on, lastOn: DAY }, at('23:59'), at('09:00', '2026-11-17'), 1, true],
    ['after a night of sleep', on, at('18:00', '2026-11-13'), at('10:30'), 3, true],
    ['after a nap over the time', on, at('08:10'), at('12:00'), 3, true],
    ['not to whoever starts later', on, null, at('10:00'), 3, false],
    ['to whoever starts in that minute', on, null, at('09:00'), 3, true],
    ['not for a time that is none', { ...on, at: '9' }, at('08:59'), at('09:00'), 3, false],
    ['at midnight', { ...on, at: '00:00' }, at('23:59', '2026-11-15'), at('00:00'), 3, true],
  ])('%s', (_case, choice, before, now, due, isTime) => {
    expect(shallRemind(choice, before, now, due)).toBe(isTime)
  })

  it('comes once on each day whose time it lives through, however unevenly it looks', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 20, maxLength: 150 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 22 }), (all, hour) => {
        let choice: ReminderChoice = { ...on, at: `${String(hour).padStart(2, '0')}:00` }
        let passed = 0
        let before: WallMoment = at('00:00')
        const days: string[] = []
        for (const gap of all) {
          passed += gap
          const now = { day: addDays(DAY, Math.floor(passed / 1_440)), minute: passed % 1_440 }
          if (shallRemind(choice, before, now, 1)) {
            days.push(now.day)
            choice = { ...choice, lastOn: now.day }
          }
          before = now
        }
        const lived = Math.floor((passed - hour * 60) / 1_440) + 1
        expect(days).toEqual(Array.from({ length: lived }, (_, i) => addDays(DAY, i)))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['09:00', 540],
    ['00:00', 0],
    ['23:59', 1_439],
    ['24:00', null],
    ['9:00', null],
    ['', null],
  ])('reads %s', (time, minutes) => {
    expect(minutesOfTime(time)).toBe(minutes)
  })

  it.each([
    [3, 0, '3 check-ins are due.'],
    [1, 0, '1 check-in is due.'],
    [3, 1, '3 check-ins are due, 1 of them overdue.'],
    [1, 1, '1 check-in is due and overdue.'],
  ])('says %i due, %i overdue', (due, overdue, body) => {
    expect(reminderWords({ planName: 'Northwind', due, overdue })).toEqual({
      title: 'Northwind',
      body,
    })
  })

  it('keeps a hostile name on one short line', () => {
    const { title } = reminderWords({ planName: `\u202e${'x\n'.repeat(300)}`, due: 1, overdue: 0 })
    expect(title).not.toMatch(/[\n\u202e]/u)
    expect([...title].length).toBeLessThanOrEqual(60)
    expect(reminderWords({ planName: ' ', due: 1, overdue: 0 }).title).toBe('Roadbook')
  })
})
