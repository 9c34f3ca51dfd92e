import { describe, expect, it } from 'vitest'
import { cycleVerdict, meanScore, proposedScore, scoreBand, scoreTone } from './score.ts'

describe('scores', () => {
  it.each([
    [0, 0],
    [0.04, 0],
    [0.05, 0.1],
    [0.66, 0.7],
    [0.65, 0.7],
    [0.949, 0.9],
    [1, 1],
  ])('progress %d proposes %d', (progress, score) => {
    expect(proposedScore(progress)).toBe(score)
  })

  it.each([
    [0, 'missed'],
    [0.39, 'missed'],
    [0.4, 'partly'],
    [0.69, 'partly'],
    [0.7, 'reached'],
    [0.1 + 0.6, 'reached'],
    [1, 'reached'],
  ])('%d is %s', (score, band) => {
    expect(scoreBand(score)).toBe(band)
  })

  it('shows only 1.0 as good on a committed objective', () => {
    expect([0.3, 0.5, 0.9, 1].map((s) => scoreTone(s, 'committed'))).toEqual([
      'bad',
      'warn',
      'warn',
      'good',
    ])
    expect([0.3, 0.5, 0.7, 1].map((s) => scoreTone(s, 'aspirational'))).toEqual([
      'bad',
      'warn',
      'good',
      'good',
    ])
  })

  it('means by weight, and nothing when nothing counts', () => {
    expect(
      meanScore([
        { score: 1, weight: 1 },
        { score: 0.5, weight: 3 },
      ]),
    ).toBe(0.625)
    expect(meanScore([{ score: 1, weight: 0 }])).toBeNull()
    expect(
      meanScore([
        { score: null, weight: 2 },
        { score: 0.4, weight: 1 },
      ]),
    ).toBe(0.4)
    expect(meanScore([])).toBeNull()
  })

  it.each([
    [0.86, 'too-safe'],
    [0.85, 'healthy'],
    [0.6, 'healthy'],
    [0.59, 'partial'],
    [0.4, 'partial'],
    [0.39, 'too-much'],
  ])('a mean of %d is %s', (mean, verdict) => {
    expect(cycleVerdict(mean).verdict).toBe(verdict)
  })
})
