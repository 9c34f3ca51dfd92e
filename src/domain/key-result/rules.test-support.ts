import type { CheckIn } from '../check-in/check-in.ts'
import { DEFAULT_SETTINGS } from '../plan/plan-meta.ts'
import type { KeyResult, Metric } from './key-result.ts'
import type { RuleContext } from './rule-context.ts'

/** A key result of the fourth quarter for tests of rules, due on its last day. */
export function keyResultOf(metric: Metric, changes: Partial<KeyResult> = {}): KeyResult {
  return {
    kind: 'keyResult',
    id: 'k',
    objectiveId: 'o',
    title: 'First response',
    ownerId: null,
    metric,
    dueOn: '2026-12-31',
    weight: 1,
    indicator: 'lagging',
    guardrail: false,
    wouldDo: '',
    source: '',
    planLine: { type: 'even' },
    state: 'active',
    stateReason: '',
    statusOverride: null,
    order: 'a0',
    note: '',
    link: '',
    carriedFrom: null,
    ...changes,
  }
}

/** A check-in of a day with a value and, where given, a confidence. */
export function checkInOf(
  day: string,
  value: number | null,
  changes: Partial<CheckIn> = {},
): CheckIn {
  return {
    kind: 'checkIn',
    id: `c${day}`,
    keyResultId: 'k',
    day,
    at: `${day}T09:00:00.000Z`,
    value,
    stepsDone: null,
    confidence: null,
    note: '',
    link: '',
    authorId: null,
    origin: 'typed',
    corrects: null,
    skipReason: '',
    ...changes,
  }
}

/** Rules of the fourth quarter of 2026 with the default settings on a day. */
export function contextOf(today: string, changes: Partial<RuleContext> = {}): RuleContext {
  return {
    cycle: { startOn: '2026-10-01', endOn: '2026-12-31' },
    settings: DEFAULT_SETTINGS,
    today,
    ...changes,
  }
}
