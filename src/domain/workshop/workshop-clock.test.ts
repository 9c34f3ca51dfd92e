import { describe, expect, it } from 'vitest'
import { clockMood, formatClock, leftMs, spentMs } from './workshop-clock.ts'
import { Room } from './workshop-room.test-support.ts'

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
})
