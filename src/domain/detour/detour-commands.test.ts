import { describe, expect, it } from 'vitest'
import type { Drive } from '../plan/nordwind.test-support.ts'
import { nordwind } from '../plan/nordwind.test-support.ts'

describe('detours', () => {
  const active = () => {
    const drive = nordwind()
    drive.run('cycle.setState', { id: 'q4', state: 'active' })
    return drive
  }
  const lines = (drive: Drive) =>
    [...drive.plan.detour.values()].map((d) => `${d.title} ${d.change}: ${d.from} → ${d.to}`)

  it('are not kept while the cycle is being planned', () => {
    const drive = nordwind()
    drive.run('keyResult.move', { id: 'csat', dueOn: '2026-12-01' })
    drive.run('objective.delete', { id: 'teams' })
    expect(lines(drive)).toEqual([])
  })

  it('keep target, due day, owner, what is served and what is dropped, in words', () => {
    const drive = active()
    drive.run('keyResult.update', {
      id: 'response',
      changes: {
        metric: { type: 'decrease', unit: 'min', baseline: 14, target: 7 },
        dueOn: '2026-12-09',
        ownerId: 'jon',
      },
    })
    drive.run('objective.update', { id: 'rave', changes: { ownerId: 'jon' } })
    drive.run('initiative.move', {
      moves: [{ id: 'chatbot', startOn: '2026-10-25', dueOn: '2026-11-30' }],
      to: { keyResultId: 'response' },
    })
    drive.run('initiative.drop', { ids: ['chatbot'], reason: 'no time' })
    drive.run('keyResult.delete', { id: 'csat' })
    expect(lines(drive)).toEqual([
      'First response target: 14 → 5 min → 14 → 7 min',
      'First response dueOn: Nov 27, 2026 → Dec 9, 2026',
      'Customers rave owner: Mira Kowalski → Jon Dahl',
      'Chatbot dueOn: Nov 20, 2026 → Nov 30, 2026',
      'Chatbot serves: CSAT → First response',
      'Chatbot dropped: on the plan → dropped',
      'CSAT dropped: on Customers rave, due Oct 23, 2026 → deleted',
    ])
  })

  it('are not kept for a title, a note, a start day or an order', () => {
    const drive = active()
    drive.run('objective.update', { id: 'rave', changes: { title: 'Loved', note: 'x' } })
    drive.run('objective.reorder', { id: 'rave', beforeId: null })
    drive.run('initiative.update', { id: 'chatbot', changes: { startOn: '2026-10-20' } })
    expect(lines(drive)).toEqual([])
  })

  it('of one day go on in one line, and back where it began leaves none', () => {
    const drive = active()
    const due = (dueOn: string) => drive.run('keyResult.move', { id: 'csat', dueOn })
    due('2026-11-01')
    due('2026-11-05')
    expect(lines(drive)).toEqual(['CSAT dueOn: Oct 23, 2026 → Nov 5, 2026'])
    due('2026-10-23')
    expect(lines(drive)).toEqual([])
    due('2026-11-01')
    const [first] = drive.plan.detour.keys()
    drive.run('detour.explain', { id: first ?? '', why: 'Survey came late' })
    due('2026-11-05')
    expect(lines(drive)).toHaveLength(2)
  })
})
