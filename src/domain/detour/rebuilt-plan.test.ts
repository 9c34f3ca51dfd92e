import { describe, expect, it } from 'vitest'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import {
  cycleOf,
  initiativeOf,
  metaOf,
  objectiveOf,
  personOf,
} from '../plan/things.test-support.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Thing } from '../plan/thing.ts'
import type { Detour } from './detour.ts'
import { knownSince, rebuiltPlan } from './rebuilt-plan.ts'

const TARGET = { type: 'decrease', unit: 'min', baseline: 14, target: 5 } as const
const base: readonly Thing[] = [
  metaOf(),
  cycleOf(),
  objectiveOf({ title: 'Customers rave' }),
  personOf('ada', { name: 'Ada' }),
  personOf('jon', { name: 'Jon' }),
  keyResultOf(TARGET, { ownerId: 'jon' }),
  keyResultOf(TARGET, { id: 'k2', title: 'CSAT, from 78 to 84' }),
]
const planOf = (...things: readonly Thing[]) => planFromThings([...base, ...things])

const changed = (
  kind: Detour['about']['kind'],
  id: string,
  day: string,
  change: Detour['change'],
  [from, to]: readonly [string, string],
): Detour => ({
  kind: 'detour',
  id: `d-${id}-${day}-${change}`,
  cycleId: 'q4',
  day,
  at: `${day}T09:00:00.000Z`,
  about: { kind, id },
  title: id,
  change,
  from,
  to,
  why: '',
  authorId: null,
})

const entry = (day: string, resolvedOn: string | null = null): Thing => ({
  kind: 'journalEntry',
  id: `j${day}`,
  type: 'concern',
  day,
  at: `${day}T09:00:00.000Z`,
  text: 'Who answers at night?',
  authorId: null,
  about: null,
  reactions: [],
  answer: resolvedOn === null ? '' : 'Jon does',
  answerOwnerId: resolvedOn === null ? null : 'jon',
  resolvedOn,
})

describe('a plan as its own rows tell of an earlier day', () => {
  it('leaves out what is dated later: check-ins, entries and detours', () => {
    const plan = planOf(
      checkInOf('2026-10-12', 12),
      checkInOf('2026-10-19', 11),
      entry('2026-10-13', '2026-10-20'),
      entry('2026-10-20'),
      changed('keyResult', 'k', '2026-10-12', 'dueOn', ['Dec 1, 2026', 'Dec 11, 2026']),
      changed('keyResult', 'k', '2026-10-16', 'dueOn', ['Dec 11, 2026', 'Dec 31, 2026']),
    )
    const then = rebuiltPlan(plan, '2026-10-15')
    expect([...then.checkIn.keys()]).toEqual(['c2026-10-12'])
    expect([...then.journalEntry.values()]).toMatchObject([{ answer: '', resolvedOn: null }])
    expect([...then.detour.values()].map(({ day }) => day)).toEqual(['2026-10-12'])
    expect(then.keyResult.get('k')?.dueOn).toBe('2026-12-11')
    expect(rebuiltPlan(plan, '2026-10-20')).toBe(plan)
  })

  it('takes back owners, homes and dropped objectives', () => {
    const plan = planOf(
      objectiveOf({ id: 'p', state: 'dropped', ownerId: 'ada', stateReason: 'No people' }),
      initiativeOf('w', { serves: [{ keyResultId: 'k', share: 1 }] }),
      initiativeOf('v', { serves: [] }),
      changed('keyResult', 'k', '2026-10-16', 'owner', ['Ada', 'Jon']),
      changed('objective', 'p', '2026-10-16', 'owner', ['nobody', 'Ada']),
      changed('objective', 'p', '2026-10-17', 'dropped', ['on the plan', 'dropped']),
      changed('initiative', 'w', '2026-10-16', 'serves', ['CSAT, from 78 to 84', 'First response']),
      changed('initiative', 'v', '2026-10-16', 'serves', [
        'CSAT, from 78 to 84 60 %, First response 40 %',
        'the Garage',
      ]),
    )
    const then = rebuiltPlan(plan, '2026-10-15')
    expect(then.keyResult.get('k')?.ownerId).toBe('ada')
    expect(then.objective.get('p')).toMatchObject({ state: 'active', ownerId: null })
    expect(then.initiative.get('w')?.serves).toEqual([{ keyResultId: 'k2', share: 1 }])
    expect(then.initiative.get('v')?.serves).toEqual([
      { keyResultId: 'k2', share: 0.6 },
      { keyResultId: 'k', share: 0.4 },
    ])
  })

  it('leaves as it is what the words do not tell', () => {
    const plan = planOf(
      initiativeOf('w'),
      changed('keyResult', 'k', '2026-10-16', 'owner', ['Somebody who left', 'Jon']),
      changed('initiative', 'w', '2026-10-16', 'serves', [
        'A number of long ago',
        'First response',
      ]),
    )
    const then = rebuiltPlan(plan, '2026-10-15')
    expect(then.keyResult.get('k')?.ownerId).toBe('jon')
    expect(then.initiative.get('w')?.serves).toEqual([{ keyResultId: 'k', share: 1 }])
  })

  it('opens again what was done, ticked off or blocked later', () => {
    const task = { id: 't', title: 'Ask', assigneeId: null, dueOn: null }
    const blocker = {
      type: 'waiting',
      text: 'No answer',
      ownerId: null,
      nextAction: '',
      sinceOn: '2026-10-18',
    } as const
    const plan = planOf(
      initiativeOf('w', {
        state: 'done',
        doneOn: '2026-10-20',
        tasks: [
          { ...task, done: true, doneOn: '2026-10-10' },
          { ...task, id: 't2', done: true, doneOn: '2026-10-19' },
        ],
      }),
      initiativeOf('b', { state: 'blocked', blocker }),
      initiativeOf('e', { state: 'done', doneOn: '2026-10-09' }),
    )
    const then = rebuiltPlan(plan, '2026-10-15').initiative
    expect(then.get('w')).toMatchObject({ state: 'in-progress', doneOn: null })
    expect(then.get('w')?.tasks.map(({ done }) => done)).toEqual([true, false])
    expect(then.get('b')).toMatchObject({ state: 'planned', blocker: null })
    expect(then.get('e')).toBe(plan.initiative.get('e'))
  })

  it('puts the cycle into its state of that day, and what closed with it', () => {
    const log = (['planning', 'active', 'review', 'closed'] as const).map((state, i) => ({
      state,
      on: ['2026-09-10', '2026-10-01', '2026-12-20', '2026-12-30'][i] ?? '',
      reason: '',
    }))
    const plan = planFromThings([
      metaOf(),
      cycleOf({ state: 'closed', stateLog: log }),
      objectiveOf({ state: 'achieved' }),
      {
        kind: 'retrospective',
        id: 'r',
        cycleId: 'q4',
        state: 'closed',
        step: 'celebrate',
        keyResults: [],
        objectives: [],
        verdicts: [],
        answers: [],
        actions: [],
        story: '',
        closedOn: '2026-12-30',
      },
    ])
    const at = (day: string) => {
      const { cycle, objective, retrospective } = rebuiltPlan(plan, day)
      return [cycle.get('q4')?.state, objective.get('o')?.state, retrospective.get('r')?.state]
    }
    expect(at('2026-09-20')).toEqual(['planning', 'active', undefined])
    expect(at('2026-11-01')).toEqual(['active', 'active', undefined])
    expect(at('2026-12-22')).toEqual(['review', 'active', 'draft'])
    expect(at('2026-12-30')).toEqual(['closed', 'achieved', 'closed'])
  })
})

describe('how far back the rows of a plan tell', () => {
  it.each<[string, readonly Thing[], string, string]>([
    ['the first day of the cycle', [], '2026-09-20', '2026-10-01'],
    ['the day on which the plan was made, in a running cycle', [], '2026-10-09', '2026-10-09'],
    ['a check-in of before that', [checkInOf('2026-09-29', 12)], '2026-10-09', '2026-09-29'],
    [
      'a detour of before that',
      [changed('keyResult', 'k', '2026-09-28', 'owner', ['Ada', 'Jon'])],
      '2026-10-09',
      '2026-09-28',
    ],
  ])('is %s', (_case, things, madeOn, since) => {
    expect(knownSince(planOf(...things), 'q4', madeOn)).toBe(since)
  })

  it('is about one cycle', () => {
    const plan = planOf(
      cycleOf({ id: 'q3', startOn: '2026-07-01', endOn: '2026-09-30' }),
      objectiveOf({ id: 'old', cycleId: 'q3' }),
      keyResultOf(TARGET, { id: 'k0', objectiveId: 'old' }),
      checkInOf('2026-06-20', 12, { keyResultId: 'k0' }),
    )
    expect(knownSince(plan, 'q4', '2026-01-01')).toBe('2026-10-01')
    expect(knownSince(plan, 'q3', '2026-01-01')).toBe('2026-06-20')
    expect(knownSince(plan, 'gone', '2026-01-01')).toBeNull()
  })
})
