/** A stretch in pixels that wants a row; `from` < `to`. */
export type Span = { readonly from: number; readonly to: number }

/**
 * Gives each span a row (0 is the topmost) so that no two in a row come closer than `gap`. Spans are taken
 * from left to right, ties in the order given, each into the first row that is free: for intervals this
 * greedy way needs as few rows as any other. Answers in the order of `spans`.
 */
export function packRows(spans: readonly Span[], gap: number): readonly number[] {
  const froms = Float64Array.from(spans, (span) => span.from)
  const order = Array.from(spans, (_, i) => i)
  order.sort((a, b) => (froms[a] ?? 0) - (froms[b] ?? 0) || a - b)
  const rows = new Array<number>(spans.length).fill(0)
  const ends: number[] = []
  for (const i of order) {
    const span = spans[i]
    if (!span) continue
    const latest = span.from - gap
    let row = 0
    while (row < ends.length && (ends[row] ?? 0) > latest) row++
    ends[row] = span.to
    rows[i] = row
  }
  return rows
}

/** How many rows a packing uses. */
export function rowCount(rows: readonly number[]): number {
  let count = 0
  for (const row of rows) if (row >= count) count = row + 1
  return count
}
