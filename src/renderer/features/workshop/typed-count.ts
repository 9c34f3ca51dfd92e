/** A digit that comes sooner than this belongs to the number before it. */
const PATIENCE_MS = 1_200

/** The last digit that was typed for a card. */
export type Typed = { readonly id: string; readonly count: number; readonly atMs: number }

/** What a digit makes of the number typed just before for the same card: 1, then 0 is ten; never above `top`. */
export function typedCount(
  before: Typed | null,
  digit: { readonly id: string; readonly value: number; readonly atMs: number },
  top: number,
): Typed {
  const { id, value, atMs } = digit
  const goesOn = before?.id === id && atMs - before.atMs < PATIENCE_MS
  const longer = goesOn ? before.count * 10 + value : value
  return { id, count: longer <= top ? longer : value, atMs }
}
