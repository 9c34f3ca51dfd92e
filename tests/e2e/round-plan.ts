import type { KeyResult, Metric } from '#domain/key-result/key-result.ts'
import { keyResultOf } from '#domain/key-result/rules.test-support.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { cycleOf, metaOf, objectiveOf, personOf } from '#domain/plan/things.test-support.ts'

/** A Monday in the middle of the cycle: every check-in is due. */
export const ROUND_DAY = '2026-11-16'

const keyResult = (
  id: string,
  title: string,
  metric: Metric,
  changes: Partial<KeyResult> = {},
): KeyResult =>
  keyResultOf(metric, {
    id,
    title,
    ownerId: 'mira',
    dueOn: '2026-12-18',
    order: `a${id}`,
    ...changes,
  })

/** One key result of each kind of metric, one of them a guardrail, and a person who owns them. */
export function everyMetric(): readonly Thing[] {
  const step = (id: string, title: string) => ({ id, title, weight: 1, doneOn: null })
  return [
    metaOf({ name: 'Every metric' }),
    cycleOf(),
    personOf('mira', { name: 'Mira' }),
    objectiveOf({ title: 'Every kind of number is asked for in its own way', ownerId: 'mira' }),
    keyResult('1', 'Launch in three steps', {
      type: 'milestone',
      steps: [step('s1', 'Contract'), step('s2', 'Build'), step('s3', 'Go live')],
    }),
    keyResult('2', 'Availability stays high', { type: 'band', unit: '%', low: 99.5, high: null }),
    keyResult('3', 'The audit is passed', { type: 'done' }),
    keyResult('4', 'Know how long a hand-over takes', { type: 'find-baseline', unit: 'min' }),
    keyResult('5', 'First response from 14 to 5 minutes', {
      type: 'decrease',
      unit: 'min',
      baseline: 14,
      target: 5,
    }),
    keyResult(
      '6',
      'Refunds do not grow',
      { type: 'band', unit: '', low: null, high: 20 },
      { guardrail: true, dueOn: '2026-12-20' },
    ),
  ]
}
