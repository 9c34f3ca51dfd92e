import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EMPTY_HASH, combineHash } from '#domain/plan/state-hash.ts'
import { sumHashes } from './hash-sum.ts'

const hash = fc.stringMatching(/^[0-9a-f]{32}$/)

it('sums as the domain combines', () => {
  fc.assert(
    fc.property(fc.array(hash), (hashes) => {
      expect(sumHashes(hashes)).toBe(hashes.reduce(combineHash, EMPTY_HASH))
    }),
  )
})

it.each(['', 'f'.repeat(31), 'f'.repeat(33), 'x'.repeat(32), `${'f'.repeat(24)}zzzzzzzz`])(
  'a damaged hash (%j) never sums to anything',
  (bad) => {
    expect(sumHashes(['0'.repeat(32), bad])).toBeNull()
  },
)
