import { describe, expect, it } from 'vitest'
import { dotsLeft, dotsOf } from './vote-tally.ts'
import { wallOf } from './wall.ts'
import { Room } from './workshop-room.test-support.ts'

describe('cards', () => {
  it('stay hidden in a silent round and tell nothing in the undo menu', () => {
    const room = new Room()
    room.begin()
    room.run('workshop.update', { id: 'ws', changes: { silent: true } })
    expect(room.run('card.add', { workshopId: 'ws', id: 'a', text: 'Secret' })).toBe(
      'Write a hidden card',
    )
    expect(room.plan.card.get('a')?.hidden).toBe(true)
    room.run('card.reveal', { workshopId: 'ws' })
    expect(room.plan.card.get('a')?.hidden).toBe(false)
    expect(room.workshop.silent).toBe(false)
  })

  it('group onto a member, take their own group along, and fall apart again', () => {
    const room = new Room()
    room.begin()
    for (const id of ['a', 'b', 'c', 'd']) room.write(id, id)
    room.run('card.group', { ids: ['b'], onto: 'a' })
    room.run('card.group', { ids: ['d'], onto: 'c' })
    room.run('card.group', { ids: ['c'], onto: 'b' })
    const groupOf = (id: string) => room.plan.card.get(id)?.groupId
    expect(['a', 'b', 'c', 'd'].map(groupOf)).toEqual([null, 'a', 'a', 'a'])
    room.run('card.renameGroup', { id: 'd', name: 'Bots' })
    expect(room.plan.card.get('a')?.groupName).toBe('Bots')
    // A head laid onto its own member changes nothing.
    room.run('card.group', { ids: ['a'], onto: 'b' })
    expect(groupOf('a')).toBeNull()
    room.run('card.ungroup', { id: 'b' })
    expect(groupOf('b')).toBeNull()
    room.run('card.ungroup', { id: 'a' })
    expect(['c', 'd'].map(groupOf)).toEqual([null, null])
  })

  it('go as a group to another board, into the parking lot and back, and up by all their dots', () => {
    const room = new Room()
    room.begin()
    for (const id of ['a', 'b', 'c', 'd']) room.write(id, id)
    room.run('card.group', { ids: ['b'], onto: 'a' })
    const placesOf = (...ids: readonly string[]) =>
      ids.map((id) => {
        const { column, parked, groupId } = room.plan.card.get(id) ?? {}
        return [column, parked, groupId]
      })
    room.run('card.update', { id: 'a', changes: { column: 'Wins' } })
    expect(placesOf('a', 'b', 'c')).toEqual([
      ['Wins', false, null],
      ['Wins', false, 'a'],
      ['', false, null],
    ])
    room.run('card.park', { ids: ['a'], parked: true })
    expect(placesOf('b', 'c')).toEqual([
      ['Wins', true, 'a'],
      ['', false, null],
    ])
    room.run('card.park', { ids: ['a'], parked: false })
    expect(placesOf('a', 'b')).toEqual([
      ['Wins', false, null],
      ['Wins', false, 'a'],
    ])
    room.run('card.update', { id: 'a', changes: { text: 'A', hue: 'rose' } })
    expect(room.plan.card.get('b')).toMatchObject({ text: 'b', hue: 'amber' })

    room.run('card.setDots', { id: 'b', personId: null, count: 2 })
    room.run('card.setDots', { id: 'd', personId: null, count: 1 })
    room.run('card.sort', { workshopId: 'ws', stepId: room.workshop.currentStepId, by: 'votes' })
    expect(room.texts).toEqual(['A', 'b', 'd', 'c'])
    room.run('card.setDots', { id: 'd', personId: null, count: 3 })
    room.run('card.sort', { workshopId: 'ws', stepId: room.workshop.currentStepId, by: 'votes' })
    expect(room.texts).toEqual(['d', 'A', 'b', 'c'])
  })

  it('merge with their dots and split by lines', () => {
    const room = new Room()
    room.begin()
    room.write('a', 'Chatbot')
    room.write('b', 'Bot at night')
    room.run('card.setDots', { id: 'a', personId: 'mira', count: 1 })
    room.run('card.setDots', { id: 'b', personId: 'mira', count: 2 })
    room.run('card.setDots', { id: 'b', personId: null, count: 4 })
    room.run('card.merge', { ids: ['b'], into: 'a' })
    const merged = room.plan.card.get('a')
    expect(merged?.text).toBe('Chatbot\nBot at night')
    expect(merged && dotsOf(merged)).toBe(7)
    expect(room.plan.card.has('b')).toBe(false)
    room.run('card.split', { id: 'a', texts: ['Chatbot', '', 'Bot at night'] })
    expect(room.texts).toEqual(['Chatbot', 'Bot at night'])
    expect(room.refusal('card.split', { id: 'a', texts: ['one', ' '] })).toMatch(/nothing to split/)
  })

  it('counts dots against what each person has', () => {
    const room = new Room()
    room.begin()
    room.write('a', 'a')
    room.write('b', 'b')
    room.run('card.setDots', { id: 'a', personId: 'jon', count: 2 })
    expect(room.refusal('card.setDots', { id: 'b', personId: 'jon', count: 2 })).toBe(
      'Only 1 dot left.',
    )
    room.run('card.setDots', { id: 'b', personId: 'jon', count: 1 })
    expect(dotsLeft(room.plan, room.workshop, room.workshop.currentStepId, 'jon')).toBe(0)
    room.run('card.setDots', { id: 'b', personId: null, count: 12 })
    room.run('card.sort', { workshopId: 'ws', stepId: room.workshop.currentStepId, by: 'votes' })
    expect(room.texts).toEqual(['b', 'a'])
  })

  it('lie on one wall for steps with the same boards: dots and order go over all of them', () => {
    const room = new Room()
    room.begin('retro-start-stop')
    const walls = () =>
      room.workshop.steps.map(
        ({ id }) => room.workshop.steps.filter((s) => wallOf(room.workshop, id).has(s.id)).length,
      )
    expect(walls()).toEqual([1, 2, 2, 1, 1])
    room.run('workshop.next', { id: 'ws' })
    room.write('early', 'early')
    room.run('workshop.next', { id: 'ws' })
    room.write('late', 'late')
    room.run('card.setDots', { id: 'early', personId: 'jon', count: 2 })
    expect(room.refusal('card.setDots', { id: 'late', personId: 'jon', count: 2 })).toBe(
      'Only 1 dot left.',
    )
    expect(dotsLeft(room.plan, room.workshop, room.workshop.currentStepId, 'jon')).toBe(1)
    room.run('card.setDots', { id: 'late', personId: null, count: 5 })
    room.run('card.sort', { workshopId: 'ws', stepId: room.workshop.currentStepId, by: 'votes' })
    expect(room.texts).toEqual(['late', 'early'])
  })

  it('become parts of the plan in one step, with a link both ways', () => {
    const room = new Room()
    room.begin()
    room.write('o', 'Customers rave\nbecause they stay')
    room.run('card.become', { id: 'o', becoming: { as: 'objective' } })
    const objective = room.plan.objective.get(room.plan.card.get('o')?.became?.id ?? '')
    expect(objective).toMatchObject({ title: 'Customers rave', why: 'because they stay' })

    room.write('k', 'CSAT from 78 % to 90 %')
    const objectiveId = objective?.id ?? ''
    room.run('card.become', { id: 'k', becoming: { as: 'keyResult', objectiveId } })
    const keyResultId = room.plan.card.get('k')?.became?.id ?? ''
    expect(room.plan.keyResult.get(keyResultId)?.metric).toMatchObject({
      type: 'increase',
      baseline: 78,
      target: 90,
    })

    room.write('i', 'Chatbot')
    room.run('card.become', { id: 'i', becoming: { as: 'initiative', keyResultId } })
    const initiativeId = room.plan.card.get('i')?.became?.id ?? ''
    expect(room.plan.initiative.get(initiativeId)).toMatchObject({
      cardId: 'i',
      serves: [{ keyResultId, share: 1 }],
      startOn: '2026-11-22',
      dueOn: '2026-12-31',
    })
    expect(room.refusal('card.become', { id: 'i', becoming: { as: 'objective' } })).toMatch(
      /already/,
    )
    // What it became is deleted: the card is free again.
    room.run('initiative.delete', { ids: [initiativeId] })
    expect(room.plan.card.get('i')?.became).toBeNull()

    room.write('t', 'Train the night shift', 'mira')
    room.run('card.become', { id: 't', becoming: { as: 'concern' } })
    expect(room.plan.journalEntry.get(room.plan.card.get('t')?.became?.id ?? '')).toMatchObject({
      type: 'concern',
      authorId: 'mira',
      about: { kind: 'cycle', id: 'q4' },
    })
    room.write('p', 'Phone line?')
    room.run('card.become', { id: 'p', becoming: { as: 'parking-lot' } })
    expect(room.plan.card.get('p')).toMatchObject({ parked: true, became: null })
  })
})
