import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula, isFormulaLike, unguardFormula } from './formula-guard.ts'

const LEADS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹣', '﹦', '﹢', '﹫']
const lead = fc.constantFrom(...LEADS)
const blanks = fc.string({
  unit: fc.constantFrom(' ', '\u00a0', '\u3000', '\u200b', '\ufeff'),
  maxLength: 3,
})
const words = fc.string({ unit: 'binary', maxLength: 12 })
/** Texts full of what matters here. */
const tricky = fc
  .array(fc.constantFrom("'", ' ', 'a', '1', '"', ',', ...LEADS), { maxLength: 8 })
  .map((parts) => parts.join(''))

describe('the formula guard', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1234', "'+49 30 1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['=cmd\nmore text', "'=cmd\nmore text"],
    ['＝HYPERLINK("x")', '\'＝HYPERLINK("x")'],
    ["'=1", "''=1"],
    ["'quoted' word", "'quoted' word"],
    ["'", "'"],
    ['', ''],
    ['CSAT 78 → 84 %', 'CSAT 78 → 84 %'],
    ['a=b', 'a=b'],
    ['−5 %', '−5 %'],
  ])('%j becomes %j', (text, safe) => {
    expect(guardFormula(text)).toBe(safe)
    expect(unguardFormula(safe)).toBe(text)
  })

  it('leaves no cell that leads with a formula', () => {
    fc.assert(
      fc.property(blanks, lead, words, (before, sign, rest) => {
        const text = before + sign + rest
        expect(isFormulaLike(text)).toBe(true)
        expect(isFormulaLike(guardFormula(text))).toBe(false)
        expect(guardFormula(text).startsWith("'")).toBe(true)
      }),
    )
  })

  it('is taken off without a trace, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(words, tricky), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })

  it('touches nothing that no guard wrote', () => {
    fc.assert(
      fc.property(fc.oneof(words, tricky), (text) => {
        if (!/^'+/.test(text)) expect(unguardFormula(text)).toBe(text)
        if (!isFormulaLike(text.replace(/^'+/, ''))) expect(guardFormula(text)).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })
})
