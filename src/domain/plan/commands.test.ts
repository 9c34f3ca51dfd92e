import { describe, expect, it } from 'vitest'
import type { CommandInput } from './commands.ts'
import { nordwind } from './nordwind.test-support.ts'

describe('names of steps', () => {
  it('says what was moved where, with long titles shortened', () => {
    const drive = nordwind()
    const days = { startOn: '2026-10-25', dueOn: '2026-11-20' }
    expect(
      drive.run('initiative.move', {
        moves: [{ id: 'chatbot', ...days }],
        to: { keyResultId: 'response' },
      }),
    ).toBe('Move "Chatbot" to "First response"')
    expect(
      drive.run('initiative.move', {
        moves: [{ id: 'chatbot', startOn: '2026-12-03', dueOn: '2026-12-18' }],
        to: null,
      }),
    ).toBe('Move "Chatbot" to Dec 3 – Dec 18')
    expect(
      drive.run('initiative.move', {
        moves: [{ id: 'chatbot', startOn: '2026-12-03', dueOn: '2026-12-20' }],
        to: null,
      }),
    ).toBe('Stretch "Chatbot" to Dec 3 – Dec 20')
    expect(
      drive.run('initiative.move', { moves: [{ id: 'chatbot', ...days }], to: 'garage' }),
    ).toBe('Move "Chatbot" to the Garage')
    expect(drive.run('keyResult.move', { id: 'csat', dueOn: '2026-12-09' })).toBe(
      'Move "CSAT" to Dec 9',
    )
    expect(
      drive.run('objective.update', {
        id: 'rave',
        changes: { title: 'First response\ntime from fourteen to under five minutes' },
      }),
    ).toBe('Rename "Customers rave" to "First response time from fourteen to un…"')
  })
})

describe('refusals name the field and the reason', () => {
  const drive = nordwind()
  const update = (changes: CommandInput<'initiative.update'>['changes']) =>
    drive.refusal('initiative.update', { id: 'chatbot', changes })
  const metric = (value: CommandInput<'keyResult.update'>['changes']['metric']) =>
    drive.refusal('keyResult.update', { id: 'csat', changes: { metric: value } })
  const cases: readonly [string, () => string, string][] = [
    [
      'target equal to baseline',
      () => metric({ type: 'increase', unit: '%', baseline: 78, target: 78 }),
      'metric.target: The target equals the baseline',
    ],
    [
      'a percentage of nothing',
      () => metric({ type: 'relative', unit: '', baseline: 0, change: 0.25 }),
      'metric.baseline: A percentage of 0',
    ],
    [
      'a band upside down',
      () => metric({ type: 'band', unit: '', low: 5, high: 4 }),
      'metric.high: The upper end',
    ],
    [
      'an impossible day',
      () => update({ dueOn: '2026-02-30' }),
      'dueOn: Due day is not a calendar',
    ],
    [
      'end before start',
      () => update({ dueOn: '2026-10-24' }),
      'dueOn: The due day, Oct 24, 2026, is before the start day, Oct 25, 2026.',
    ],
    [
      'due before the cycle',
      () => drive.refusal('keyResult.move', { id: 'csat', dueOn: '2026-09-30' }),
      'dueOn: Sep 30, 2026 is before "Q4 2026" starts (Oct 1, 2026).',
    ],
    [
      'due far outside',
      () => drive.refusal('keyResult.move', { id: 'csat', dueOn: '2028-01-02' }),
      'dueOn: Jan 2, 2028 is more than a year after',
    ],
    ['negative effort', () => update({ effortDays: -1 }), 'effortDays: Effort is negative.'],
    [
      'shares that are not 100 %',
      () =>
        update({
          serves: [
            { keyResultId: 'csat', share: 0.5 },
            { keyResultId: 'response', share: 0.4 },
          ],
        }),
      'serves: The shares sum to 90 %, not to 100 %.',
    ],
    [
      'unknown owner',
      () => update({ ownerId: 'nobody-here' }),
      'ownerId: The initiative "Chatbot" p',
    ],
    ['empty title', () => update({ title: ' ' }), 'title: Title is empty.'],
    ['waiting for itself', () => update({ dependsOn: ['chatbot'] }), 'dependsOn: '],
    [
      'unknown thing',
      () => drive.refusal('objective.drop', { id: 'no' }),
      'id: This objective is not',
    ],
    [
      'an objective under its own key result',
      () =>
        drive.refusal('objective.update', {
          id: 'rave',
          changes: { parent: { kind: 'keyResult', id: 'csat' } },
        }),
      'parent: The objective "Customers rave" contributes to itself',
    ],
    [
      'a cycle that ends before it starts',
      () => drive.refusal('cycle.update', { id: 'q4', changes: { endOn: '2026-09-01' } }),
      'endOn: ',
    ],
    [
      'a cycle that starts after its key results are due',
      () => drive.refusal('cycle.update', { id: 'q4', changes: { startOn: '2026-11-01' } }),
      'startOn: 1 key result is due before Nov 1, 2026',
    ],
    [
      'a check-in to come',
      () =>
        drive.refusal('checkIn.add', {
          keyResultId: 'csat',
          day: '2026-11-23',
          value: 80,
          confidence: 5,
        }),
      'day: Nov 23, 2026 is still to come.',
    ],
    [
      'a check-in without a word',
      () => drive.refusal('checkIn.add', { keyResultId: 'csat', value: null, confidence: null }),
      'value: Say a value',
    ],
    [
      'confidence out of range',
      () => drive.refusal('checkIn.add', { keyResultId: 'csat', value: 80, confidence: 11 }),
      'confidence: Confidence is more than 10.',
    ],
  ]
  it.each(cases)('%s', (_case, act, expected) => {
    expect(act().slice(0, expected.length)).toBe(expected)
  })
})
