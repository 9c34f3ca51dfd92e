import { expect, it } from 'vitest'
import { loadOf } from './capacity.ts'
import { loadRule } from './load-rule.ts'

it.each([
  [12, 8, 'Overbooked: 12 of 8 days, 150 % > 100 %'],
  [8, 8, 'Balanced: 8 of 8 days, 100 % lies within 90–100 %'],
  [7.2, 8, 'Balanced: 7.2 of 8 days, 90 % lies within 90–100 %'],
  [4, 8, 'Room left: 4 of 8 days, 50 % < 90 %'],
  [0, 0, 'Room left: 0 of 0 days, 0 % < 90 %'],
  [2, 0, 'Overbooked: 2 of 0 days, where there are none'],
])('%d of %d days', (asked, available, rule) => {
  expect(loadRule(loadOf(asked, available))).toBe(rule)
})
