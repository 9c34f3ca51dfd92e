import type { Parsed } from './field-draft.ts'

export type NumberRules = {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly whole?: boolean
  readonly required?: boolean
}

/**
 * A typed number. Spaces (also thin and no-break ones), apostrophes and a trailing `%` are let through;
 * one comma without a point is a decimal comma, unless it groups thousands (`1,000`); of both signs the last
 * one is the decimal one (`1.250,50`), and several points group thousands; U+2212 is a minus.
 */
export function parseNumber(text: string, rules: NumberRules = {}): Parsed<number | null> {
  let plain = text
    .replace(/[\s'’]/gu, '')
    .replace(/−/gu, '-')
    .replace(/%$/u, '')
  if (plain === '')
    return rules.required
      ? { ok: false, message: 'A number is needed.' }
      : { ok: true, value: null }
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(plain))
    plain = plain.replaceAll('.', '')
  if (plain.includes(',')) {
    const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    plain = grouped ? plain.replaceAll(',', '') : plain.replace(',', '.')
  }
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain))
    return { ok: false, message: 'Not a number.' }
  const value = Number(plain)
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15)
    return { ok: false, message: 'Too large.' }
  if (rules.whole && !Number.isInteger(value))
    return { ok: false, message: 'A whole number, please.' }
  if (rules.min !== undefined && value < rules.min)
    return { ok: false, message: `Not below ${showNumber(rules.min)}.` }
  if (rules.max !== undefined && value > rules.max)
    return { ok: false, message: `Not above ${showNumber(rules.max)}.` }
  return { ok: true, value: value === 0 ? 0 : value }
}

/** A number as a person would type it: no exponent in the usual range, no grouping, no `-0`. */
export function showNumber(value: number): string {
  return String(value === 0 ? 0 : value)
}
