import { describe, expect, it } from 'vitest'
import { structuredSize } from './structured-size.ts'

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let n = 0; n < depth; n += 1) value = [value]
  return value
}
const round: Record<string, unknown> = {}
round['self'] = round

const shared = { a: 1 }
/** Two to the power of 40 parts in 40 objects. */
let wide: unknown = 1
for (let n = 0; n < 40; n += 1) wide = [wide, wide]

describe('structuredSize', () => {
  it.each([
    [undefined, 8],
    ['ab', 10],
    ['ü', 10],
    [new Uint8Array(100), 108],
    [{ a: 1 }, 17],
    [[1, 2], 24],
    [[shared, shared], 42],
    [Object.assign(Object.create(null) as object, { a: 'b' }), 18],
  ])('%# counts', (value, size) => {
    expect(structuredSize(value, 1_000)).toBe(size)
  })

  it.each([
    ['over the cap', 'x'.repeat(1_000)],
    ['many small parts', Array.from({ length: 200 }, () => 0)],
    ['a long key', { ['k'.repeat(1_000)]: 1 }],
    ['too deep', nested(66)],
    ['very deep', nested(200_000)],
    ['a circle', round],
    ['a few objects that stand for very many', wide],
    ['a Map', new Map([[1, 2]])],
    ['a Date', new Date()],
    ['an ArrayBuffer', new ArrayBuffer(2)],
    ['a class', new (class A {})()],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
  ])('refuses %s', (_, value) => {
    expect(structuredSize(value, 1_000)).toBe(Infinity)
  })
})
