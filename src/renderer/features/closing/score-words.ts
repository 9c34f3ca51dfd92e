import type { ScoreBand, ScoreTone } from '#domain/retrospective/review.ts'

const BANDS: Readonly<Record<ScoreBand, string>> = {
  missed: 'missed',
  partly: 'partly',
  reached: 'reached',
}

/** A score with its word: `0.8 reached`; on a committed objective anything below 1.0 says so. */
export function scoreWords(
  score: number | null,
  band: ScoreBand | null,
  tone: ScoreTone | null,
): string {
  if (score === null || band === null) return 'no score'
  const isShort = band === 'reached' && tone !== 'good'
  return `${score.toFixed(2).replace(/0$/, '')} ${isShort ? 'not all of it' : BANDS[band]}`
}
