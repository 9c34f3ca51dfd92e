import { expect, it } from 'vitest'
import { personDays, personDaysOf } from './person-days.ts'

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [1.04, '1 day'],
  [2.24, '2.2 days'],
  [0.02, '0.02 days'],
  [1234.56, '1,234.6 days'],
])('%d → %s', (days, text) => {
  expect(personDays(days)).toBe(text)
})

it.each([
  [12.26, 8, '12.3 of 8 days'],
  [8, 8, '8 of 8 days'],
  [8.02, 8, '8.02 of 8 days'],
])('%d of %d → %s', (asked, available, text) => {
  expect(personDaysOf(asked, available)).toBe(text)
})
