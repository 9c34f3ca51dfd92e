import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowHash as domainHash } from '#domain/plan/state-hash.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { rowHash } from './row-hash.ts'

const text = fc.string({ unit: 'binary', maxLength: 20 })

it('is the hash of the domain, for any row', () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.double(), fc.boolean())), (row) => {
      expect(rowHash(row)).toBe(domainHash(row as unknown as Thing))
    }),
  )
})

it.each([
  '',
  'a',
  'ä€😀',
  '\u0000',
  '\ud800',
  'x\udc00y',
  '\ud83d\ude00\ud83d',
  'x'.repeat(20_000),
])('is the hash of the domain, with the text %j', (text) => {
  expect(rowHash({ [text]: text })).toBe(domainHash({ [text]: text } as unknown as Thing))
})
