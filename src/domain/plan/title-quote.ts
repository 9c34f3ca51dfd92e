import { formatNumber } from '../key-result/value-format.ts'
import { hasRightToLeft } from './right-to-left.ts'

const NAME_LENGTH = 40
/** Embeddings, overrides and isolates: they would turn the rest of the sentence around. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu
/** First strong isolate and its end: what stands between them leaves the sentence around it alone. */
const ISOLATE = '\u2068'
const END_OF_ISOLATE = '\u2069'
const LETTERS = new Intl.Segmenter('en')

/** A title on one line, cut to about 40 characters, never inside a character. */
export function shortTitle(title: string, length = NAME_LENGTH): string {
  const line = title.replace(TURNING, '').replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  let kept = ''
  let count = 0
  for (const { segment } of LETTERS.segment(line)) {
    count += 1
    if (count > length) return `${kept.trimEnd()}…`
    if (count < length) kept += segment
  }
  return line
}

/** A whole title within a line of other words: one with right-to-left letters leaves those around it alone. */
export function isolated(title: string): string {
  return hasRightToLeft(title) ? `${ISOLATE}${title}${END_OF_ISOLATE}` : title
}

/**
 * The title as a step's name quotes it: `"Chatbot"`. One with right-to-left letters is isolated within its
 * quotation marks; every other stays plain, as files and the command line show it.
 */
export function quoted(title: string): string {
  const short = shortTitle(title)
  return `"${isolated(short)}"`
}

/** The title as a sentence on the screen quotes it: `“Chatbot”`, its direction kept within the quotation marks. */
export function inQuotes(title: string, length = NAME_LENGTH): string {
  return `“${isolated(shortTitle(title, length))}”`
}

/** `1 day`, `2 days`: a count with its noun in English. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}
