import { describe, expect, it } from 'vitest'
import { asidesInLine, shareDone } from './line-asides.ts'

const read = (title: string) => {
  const { confidence, weight, current, rest } = asidesInLine(title, null)
  return [confidence, weight, current, rest]
}

describe('asidesInLine', () => {
  it.each<[string, ReturnType<typeof read>]>([
    ['NPS to 50 (confidence 7/10)', [7, null, null, 'NPS to 50']],
    ['NPS to 50 - confidence: 70%', [7, null, null, 'NPS to 50']],
    ['NPS to 50, 6 out of 10 confident', [6, null, null, 'NPS to 50']],
    ['NPS to 50 | confidence 0.7', [7, null, null, 'NPS to 50']],
    ['NPS auf 50 (Zuversicht 5 von 10)', [5, null, null, 'NPS auf 50']],
    ['NPS to 50 (weight 40 %)', [null, 40, null, 'NPS to 50']],
    ['NPS to 50 [30% weight]', [null, 30, null, 'NPS to 50']],
    ['NPS auf 50 (Gewichtung: 2,5)', [null, 2.5, null, 'NPS auf 50']],
    ['NPS from 30 to 50 (now 38)', [null, null, 38, 'NPS from 30 to 50']],
    ['MRR from €10k to €15k (current: €12.5k)', [null, null, 12_500, 'MRR from €10k to €15k']],
    ['Close 20 deals (12 so far)', [null, null, 12, 'Close 20 deals']],
    [
      'NPS from 30 to 50 (current: 38, confidence 6/10, weight 40%)',
      [6, 40, 38, 'NPS from 30 to 50'],
    ],
    ['Confidence 7/10, NPS to 50', [7, null, null, 'NPS to 50']],
    ['Close 20 deals, 60% done', [null, null, null, 'Close 20 deals, 60% done']],
    // Words of the key result itself.
    ['Increase confidence to 8/10', [null, null, null, 'Increase confidence to 8/10']],
    ['Confidence 8/10', [null, null, null, 'Confidence 8/10']],
    ['Lose weight: 5 kg', [null, null, null, 'Lose weight: 5 kg']],
    ['NPS to 50 (confidence 70)', [null, null, null, 'NPS to 50 (confidence 70)']],
    ['Ship v2 (currently in beta)', [null, null, null, 'Ship v2 (currently in beta)']],
    ['Interview 10 people (5/10)', [null, null, null, 'Interview 10 people (5/10)']],
  ])('%s', (title, expected) => {
    expect(read(title)).toEqual(expected)
  })

  it.each([
    ['Close 20 deals, 60% done', '60% done'],
    ['Close 20 deals (60 % erledigt).', '60 % erledigt'],
    ['Get 60% done by hand', ''],
  ])('no value: %s', (title, done) => {
    expect(shareDone(title)).toBe(done)
  })

  it('comes to an end on long and odd lines', () => {
    for (const piece of ['confidence 7', '(now 1', 'weight ', ', 1 so far', '60% '])
      expect(asidesInLine(piece.repeat(20_000), null).rest.length).toBeGreaterThan(10_000)
  })
})
