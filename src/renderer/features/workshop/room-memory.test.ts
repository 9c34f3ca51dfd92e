import { describe, expect, it } from 'vitest'
import { Room } from '#domain/workshop/workshop-room.test-support.ts'
import { EMPTY_HANDS, readInHand, stillInHand, writeInHand } from './room-memory.ts'
import type { InHand } from './room-memory.ts'

const room = new Room()
room.begin()
room.write('idea', 'An idea')
const vote = { workshopId: 'ws', method: 'confidence', about: null } as const
room.run('vote.open', { ...vote, id: 'open', question: 'How sure?' })
room.run('vote.ballot', { id: 'open', personId: 'mira', value: 7 })

const comesBack = (inHand: Partial<InHand>) =>
  readInHand(writeInHand({ ...EMPTY_HANDS, ...inHand }), room.plan, 'ws')

describe('what is in hand', () => {
  it('comes back after a kill', () => {
    const inHand: InHand = {
      panel: 'agenda',
      held: { kind: 'card', id: 'idea' },
      dotsBy: 'jon',
      readStepId: 'step',
      readObjectiveId: 'o1',
      rewriting: { what: 'text', id: 'idea' },
      passing: 'open',
      skipped: ['jon'],
    }
    expect(comesBack(inHand)).toEqual(inHand)
    expect(comesBack({ dotsBy: 'room' }).dotsBy).toBe('room')
  })

  it.each([
    ['private notes are not put on the projector', { panel: 'notes' }],
    ['a card that is gone', { held: { kind: 'card', id: 'gone' } }],
    ['the pen on a card that is gone', { rewriting: { what: 'text', id: 'gone' } }],
    ['the turn of somebody who left', { dotsBy: 'gone' }],
    ['a vote that is gone', { passing: 'gone' }],
  ] as const)('%s', (_, inHand) => {
    expect(comesBack(inHand)).toEqual(EMPTY_HANDS)
  })

  it('a revealed vote goes round no more', () => {
    const revealed = new Room()
    revealed.begin()
    revealed.run('vote.open', { ...vote, id: 'open', question: 'How sure?' })
    revealed.run('vote.ballot', { id: 'open', personId: 'mira', value: 7 })
    revealed.run('vote.reveal', { id: 'open' })
    const text = writeInHand({ ...EMPTY_HANDS, passing: 'open' })
    expect(readInHand(text, revealed.plan, 'ws').passing).toBeNull()
  })

  it('leaves the hand when an undo takes it away, or its person leaves the room', () => {
    const before = new Room()
    before.begin()
    before.run('workshop.setPresent', { id: 'ws', personId: 'jon', present: false })
    const inHand: InHand = {
      ...EMPTY_HANDS,
      held: { kind: 'card', id: 'idea' },
      rewriting: { what: 'text', id: 'idea' },
      dotsBy: 'jon',
      passing: 'open',
    }
    expect(stillInHand(inHand, room.plan, room.workshop)).toMatchObject({ passing: 'open' })
    expect(stillInHand(inHand, before.plan, before.workshop)).toEqual({
      held: null,
      rewriting: null,
      dotsBy: null,
      passing: null,
    })
  })

  it.each([[null], [''], ['{'], ['[]'], ['7'], ['{"panel":7,"held":"x","skipped":{}}']])(
    'nothing comes of %j',
    (text) => {
      expect(readInHand(text, room.plan, 'ws')).toEqual(EMPTY_HANDS)
    },
  )
})
