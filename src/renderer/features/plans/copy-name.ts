import { cutText } from '#domain/exchange/clean-text.ts'

/** A name for a copy that still fits into 500 characters: `Support (copy)`, then `(copy 2)`. */
export function copyName(name: string): string {
  const match = /^(.*) \(copy(?: (\d+))?\)$/su.exec(name)
  const stem = cutText(match?.[1] ?? name, 480)
  return match ? `${stem} (copy ${String(Number(match[2] ?? '1') + 1)})` : `${stem} (copy)`
}
