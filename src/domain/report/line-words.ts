import { hasRightToLeft } from '../plan/right-to-left.ts'
import { ours, theirs } from './document.ts'
import type { Line } from './document.ts'

/** A reason behind what it is for; nothing without one. */
export function reason(text: string): Line {
  return text.trim() === '' ? [] : [ours(': '), theirs(text)]
}

/** Several lines as one, parted by `separator`; empty ones leave no trace. */
export function joined(lines: readonly Line[], separator: string): Line {
  const full = lines.filter((line) => line.some(({ text }) => text.trim() !== ''))
  return full.flatMap((line, i) => (i === 0 ? line : [ours(separator), ...line]))
}

/**
 * Sentences of the rules; they quote titles, so they are kept apart like typed text. A quoted title that runs
 * from right to left is kept apart once more, within its sentence.
 */
export function sentences(reasons: readonly string[]): Line {
  const text = reasons.map((sentence) => `${sentence}.`).join(' ')
  if (!hasRightToLeft(text)) return [theirs(text)]
  return text
    .split(/("[^"]*")/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) =>
      piece.length > 2 && piece.startsWith('"') && piece.endsWith('"')
        ? [ours('"'), theirs(piece.slice(1, -1)), ours('"')]
        : [theirs(piece)],
    )
}
