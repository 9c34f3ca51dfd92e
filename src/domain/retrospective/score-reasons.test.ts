import { describe, expect, it } from 'vitest'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { reviewOf } from './review.ts'
import { cycleScoreReasons, keyResultScoreReasons, objectiveScoreReasons } from './score-reasons.ts'

const year = planFromThings(seededYear(countingContext(SEEDED_TODAY)))
const reviewNamed = (name: string) => {
  const cycle = [...year.cycle.values()].find((one) => one.name === name)
  const review = reviewOf(year, buildIndex(year), cycle?.id ?? '', SEEDED_TODAY)
  if (!review) throw new Error(`no ${name}`)
  return review
}
const reasonsOf = (cycle: string, start: string) => {
  for (const { objective, keyResults } of reviewNamed(cycle).objectives)
    for (const one of keyResults)
      if (one.keyResult.title.startsWith(start)) return keyResultScoreReasons(one, objective.type)
  throw new Error(`no ${start}`)
}

describe('why a score is what it is', () => {
  it('names the progress behind a proposal, and the line it is graded by', () => {
    expect(reasonsOf('Q1 2026', 'Customer satisfaction')).toEqual([
      'Proposed 0.6: the counted progress, 60 %, with one decimal',
      'Committed: only 1.0 is good; below 0.4 missed, below 0.7 partly; this is 0.60',
    ])
  })

  it('keeps both when the owner says another one', () => {
    expect(reasonsOf('Q1 2026', 'Four partner contracts')).toEqual([
      'Proposed 0.8: the counted progress, 75 %, with one decimal',
      'The owner says 0.6: The third contract is only a trial',
      'Aspirational: 0.7 and up reached, below 0.7 partly, below 0.4 missed; this is 0.60',
    ])
  })

  it('prints the terms of a mean by weight', () => {
    const said = reviewNamed('Q1 2026').objectives.map((one) => objectiveScoreReasons(one)[0])
    expect(said).toEqual([
      'Mean by weight: (1.00 + 0.60) ÷ 2 = 0.80',
      'Mean by weight: (0.80 + 3 × 0.40) ÷ 4 = 0.50',
      'Mean by weight: (0.80 + 0.60) ÷ 2 = 0.70',
    ])
  })

  it('says what was set by hand over a mean', () => {
    const last = reviewNamed('Q3 2026').objectives.at(-1)
    const said = last ? objectiveScoreReasons(last) : []
    expect(said[0]).toMatch(/^Set by hand to 0\.60: \w/)
    expect(said[1]).toBe('Mean by weight: (0.60 + 0.50) ÷ 2 = 0.55')
  })

  it('prints the mean of a cycle with its bands', () => {
    expect(cycleScoreReasons(reviewNamed('Q4 2026'))).toEqual([
      'Plain mean of the objectives: (0.70 + 0.70 + 0.75) ÷ 3 = 0.72',
      'Above 0.85 “too safe?”, 0.60–0.85 healthy, 0.40–0.60 partial, below 0.40 “more than we could carry”',
    ])
  })
})
