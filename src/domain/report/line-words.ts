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

/** Sentences of the rules; they quote titles, so they are kept apart like typed text. */
export function sentences(reasons: readonly string[]): Line {
  return [theirs(reasons.map((sentence) => `${sentence}.`).join(' '))]
}
