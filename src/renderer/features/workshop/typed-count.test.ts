import { expect, it } from 'vitest'
import type { Typed } from './typed-count.ts'
import { typedCount } from './typed-count.ts'

it.each([
  ['one digit', [['a', 3, 0]], 10, 3],
  [
    'ten hands are a 1 and a 0',
    [
      ['a', 1, 0],
      ['a', 0, 400],
    ],
    10,
    10,
  ],
  [
    'a second thought is a new number',
    [
      ['a', 1, 0],
      ['a', 0, 2_000],
    ],
    10,
    0,
  ],
  [
    'no more than can be',
    [
      ['a', 3, 0],
      ['a', 2, 300],
    ],
    10,
    2,
  ],
  [
    'another card begins anew',
    [
      ['a', 1, 0],
      ['b', 0, 300],
    ],
    10,
    0,
  ],
] as const)('%s', (_, keys, top, count) => {
  let typed: Typed | null = null
  for (const [id, value, atMs] of keys) typed = typedCount(typed, { id, value, atMs }, top)
  expect(typed?.count).toBe(count)
})
