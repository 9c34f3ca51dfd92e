import { expect, it } from 'vitest'
import type { Metric } from '../key-result/key-result.ts'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import type { CheckIn } from './check-in.ts'
import { saidInWords } from './said-words.ts'

const step = (id: string) => ({ id, title: id, weight: 1, doneOn: null })
const steps: Metric = { type: 'milestone', steps: [step('a'), step('b'), step('c')] }

it.each<[Metric, number | null, CheckIn['stepsDone'], string | null]>([
  [{ type: 'decrease', unit: 'min', baseline: 14, target: 5 }, 9.8, null, '9.8 min'],
  [{ type: 'band', unit: '', low: 1000, high: null }, 1200, null, '1,200'],
  [{ type: 'done' }, 1, null, 'done'],
  [{ type: 'done' }, 0, null, 'not yet'],
  [steps, null, ['a', 'c'], '2 of 3 steps'],
  [steps, null, [], '0 of 3 steps'],
  [{ type: 'done' }, null, ['a'], '1 step'],
  [steps, null, null, null],
])('%j %j %j → %j', (metric, value, stepsDone, words) => {
  const said = saidInWords(keyResultOf(metric), checkInOf('2026-11-16', value, { stepsDone }))
  expect(said).toBe(words)
})
