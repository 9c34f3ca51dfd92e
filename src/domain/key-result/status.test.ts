import { describe, expect, it } from 'vitest'
import type { CheckIn } from '../check-in/check-in.ts'
import type { KeyResult, Metric, Status } from './key-result.ts'
import { checkInOf, contextOf, keyResultOf } from './rules.test-support.ts'
import { confidenceBand, statusOf } from './status.ts'

const metric: Metric = { type: 'increase', unit: '%', baseline: 0, target: 100 }
// Span of 100 days: on Nov 20 half has passed.
const DUE = '2027-01-09'
const TODAY = '2026-11-20'

function statusWith(checkIns: readonly CheckIn[], changes: Partial<KeyResult> = {}, today = TODAY) {
  return statusOf(keyResultOf(metric, { dueOn: DUE, ...changes }), checkIns, contextOf(today))
}

const said = (value: number, confidence: number | null, day = '2026-11-16') => [
  checkInOf(day, value, { confidence }),
]

describe('the status of a key result', () => {
  it.each<[string, readonly CheckIn[], Status]>([
    ['on pace and sure', said(50, 8), 'on-pace'],
    ['on pace, nobody said how sure', said(50, null), 'on-pace'],
    ['on pace but unsure', said(50, 6), 'slipping'],
    ['on pace but poor', said(50, 3), 'behind'],
    ['slipping and sure', said(35, 9), 'slipping'],
    ['slipping and poor', said(35, 2), 'behind'],
    ['behind and sure', said(10, 10), 'behind'],
    ['green but 11 days without a check-in', said(60, 8, '2026-11-09'), 'outdated'],
    ['10 days are within the grace', said(60, 8, '2026-11-10'), 'on-pace'],
    ['slipping stays slipping when outdated', said(35, 8, '2026-11-02'), 'slipping'],
    ['no check-in', [], 'not-started'],
    ['reached', said(100, 2), 'done'],
    ['reached, but nobody looked for weeks', said(100, 9, '2026-10-20'), 'outdated'],
  ])('%s', (_case, checkIns, status) => {
    expect(statusWith(checkIns).status).toBe(status)
  })

  it('does not go out of date when done is done', () => {
    const done = statusWith(said(1, 9, '2026-10-20'), { metric: { type: 'done' } })
    expect(done).toMatchObject({ status: 'done', isOverdue: false, isCheckInDue: false })
  })

  it('takes a reached number back when it falls', () => {
    const checkIns = [...said(100, 9, '2026-11-09'), ...said(20, 9)]
    expect(statusWith(checkIns).status).toBe('behind')
  })

  it('starts with a confidence of 5 that is not counted as said', () => {
    const status = statusWith(said(50, null))
    expect(status.confidence).toBe(5)
    expect(status.confidenceFrom).toBeNull()
  })

  it('keeps the last confidence when a later check-in has none', () => {
    const status = statusWith([...said(40, 7, '2026-11-09'), ...said(50, null)])
    expect(status.confidence).toBe(7)
    expect(status.confidenceFrom?.day).toBe('2026-11-09')
  })

  it('says how late a check-in is and when the next is due', () => {
    const status = statusWith(said(60, 8, '2026-11-04'))
    expect(status).toMatchObject({
      isOverdue: true,
      overdueDays: 9,
      isCheckInDue: true,
      nextCheckInOn: '2026-11-09',
    })
    expect(status.reasons[0]).toBe(
      'Outdated: last check-in Nov 4, 9 days later than a week (3 are allowed)',
    )
    expect(statusWith(said(60, 8)).isCheckInDue).toBe(false)
    expect(statusWith(said(60, 8), {}, '2026-11-23').isCheckInDue).toBe(true)
  })

  it('calls nobody late with what came onto the running plan a moment ago', () => {
    const added = { addedOn: '2026-11-20' }
    const fresh = statusWith([], added, '2026-11-23')
    expect(fresh).toMatchObject({ isOverdue: false, overdueDays: 0, isCheckInDue: true })
    const late = statusWith([], added, '2026-12-10')
    expect(late.isOverdue).toBe(true)
    expect(late.reasons.join()).toContain('no check-in since Nov 20')
  })

  it('asks for no check-in once cycle and due day are over', () => {
    const status = statusWith(said(60, 8, '2027-01-08'), {}, '2027-03-01')
    expect(status).toMatchObject({ isOverdue: false, overdueDays: 0, isCheckInDue: false })
  })

  it('obeys an override while it holds, and says what it hides', () => {
    const statusOverride = {
      status: 'on-pace' as const,
      reason: 'numbers come late',
      authorId: null,
      setOn: '2026-11-10',
      untilOn: '2026-11-20',
    }
    const shown = statusWith(said(10, 8), { statusOverride })
    expect(shown).toMatchObject({ status: 'on-pace', computed: 'behind', isOverridden: true })
    expect(shown.reasons[0]).toBe(
      'On pace by hand until Nov 20, 2026: numbers come late (computed: Behind pace)',
    )
    expect(statusWith(said(10, 8), { statusOverride }, '2026-11-21').status).toBe('behind')
  })

  it('puts the deciding rule first', () => {
    expect(statusWith(said(50, 6)).reasons).toEqual([
      'Confidence 6 of 10 on Nov 16: unsure (4–6)',
      'On pace: 50 % of the way, 50 % expected, gap 0.00 ≤ 0.10',
    ])
    expect(statusWith([]).reasons[0]).toBe('Not started: no check-in yet, it counts as 0 %')
    expect(statusWith(said(100, 8)).reasons[0]).toBe('Reached: 100 % of the way')
    expect(statusWith(said(110, 8)).reasons[0]).toBe('Reached: 110 %, past the target')
  })

  it('knows the bands of confidence', () => {
    expect([0, 3, 4, 6, 7, 10].map(confidenceBand)).toEqual([
      'poor',
      'poor',
      'unsure',
      'unsure',
      'good',
      'good',
    ])
  })
})
