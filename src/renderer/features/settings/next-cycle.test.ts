import { expect, it } from 'vitest'
import { nextCycle } from './next-cycle.ts'

it.each([
  [[], '2026-11-22', 'Q4 2026', '2026-10-01', '2026-12-31'],
  [['2026-12-31'], '2026-11-22', 'Q1 2027', '2027-01-01', '2027-03-31'],
  [['2026-12-31', '2026-09-30'], '2026-11-22', 'Q1 2027', '2027-01-01', '2027-03-31'],
  [['2026-11-15'], '2026-11-22', 'Q4 2026', '2026-10-01', '2026-12-31'],
])('follows %j', (ends, today, name, startOn, endOn) => {
  expect(
    nextCycle(
      ends.map((end) => ({ endOn: end })),
      today,
    ),
  ).toEqual({ name, startOn, endOn })
})
