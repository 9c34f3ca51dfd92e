import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex, listAt } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'
import { metaOf } from '../plan/things.test-support.ts'

const context = countingContext('2026-11-02')

/** A cycle with a key result and an initiative of which nothing has been said yet. */
function planned(): Plan {
  let plan = planFromThings([metaOf()])
  const run = step((next) => (plan = next))
  run(plan, 'cycle.add', { id: 'q4', name: 'Q4', startOn: '2026-10-01', endOn: '2026-12-31' })
  run(plan, 'person.add', { id: 'mira', name: 'Mira' })
  run(plan, 'person.add', { id: 'jon', name: 'Jon' })
  run(plan, 'objective.add', { id: 'rave', cycleId: 'q4', title: 'Customers rave' })
  run(plan, 'keyResult.add', { id: 'csat', objectiveId: 'rave', title: 'CSAT' })
  run(plan, 'initiative.add', { id: 'bot', cycleId: 'q4', keyResultId: null, title: 'Chatbot' })
  return plan
}

/** The same when the cycle has begun. */
function bare(): Plan {
  return run(planned(), 'cycle.setState', { id: 'q4', state: 'active' })
}

function step(keep: (plan: Plan) => void) {
  return <C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan => {
    const result = runCommand(plan, id, input, context)
    if (!result.ok) throw new Error(`${id}: ${result.message}`)
    const next = applyPatch(plan, result.patch)
    keep(next)
    return next
  }
}

/** The detours of some steps, the change with its words. */
function detoursOf(...steps: readonly ((plan: Plan) => Plan)[]): readonly string[] {
  const plan = steps.reduce((before, next) => next(before), bare())
  return [...plan.detour.values()].map(({ change, from, to }) => `${change}: ${from} → ${to}`)
}

const run = step(() => undefined)
const owner = (kind: 'keyResult' | 'objective', ownerId: string | null) => (plan: Plan) =>
  run(plan, `${kind}.update`, { id: kind === 'objective' ? 'rave' : 'csat', changes: { ownerId } })
const metric = (changes: CommandInput<'keyResult.update'>['changes']['metric']) => (plan: Plan) =>
  run(plan, 'keyResult.update', {
    id: 'csat',
    changes: changes === undefined ? {} : { metric: changes },
  })
const bot = (changes: CommandInput<'initiative.update'>['changes']) => (plan: Plan) =>
  run(plan, 'initiative.update', { id: 'bot', changes })
const onto = (keyResultId: string) => (plan: Plan) =>
  run(plan, 'initiative.move', {
    moves: [{ id: 'bot', startOn: '2026-11-02', dueOn: '2026-11-20' }],
    to: keyResultId === 'garage' ? 'garage' : { keyResultId },
  })

describe('a first value is no detour', () => {
  const without = { type: 'increase', unit: '%', baseline: null, target: 84 } as const
  const cases: readonly [string, (plan: Plan) => Plan][] = [
    ['the first target of a key result that nobody could measure', metric(without)],
    ['the first owner of a key result', owner('keyResult', 'mira')],
    ['the first owner of an objective', owner('objective', 'mira')],
    ['the first owner of an initiative', bot({ ownerId: 'mira' })],
    ['the first due day of an initiative', bot({ dueOn: '2026-11-20' })],
    ['from the Garage onto a leg, with its first days', onto('csat')],
    [
      'the baseline that was not known when the target was set',
      (plan) => metric({ ...without, baseline: 78 })(metric(without)(plan)),
    ],
    [
      'a missing baseline above the target, which turns the direction',
      (plan) => metric({ ...without, type: 'decrease', baseline: 90 })(metric(without)(plan)),
    ],
  ]
  it.each(cases)('%s', (_case, change) => {
    expect(detoursOf(change)).toEqual([])
  })

  it('but the second one is', () => {
    const target = (value: number) => metric({ ...without, baseline: 78, target: value })
    expect(detoursOf(owner('keyResult', 'mira'), owner('keyResult', 'jon'))).toEqual([
      'owner: Mira → Jon',
    ])
    expect(detoursOf(target(84), target(82))).toEqual(['target: 78 → 84 % → 78 → 82 %'])
    expect(detoursOf(metric(without), target(82))).toHaveLength(1)
    expect(detoursOf(bot({ dueOn: '2026-11-20' }), bot({ dueOn: null }))).toEqual([
      'dueOn: Nov 20, 2026 → no due day',
    ])
    expect(detoursOf(onto('csat'), onto('garage'))).toEqual(['serves: CSAT → the Garage'])
  })

  it('goes on in the detour that took the value away', () => {
    expect(
      detoursOf(owner('keyResult', 'mira'), owner('keyResult', null), owner('keyResult', 'jon')),
    ).toEqual(['owner: Mira → Jon'])
    expect(detoursOf(onto('csat'), onto('garage'), onto('csat'))).toEqual([])
  })

  it('is one again after a detour of the same kind that somebody explained', () => {
    const explain = (plan: Plan) => {
      const [id = ''] = plan.detour.keys()
      return run(plan, 'detour.explain', { id, why: 'Mira left' })
    }
    expect(
      detoursOf(
        owner('keyResult', 'mira'),
        owner('keyResult', null),
        explain,
        owner('keyResult', 'jon'),
      ),
    ).toEqual(['owner: Mira → nobody', 'owner: nobody → Jon'])
  })
})

describe('what comes onto a running plan', () => {
  const target = { type: 'increase', unit: '%', baseline: 20, target: 45 } as const
  const later = { ...context, today: '2026-11-03', now: '2026-11-03T08:00:00.000Z' }
  /** A key result and an initiative that join the running cycle today. */
  const joined = (): Plan => {
    let plan = run(bare(), 'keyResult.add', {
      id: 'share',
      objectiveId: 'rave',
      title: 'Self-service share',
      metric: target,
      ownerId: 'mira',
    })
    plan = run(plan, 'initiative.add', {
      id: 'guide',
      cycleId: 'q4',
      keyResultId: 'share',
      title: 'Guide',
      ownerId: 'mira',
      startOn: '2026-11-02',
      dueOn: '2026-11-20',
    })
    return run(plan, 'objective.add', { id: 'fast', cycleId: 'q4', title: 'Fast', ownerId: 'mira' })
  }
  const kinds = ['keyResult', 'initiative', 'objective'] as const
  const changes: readonly [string, (plan: Plan) => Plan][] = [
    [
      'another target',
      (plan) =>
        run(plan, 'keyResult.update', {
          id: 'share',
          changes: { metric: { ...target, target: 40 } },
        }),
    ],
    [
      'another due day',
      (plan) => run(plan, 'initiative.update', { id: 'guide', changes: { dueOn: '2026-11-27' } }),
    ],
    [
      'another owner',
      (plan) => run(plan, 'objective.update', { id: 'fast', changes: { ownerId: 'jon' } }),
    ],
    [
      'another leg',
      (plan) =>
        run(plan, 'initiative.move', {
          moves: [{ id: 'guide', startOn: '2026-11-02', dueOn: '2026-11-20' }],
          to: { keyResultId: 'csat' },
        }),
    ],
    ['dropped again', (plan) => run(plan, 'keyResult.drop', { id: 'share' })],
    ['deleted again', (plan) => run(plan, 'initiative.delete', { ids: ['guide'] })],
  ]

  it.each(changes)(
    '%s on the same day is no detour: it is still being written',
    (_what, change) => {
      expect(change(joined()).detour.size).toBe(0)
    },
  )

  it('the next day it is one', () => {
    const result = runCommand(
      joined(),
      'keyResult.update',
      { id: 'share', changes: { metric: { ...target, target: 40 } } },
      later,
    )
    expect(result.ok && result.patch.puts.map(({ kind }) => kind)).toEqual(['keyResult', 'detour'])
  })

  it('remembers its day; what was planned before has none, and a copy has its own', () => {
    const plan = joined()
    const days = kinds.map((kind) => [...plan[kind].values()].map(({ addedOn }) => addedOn))
    expect(days).toEqual([
      [undefined, '2026-11-02'],
      [undefined, '2026-11-02'],
      [undefined, '2026-11-02'],
    ])
    const copied = runCommand(plan, 'keyResult.duplicate', { id: 'share' }, later)
    expect(copied.ok && copied.patch.puts).toMatchObject([{ addedOn: '2026-11-03' }])
    const planning = run(planned(), 'keyResult.duplicate', { id: 'csat' })
    expect([...planning.keyResult.values()].map((thing) => 'addedOn' in thing)).toEqual([
      false,
      false,
    ])
  })

  it('and what was planned asks for a why on the very day on which its cycle begins', () => {
    expect(detoursOf(owner('keyResult', 'mira'), owner('keyResult', 'jon'))).toHaveLength(1)
  })
})

describe('a change that was given its reason', () => {
  it.each([
    ['keyResult.drop', { id: 'csat', reason: ' Nobody reads it ', state: 'retired' }],
    ['objective.drop', { id: 'rave', reason: 'Nobody reads it' }],
    ['initiative.drop', { ids: ['bot'], reason: 'Nobody reads it' }],
  ] as const)('has it as its why, and nobody is asked again: %s', (id, input) => {
    const plan = run(bare(), id, input)
    expect([...plan.detour.values()].map(({ why }) => why)).toEqual(['Nobody reads it'])
  })
})

describe('the order of the detours of one day', () => {
  const orderIn = (plan: Plan) =>
    listAt(buildIndex(plan).detoursByCycle, 'q4').map(({ title, change }) => `${title} ${change}`)

  it('is that of the steps, also where the clock stands still or was set back', () => {
    const first = run(bare(), 'keyResult.update', { id: 'csat', changes: { ownerId: 'mira' } })
    const changes = [
      ['keyResult.update', { id: 'csat', changes: { ownerId: 'jon' } }],
      ['objective.drop', { id: 'rave' }],
      ['initiative.drop', { ids: ['bot'] }],
      ['objective.restore', { id: 'rave' }],
    ] as const
    for (const seed of ['a', 'b', 'c', 'd']) {
      let plan = first
      let count = 100
      for (const [at, [id, input]] of changes.entries()) {
        const newId = () => `${seed}${String((count -= 7))}`
        const now = `2026-11-02T08:00:00.00${String(Math.max(0, 9 - at * 4))}Z`
        const result = runCommand(plan, id, input, { ...context, now, newId })
        if (!result.ok) throw new Error(result.message)
        plan = applyPatch(plan, result.patch)
      }
      // What was dropped and taken up again on one day has left no line.
      expect(orderIn(plan)).toEqual(['CSAT owner', 'Chatbot dropped'])
    }
  })

  it('puts what goes on in an earlier line where it changed last', () => {
    const owners = (plan: Plan, ownerId: string, now: string) => {
      const input = { id: 'csat', changes: { ownerId } }
      const result = runCommand(plan, 'keyResult.update', input, { ...context, now })
      return result.ok ? applyPatch(plan, result.patch) : plan
    }
    let plan = run(bare(), 'person.add', { id: 'kim', name: 'Kim' })
    plan = owners(plan, 'mira', '2026-11-02T08:00:00.000Z')
    plan = owners(plan, 'jon', '2026-11-02T09:00:00.000Z')
    const dropped = runCommand(
      plan,
      'initiative.drop',
      { ids: ['bot'] },
      { ...context, now: '2026-11-02T10:00:00.000Z' },
    )
    plan = dropped.ok ? applyPatch(plan, dropped.patch) : plan
    plan = owners(plan, 'kim', '2026-11-02T11:00:00.000Z')
    expect(orderIn(plan)).toEqual(['Chatbot dropped', 'CSAT owner'])
  })

  it('tells those of one step apart', () => {
    const plan = run(
      run(bare(), 'initiative.add', {
        id: 'b2',
        cycleId: 'q4',
        keyResultId: null,
        title: 'Second',
      }),
      'initiative.drop',
      { ids: ['bot', 'b2'] },
    )
    const moments = [...plan.detour.values()].map(({ at }) => at)
    expect(new Set(moments).size).toBe(moments.length)
  })
})
