import { expect, it } from 'vitest'
import { copyName } from './copy-name.ts'

it.each([
  ['Support', 'Support (copy)'],
  ['Support (copy)', 'Support (copy 2)'],
  ['Support (copy 9)', 'Support (copy 10)'],
  ['x'.repeat(500), `${'x'.repeat(480)} (copy)`],
])('names the copy of %j', (name, copy) => {
  expect(copyName(name)).toBe(copy)
})

it('never cuts a character in half', () => {
  expect(copyName(`${'x'.repeat(479)}🚀`)).toBe(`${'x'.repeat(479)} (copy)`)
})
