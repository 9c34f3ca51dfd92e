/**
 * Cuts a long text into pieces of at most `size` UTF-16 units and never inside a surrogate pair, which
 * would not survive the way through UTF-8. Stands on its own: its source also runs in the isolated world.
 */
export const textPieces = (text: string, size: number): string[] => {
  const pieces: string[] = []
  let from = 0
  do {
    let to = Math.min(text.length, from + size)
    const last = text.charCodeAt(to - 1)
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to -= 1
    pieces.push(text.slice(from, to))
    from = to
  } while (from < text.length)
  return pieces
}
