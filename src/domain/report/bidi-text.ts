import { hasRightToLeft, RIGHT_TO_LEFT } from '../plan/right-to-left.ts'

const FIRST_LETTER = /\p{L}/u
/** Words written from left to right, with what stands between two of them. */
const LTR_WORDS = new RegExp(
  `((?![${RIGHT_TO_LEFT}])\\p{L}(?:[^${RIGHT_TO_LEFT}]*(?![${RIGHT_TO_LEFT}])[\\p{L}\\p{N}\\p{M}])?)`,
  'u',
)

/** Marks of the Unicode bidirectional algorithm. Isolates would say it shorter; Word does not know them. */
const RIGHT_EMBEDDING = '\u202b'
const LEFT_EMBEDDING = '\u202a'
const END_OF_EMBEDDING = '\u202c'
const RIGHT_MARK = '\u200f'
const LEFT_MARK = '\u200e'
const FRAMING = /[\u202a-\u202c\u200f]/gu

/** A piece of text that runs in one direction. */
export type DirectedPiece = { readonly text: string; readonly isRightToLeft: boolean }

/**
 * Somebody's line of text for files that have no element like `bdi`: put between marks so that its own
 * direction (that of its first letter) orders it, and numbers and signs of the line around it stay where
 * they are. Text without right-to-left letters is left alone.
 */
export function keptApart(text: string): string {
  if (!hasRightToLeft(text)) return text
  return isRightToLeft(text)
    ? `${RIGHT_EMBEDDING}${RIGHT_MARK}${text}${RIGHT_MARK}${END_OF_EMBEDDING}${LEFT_MARK}`
    : `${LEFT_EMBEDDING}${text}${END_OF_EMBEDDING}${LEFT_MARK}`
}

/**
 * Somebody's text with one mark behind it where that is needed: for plain text, whose readers warn of more.
 * The numbers after it stay where they are.
 */
export function withLeftMark(text: string): string {
  return hasRightToLeft(text) ? `${text}${LEFT_MARK}` : text
}

/** A line whose names are kept apart, with the mark behind each alone: for plain text, see {@link withLeftMark}. */
export function withFewMarks(line: string): string {
  return line.replace(FRAMING, '')
}

/**
 * Somebody's text as the beginning of a left-to-right line of plain text: the mark in front decides for the
 * line where its first letter would (`unicode-bidi: plaintext`), the one behind keeps what follows in place.
 */
export function keptInLine(text: string): string {
  return hasRightToLeft(text) ? `${LEFT_MARK}${text}${LEFT_MARK}` : text
}

/** The same text in pieces of one direction each, for runs that name theirs. */
export function directedPieces(text: string): readonly DirectedPiece[] {
  if (!hasRightToLeft(text)) return [{ text, isRightToLeft: false }]
  const apart = keptApart(text)
  const pieces = apart.split(LTR_WORDS).filter((piece) => piece !== '')
  return pieces.map((piece) => ({ text: piece, isRightToLeft: hasRightToLeft(piece) }))
}

/** Whether the first letter is written from right to left: what `dir="auto"` looks at. */
function isRightToLeft(text: string): boolean {
  if (text.startsWith(LEFT_MARK)) return false
  return hasRightToLeft(FIRST_LETTER.exec(text)?.[0] ?? '')
}
