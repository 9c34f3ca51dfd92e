import type { Objective } from '../objective/objective.ts'

/** Guards bands against the dust of doubles: a mean of 0.7 that adds up to 0.6999999999999999 is 0.7. */
const EPSILON = 1e-9

/** The score that the numbers propose: counted progress with one decimal (0.0–1.0). */
export function proposedScore(countedProgress: number): number {
  return Math.round(countedProgress * 10 + EPSILON) / 10
}

/** Half-open bands: below 0.4 missed, below 0.7 partly, 0.7 and up reached. */
export function scoreBand(score: number): 'missed' | 'partly' | 'reached' {
  if (score < 0.4 - EPSILON) return 'missed'
  return score < 0.7 - EPSILON ? 'partly' : 'reached'
}

/** The colour of a score: for a committed objective only 1.0 is good. */
export function scoreTone(score: number, type: Objective['type']): 'good' | 'warn' | 'bad' {
  const band = scoreBand(score)
  if (band === 'missed') return 'bad'
  if (band === 'partly') return 'warn'
  return type === 'committed' && score < 1 - EPSILON ? 'warn' : 'good'
}

/** The weighted mean of scores; null when nothing counts (all weights 0, or no score). */
export function meanScore(
  scores: readonly { readonly score: number | null; readonly weight: number }[],
): number | null {
  let sum = 0
  let weights = 0
  const largest = Math.max(1, ...scores.map(({ weight }) => weight))
  for (const { score, weight } of scores) {
    if (score === null || weight <= 0) continue
    sum += (score * weight) / largest
    weights += weight / largest
  }
  return weights > 0 ? sum / weights : null
}

/** What a cycle's mean score says: above 0.85 too safe, 0.60–0.85 healthy, 0.40–0.60 partial, below too much. */
export function cycleVerdict(mean: number): {
  readonly verdict: 'too-safe' | 'healthy' | 'partial' | 'too-much'
  readonly words: string
} {
  if (mean > 0.85 + EPSILON) return { verdict: 'too-safe', words: 'too safe?' }
  if (mean >= 0.6 - EPSILON) return { verdict: 'healthy', words: 'healthy' }
  if (mean >= 0.4 - EPSILON) return { verdict: 'partial', words: 'partial' }
  return { verdict: 'too-much', words: 'more than we could carry' }
}
