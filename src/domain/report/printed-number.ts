import { dayInWords, formatDayWithYear } from '../calendar/day-format.ts'
import { dayNumber } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { formatShare } from '../key-result/value-format.ts'

const MINUS = '\u2212'
const NBSP = '\u00a0'
/** Made once: making one costs more than a hundred uses. */
const IN_FULL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 })

/** A number in full (twelve significant digits hide the noise of doubles), with a true minus sign. */
export function printNumber(value: number): string {
  const clean = Number(value.toPrecision(12))
  const text = IN_FULL.format(Math.abs(clean))
  return clean < 0 ? MINUS + text : text
}

/** A value with its unit: `84 %`, `7.1 min`, `1,200`. */
export function printValue(value: number, unit: string): string {
  const word = unit.trim()
  if (word === '') return printNumber(value)
  const number = printNumber(value)
  // A long unit and that of a long number may go to the next line; a short one stays with its number.
  return `${number}${word.length > 3 || number.length > 7 ? ' ' : NBSP}${word}`
}

/** Progress as whole percent, never 100 % before it is all done; the words of the screen. */
export function printPercent(fraction: number): string {
  return formatShare(fraction).replace(' ', NBSP)
}

/** A share with one decimal where it needs one: 0.333 is `33.3 %`. */
export function printShare(fraction: number): string {
  return `${printNumber(Math.round(fraction * 1_000) / 10)}${NBSP}%`
}

/** A score from 0 to 1 with two decimals. */
export function printScore(score: number): string {
  return score.toFixed(2)
}

/** `1 initiative`, `3 initiatives`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${printNumber(number)}${NBSP}${number === 1 ? one : many}`
}

/** How dates are printed: `2026-11-22`, or `Nov 22, 2026`. */
export type DateStyle = 'iso' | 'words'

/** A day in full. A text that is no day is printed as it stands. */
export function printDay(day: Day, style: DateStyle): string {
  if (style === 'iso' || Number.isNaN(dayNumber(day))) return day.replaceAll('-', '\u2011')
  return formatDayWithYear(day).replace(' ', NBSP)
}

/** How the sentences of the rules say a day on such a page; undefined where they say it as on the screen. */
export function sayDayIn(style: DateStyle): ((day: Day) => string) | undefined {
  return style === 'iso' ? (day) => printDay(day, style) : undefined
}

/** Words that say a day in full, as a change of plan keeps them, in the page's own style; all others as they are. */
export function printDayWords(words: string, style: DateStyle): string {
  const day = style === 'iso' ? dayInWords(words) : null
  return day === null ? words : printDay(day, style)
}

/** A day inside a known year: in words the year is left out when it is that year. */
export function printDayIn(year: string, day: Day, style: DateStyle): string {
  const full = printDay(day, style)
  return style === 'words' && day.startsWith(year) ? full.slice(0, -6) : full
}

/** `Oct 1 – Dec 31, 2026`, or both days in full when the years differ or the style is ISO. */
export function printSpan(from: Day, to: Day, style: DateStyle): string {
  return `${printDayIn(to.slice(0, 4), from, style)} – ${printDay(to, style)}`
}

/** A number of bytes for a person: `812 bytes`, `14 kB`, `2.3 MB`. */
export function printBytes(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`
  if (bytes < 1_000_000) return `${String(Math.round(bytes / 1_000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
