import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPieces } from './text-pieces.ts'
import { wireValue } from './wire-value.ts'

const wire = wireValue({
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
})
const there = (value: unknown) => wire.decode(wire.encode(value))

describe('wireValue', () => {
  it.each<[name: string, value: unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['negative zero', -0],
    ['not a number', Number.NaN],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['a big integer', 2n ** 70n],
    ['a text with a lone surrogate', 'a\ud800b'],
    ['a day', new Date('2026-03-29T01:30:00Z')],
    ['a map', new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'x'])]])],
    ['bytes', new Uint8Array([0, 1, 254, 255])],
    ['floats', new Float64Array([1.5, -2])],
    ['a buffer', new Uint8Array([1, 2]).buffer],
    ['a pattern', /a+/gi],
    ['an object that looks like our own mark', { $wire: 'Date', value: 1 }],
    ['a key that JSON itself would lose', { a: undefined, b: [undefined, null] }],
    ['a key of the prototype', JSON.parse('{"__proto__": {"x": 1}}')],
  ])('keeps %s', (_name, value) => {
    expect(there(value)).toStrictEqual(value)
  })

  it('is what structuredClone gives, for any plain value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withBoxedValues: false,
      withNullPrototype: false,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(there(value)).toStrictEqual(structuredClone(value))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what an error says', () => {
    const error = there(new TypeError('wrong')) as Error
    expect(error).toBeInstanceOf(Error)
    expect([error.name, error.message]).toEqual(['TypeError', 'wrong'])
  })

  it('takes only the part of a buffer that a view shows', () => {
    expect(there(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toStrictEqual(new Uint8Array([2, 3]))
  })

  const loop: unknown[] = []
  loop.push(loop)
  it.each<[name: string, value: unknown]>([
    ['a function', { f: () => 1 }],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve(1)],
    ['a value inside itself', loop],
  ])('refuses %s in the words of the browser', (_name, value) => {
    expect(() => wire.encode(value)).toThrow('An object could not be cloned.')
  })
})

describe('textPieces', () => {
  it('cuts into whole characters that give the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), (text, size) => {
        const pieces = textPieces(text, size)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(size)
          expect(piece).toBe(Buffer.from(piece, 'utf8').toString('utf8'))
        }
      }),
    )
  })
})
