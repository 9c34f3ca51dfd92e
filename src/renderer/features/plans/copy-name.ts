/** A name for a copy that still fits into 500 characters: `Support (copy)`, then `(copy 2)`. */
export function copyName(name: string): string {
  const match = /^(.*) \(copy(?: (\d+))?\)$/su.exec(name)
  const stem = (match?.[1] ?? name).slice(0, 480)
  return match ? `${stem} (copy ${String(Number(match[2] ?? '1') + 1)})` : `${stem} (copy)`
}
