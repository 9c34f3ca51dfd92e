import type { KeyResult, Metric } from '#domain/key-result/key-result.ts'
import { keyResultOf } from '#domain/key-result/rules.test-support.ts'
import { DEFAULT_SETTINGS } from '#domain/plan/plan-meta.ts'
import type { Thing } from '#domain/plan/thing.ts'

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
    {
      kind: 'plan',
      id: 'plan',
      name: 'Every metric',
      direction: '',
      settings: DEFAULT_SETTINGS,
      createdAt: '2026-09-20T08:00:00.000Z',
    },
    {
      kind: 'cycle',
      id: 'q4',
      name: 'Q4 2026',
      startOn: '2026-10-01',
      endOn: '2026-12-31',
      state: 'active',
      stateLog: [],
      leftAtTheKerb: [],
      overbookedReason: '',
    },
    {
      kind: 'person',
      id: 'mira',
      name: 'Mira',
      initials: 'M',
      hue: 'blue',
      role: '',
      daysPerWeek: 5,
      daysOff: [],
      order: 'a0',
    },
    {
      kind: 'objective',
      id: 'o',
      cycleId: 'q4',
      title: 'Every kind of number is asked for in its own way',
      why: '',
      ownerId: 'mira',
      type: 'committed',
      themeId: null,
      parent: null,
      contribution: '',
      order: 'a0',
      state: 'active',
      stateReason: '',
      hue: 'blue',
      note: '',
      carriedFrom: null,
    },
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
