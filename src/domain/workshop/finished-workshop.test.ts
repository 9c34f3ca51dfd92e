import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { integrityProblems } from '../plan/integrity.ts'
import { buildIndex } from '../plan/plan-index.ts'
import type { Thing } from '../plan/thing.ts'
import { spansOf } from '../report/document.ts'
import { someoneIn } from './finished-workshop.ts'
import { minutesModel } from './minutes.ts'
import { cardsOf, votesOf } from './workshop-patch.ts'
import { MINUTES, Room } from './workshop-room.test-support.ts'

/** A room in which everything points to something, finished. */
function finishedRoom(): Room {
  const room = new Room()
  room.begin()
  room.write('idea', 'Chatbot', 'jon')
  room.run('card.become', { id: 'idea', becoming: { as: 'initiative', keyResultId: 'k1' } })
  room.write('worry', 'Nobody answers at night', 'mira')
  room.run('card.become', { id: 'worry', becoming: { as: 'concern' } })
  room.run('card.setDots', { id: 'idea', personId: 'jon', count: 2 })
  room.run('workshop.setWithoutPart', { id: 'ws', personId: 'jon', withoutPart: true })
  room.run('workshop.update', { id: 'ws', changes: { objectiveId: 'o1' } })
  const about = { kind: 'objective', id: 'o1' } as const
  const question = 'How sure are you?'
  room.run('vote.open', { id: 'v', workshopId: 'ws', question, method: 'confidence', about })
  room.run('vote.ballot', { id: 'v', personId: 'jon', value: 4 })
  room.run('vote.reveal', { id: 'v' })
  room.run('decision.add', { workshopId: 'ws', text: 'We go', voteId: 'v' })
  room.run('workshop.finish', { id: 'ws' })
  return room
}

const rowsOf = ({ plan, workshop }: Room): readonly Thing[] => [
  workshop,
  ...cardsOf(plan, 'ws'),
  ...votesOf(plan, 'ws'),
]

type Step = { readonly [C in CommandId]: readonly [C, CommandInput<C>] }[CommandId]

describe('a finished workshop', () => {
  it('can be read and not changed until it is reopened', () => {
    const room = new Room()
    room.begin()
    room.write('a', 'Idea')
    room.run('workshop.finish', { id: 'ws' })
    expect(room.refusal('card.add', { workshopId: 'ws', text: 'Late' })).toMatch(/finished/)
    expect(room.refusal('card.update', { id: 'a', changes: { text: 'x' } })).toMatch(/finished/)
    expect(room.refusal('workshop.next', { id: 'ws' })).toMatch(/finished/)
    room.run('workshop.reopen', { id: 'ws' })
    room.run('card.update', { id: 'a', changes: { text: 'x' } })
  })

  it.each<readonly [string, (room: Room) => Step]>([
    ['a person of it leaves the plan', () => ['person.delete', { id: 'jon' }]],
    ['its objective goes', () => ['objective.delete', { id: 'o1' }]],
    ['its cycle goes', () => ['cycle.delete', { id: 'q4' }]],
    [
      'what a card became goes',
      ({ plan }) => ['initiative.delete', { ids: [plan.card.get('idea')?.became?.id ?? ''] }],
    ],
    [
      'a concern that a card became goes',
      ({ plan }) => ['journal.delete', { id: plan.card.get('worry')?.became?.id ?? '' }],
    ],
  ])('keeps every row as it was when %s', (_, stepOf) => {
    const room = finishedRoom()
    const before = rowsOf(room)
    const [id, input] = stepOf(room)
    room.run(id, input)
    expect(rowsOf(room)).toEqual(before)
  })

  it('still names who left the plan, in the minutes as well', () => {
    const room = finishedRoom()
    room.run('person.delete', { id: 'jon' })
    expect(someoneIn(room.plan, room.workshop, 'jon')).toMatchObject({
      name: 'Jon Dahl',
      initials: 'JD',
    })
    const document = minutesModel(room.plan, buildIndex(room.plan), room.workshop, MINUTES)
    const words = [...spansOf(document)].map(({ text }) => text)
    expect(words.filter((text) => text === 'Jon Dahl')).toHaveLength(2)
  })

  it('lets go of what left the plan when it is opened again', () => {
    const room = finishedRoom()
    room.run('person.delete', { id: 'jon' })
    room.run('objective.delete', { id: 'o1' })
    room.run('workshop.reopen', { id: 'ws' })
    expect(integrityProblems(room.plan)).toEqual([])
    expect(room.workshop).toMatchObject({ presentIds: ['mira'], objectiveId: null })
    expect(room.workshop).not.toHaveProperty('names')
    expect(room.plan.card.get('idea')).toMatchObject({ personId: null })
    expect(room.plan.vote.get('v')?.ballots).toEqual([{ personId: null, value: 4 }])
  })

  it('goes whole with its cards and votes when it is deleted itself', () => {
    const room = finishedRoom()
    room.run('person.delete', { id: 'jon' })
    room.run('workshop.delete', { id: 'ws' })
    expect([room.plan.card.size, room.plan.vote.size]).toEqual([0, 0])
  })

  it('reads what was written in a silent round that nobody ended', () => {
    const room = new Room()
    room.begin()
    room.run('workshop.update', { id: 'ws', changes: { silent: true } })
    room.write('a', 'Said at last')
    room.run('workshop.finish', { id: 'ws' })
    expect(room.plan.card.get('a')?.hidden).toBe(false)
  })
})
