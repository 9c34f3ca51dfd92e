import type { KeyResult, Status } from '../key-result/key-result.ts'
import type { KeyResultStatus } from '../key-result/status.ts'
import { rankOf, STATUS_WORDS } from '../key-result/status.ts'
import { formatNumber, formatShare } from '../key-result/value-format.ts'
import type { Id } from '../plan/field.ts'
import { counted, quoted } from '../plan/title-quote.ts'

/** One key result of an objective with its figures. */
export type RolledKeyResult = { readonly keyResult: KeyResult; readonly figures: KeyResultStatus }

/** What the key results of an objective say together. */
export type RollUp = {
  /** Weighted mean of counted progress; null ("–") when nothing counts or nothing is measured yet. */
  readonly progress: number | null
  /** The status of the weakest key result; `not-started` without one. */
  readonly status: Status
  readonly weakestId: Id | null
  /** Key results without a check-in: they count 0, and this number is stated beside the progress. */
  readonly notStarted: number
  /** Key results of which nobody has said how they are measured; they count 0 as well. */
  readonly unmeasured: number
  /** Weighted mean of what is expected today; null when `progress` is. */
  readonly expected: number | null
  readonly gap: number | null
  /** Weighted mean confidence (0–10), all equal where all weights are 0; null without key results. */
  readonly confidence: number | null
  /** Key results on the road: neither dropped nor retired. */
  readonly count: number
  /** True when at least one key result has a pace verdict. */
  readonly hasVerdict: boolean
  /** How the progress was computed and which key result decides the status, in words. */
  readonly reasons: readonly string[]
}

/** Whether a key result counts in its objective: active and no guardrail; its weight may still be 0. */
export function isCounted(keyResult: Pick<KeyResult, 'state' | 'guardrail' | 'weight'>): boolean {
  return keyResult.state === 'active' && !keyResult.guardrail && keyResult.weight > 0
}

/** Rolls the key results of one objective up. Initiatives never move it. */
export function rollUp(all: readonly RolledKeyResult[]): RollUp {
  const road = all.filter(({ keyResult }) => keyResult.state === 'active')
  const counting = road.filter(({ keyResult }) => isCounted(keyResult))
  // Scaled by the largest weight first: weights near the limits must not overflow to Infinity.
  const largest = Math.max(...counting.map(({ keyResult }) => keyResult.weight))
  const mean = (value: (figures: KeyResultStatus) => number): number | null => {
    let sum = 0
    let weights = 0
    for (const { keyResult, figures } of counting) {
      const weight = keyResult.weight / largest
      sum += value(figures) * weight
      weights += weight
    }
    return weights > 0 ? sum / weights : null
  }
  const unmeasured = road.filter((k) => k.figures.progress.state === 'unmeasured').length
  const notStarted = road.filter((k) => k.figures.progress.state === 'not-started').length
  const isMeasured = counting.some((k) => k.figures.progress.state !== 'unmeasured')
  const progress = isMeasured ? mean((figures) => figures.progress.counted) : null
  const expected = progress === null ? null : mean((figures) => figures.pace.expected)
  let weakest: RolledKeyResult | undefined
  for (const one of road) if (!weakest || isWeaker(one, weakest)) weakest = one
  const plain = road.reduce((sum, k) => sum + k.figures.confidence, 0) / (road.length || 1)
  const reasons: string[] = []
  if (weakest)
    reasons.push(
      `${STATUS_WORDS[weakest.figures.status]}: the weakest key result decides, ${quoted(weakest.keyResult.title)}`,
      ...weakest.figures.reasons.slice(0, 1),
    )
  reasons.push(
    progress === null
      ? 'No progress: no key result counts and is measured yet'
      : `${formatShare(progress)} is the mean of ${counted(counting.length, 'key result')} by weight (${counting
          .map(
            ({ keyResult, figures }) =>
              `${formatShare(figures.progress.counted)} × ${formatNumber(keyResult.weight)}`,
          )
          .join(', ')})`,
  )
  if (notStarted > 0) reasons.push(`${String(notStarted)} not started, counted as 0 %`)
  if (unmeasured > 0) reasons.push(`${String(unmeasured)} not measured yet, counted as 0 %`)
  return {
    progress,
    status: weakest?.figures.status ?? 'not-started',
    weakestId: weakest?.keyResult.id ?? null,
    notStarted,
    unmeasured,
    expected,
    gap: progress === null || expected === null ? null : expected - progress,
    confidence: road.length === 0 ? null : (mean((figures) => figures.confidence) ?? plain),
    count: road.length,
    hasVerdict: counting.some((k) => k.figures.pace.verdict !== 'none'),
    reasons,
  }
}

function isWeaker(a: RolledKeyResult, b: RolledKeyResult): boolean {
  const byStatus = rankOf(a.figures.status) - rankOf(b.figures.status)
  return byStatus === 0 ? a.figures.pace.gap > b.figures.pace.gap : byStatus > 0
}

/**
 * The one line of a lane: `21 points behind the plan line`, `4 points ahead of the plan line`, or why there is
 * none. It measures the mean way and speaks of the plan line only: `Behind pace` is a status, and the status
 * is that of the weakest key result, so the two may differ and must not contradict each other.
 */
export function paceLine(objective: RollUp): string {
  if (objective.count === 0) return 'No key result yet'
  if (objective.progress === null || objective.gap === null) return 'Not measured yet'
  if (objective.progress >= 1) return 'Arrived'
  if (!objective.hasVerdict)
    return objective.notStarted + objective.unmeasured >= objective.count
      ? 'Not started'
      : 'Too early to say'
  const points = Math.round(objective.gap * 100)
  if (points === 0) return 'On the plan line'
  return points > 0
    ? `${counted(points, 'point')} behind the plan line`
    : `${counted(-points, 'point')} ahead of the plan line`
}

/** The same line where there is little room: `21 points behind`. */
export function shortPaceLine(line: string): string {
  return line.replace(/ (behind|ahead) .*$/, ' $1')
}
