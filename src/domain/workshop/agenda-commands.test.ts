import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext, smallPlan } from '../plan/plan-arbitrary.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'
import { boardsFor, minutesOf, stepOfType, WORKSHOP_TEMPLATES } from './workshop-template.ts'
import { stepTypeSchema } from './workshop.ts'
import { Room } from './workshop-room.test-support.ts'

const context = countingContext('2026-11-22', 'a')

function run<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, context)
  if (!result.ok) throw new Error(`${id}: ${result.message}`)
  return applyPatch(plan, result.patch)
}

const empty = run(smallPlan(), 'workshop.add', {
  id: 'w',
  name: 'Ours',
  template: 'empty',
  cycleId: null,
})
const stepsOf = (plan: Plan) => plan.workshop.get('w')?.steps ?? []
const first = stepsOf(empty)[0]?.id ?? ''

describe('the ready agendas', () => {
  it.each([
    ['quarter', 90],
    ['objective', 45],
    ['reroute', 30],
    ['retro-start-stop', 60],
    ['retro-sailboat', 60],
    ['retro-four-l', 60],
    ['retro-mad-sad-glad', 60],
    ['empty', 15],
  ])('%s takes %i minutes', (id, minutes) => {
    const template = WORKSHOP_TEMPLATES.find((each) => each.id === id)
    expect(minutesOf(template?.steps ?? [])).toBe(minutes)
  })
})

describe('the type of a step', () => {
  it('can be chosen when it is added, and changed afterwards', () => {
    const added = run(empty, 'workshop.addStep', {
      id: 'w',
      stepId: 's2',
      ...stepOfType('fuel'),
      columns: [],
    })
    expect(stepsOf(added).map(({ type }) => type)).toEqual(['free', 'fuel'])
    const changed = run(added, 'workshop.updateStep', {
      id: 'w',
      stepId: 's2',
      changes: { type: 'roadblocks' },
    })
    expect(stepsOf(changed)[1]).toMatchObject({
      type: 'roadblocks',
      title: 'Who drives, with what fuel',
      columns: ['Roadblocks and concerns', 'Support', 'Training', 'Communication'],
    })
  })

  it('keeps the boards that have cards on them', () => {
    const boards = run(empty, 'workshop.updateStep', {
      id: 'w',
      stepId: first,
      changes: { columns: ['Ideas', 'Wins'] },
    })
    const changed = run(boards, 'workshop.updateStep', {
      id: 'w',
      stepId: first,
      changes: { type: 'look-back' },
    })
    expect(stepsOf(changed)[0]?.columns).toEqual(['Ideas', 'Wins', 'Lessons', 'Carry over'])
    const back = run(changed, 'workshop.updateStep', {
      id: 'w',
      stepId: first,
      changes: { type: 'free' },
    })
    expect(stepsOf(back)[0]?.columns).toHaveLength(4)
  })

  it.each(stepTypeSchema.options)('%s has a ready step', (type) => {
    const ready = stepOfType(type)
    expect(ready.type).toBe(type)
    expect(boardsFor(type, ready.columns ?? [])).toEqual([...(ready.columns ?? [])])
  })

  it('never asks for more than eight boards', () => {
    const many = ['1', '2', '3', '4', '5', '6', '7', '8']
    expect(boardsFor('roadblocks', many)).toEqual(many)
  })
})

describe('the agenda of a running workshop', () => {
  it('keeps the cards of a step that is removed', () => {
    const room = new Room()
    room.begin()
    room.write('a', 'Idea')
    const { id } = room.step(0)
    room.run('workshop.removeStep', { id: 'ws', stepId: id })
    expect(room.plan.card.get('a')?.stepId).toBeNull()
    expect(room.workshop.currentStepId).toBe(room.step(0).id)
    expect(room.step(0).title).toBe('Pick the destination')
  })

  it('adds, moves and times steps', () => {
    const room = new Room()
    room.begin('empty')
    const add = (title: string, beforeId: string | null = null) =>
      room.run('workshop.addStep', {
        id: 'ws',
        stepId: title,
        type: 'free',
        title,
        minutes: 5,
        beforeId,
      })
    add('B')
    add('A', 'B')
    room.run('workshop.moveStep', { id: 'ws', stepId: 'B', beforeId: room.step(0).id })
    room.run('workshop.updateStep', { id: 'ws', stepId: 'B', changes: { minutes: 12 } })
    expect(room.workshop.steps.map((s) => [s.title, s.minutes])).toEqual([
      ['B', 12],
      ['First step', 15],
      ['A', 5],
    ])
    expect(room.refusal('workshop.moveStep', { id: 'ws', stepId: 'x', beforeId: null })).toMatch(
      /not on the agenda/,
    )
  })
})
