import { daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { KeyResult } from '../key-result/key-result.ts'
import { baselineOf, targetOf, unitOf } from '../key-result/metric.ts'
import { formatNumber, formatValue } from '../key-result/value-format.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanIndex } from '../plan/plan-index.ts'
import { listAt } from '../plan/plan-index.ts'
import { quoted } from '../plan/title-quote.ts'

/** Above this multiple of what was moved before a target is called lofty, below its inverse safe. */
const FAR = 2

/**
 * What the cycle before says about a target: how far the number moved a day then, and how far it would
 * have to move a day now. Null without a forerunner whose number moved, or without a target.
 */
export function targetHint(
  plan: Plan,
  index: PlanIndex,
  keyResult: KeyResult,
): {
  readonly verdict: 'too-lofty' | 'too-safe' | 'fine'
  /** Asked a day ÷ moved a day; negative when it moved the wrong way. */
  readonly ratio: number
  readonly words: string
} | null {
  const before = keyResult.carriedFrom === null ? null : plan.keyResult.get(keyResult.carriedFrom)
  const baseline = baselineOf(keyResult.metric)
  const target = targetOf(keyResult.metric)
  const now = spanOf(plan, keyResult)
  const then = before && spanOf(plan, before)
  if (!before || !now || !then || baseline === null || target === null) return null
  const start = baselineOf(before.metric)
  const last = listAt(index.checkInsByKeyResult, before.id).findLast(({ value }) => value !== null)
  if (start === null || last?.value == null || unitOf(before.metric) !== unitOf(keyResult.metric))
    return null
  const moved = last.value - start
  const asked = target - baseline
  const unit = unitOf(keyResult.metric)
  const said = `It moved by ${formatValue(moved, unit)} in ${quoted(then.name)}; this target asks for ${formatValue(asked, unit)}`
  const ratio = asked / now.days / (moved / then.days)
  if (moved === 0)
    return { verdict: 'too-lofty', ratio: Number.POSITIVE_INFINITY, words: `Too lofty? ${said}` }
  if (ratio < 0) return { verdict: 'too-lofty', ratio, words: `Too lofty? ${said}` }
  const times = `${formatNumber(Math.round(ratio * 10) / 10)} times as fast`
  if (ratio > FAR) return { verdict: 'too-lofty', ratio, words: `Too lofty? ${said}, ${times}` }
  if (ratio < 1 / FAR) return { verdict: 'too-safe', ratio, words: `Too safe? ${said}, ${times}` }
  return { verdict: 'fine', ratio, words: `${said}, ${times}` }
}

/** The days that a key result has, from its cycle's first day to its due day. */
function spanOf(plan: Plan, { objectiveId, dueOn }: { objectiveId: string; dueOn: Day }) {
  const objective = plan.objective.get(objectiveId)
  const cycle = objective && plan.cycle.get(objective.cycleId)
  return cycle
    ? { name: cycle.name, days: Math.max(1, daysBetween(cycle.startOn, dueOn)) }
    : undefined
}
