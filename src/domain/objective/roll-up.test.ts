import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyResult, Metric } from '../key-result/key-result.ts'
import { checkInOf, contextOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { STATUS_WORDS, statusOf } from '../key-result/status.ts'
import type { RolledKeyResult } from './roll-up.ts'
import { paceLine, rollUp, shortPaceLine } from './roll-up.ts'

const metric: Metric = { type: 'increase', unit: '%', baseline: 0, target: 100 }
const TODAY = '2026-11-20'

/** A key result due at the end of 100 days, of which 50 have passed; null for no check-in. */
function rolled(value: number | null, changes: Partial<KeyResult> = {}): RolledKeyResult {
  const keyResult = keyResultOf(metric, {
    id: `k${String(value)}`,
    dueOn: '2027-01-09',
    ...changes,
  })
  const checkIns = value === null ? [] : [checkInOf('2026-11-16', value, { confidence: 8 })]
  return { keyResult, figures: statusOf(keyResult, checkIns, contextOf(TODAY)) }
}

describe('the roll-up of an objective', () => {
  it('is the weighted mean of counted progress', () => {
    const all = [
      rolled(100, { weight: 1.5 }),
      rolled(47, { weight: 2 }),
      rolled(32, { weight: 1.5 }),
    ]
    expect(rollUp(all).progress).toBeCloseTo(0.584, 10)
  })

  it('counts overshoot as 1 and the wrong way as 0', () => {
    expect(rollUp([rolled(300), rolled(-100)]).progress).toBe(0.5)
  })

  it('watches a weight of 0 without counting it, and still lets it decide the status', () => {
    const roll = rollUp([rolled(60), rolled(0, { weight: 0 })])
    expect(roll.progress).toBeCloseTo(0.6, 10)
    expect(roll).toMatchObject({ status: 'behind', weakestId: 'k0' })
  })

  it('gives no number when all weights are 0', () => {
    const roll = rollUp([rolled(60, { weight: 0 }), rolled(20, { weight: 0 })])
    expect(roll).toMatchObject({ progress: null, expected: null, gap: null, confidence: 8 })
    expect(paceLine(roll)).toBe('Not measured yet')
  })

  it('counts one without a check-in as 0 and states how many there are', () => {
    const roll = rollUp([rolled(100), rolled(null)])
    expect(roll).toMatchObject({ progress: 0.5, notStarted: 1, unmeasured: 0 })
    expect(roll.reasons).toContain('1 not started, counted as 0 %')
  })

  it('counts one without a measure as 0, but says nothing when none is measured', () => {
    const none = rolled(null, { metric: { type: 'unmeasured' } })
    expect(rollUp([rolled(100), none])).toMatchObject({ progress: 0.5, unmeasured: 1 })
    expect(rollUp([none]).progress).toBeNull()
  })

  it('leaves dropped and retired ones and guardrails out', () => {
    const all = [
      rolled(60),
      rolled(0, { state: 'dropped' }),
      rolled(0, { state: 'retired' }),
      rolled(10, { guardrail: true }),
    ]
    expect(rollUp(all)).toMatchObject({ progress: 0.6, count: 2, status: 'behind' })
  })

  it('has the status of its weakest', () => {
    const statuses = (...all: readonly RolledKeyResult[]) => rollUp(all).status
    expect(statuses(rolled(100), rolled(60))).toBe('on-pace')
    expect(statuses(rolled(60), rolled(35))).toBe('slipping')
    expect(statuses(rolled(35), rolled(0))).toBe('behind')
    expect(statuses(rolled(60), rolled(null))).toBe('not-started')
    expect(statuses(rolled(35), rolled(null))).toBe('slipping')
    expect(statuses(rolled(100), rolled(200))).toBe('done')
    expect(statuses()).toBe('not-started')
  })

  it.each<[readonly RolledKeyResult[], string]>([
    [[rolled(29)], '21 points behind the plan line'],
    [[rolled(49)], '1 point behind the plan line'],
    [[rolled(50)], 'On the plan line'],
    [[rolled(80)], '30 points ahead of the plan line'],
    [[rolled(100)], 'Arrived'],
    [[rolled(null)], 'Not started'],
    [[], 'No key result yet'],
    [[rolled(0, { dueOn: '2028-10-01' })], 'Too early to say'],
  ])('says it in one line: %#', (all, line) => {
    expect(paceLine(rollUp(all))).toBe(line)
  })

  it.each([
    ['21 points behind the plan line', '21 points behind'],
    ['1 point ahead of the plan line', '1 point ahead'],
    ['On the plan line', 'On the plan line'],
    ['Too early to say', 'Too early to say'],
  ])('says %s shorter', (line, short) => {
    expect(shortPaceLine(line)).toBe(short)
  })

  it('never says a status word that its own status could contradict', () => {
    for (const value of [0, 20, 29, 40, 49, 50, 60, 80])
      for (const word of Object.values(STATUS_WORDS).filter((one) => one !== 'Not started'))
        expect(paceLine(rollUp([rolled(value)]))).not.toContain(word)
  })

  it('lies between its lowest and its highest, whatever the weights', () => {
    const weight = fc.double({ min: 0, max: 1e14, noNaN: true })
    const one = fc.tuple(fc.integer({ min: -50, max: 150 }), weight)
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (list) => {
        const all = list.map(([value, w], i) => rolled(value, { weight: w, id: `k${String(i)}` }))
        const { progress } = rollUp(all)
        const counting = all.filter((k) => k.keyResult.weight > 0)
        if (counting.length === 0) expect(progress).toBeNull()
        else {
          const shares = counting.map((k) => k.figures.progress.counted)
          expect(progress).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9)
          expect(progress).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
        }
      }),
    )
  })
})
