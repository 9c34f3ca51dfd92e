import { describe, expect, it } from 'vitest'
import { commitChecklist } from './commit-checklist.ts'
import { peopleMissing } from './people-parts.ts'
import { askedCount, stillToVote, tallyOf } from './vote-tally.ts'
import { Room } from './workshop-room.test-support.ts'

describe('votes', () => {
  it('hide who gave what until they are revealed, and keep every round', () => {
    const room = new Room()
    room.begin()
    const open = (id: string) =>
      room.run('vote.open', { id, workshopId: 'ws', question: 'Sure?', method: 'confidence' })
    open('v1')
    expect(room.refusal('vote.reveal', { id: 'v1' })).toBe('Nobody has voted yet.')
    expect(room.run('vote.ballot', { id: 'v1', personId: 'mira', value: 9 })).not.toMatch(/9/)
    expect(room.refusal('vote.ballot', { id: 'v1', personId: 'jon', value: 11 })).toMatch(/0 to 10/)
    const vote = () => {
      const found = room.plan.vote.get('v1')
      if (!found) throw new Error('no vote')
      return found
    }
    expect(stillToVote(room.workshop, vote())).toEqual(['jon'])
    room.run('vote.ballot', { id: 'v1', personId: 'jon', value: 4 })
    room.run('vote.reveal', { id: 'v1' })
    expect(room.refusal('vote.ballot', { id: 'v1', personId: 'jon', value: 5 })).toMatch(/revealed/)
    expect(tallyOf(vote())).toMatchObject({ count: 2, mean: 6.5, lowest: 4, highest: 9, spread: 5 })
    open('v2')
    expect(room.plan.vote.get('v2')?.round).toBe(2)
    // Who goes home keeps the number that was given; nobody reads "2 of 1".
    room.run('vote.ballot', { id: 'v2', personId: 'mira', value: 3 })
    room.run('workshop.setPresent', { id: 'ws', personId: 'mira', present: false })
    const second = room.plan.vote.get('v2')
    expect(second && askedCount(room.workshop, second)).toBe(2)
    expect(second && stillToVote(room.workshop, second)).toEqual(['jon'])
    room.run('decision.add', { workshopId: 'ws', text: 'We go', voteId: 'v1' })
    expect(room.workshop.decisions).toMatchObject([{ text: 'We go', voteId: 'v1' }])
  })
})

describe('the pre-trip checklist', () => {
  it('names what is open, takes reasons, and only then commits', () => {
    const room = new Room()
    room.run('cycle.setState', { id: 'q4', state: 'planning' })
    room.begin()
    const open = () =>
      commitChecklist(room.plan, room.workshop)
        .filter((c) => c.state === 'open')
        .map((c) => c.id)
    expect(open()).toContain('confidence')
    expect(room.refusal('workshop.commit', { id: 'ws' })).toMatch(/^Still open: /)
    for (const check of open())
      room.run('workshop.acceptCheck', { id: 'ws', check, reason: 'We know' })
    expect(open()).toEqual([])
    room.run('workshop.commit', { id: 'ws' })
    expect(room.plan.cycle.get('q4')?.state).toBe('active')
    expect(room.workshop.decisions.at(-1)?.text).toBe('We commit to Q4 2026.')
  })

  it('says who in the room is on nothing', () => {
    const room = new Room()
    room.begin()
    room.run('person.add', { id: 'ada', name: 'Ada' })
    room.run('workshop.setPresent', { id: 'ws', personId: 'ada', present: true })
    expect(peopleMissing(room.plan, room.workshop)).toContain('ada')
    room.run('workshop.setWithoutPart', { id: 'ws', personId: 'ada', withoutPart: true })
    expect(peopleMissing(room.plan, room.workshop)).not.toContain('ada')
  })
})
