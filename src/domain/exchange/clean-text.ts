import { isolated } from '../plan/title-quote.ts'

// Control characters (C0, DEL, C1) except tab and line feed.
const CONTROLS = /(?![\t\n])\p{Cc}/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Text as a plan holds it: NFC, line ends as LF, no control characters, no lone surrogates. Direction
 * marks and zero-width joiners stay: they belong to real languages; the screen isolates them.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
}

/** True when invisible marks change the direction of the text. */
export function hasDirectionMarks(text: string): boolean {
  return DIRECTION_MARKS.test(text)
}

/** The first `length` UTF-16 units of a text without cutting a surrogate pair in half. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}

/** A short form of a title for a message, at most 40 characters, in quotation marks. */
export function quoteTitle(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim()
  return `“${isolated(line.length > 40 ? `${cutText(line, 39)}…` : line)}”`
}
