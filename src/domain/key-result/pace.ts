import type { Day } from '../calendar/day.ts'
import { daysBetween } from '../calendar/day.ts'
import type { KeyResult, PlanLine } from './key-result.ts'
import type { Progress } from './progress.ts'
import type { RuleContext } from './rule-context.ts'
import { formatShare } from './value-format.ts'

/** How far the value should be by today. */
export type Pace = {
  /** The share of the way that is planned for today (0–1). */
  readonly expected: number
  /** expected − counted progress; above 0 is behind. */
  readonly gap: number
  readonly verdict: 'on-pace' | 'slipping' | 'behind' | 'none'
  /** The rule with its numbers, in words. */
  readonly rule: string
}

/** The share of a span without a verdict: too early to say. */
export const QUIET_SHARE = 0.1

/** Differences below this are rounding of doubles: 0.8 − 0.7 is a gap of 0.10, not more. */
const EPSILON = 1e-9

/** The share of its own span (cycle start to due day) that has passed on `day`, 0–1. */
export function timeShareOf(dueOn: Day, startOn: Day, day: Day): number {
  const span = daysBetween(startOn, dueOn)
  const passed = daysBetween(startOn, day)
  if (span <= 0) return passed >= span && passed >= 0 ? 1 : 0
  return Math.min(1, Math.max(0, passed / span))
}

/** The first step, by day, that plans less than one before it: a slip of the pen, so it is worth a word. */
export function stepThatFalls(
  line: PlanLine,
): { readonly on: Day; readonly before: number } | null {
  if (line.type !== 'steps') return null
  let before = 0
  for (const { on, expected } of line.steps.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (expected < before) return { on, before }
    before = expected
  }
  return null
}

/**
 * The share of the way that the owner's plan line asks for on `day`: even follows the time; back-loaded
 * its square; steps the last step reached. A band is to be held from the first day on, and its progress
 * already counts only the check-ins due so far: all of them are expected.
 */
export function expectedOn(
  keyResult: Pick<KeyResult, 'metric' | 'planLine' | 'dueOn'>,
  startOn: Day,
  day: Day,
): number {
  if (keyResult.metric.type === 'band') return 1
  const time = timeShareOf(keyResult.dueOn, startOn, day)
  const line = keyResult.planLine
  switch (line.type) {
    case 'even':
      return time
    case 'back-loaded':
      return time * time
    case 'steps': {
      if (time >= 1) return 1
      let expected = 0
      let latest = ''
      for (const step of line.steps)
        if (step.on <= day && step.on >= latest) {
          latest = step.on
          expected = step.expected
        }
      return expected
    }
  }
}

/** Two numbers with as many decimals as it takes to see which is larger (at least two). */
function apart(a: number, b: number): readonly [string, string] {
  for (let decimals = 2; decimals < 6; decimals += 1) {
    const texts = [a.toFixed(decimals), b.toFixed(decimals)] as const
    if (texts[0] !== texts[1] || Math.abs(a - b) <= EPSILON) return texts
  }
  return [a.toFixed(6), b.toFixed(6)]
}

/** The verdict of a gap under some thresholds; both bounds belong to the better side. */
export function verdictOf(
  gap: number,
  thresholds: RuleContext['settings']['thresholds'],
): 'on-pace' | 'slipping' | 'behind' {
  if (gap <= thresholds.onPace + EPSILON) return 'on-pace'
  return gap <= thresholds.slipping + EPSILON ? 'slipping' : 'behind'
}

const VERDICT_WORDS = { 'on-pace': 'On pace', slipping: 'Slipping', behind: 'Behind pace' } as const

/** The pace of a key result on `context.today`. */
export function paceOf(
  keyResult: Pick<KeyResult, 'metric' | 'planLine' | 'dueOn'>,
  progress: Pick<Progress, 'counted' | 'state'>,
  context: RuleContext,
): Pace {
  const { cycle, today } = context
  const { thresholds } = context.settings
  const expected = expectedOn(keyResult, cycle.startOn, today)
  const gap = expected - progress.counted
  const none = (rule: string): Pace => ({ expected, gap, verdict: 'none', rule })
  if (progress.state === 'unmeasured') return none('No pace: it is not said yet how it is measured')
  if (progress.state === 'not-started') return none('No pace: no check-in yet')
  if (timeShareOf(keyResult.dueOn, cycle.startOn, today) < QUIET_SHARE - EPSILON)
    return none('No pace yet: the first 10 % of its time has not passed')
  const verdict = verdictOf(gap, thresholds)
  const bound = verdict === 'behind' ? thresholds.slipping : thresholds.onPace
  const [gapText, boundText] = apart(gap, bound)
  const sign = verdict === 'on-pace' ? '≤' : '>'
  const size = gap < 0 ? gapText.replace('-', '−') : gapText
  const rule = `${VERDICT_WORDS[verdict]}: ${formatShare(progress.counted)} of the way, ${formatShare(expected)} expected, gap ${size} ${sign} ${boundText}`
  return { expected, gap, verdict, rule }
}
