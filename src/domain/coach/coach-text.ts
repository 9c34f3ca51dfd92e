import type { Day } from '../calendar/day.ts'
import type { Metric } from '../key-result/key-result.ts'
import { targetOf } from '../key-result/metric.ts'
import { formatFromTo, formatPercent } from '../key-result/value-format.ts'
import type { TextFinding } from './finding.ts'
import { finding } from './finding.ts'
import {
  hasDate,
  hasQuantity,
  isActivity,
  isChange,
  isFromTo,
  isTwoChanges,
  isVanity,
  relativeChange,
} from './text-pattern.ts'

/** What the title of an objective says that it should not. For typing: pure, fast, English patterns. */
export function coachObjectiveTitle(title: string): TextFinding[] {
  const findings: TextFinding[] = []
  if (hasQuantity(title))
    findings.push(
      finding(
        'number-in-objective',
        'title',
        'A number belongs in a key result: the objective says where to, the key results say how one knows.',
        'Objective: "Customers rave about our support". Key result: "Customer satisfaction from 78 to 90 %".',
      ),
    )
  if (isTwoChanges(title))
    findings.push(
      finding(
        'two-ways',
        'title',
        'It asks for two things at once; when they compete, nobody knows which one wins.',
        'Make two objectives of it, or say which of the two is the guardrail.',
      ),
    )
  return findings
}

/** What is known of a key result while somebody writes it. */
export type KeyResultDraft = {
  readonly title: string
  readonly metric?: Metric
  /** Null or left out: nobody has chosen a day. */
  readonly dueOn?: Day | null
  readonly wouldDo?: string
}

const NOTHING = /^\s*(?:nothing|none|no|n\/?a|-|–)\.?\s*$/i

/** What the wording and the numbers of a key result lack. */
export function coachKeyResultDraft(draft: KeyResultDraft): TextFinding[] {
  const { title, dueOn = null, wouldDo = '' } = draft
  const metric = draft.metric ?? { type: 'unmeasured' }
  const findings: TextFinding[] = []
  const isMeasured = metric.type !== 'unmeasured'
  const change =
    metric.type === 'relative' ? metric.change : isMeasured ? null : relativeChange(title)
  const asksForNumber = !isMeasured && !hasQuantity(title)
  if (asksForNumber) {
    findings.push(
      finding(
        'no-number',
        'metric',
        'Without a number nobody can tell at the end whether it was reached.',
        '"Monthly sales from 80,000 to 100,000 €".',
      ),
    )
    if (dueOn === null && !hasDate(title))
      findings.push(
        finding(
          'no-date',
          'dueOn',
          'Without a day it is never late, so it always waits.',
          '"… by the end of November".',
        ),
      )
  }
  if (change !== null) {
    const baseline = metric.type === 'relative' ? metric.baseline : null
    if (baseline === null)
      findings.push(
        finding(
          'relative-target',
          'metric.baseline',
          `${formatPercent(change, true)} of what? With the baseline it becomes a number that one can meet.`,
          `With a baseline of 1,200 it means ${formatFromTo(1200, targetOf({ type: 'relative', unit: '', baseline: 1200, change }))}.`,
        ),
      )
  } else if (isMissingBaseline(title, metric))
    findings.push(
      finding(
        'no-baseline',
        'metric.baseline',
        'Without the value of today nobody knows how long the way is, and no pace can be shown.',
        '"Response time from 14 to under 5 minutes".',
      ),
    )
  const isOutcome = isFromTo(title) || relativeChange(title) !== null
  const hasNumberOfItsOwn =
    metric.type !== 'unmeasured' && metric.type !== 'done' && metric.type !== 'milestone'
  if (isActivity(title) && !isOutcome && !hasNumberOfItsOwn)
    findings.push(
      finding(
        'activity',
        'title',
        'This is something to do, not what changes through it. Done is not the same as worked.',
        'Initiative: "Launch the chatbot". Key result: "Chatbot answers 40 % of tickets alone".',
      ),
    )
  if (NOTHING.test(wouldDo) || (isVanity(title) && wouldDo.trim() === ''))
    findings.push(
      finding(
        'vanity',
        'wouldDo',
        'If nothing would be done differently when this number moves, it only looks good.',
        'Instead of page views: visitors who come back within a week.',
      ),
    )
  if (isTwoChanges(title))
    findings.push(
      finding(
        'two-ways',
        'title',
        'Two changes in one key result: half of it can be reached, and nobody knows which half counts.',
        'Make two key results of it, each with its own number.',
      ),
    )
  return findings
}

/** A number to reach without the number of today: in the metric, or in the words while it has none. */
function isMissingBaseline(title: string, metric: Metric): boolean {
  if (metric.type === 'increase' || metric.type === 'decrease') return metric.baseline === null
  return metric.type === 'unmeasured' && hasQuantity(title) && isChange(title) && !isFromTo(title)
}
