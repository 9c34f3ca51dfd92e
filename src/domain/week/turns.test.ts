import { describe, expect, it } from 'vitest'
import type { Detour } from '../detour/detour.ts'
import type { Initiative } from '../initiative/initiative.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { buildIndex } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Thing } from '../plan/thing.ts'
import { cycleOf, initiativeOf, metaOf, objectiveOf } from '../plan/things.test-support.ts'
import { planBefore } from './plan-before.ts'
import { countOfWeek, weekModel } from './week.ts'

const TODAY = '2026-11-16'
const WEEK_AGO = '2026-11-09'

const base: readonly Thing[] = [metaOf(), cycleOf(), objectiveOf({ title: 'Customers rave' })]

const keyResult = (changes: Partial<KeyResult> = {}): KeyResult =>
  keyResultOf({ type: 'decrease', unit: 'min', baseline: 14, target: 5 }, { id: 'k', ...changes })

let number = 0
const detour = (
  about: Detour['about'],
  day: string,
  change: Detour['change'],
  from: string,
  to: string,
): Detour => ({
  kind: 'detour',
  id: `d${String((number += 1)).padStart(4, '0')}`,
  cycleId: 'q4',
  day,
  at: `${day}T09:00:00.000Z`,
  about,
  title: 'First response',
  change,
  from,
  to,
  why: '',
  authorId: null,
})
const ofKey = { kind: 'keyResult', id: 'k' } as const

const said = (...values: readonly (readonly [string, number])[]) =>
  values.map(([day, value]) => checkInOf(day, value, { id: `k-${day}`, confidence: 8 }))

function weekOf(things: readonly Thing[], weekAgo: Plan | null = null) {
  const plan = planFromThings([...base, ...things])
  const week = weekModel(plan, buildIndex(plan), 'q4', TODAY, weekAgo)
  if (!week) throw new Error('no cycle')
  return week
}

describe('what turned', () => {
  // On Nov 9 it is 43 % of the time, on Nov 16 51 %: 10.3 min is 41 % of the way from 14 to 5.
  const steady = said(['2026-11-09', 10.3], ['2026-11-16', 9.4])

  it('measures last week against the target of last week', () => {
    const harder = keyResultOf(
      { type: 'decrease', unit: 'min', baseline: 14, target: 2 },
      { id: 'k' },
    )
    const since = detour(ofKey, '2026-11-12', 'target', '14 → 5 min', '14 → 2 min')
    const turned = weekOf([harder, ...steady, since]).turned.map((t) => [t.from, t.to])
    expect(turned).toEqual([['on-pace', 'slipping']])
    // With today's target alone it would have been slipping a week ago as well.
    expect(weekOf([harder, ...steady]).turned).toEqual([])
  })

  it('leaves a detour of before that day where it is', () => {
    const harder = keyResultOf(
      { type: 'decrease', unit: 'min', baseline: 14, target: 2 },
      { id: 'k' },
    )
    const before = detour(ofKey, WEEK_AGO, 'target', '14 → 5 min', '14 → 2 min')
    expect(weekOf([harder, ...steady, before]).turned).toEqual([])
  })

  it('measures last week against the due day of last week', () => {
    const sooner = keyResult({ dueOn: '2026-11-27' })
    const since = detour(ofKey, TODAY, 'dueOn', 'Dec 31, 2026', 'Nov 27, 2026')
    expect(weekOf([sooner, ...steady, since]).turned.map((t) => [t.from, t.to])).toEqual([
      ['on-pace', 'behind'],
    ])
  })

  it('takes the history of the plan where it is at hand', () => {
    const harder = keyResultOf(
      { type: 'decrease', unit: 'min', baseline: 14, target: 2 },
      { id: 'k' },
    )
    const [first] = steady
    const then = planFromThings([...base, keyResult(), ...(first ? [first] : [])])
    expect(weekOf([harder, ...steady], then).turned.map((t) => [t.from, t.to])).toEqual([
      ['on-pace', 'slipping'],
    ])
  })

  it('has no turn for what was not on the road on both days', () => {
    const since = detour(ofKey, '2026-11-12', 'dropped', 'dropped', 'on the plan')
    expect(weekOf([keyResult(), ...said(['2026-11-09', 10], [TODAY, 13]), since])).toMatchObject({
      turned: [],
      turnedObjectives: [],
    })
  })

  it('has no turn for what joined the running cycle since', () => {
    const joined = keyResult({ id: 'new', addedOn: '2026-11-12' })
    const value = checkInOf(TODAY, 13, { id: 'c-new', keyResultId: 'new' })
    expect(weekOf([keyResult(), ...steady, joined, value]).turned).toEqual([])
    // Planned before, it was not started a week ago and is behind now.
    const planned = keyResultOf(joined.metric, { id: 'new' })
    expect(weekOf([keyResult(), ...steady, planned, value]).turned).toHaveLength(1)
  })

  it('says which objectives turned, and by which key result', () => {
    const week = weekOf([
      objectiveOf({ id: 'p', title: 'Nobody waits' }),
      keyResult(),
      ...said(['2026-11-09', 10], [TODAY, 13]),
    ])
    expect(week.turnedObjectives).toMatchObject([
      { objective: { id: 'o' }, from: 'on-pace', to: 'behind', isWorse: true },
    ])
    expect(week.turnedObjectives[0]?.reason).toMatch(
      /^Behind pace: the weakest key result decides, "[^"]+"\. Behind pace: 11 % of the way, 51 % expected, gap 0\.39 > 0\.25$/,
    )
  })

  it.each<[string, Partial<Initiative>, readonly string[] | null]>([
    ['finished since', { state: 'done', doneOn: '2026-11-10' }, ['done']],
    ['finished on that day', { state: 'done', doneOn: WEEK_AGO }, null],
    ['late since', { dueOn: '2026-11-13' }, ['late']],
    ['late since the day after', { dueOn: WEEK_AGO }, ['late']],
    ['late long since', { dueOn: '2026-11-06' }, null],
    [
      'blocked since',
      {
        state: 'blocked',
        blocker: {
          type: 'waiting',
          text: '',
          ownerId: null,
          nextAction: '',
          sinceOn: '2026-11-12',
        },
      },
      ['blocked'],
    ],
    [
      'blocked long since',
      {
        state: 'blocked',
        blocker: {
          type: 'waiting',
          text: '',
          ownerId: null,
          nextAction: '',
          sinceOn: '2026-11-02',
        },
      },
      null,
    ],
    ['dropped', { state: 'dropped', dueOn: '2026-11-13' }, null],
    ['going on', {}, null],
  ])('names work that is %s', (_case, changes, became) => {
    const week = weekOf([keyResult(), ...steady, initiativeOf('w', changes)])
    expect(week.turnedWork.map((turn) => turn.became)).toEqual(became === null ? [] : [became])
  })

  it('does not call work late anew whose due day was moved behind today and back', () => {
    const about = { kind: 'initiative', id: 'w' } as const
    const late = initiativeOf('w', { dueOn: '2026-11-13' })
    const was = detour(about, '2026-11-12', 'dueOn', 'Nov 6, 2026', 'Nov 13, 2026')
    expect(weekOf([keyResult(), late, was]).turnedWork).toEqual([])
  })

  it('counts nothing twice', () => {
    const week = weekOf([
      keyResult(),
      ...said(['2026-11-09', 10], [TODAY, 13]),
      initiativeOf('w', { dueOn: '2026-11-13' }),
    ])
    expect([week.turned.length, week.turnedObjectives.length, week.turnedWork.length]).toEqual([
      1, 1, 1,
    ])
    // The key result that turned and the work that is late.
    expect(countOfWeek(week)).toBe(2)
  })
})

describe('the plan before its detours', () => {
  it('is the plan itself when none came later', () => {
    const plan = planFromThings([...base, keyResult()])
    expect(planBefore(plan, TODAY)).toBe(plan)
  })

  it('takes back the newest first, also a home and a drop', () => {
    const plan = planFromThings([
      ...base,
      objectiveOf({ id: 'p', title: 'Nobody waits' }),
      keyResult({ objectiveId: 'p', dueOn: '2026-12-31', state: 'dropped' }),
      detour(ofKey, '2026-11-11', 'dueOn', 'Nov 20, 2026', 'Dec 11, 2026'),
      detour(ofKey, '2026-11-12', 'dueOn', 'Dec 11, 2026', 'Dec 31, 2026'),
      detour(ofKey, '2026-11-13', 'serves', 'Customers rave', 'Nobody waits'),
      detour(ofKey, '2026-11-14', 'dropped', 'on the plan', 'dropped'),
    ])
    const at = (day: string) => planBefore(plan, day).keyResult.get('k')
    expect(at('2026-11-13')).toMatchObject({ state: 'active', objectiveId: 'p' })
    expect(at('2026-11-12')).toMatchObject({ objectiveId: 'o', dueOn: '2026-12-31' })
    expect(at('2026-11-11')).toMatchObject({ objectiveId: 'o', dueOn: '2026-12-11' })
    expect(at('2026-11-10')).toMatchObject({ state: 'active', dueOn: '2026-11-20' })
  })
})
