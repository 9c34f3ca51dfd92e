import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanJson } from '#domain/exchange/json-scan.ts'
import { isLong, seed } from '../main/record.ts'
import { INVALID, VALID } from './json-cases.ts'

const LIMITS = { depth: 32, tokens: 10_000, string: 10_000 }
/** JSON for every parser, refused here on purpose: numbers that a double cannot keep, names, twins. */
const isStricter = /too large|twice|not allowed|deep|more than|longer than/

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe(`${String(VALID.length + INVALID.length)} texts that are JSON or nearly`, () => {
  it.each(VALID)('takes %j', (text) => {
    expect(scanJson(text, LIMITS)).toMatchObject({ ok: true })
    expect(parses(text)).toBe(true)
  })

  it.each(INVALID)('refuses %j', (text, says) => {
    const result = scanJson(text, LIMITS)
    expect(result).toMatchObject({ ok: false })
    if (result.ok) return
    expect(result.message).toMatch(says)
    expect(result.offset).toBeLessThanOrEqual(text.length)
    expect(parses(text)).toBe(isStricter.test(result.message))
  })

  it.each([
    ['depth', '['.repeat(32) + ']'.repeat(32), '['.repeat(33) + ']'.repeat(33), /32 deep/],
    ['values', `[${'1,'.repeat(9_998)}1]`, `[${'1,'.repeat(9_999)}1]`, /10000 values/],
    ['length', `"${'x'.repeat(10_000)}"`, `"${'x'.repeat(10_001)}"`, /10000 characters/],
  ])('holds its limit of %s to the last one', (_, fits, tooMuch, says) => {
    expect(scanJson(fits, LIMITS).ok).toBe(true)
    expect(scanJson(tooMuch, LIMITS)).toMatchObject({
      ok: false,
      message: expect.stringMatching(says) as string,
    })
  })

  it('has cases enough', () => {
    expect(VALID.length + INVALID.length).toBeGreaterThan(240)
  })
})

describe('against the parser of the platform', () => {
  const pieces = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '1', '-', '0', '.5', 'e9', 'null', 'true'],
    ...[' ', '\n', '\\', '\\u00', '/', 'x', '\u00a0', '\ufeff', '🚀'],
  )
  const numRuns = isLong ? 100_000 : 5_000

  it('what the scan takes, the parser takes; what the parser refuses, the scan refuses', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('')
        const scanned = scanJson(text, LIMITS)
        if (scanned.ok) expect(parses(text)).toBe(true)
        // A twin may be found before something worse behind it.
        else if (parses(text)) expect(scanned.message).toMatch(isStricter)
      }),
      { numRuns, seed },
    )
  })

  it('every value that JSON can write is read', () => {
    const options = { maxDepth: 6, withUnicodeString: true } as const
    fc.assert(
      fc.property(fc.jsonValue(options), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const scanned = scanJson(text, { ...LIMITS, depth: 100, tokens: 1e6 })
        if (!scanned.ok) expect(scanned.message).toMatch(/too large|not allowed/)
      }),
      { numRuns: numRuns / 10, seed },
    )
  })
})
