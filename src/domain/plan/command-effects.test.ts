import { describe, expect, it } from 'vitest'
import { nordwind, TODAY } from './nordwind.test-support.ts'

describe('what follows from a change', () => {
  it('deletes an objective with its key results and check-ins, and parks what served only it', () => {
    const drive = nordwind()
    drive.run('checkIn.add', { id: 'c', keyResultId: 'csat', value: 80, confidence: 7 })
    drive.run('initiative.update', {
      id: 'chatbot',
      changes: {
        serves: [
          { keyResultId: 'csat', share: 0.5 },
          { keyResultId: 'response', share: 0.3 },
          { keyResultId: 'activation', share: 0.2 },
        ],
      },
    })
    drive.run('keyResult.delete', { id: 'csat' })
    expect(drive.plan.initiative.get('chatbot')?.serves).toEqual([
      { keyResultId: 'response', share: 0.6 },
      { keyResultId: 'activation', share: 0.4 },
    ])
    expect(drive.plan.checkIn.size).toBe(0)
    drive.run('objective.delete', { id: 'teams' })
    drive.run('objective.delete', { id: 'rave' })
    expect(drive.plan.keyResult.size).toBe(0)
    expect(drive.plan.initiative.get('chatbot')?.serves).toEqual([])
  })

  it('takes a deleted person off everything', () => {
    const drive = nordwind()
    drive.run('task.add', { id: 't', initiativeId: 'chatbot', title: 'Ask', assigneeId: 'mira' })
    drive.run('person.delete', { id: 'mira' })
    expect(drive.plan.objective.get('rave')?.ownerId).toBeNull()
    expect(drive.plan.initiative.get('chatbot')?.tasks[0]?.assigneeId).toBeNull()
  })

  it('follows the state of an initiative', () => {
    const drive = nordwind()
    const chatbot = () => drive.plan.initiative.get('chatbot')
    const blocker = {
      type: 'waiting',
      text: 'Legal',
      ownerId: 'jon',
      nextAction: 'Call',
      sinceOn: '2026-11-20',
    } as const
    drive.run('initiative.update', { id: 'chatbot', changes: { blocker } })
    expect(chatbot()?.state).toBe('blocked')
    drive.run('initiative.update', { id: 'chatbot', changes: { state: 'done' } })
    expect(chatbot()).toMatchObject({ state: 'done', doneOn: TODAY, blocker: null })
    drive.run('initiative.update', { id: 'chatbot', changes: { state: 'in-progress' } })
    expect(chatbot()?.doneOn).toBeNull()
    drive.run('initiative.drop', { ids: ['chatbot'] })
    drive.run('initiative.restore', { ids: ['chatbot'] })
    expect(chatbot()?.state).toBe('planned')
  })

  it('makes an idea of the Garage a plan once it stands on a leg', () => {
    const drive = nordwind()
    drive.run('initiative.add', { id: 'board', cycleId: 'q4', title: 'Board', keyResultId: null })
    expect(drive.plan.initiative.get('board')?.state).toBe('idea')
    drive.run('initiative.move', {
      moves: [{ id: 'board', startOn: '2026-12-03', dueOn: '2026-12-18' }],
      to: { keyResultId: 'activation' },
    })
    expect(drive.plan.initiative.get('board')).toMatchObject({
      state: 'planned',
      serves: [{ keyResultId: 'activation', share: 1 }],
    })
  })

  it('moves several as one step or none of them', () => {
    const drive = nordwind()
    const days = { startOn: '2026-11-01', dueOn: '2026-11-20' }
    drive.run('initiative.add', {
      id: 'two',
      cycleId: 'q4',
      title: 'Two',
      keyResultId: 'csat',
      ...days,
    })
    const moves = ['chatbot', 'two'].map((id) => ({
      id,
      startOn: '2026-11-08',
      dueOn: '2026-11-27',
    }))
    expect(drive.run('initiative.move', { moves, to: 'garage' })).toBe(
      'Move 2 initiatives to the Garage',
    )
    const bad = [...moves.slice(0, 1), { id: 'two', startOn: '2026-11-08', dueOn: '2026-11-07' }]
    expect(drive.refusal('initiative.move', { moves: bad, to: null })).toContain(
      'dueOn: "Two": The due day',
    )
    expect(drive.plan.initiative.get('chatbot')?.startOn).toBe('2026-11-08')
  })

  it('reopens a closed cycle only with a reason, and wakes drafts on commit', () => {
    const drive = nordwind()
    expect(drive.plan.objective.get('rave')?.state).toBe('draft')
    drive.run('cycle.setState', { id: 'q4', state: 'active' })
    expect(drive.plan.objective.get('rave')?.state).toBe('active')
    drive.run('cycle.setState', { id: 'q4', state: 'closed' })
    expect(drive.refusal('cycle.setState', { id: 'q4', state: 'active' })).toContain('reason: ')
    drive.run('cycle.setState', { id: 'q4', state: 'active', reason: 'One number came late' })
    expect(drive.plan.cycle.get('q4')?.stateLog.at(-1)?.reason).toBe('One number came late')
  })

  it('adds many things as one step, whole or not at all', () => {
    const drive = nordwind()
    const objective = drive.plan.objective.get('rave')
    if (!objective) throw new Error('gone')
    const things = [
      { ...objective, id: 'new' },
      { ...objective, id: 'child', parent: { kind: 'objective' as const, id: 'new' } },
    ]
    expect(drive.run('plan.addThings', { things, name: 'Paste 2 objectives' })).toBe(
      'Paste 2 objectives',
    )
    expect(drive.refusal('plan.addThings', { things, name: 'Again' })).toContain('same id')
    const dangling = [{ ...objective, id: 'lost', ownerId: 'x' }]
    expect(drive.refusal('plan.addThings', { things: dangling, name: 'x' })).toContain('ownerId: ')
  })
})
