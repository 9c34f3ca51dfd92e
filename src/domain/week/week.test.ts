import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/day.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Thing } from '../plan/thing.ts'
import {
  cycleOf,
  initiativeOf,
  metaOf,
  objectiveOf,
  personOf,
} from '../plan/things.test-support.ts'
import { comparedDay, countOfWeek, weekModel } from './week.ts'

const TODAY = '2026-11-16'

const base: readonly Thing[] = [
  metaOf(),
  cycleOf(),
  objectiveOf(),
  personOf('mira', { name: 'Mira', daysPerWeek: 2 }),
]

const keyResult = (id: string, changes: Partial<KeyResult> = {}): KeyResult =>
  keyResultOf({ type: 'decrease', unit: 'min', baseline: 14, target: 5 }, { id, ...changes })

const entry = (id: string, type: JournalEntry['type'], day: string): JournalEntry => ({
  kind: 'journalEntry',
  id,
  type,
  day,
  at: `${day}T09:00:00.000Z`,
  text: id,
  authorId: null,
  about: null,
  reactions: [],
  answer: '',
  answerOwnerId: null,
  resolvedOn: null,
})

const said = (id: string, ...values: readonly (readonly [string, number, number?])[]) =>
  values.map(([day, value, confidence]) =>
    checkInOf(day, value, {
      id: `${id} ${day}`.replaceAll(' ', '-'),
      keyResultId: id,
      confidence: confidence ?? 8,
    }),
  )

describe('the week of a cycle that is over', () => {
  const win = entry('Shipped', 'win', '2026-12-28')
  const later = entry('Next one', 'win', '2027-01-05')
  const things = [
    keyResult('k', { dueOn: '2026-12-31' }),
    ...said('k', ['2026-12-21', 5], ['2026-12-28', 13], ['2027-01-04', 5]),
    win,
    later,
    initiativeOf('w', { dueOn: '2026-12-30' }),
  ]

  it('is its last one, whatever day it is now', () => {
    const last = weekOf(things, '2026-12-31')
    expect(last.isOver).toBe(false)
    for (const today of ['2027-01-01', '2027-01-12', '2027-09-01'])
      expect(weekOf(things, today)).toEqual({ ...last, isOver: true, checkIns: [] })
    expect(last).toMatchObject({ today: '2026-12-31', comparedWith: '2026-12-24', wins: [win] })
    expect(last.turned).toHaveLength(1)
    expect(last.stuck).toMatchObject([{ lateDays: 1 }])
    expect(comparedDay(cycleOf(), '2027-09-01')).toBe('2026-12-24')
  })
})

function weekOf(things: readonly Thing[], today = TODAY) {
  const plan = planFromThings([...base, ...things])
  const week = weekModel(plan, buildIndex(plan), 'q4', today)
  if (!week) throw new Error('no cycle')
  return week
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('this week', () => {
  it('is empty for a cycle where nothing asks for anything', () => {
    const week = weekOf([keyResult('k'), ...said('k', ['2026-11-09', 9], ['2026-11-16', 8])])
    expect(countOfWeek(week)).toBe(0)
    expect([week.due, week.turned, week.wins]).toEqual([[], [], []])
  })

  it('says which check-ins are due, the latest first, and which are overdue', () => {
    const week = weekOf([
      keyResult('fresh'),
      ...said('fresh', ['2026-11-16', 9]),
      keyResult('due', { order: 'a1' }),
      ...said('due', ['2026-11-09', 9]),
      keyResult('never', { order: 'a2' }),
      keyResult('gone', { state: 'retired' }),
    ])
    expect(week.checkIns.map((c) => [c.keyResult.id, c.dueOn, c.isOverdue])).toEqual([
      ['never', '2026-10-05', true],
      ['due', '2026-11-16', false],
    ])
  })

  it('asks for no check-in once the cycle is over', () => {
    expect(weekOf([keyResult('k')], '2027-01-02').checkIns).toEqual([])
  })

  it('shows what turned since seven days ago, the worse first', () => {
    // On Nov 9 it is 42 % of the time, on Nov 16 50 %: from 10 min (44 %) and 8 min (66 %).
    const week = weekOf([
      keyResult('better', { order: 'a1' }),
      ...said('better', ['2026-11-09', 11.5], ['2026-11-16', 8]),
      keyResult('worse'),
      ...said('worse', ['2026-11-09', 10], ['2026-11-16', 13]),
      keyResult('same', { order: 'a2' }),
      ...said('same', ['2026-11-09', 10], ['2026-11-16', 9]),
    ])
    expect(week.turned.map((t) => [t.keyResult.id, t.from, t.to, t.isWorse])).toEqual([
      ['worse', 'on-pace', 'behind', true],
      ['better', 'slipping', 'on-pace', false],
    ])
    expect(week.turned[0]?.reason).toMatch(/^Behind pace: 11 % of the way, 51 % expected/)
    expect(week.comparedWith).toBe('2026-11-09')
  })

  it('compares with nothing in the first week', () => {
    expect(weekOf([keyResult('k'), ...said('k', ['2026-10-05', 14])], '2026-10-05')).toMatchObject({
      comparedWith: null,
      turned: [],
    })
  })

  it('names work that is done while its number stays flat', () => {
    const flat = said('k', ['2026-11-02', 12], ['2026-11-09', 12], ['2026-11-16', 12])
    const done = initiativeOf('chatbot', { state: 'done', doneOn: '2026-11-01' })
    expect(weekOf([keyResult('k'), ...flat, done]).flat).toMatchObject([
      { initiative: { id: 'chatbot' }, keyResult: { id: 'k' } },
    ])
    expect(weekOf([keyResult('k'), ...flat.slice(1), done]).flat).toEqual([])
  })

  it('lists blocked work before late work, and neither when it is done', () => {
    const week = weekOf([
      keyResult('k'),
      initiativeOf('late', { dueOn: '2026-11-10' }),
      initiativeOf('later', { dueOn: '2026-11-03' }),
      initiativeOf('blocked', { state: 'blocked' }),
      initiativeOf('done', { dueOn: '2026-11-03', state: 'done' }),
      initiativeOf('fine', {}),
    ])
    expect(week.stuck.map((s) => [s.initiative.id, s.isBlocked, s.lateDays])).toEqual([
      ['blocked', true, 0],
      ['later', false, 13],
      ['late', false, 6],
    ])
  })

  it('says what is due within seven days', () => {
    const week = weekOf([
      keyResult('k', { dueOn: '2026-11-23' }),
      keyResult('next', { dueOn: '2026-11-24', order: 'a1' }),
      initiativeOf('now', { dueOn: TODAY }),
      initiativeOf('undated', { dueOn: null, startOn: null }),
    ])
    expect(week.due.map((d) => [d.kind, d.thing.id])).toEqual([
      ['initiative', 'now'],
      ['keyResult', 'k'],
    ])
  })

  it('says who is overbooked this week and next', () => {
    // Ten days over the two weeks from Nov 16: five a week where two are given.
    const span = { startOn: TODAY, dueOn: addDays(TODAY, 11), effortDays: 10, ownerId: 'mira' }
    const week = weekOf([keyResult('k'), initiativeOf('much', span)])
    expect(week.overbooked.map((o) => [o.person.id, o.week, o.startOn, o.overDays])).toEqual([
      ['mira', 'this', '2026-11-16', 3],
      ['mira', 'next', '2026-11-23', 3],
    ])
  })

  it('keeps the wins of seven days and every concern without an answer', () => {
    const week = weekOf([
      entry('old-win', 'win', '2026-11-09'),
      entry('win', 'win', '2026-11-10'),
      entry('lesson', 'lesson', '2026-11-16'),
      entry('concern', 'concern', '2026-10-02'),
      { ...entry('settled', 'concern', '2026-10-02'), resolvedOn: '2026-10-09' },
    ])
    expect(ids(week.wins)).toEqual(['win'])
    expect(ids(week.concerns)).toEqual(['concern'])
  })

  it('is null for a cycle that is gone', () => {
    const plan = planFromThings(base)
    expect(weekModel(plan, buildIndex(plan), 'gone', TODAY)).toBeNull()
  })
})
