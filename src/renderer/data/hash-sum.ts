import { EMPTY_HASH } from '#domain/plan/state-hash.ts'

/**
 * XOR over many hashes, without building a string for each one: a load checks ten thousand of them.
 * Anything that is not 32 hex digits makes the sum null, so that a damaged hash can never cancel out.
 */
export function sumHashes(hashes: Iterable<string>): string | null {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (const hash of hashes) {
    const words = [0, 8, 16, 24].map((at) => parseInt(hash.slice(at, at + 8), 16))
    if (hash.length !== EMPTY_HASH.length || words.some(Number.isNaN)) return null
    a ^= words[0] ?? 0
    b ^= words[1] ?? 0
    c ^= words[2] ?? 0
    d ^= words[3] ?? 0
  }
  return [a, b, c, d].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
