import { expect, it } from 'vitest'
import { movedBy } from './report-choices.ts'

it.each([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['x', 1, 'abc'],
] as const)('moving %s by %d gives %s', (item, by, order) => {
  expect(movedBy(['a', 'b', 'c'], item, by).join('')).toBe(order)
})
