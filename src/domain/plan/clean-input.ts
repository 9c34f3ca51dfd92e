import { cleanText } from '../exchange/clean-text.ts'

/** Text of which cleaning changes nothing: by far the most, and cheap to see. */
const PLAIN = /^[\n\x20-\x7e]*$/

/**
 * What a command was given with every text as a plan holds it (see `cleanText`), so that a plan's file
 * brings back what was exported. The same object where nothing had to be cleaned.
 */
export function cleanInput<T>(value: T): T {
  return cleaned(value) as T
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return PLAIN.test(value) ? value : cleanText(value)
  if (Array.isArray(value)) {
    const items = value.map(cleaned)
    return items.some((item, at) => item !== value[at]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, item, cleaned(item)] as const)
  return entries.some(([, item, clean]) => clean !== item)
    ? Object.fromEntries(entries.map(([key, , clean]) => [key, clean]))
    : value
}
