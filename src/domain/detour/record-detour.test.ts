import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'

const context = countingContext('2026-11-02')

/** An active cycle with a key result and an initiative of which nothing has been said yet. */
function bare(): Plan {
  let plan = planFromThings([
    {
      kind: 'plan',
      id: 'p',
      name: 'P',
      direction: '',
      settings: DEFAULT_SETTINGS,
      createdAt: '2026-10-01T08:00:00.000Z',
    },
  ])
  const run = step((next) => (plan = next))
  run(plan, 'cycle.add', { id: 'q4', name: 'Q4', startOn: '2026-10-01', endOn: '2026-12-31' })
  run(plan, 'person.add', { id: 'mira', name: 'Mira' })
  run(plan, 'person.add', { id: 'jon', name: 'Jon' })
  run(plan, 'cycle.setState', { id: 'q4', state: 'active' })
  run(plan, 'objective.add', { id: 'rave', cycleId: 'q4', title: 'Customers rave' })
  run(plan, 'keyResult.add', { id: 'csat', objectiveId: 'rave', title: 'CSAT' })
  run(plan, 'initiative.add', { id: 'bot', cycleId: 'q4', keyResultId: null, title: 'Chatbot' })
  return plan
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
