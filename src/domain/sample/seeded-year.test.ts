import { describe, expect, it } from 'vitest'
import { acrossOf } from '../across/across.ts'
import { reachedWith } from '../across/calibration.ts'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { integrityProblems } from '../plan/integrity.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { thingSchema } from '../plan/thing.ts'
import { reviewOf } from '../retrospective/review.ts'
import { SEEDED_TODAY, seededYear } from './seeded-year.ts'
import { BY_HAND, CYCLES, OBJECTIVES } from './seeded-year.test-support.ts'

const plan = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
const index = buildIndex(plan)
const cycleNamed = (name: string) => {
  const cycle = [...plan.cycle.values()].find((one) => one.name === name)
  if (!cycle) throw new Error(`no cycle ${name}`)
  return cycle
}
const reviewNamed = (name: string) => {
  const review = reviewOf(plan, index, cycleNamed(name).id, SEEDED_TODAY)
  if (!review) throw new Error(`no review ${name}`)
  return review
}

describe('the seeded year', () => {
  it('is whole, and its rows can be read back from a file', () => {
    expect(integrityProblems(plan)).toEqual([])
    for (const thing of seededYear(countingContext(SEEDED_TODAY)))
      expect(thingSchema.safeParse(thing).error?.issues ?? []).toEqual([])
  })

  it.each(Object.entries(BY_HAND))(
    '%s: every key result equals the hand-made table',
    (name, rows) => {
      const all = reviewNamed(name).objectives.flatMap(({ keyResults }) => keyResults)
      expect(all).toHaveLength(rows.length)
      for (const [title, proposed, score, habit] of rows) {
        const one = all.find(({ keyResult }) => keyResult.title.startsWith(title))
        expect(
          [
            one?.proposed?.toFixed(1),
            one?.score,
            `${String(one?.habit.done)}/${String(one?.habit.due)}`,
          ],
          title,
        ).toEqual([proposed, score, habit])
      }
    },
  )

  it.each(Object.entries(OBJECTIVES))(
    '%s: every objective equals the hand-made table',
    (name, rows) => {
      const { objectives } = reviewNamed(name)
      for (const [title, mean, score] of rows) {
        const one = objectives.find(({ objective }) => objective.title === title)
        expect(one?.mean, title).toBeCloseTo(mean, 12)
        expect(one?.score, title).toBeCloseTo(score, 12)
      }
    },
  )

  it.each(CYCLES)('%s as a whole', (name, mean, verdict, reached, habit, state) => {
    const review = reviewNamed(name)
    expect(review.mean).toBeCloseTo(mean, 6)
    expect(review.verdict?.verdict).toBe(verdict)
    expect(review.reached).toBe(reached)
    expect(`${String(review.habit.done)}/${String(review.habit.due)}`).toBe(habit)
    expect(review.cycle.state).toBe(state)
  })

  it('grades committed and aspirational objectives by their own line', () => {
    const tones = Object.keys(BY_HAND).flatMap((name) =>
      reviewNamed(name).objectives.map(
        ({ objective, score, tone }) =>
          `${objective.type} ${(score ?? 0).toFixed(2)} ${String(tone)}`,
      ),
    )
    expect(tones).toEqual([
      'committed 0.80 warn',
      'aspirational 0.50 warn',
      'aspirational 0.70 good',
      'committed 0.10 bad',
      'aspirational 0.15 bad',
      'committed 0.35 bad',
      'committed 0.90 warn',
      'aspirational 0.85 good',
      'aspirational 0.60 warn',
      'committed 0.70 warn',
      'aspirational 0.70 good',
      'aspirational 0.75 good',
    ])
  })
})

describe('its cycles side by side', () => {
  const across = acrossOf(plan, index, SEEDED_TODAY)

  it('say the same scores and habits as the reviews', () => {
    expect(
      across.cycles.map((c) => [
        c.name,
        c.score?.toFixed(4),
        `${String(c.checkIns.done)}/${String(c.checkIns.due)}`,
        c.confidence?.toFixed(4),
        c.detours,
        c.detoursExplained,
      ]),
    ).toEqual([
      ['Q1 2026', '0.6667', '74/78', '0.6500', 2, 2],
      ['Q2 2026', '0.2000', '37/78', '0.8000', 4, 2],
      ['Q3 2026', '0.7833', '69/70', '0.6167', 1, 1],
      ['Q4 2026', '0.7167', '75/78', '0.6500', 2, 1],
    ])
    // (0.666667 + 0.2 + 0.783333 + 0.716667) ÷ 4
    expect(across.meanScore).toBeCloseTo(0.591667, 6)
  })

  it('count root causes and say which recur', () => {
    expect(across.rootCauses).toEqual([
      { cause: 'Not enough capacity', count: 4, byCycle: [1, 2, 1, 0], isRecurring: true },
      { cause: 'Blocked by somebody else', count: 3, byCycle: [1, 1, 1, 0], isRecurring: true },
      { cause: 'Started too late', count: 2, byCycle: [1, 0, 1, 0], isRecurring: true },
      { cause: 'Priorities changed', count: 1, byCycle: [0, 1, 0, 0], isRecurring: false },
      {
        cause: 'Target set without a baseline',
        count: 1,
        byCycle: [0, 1, 0, 0],
        isRecurring: false,
      },
      {
        cause: 'Wrong initiative for the number',
        count: 1,
        byCycle: [0, 1, 0, 0],
        isRecurring: false,
      },
    ])
  })

  it('hold confidence against outcome', () => {
    expect(across.calibration.map((c) => [c.confidence, c.count, c.reached.toFixed(4)])).toEqual([
      // 0.6 + 1.0 + 0.5
      [5, 3, '0.7000'],
      // 0.6 + 0.8 + 0.3 + 1.0 + 0.7 + 0.6 + 0.4 + 1.0
      [6, 8, '0.6750'],
      // 1.0 + 0.8 + 0.0 + 0.8 + 0.5 + 0.5 + 0.9
      [7, 7, '0.6429'],
      // 0.4 + 0.0 + 1.0
      [8, 3, '0.4667'],
      // 0.2 + 0.3 + 0.4
      [9, 3, '0.3000'],
    ])
    expect(reachedWith(across.beliefs, 9)?.words).toBe(
      'With 0.9 confidence we reached 0.3 (mean of 3 key results in past cycles)',
    )
    // Nobody began with 10: those of 9 and 10 speak together.
    expect(reachedWith(across.beliefs, 10)?.words).toBe(
      'With 0.9 to 1.0 confidence we reached 0.3 (mean of 3 key results in past cycles)',
    )
    expect(reachedWith(across.beliefs, 2)).toBeNull()
  })

  it('leave out what has not begun and do not judge what runs', () => {
    const midYear = acrossOf(plan, index, '2026-11-15')
    expect(midYear.cycles.map((c) => c.score === null)).toEqual([false, false, false, true])
  })
})
