import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../calendar/day.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { keyResultOf } from '../key-result/rules.test-support.ts'
import { overloadBy } from '../people/capacity.ts'
import { planFromThings } from '../plan/plan.ts'
import { runCommand } from '../plan/commands.ts'
import {
  cycleOf,
  initiativeOf,
  metaOf,
  objectiveOf,
  personOf,
} from '../plan/things.test-support.ts'
import { loadLedger } from './load-ledger.ts'
import {
  daysAfterMove,
  daysAfterStretch,
  daysOnLeg,
  planDrop,
  type DragState,
} from './plan-drop.ts'

const initiative = (id: string, over: Partial<Initiative> = {}): Initiative =>
  initiativeOf(id, {
    ownerId: 'mira',
    dueOn: '2026-11-13',
    state: 'planned',
    effortDays: 5,
    serves: [{ keyResultId: 'k1', share: 1 }],
    order: `a${id}`,
    ...over,
  })

const keyResult = (id: string, dueOn: string) =>
  keyResultOf({ type: 'done' }, { id, title: id, dueOn })

const planOf = (...initiatives: readonly Initiative[]) =>
  planFromThings([
    metaOf(),
    cycleOf({ state: 'planning' }),
    objectiveOf({ title: 'o' }),
    keyResult('k1', '2026-11-20'),
    keyResult('k2', '2026-12-18'),
    personOf('mira', { name: 'Mira', daysPerWeek: 3, daysOff: ['2026-11-11'] }),
    ...initiatives,
  ])

const same = { type: 'same' } as const
const leg = (keyResultId: string) => ({ type: 'leg', keyResultId }) as const

describe('planDrop', () => {
  const plan = planOf(
    initiative('a'),
    initiative('b', { startOn: '2026-11-09', dueOn: '2026-11-10' }),
    initiative('idea', { startOn: null, dueOn: null, serves: [], effortDays: 10 }),
    initiative('bare', { startOn: null, dueOn: null, serves: [], effortDays: null }),
    initiative('long', { startOn: null, dueOn: null, serves: [], effortDays: 100 }),
    initiative('both', {
      serves: [
        { keyResultId: 'k1', share: 0.6 },
        { keyResultId: 'k2', share: 0.4 },
      ],
    }),
  )
  const move = (ids: string[], target: object, startOn: string | null) =>
    ({ type: 'move', ids, target, startOn }) as DragState

  it.each<[string, DragState, object | null]>([
    ['nowhere', move(['a'], same, '2026-11-02'), null],
    ['onto its own leg', move(['a'], leg('k1'), null), null],
    ['onto a leg that it serves as well', move(['both'], leg('k2'), null), null],
    ['into the Garage from the Garage', move(['idea'], { type: 'garage' }, null), null],
    ['what is gone', move(['x'], same, '2026-11-02'), null],
    [
      'in time',
      move(['a'], same, '2026-11-05'),
      { moves: [{ id: 'a', startOn: '2026-11-05', dueOn: '2026-11-16' }], to: null },
    ],
    [
      'several in time, at their distance',
      move(['b', 'a'], same, '2026-11-16'),
      {
        moves: [
          { id: 'b', startOn: '2026-11-16', dueOn: '2026-11-17' },
          { id: 'a', startOn: '2026-11-09', dueOn: '2026-11-20' },
        ],
        to: null,
      },
    ],
    [
      'onto another leg, days stay',
      move(['a'], leg('k2'), null),
      {
        moves: [{ id: 'a', startOn: '2026-11-02', dueOn: '2026-11-13' }],
        to: { keyResultId: 'k2' },
      },
    ],
    [
      'out of the Garage, as long as its effort needs',
      move(['idea'], leg('k1'), '2026-11-02'),
      {
        moves: [{ id: 'idea', startOn: '2026-11-02', dueOn: '2026-11-15' }],
        to: { keyResultId: 'k1' },
      },
    ],
    [
      'out of the Garage onto a checkpoint: it ends there',
      move(['idea'], leg('k2'), '2026-12-18'),
      {
        moves: [{ id: 'idea', startOn: '2026-12-05', dueOn: '2026-12-18' }],
        to: { keyResultId: 'k2' },
      },
    ],
    [
      'out of the Garage, longer than the road is: from the start of the cycle to the checkpoint',
      move(['long'], leg('k1'), '2026-11-10'),
      {
        moves: [{ id: 'long', startOn: '2026-10-01', dueOn: '2026-11-20' }],
        to: { keyResultId: 'k1' },
      },
    ],
    [
      'into the Garage, days are kept',
      move(['a'], { type: 'garage' }, null),
      { moves: [{ id: 'a', startOn: '2026-11-02', dueOn: '2026-11-13' }], to: 'garage' },
    ],
    ['a checkpoint nowhere', { type: 'checkpoint', id: 'k1', dueOn: '2026-11-20' }, null],
    [
      'a checkpoint onto the road it is on',
      { type: 'checkpoint', id: 'k1', dueOn: '2026-11-20', objectiveId: 'o' },
      null,
    ],
    [
      'a checkpoint onto another road',
      { type: 'checkpoint', id: 'k1', dueOn: '2026-11-20', objectiveId: 'o2' },
      { id: 'k1', dueOn: '2026-11-20', objectiveId: 'o2' },
    ],
    [
      'a checkpoint',
      { type: 'checkpoint', id: 'k1', dueOn: '2026-11-25' },
      { id: 'k1', dueOn: '2026-11-25' },
    ],
    ['an objective before itself', { type: 'objective', id: 'o', beforeId: 'o' }, null],
    ['an objective', { type: 'objective', id: 'o', beforeId: null }, { id: 'o', beforeId: null }],
  ])('%s', (_, drag, input) => {
    expect(planDrop(plan, drag)?.input ?? null).toEqual(input)
  })

  it('means the same by pointer and step by step', () => {
    const pointer = planDrop(plan, move(['a'], leg('k2'), '2026-11-10'))
    const stepwise = planDrop(plan, {
      type: 'place',
      moves: [{ id: 'a', startOn: '2026-11-10', dueOn: '2026-11-21' }],
      target: leg('k2'),
    })
    expect(stepwise).toEqual(pointer)
  })

  it('means the same by pointer and by a list of legs for what has no days', () => {
    for (const id of ['idea', 'bare', 'long', 'a'])
      for (const keyResultId of ['k1', 'k2']) {
        const each = plan.initiative.get(id) ?? initiative(id)
        const end = plan.keyResult.get(keyResultId)?.dueOn ?? ''
        const days = each.startOn === null ? end : null
        const pointer = daysAfterMove(plan, [id], days, leg(keyResultId))
        expect([daysOnLeg(plan, each, keyResultId)]).toEqual(pointer)
      }
  })

  it('leaves one day at least when an end is pulled over the other', () => {
    const pulled = (edge: 'start' | 'end', day: string) =>
      planDrop(plan, {
        type: 'place',
        moves: [daysAfterStretch(initiative('a'), edge, day)],
        target: same,
      })?.input
    const days = (startOn: string, dueOn: string) => ({
      moves: [{ id: 'a', startOn, dueOn }],
      to: null,
    })
    expect(pulled('end', '2026-11-20')).toEqual(days('2026-11-02', '2026-11-20'))
    expect(pulled('end', '2026-10-01')).toEqual(days('2026-11-02', '2026-11-02'))
    expect(pulled('start', '2026-12-01')).toEqual(days('2026-11-13', '2026-11-13'))
  })

  it('gives what the command takes, and one step', () => {
    const drops: DragState[] = [
      move(['a', 'b'], leg('k2'), '2026-11-05'),
      move(['bare'], leg('k1'), '2026-11-05'),
      { type: 'checkpoint', id: 'k1', dueOn: '2026-11-25' },
      { type: 'objective', id: 'o', beforeId: null },
      { type: 'reorder', id: 'a', beforeId: 'idea' },
    ]
    for (const drag of drops) {
      const drop = planDrop(plan, drag)
      expect(drop).not.toBeNull()
      if (!drop) continue
      const context = { now: '2026-11-01T00:00:00.000Z', today: '2026-11-01', newId: () => 'n' }
      expect(runCommand(plan, drop.command, drop.input, context)).toMatchObject({ ok: true })
    }
  })

  it('keeps length and order of days whatever is asked', () => {
    const day = fc.integer({ min: -4000, max: 4000 }).map((n) => addDays('2026-11-02', n))
    fc.assert(
      fc.property(day, day, fc.constantFrom('start', 'end'), (to, end, edge) => {
        const [a, b] = daysAfterMove(plan, ['a', 'b'], to, same)
        expect(daysBetween(a?.startOn ?? '', a?.dueOn ?? '')).toBe(11)
        expect(daysBetween(a?.startOn ?? '', b?.startOn ?? '')).toBe(7)
        const pulled = daysAfterStretch(initiative('a'), edge, end)
        expect(daysBetween(pulled.startOn ?? '', pulled.dueOn ?? '')).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('loadLedger', () => {
  it('says what overloadBy says', () => {
    const anyInitiative = fc.record({
      start: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 40 }),
      effortDays: fc.integer({ min: 0, max: 30 }),
      shared: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(anyInitiative, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -20, max: 60 }),
        (all, shift) => {
          const things = all.map(({ start, length, effortDays, shared }, i) =>
            initiative(`i${String(i)}`, {
              startOn: addDays('2026-10-05', start),
              dueOn: addDays('2026-10-05', start + length - 1),
              effortDays,
              contributors: shared ? [{ personId: 'mira', share: 0.3 }] : [],
              ownerId: shared ? null : 'mira',
            }),
          )
          const plan = planOf(...things)
          const first = things[0] ?? initiative('x')
          const moved = {
            ...first,
            startOn: addDays(first.startOn ?? '', shift),
            dueOn: addDays(first.dueOn ?? '', shift),
          }
          const expected = overloadBy(plan, moved).reduce((sum, o) => sum + o.overDays, 0)
          expect(loadLedger(plan, [first.id]).overDays([moved])).toBeCloseTo(expected, 6)
        },
      ),
      { numRuns: 60 },
    )
  })
})
