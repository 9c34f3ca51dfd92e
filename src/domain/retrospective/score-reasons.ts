import { formatShare } from '../key-result/value-format.ts'
import type { Objective } from '../objective/objective.ts'
import type { Review, ReviewedKeyResult, ReviewedObjective } from './review.ts'

/** More terms than this are named by their number: nobody adds them up in a tip. */
const MOST_TERMS = 6

/** Why a key result has its score: what the numbers propose, what the owner says, and by which line it is graded. */
export function keyResultScoreReasons(
  { score, proposed, final, reason, figures, isCounted }: ReviewedKeyResult,
  type: Objective['type'],
): readonly string[] {
  if (score === null) return ['Nobody said how it is measured, so no number proposes a score']
  const isOwn = final !== null && final !== proposed
  const from =
    proposed === null
      ? 'No number proposes a score'
      : figures.progress.state === 'not-started'
        ? `Proposed ${proposed.toFixed(1)}: no check-in counts 0`
        : `Proposed ${proposed.toFixed(1)}: the counted progress, ${formatShare(figures.progress.counted)}, with one decimal`
  return [
    from,
    ...(isOwn ? [`The owner says ${final.toFixed(1)}${said(reason)}`] : []),
    ...(isCounted ? [] : ['Watched, not counted in its objective']),
    gradedBy(score, type),
  ]
}

/** Why an objective has its score: the mean with its terms, or the score set over it. */
export function objectiveScoreReasons(reviewed: ReviewedObjective): readonly string[] {
  const { objective, keyResults, mean, final, score, reason } = reviewed
  if (score === null) return ['No key result counts here, so there is no mean']
  const terms = keyResults.flatMap((one) =>
    one.isCounted && one.score !== null ? [{ score: one.score, weight: one.keyResult.weight }] : [],
  )
  return [
    ...(final === null ? [] : [`Set by hand to ${final.toFixed(2)}${said(reason)}`]),
    ...(mean === null ? [] : [`Mean by weight${sumOf(terms)} = ${mean.toFixed(2)}`]),
    gradedBy(score, objective.type),
  ]
}

/** Why a cycle has its mean, and what the bands of a mean are. */
export function cycleScoreReasons({ objectives, mean }: Review): readonly string[] {
  if (mean === null) return ['No objective has a score']
  const terms = objectives.flatMap(({ score }) => (score === null ? [] : [{ score, weight: 1 }]))
  return [
    `Plain mean of the objectives${sumOf(terms)} = ${mean.toFixed(2)}`,
    'Above 0.85 “too safe?”, 0.60–0.85 healthy, 0.40–0.60 partial, below 0.40 “more than we could carry”',
  ]
}

type Term = { readonly score: number; readonly weight: number }

/** `: (2 × 0.50 + 0.75) ÷ 3`; equal weights are left away. */
function sumOf(terms: readonly Term[]): string {
  const [first] = terms
  if (terms.length > MOST_TERMS || !first) return `, ${String(terms.length)} scores,`
  const isEven = terms.every(({ weight }) => weight === first.weight)
  const total = isEven ? terms.length : terms.reduce((sum, { weight }) => sum + weight, 0)
  const parts = terms.map(({ score, weight }) =>
    isEven || weight === 1 ? score.toFixed(2) : `${String(weight)} × ${score.toFixed(2)}`,
  )
  return parts.length === 1 && isEven
    ? `: ${parts.join('')}`
    : `: (${parts.join(' + ')}) ÷ ${String(Number(total.toFixed(6)))}`
}

/** The line by which a score is good or not. */
function gradedBy(score: number, type: Objective['type']): string {
  return type === 'committed'
    ? `Committed: only 1.0 is good; below 0.4 missed, below 0.7 partly; this is ${score.toFixed(2)}`
    : `Aspirational: 0.7 and up reached, below 0.7 partly, below 0.4 missed; this is ${score.toFixed(2)}`
}

function said(reason: string): string {
  return reason.trim() === '' ? '' : `: ${reason}`
}
