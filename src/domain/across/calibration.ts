import type { Id } from '../plan/field.ts'
import { counted } from '../plan/title-quote.ts'

/** One key result of a judged cycle: what was believed at first (0–10) and the score at the end (0–1). */
export type Belief = {
  readonly keyResultId: Id
  readonly cycleId: Id
  readonly title: string
  readonly confidence: number
  readonly score: number
}

/** What came of all key results that began with one confidence. */
export type CalibrationRow = {
  /** 0–10. */
  readonly confidence: number
  readonly count: number
  /** Mean score, 0–1. */
  readonly reached: number
}

/** Confidence against outcome: one row for each confidence that was ever said first, the lowest first. */
export function calibrationOf(beliefs: readonly Belief[]): readonly CalibrationRow[] {
  const rows = new Map<number, number[]>()
  for (const { confidence, score } of beliefs) {
    const scores = rows.get(confidence)
    if (scores) scores.push(score)
    else rows.set(confidence, [score])
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([confidence, scores]) => ({
      confidence,
      count: scores.length,
      reached: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    }))
}

/** Fewer key results than this are an anecdote: the neighbours in confidence join in, or nothing is said. */
export const LEAST_BELIEFS = 3

/**
 * What past cycles say to somebody who is about to say this confidence: the mean score of those that
 * began with it, or within one of it where they are too few. Null when even those are too few.
 */
export function reachedWith(
  beliefs: readonly Belief[],
  confidence: number,
): { readonly count: number; readonly reached: number; readonly words: string } | null {
  for (const reach of [0, 1]) {
    const near = beliefs.filter((one) => Math.abs(one.confidence - confidence) <= reach)
    if (near.length < LEAST_BELIEFS) continue
    const reached = near.reduce((sum, { score }) => sum + score, 0) / near.length
    const said =
      reach === 0
        ? tenths(confidence)
        : `${tenths(Math.max(0, confidence - 1))} to ${tenths(Math.min(10, confidence + 1))}`
    return {
      count: near.length,
      reached,
      words: `With ${said} confidence we reached ${reached.toFixed(1)} (mean of ${counted(near.length, 'key result')} in past cycles)`,
    }
  }
  return null
}

/** A confidence of 0–10 as a share: 9 is `0.9`. */
function tenths(confidence: number): string {
  return (confidence / 10).toFixed(1)
}

/** What the belief of a whole cycle says about its targets: mean confidence above 0.9 too safe, below 0.4 too lofty. */
export function beliefVerdict(confidences: readonly number[]): {
  readonly verdict: 'too-safe' | 'fine' | 'too-lofty'
  /** Mean, 0–1. */
  readonly mean: number
  readonly words: string
} | null {
  if (confidences.length === 0) return null
  const mean = confidences.reduce((sum, c) => sum + c, 0) / confidences.length / 10
  const said = `mean confidence ${mean.toFixed(2)}`
  if (mean > 0.9 + 1e-9)
    return { verdict: 'too-safe', mean, words: `Too safe? ${said} is above 0.9` }
  if (mean < 0.4 - 1e-9)
    return { verdict: 'too-lofty', mean, words: `Too lofty? ${said} is below 0.4` }
  return { verdict: 'fine', mean, words: `Neither too safe nor too lofty: ${said}` }
}
