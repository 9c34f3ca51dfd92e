import { describe, expect, it } from 'vitest'
import type { CommandResult } from '../plan/command.ts'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { integrityProblems } from '../plan/integrity.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch, invert } from '../plan/plan.ts'
import { smallPlan } from '../plan/plan-arbitrary.ts'
import { stateHash } from '../plan/state-hash.ts'
import { thingSchema } from '../plan/thing.ts'
import { byOrder } from '../plan/order-key.ts'
import { commitChecklist } from './commit-checklist.ts'
import { peopleMissing } from './people-parts.ts'
import { dotsLeft, dotsOf, stillToVote, tallyOf } from './vote-tally.ts'
import { clockMood, formatClock, leftMs, spentMs } from './workshop-clock.ts'
import { cardsOf } from './workshop-patch.ts'
import { minutesOf, WORKSHOP_TEMPLATES } from './workshop-template.ts'
import type { Workshop } from './workshop.ts'

const START = Date.parse('2026-11-22T09:00:00.000Z')

/** A room with a wall clock that only this test moves. */
class Room {
  plan: Plan = smallPlan()
  minute = 0
  private ids = 0

  get now(): string {
    return new Date(START + this.minute * 60_000).toISOString()
  }

  try<C extends CommandId>(id: C, input: CommandInput<C>): CommandResult {
    const context = {
      now: this.now,
      today: '2026-11-22',
      newId: () => `w${String((this.ids += 1))}`,
    }
    const result = runCommand(this.plan, id, input, context)
    if (!result.ok) return result
    const next = applyPatch(this.plan, result.patch)
    expect(integrityProblems(next)).toEqual([])
    for (const thing of result.patch.puts) expect(thingSchema.parse(thing)).toEqual(thing)
    expect(stateHash(applyPatch(next, invert(this.plan, result.patch)))).toBe(stateHash(this.plan))
    this.plan = next
    return result
  }

  run<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    if (!result.ok) throw new Error(`${id}: ${result.message}`)
    return result.name
  }

  refusal<C extends CommandId>(id: C, input: CommandInput<C>): string {
    const result = this.try(id, input)
    return result.ok ? 'accepted' : result.message
  }

  begin(template = 'quarter'): void {
    this.run('workshop.add', {
      id: 'ws',
      name: 'Q4 planning',
      template,
      cycleId: 'q4',
      presentIds: ['mira', 'jon'],
    })
    this.run('workshop.start', { id: 'ws' })
  }

  write(id: string, text: string, personId: string | null = null): void {
    this.run('card.add', { workshopId: 'ws', id, text, personId })
  }

  get workshop(): Workshop {
    const workshop = this.plan.workshop.get('ws')
    if (!workshop) throw new Error('no workshop')
    return workshop
  }

  step(i: number) {
    const step = this.workshop.steps[i]
    if (!step) throw new Error(`no step ${String(i)}`)
    return step
  }

  get texts(): readonly string[] {
    return cardsOf(this.plan, 'ws')
      .sort(byOrder)
      .map((card) => card.text)
  }
}

describe('templates', () => {
  it.each([
    ['quarter', 90],
    ['objective', 45],
    ['reroute', 30],
    ['retro-start-stop', 60],
    ['retro-sailboat', 60],
    ['retro-four-l', 60],
    ['retro-mad-sad-glad', 60],
  ])('%s takes %d minutes', (id, minutes) => {
    expect(minutesOf(WORKSHOP_TEMPLATES.find((t) => t.id === id)?.steps ?? [])).toBe(minutes)
  })
})

describe('the clock', () => {
  it('is computed from stored moments, so that nothing is lost when the app dies', () => {
    const room = new Room()
    room.begin()
    room.minute = 4
    expect(leftMs(room.workshop, room.step(0), room.now)).toBe(6 * 60_000)
    room.run('workshop.pause', { id: 'ws' })
    room.minute = 30
    expect(spentMs(room.workshop, room.step(0), room.now)).toBe(4 * 60_000)
    room.run('workshop.start', { id: 'ws' })
    room.minute = 33
    room.run('workshop.addTime', { id: 'ws', minutes: 2 })
    expect(leftMs(room.workshop, room.step(0), room.now)).toBe(5 * 60_000)
  })

  it('never gives time back when the wall clock is set back, nor counts a night', () => {
    const room = new Room()
    room.begin()
    room.minute = -500
    expect(spentMs(room.workshop, room.step(0), room.now)).toBe(0)
    room.minute = 900
    expect(spentMs(room.workshop, room.step(0), room.now)).toBe(240 * 60_000)
  })

  it('goes back two steps and forth again without deleting anything', () => {
    const room = new Room()
    room.begin()
    room.write('a', 'First')
    room.minute = 3
    room.run('workshop.next', { id: 'ws' })
    room.minute = 5
    room.run('workshop.next', { id: 'ws' })
    room.write('b', 'Second')
    room.minute = 9
    room.run('workshop.back', { id: 'ws' })
    room.run('workshop.back', { id: 'ws' })
    expect(room.workshop.steps.slice(0, 3).map((s) => s.state)).toEqual(['current', 'done', 'done'])
    expect(room.workshop.steps.slice(0, 3).map((s) => s.spentMs / 60_000)).toEqual([3, 2, 4])
    expect(room.texts).toEqual(['First', 'Second'])
    room.minute = 10
    expect(spentMs(room.workshop, room.step(0), room.now)).toBe(4 * 60_000)
    expect(room.refusal('workshop.back', { id: 'ws' })).toBe('This is the first step.')
  })

  it.each([
    [702_000, '11:42'],
    [0, '0:00'],
    [-1, '0:00'],
    [-20_000, '+0:20'],
    [3_900_000, '1:05:00'],
    [59_001, '1:00'],
  ])('%d ms reads %s', (ms, text) => {
    expect(formatClock(ms)).toBe(text)
  })

  it.each([
    [10, 120_000, 'calm'],
    [10, 60_000, 'soon'],
    [30, 150_000, 'soon'],
    [10, 0, 'over'],
    [0, -5, 'calm'],
  ] as const)('a step of %d minutes with %d ms left is %s', (minutes, left, mood) => {
    const room = new Room()
    room.begin()
    expect(clockMood({ ...room.step(0), minutes }, left)).toBe(mood)
  })

  it('runs in one workshop at a time', () => {
    const room = new Room()
    room.begin()
    room.run('workshop.add', { id: 'other', name: 'Other', template: 'empty', cycleId: null })
    room.minute = 2
    room.run('workshop.start', { id: 'other' })
    expect(room.workshop).toMatchObject({ state: 'paused', clockStartedAt: null })
    expect(room.step(0).spentMs).toBe(120_000)
  })

  it('a finished workshop can be read and not changed until it is reopened', () => {
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
})

describe('the agenda', () => {
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
