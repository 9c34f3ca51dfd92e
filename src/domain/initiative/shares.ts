import type { Id } from '../plan/field.ts'

/** What an initiative serves: a key result with its share of the effort. */
export type Share = { readonly keyResultId: Id; readonly share: number }

/** How far from 1 a sum of shares may be: rounding of thirds, never a missing percent. */
export const SHARE_TOLERANCE = 0.0005

/** The sum of all shares; 1 where they are complete. */
export function sumOfShares(shares: readonly { readonly share: number }[]): number {
  return shares.reduce((sum, { share }) => sum + share, 0)
}

/**
 * The shares scaled so that they sum to 1, in whole ten-thousandths so that a sum stays a sum; what
 * rounding leaves goes to the largest. Equal parts when all are 0, an empty list stays empty.
 */
export function normalisedShares(shares: readonly Share[]): Share[] {
  if (shares.length === 0) return []
  const sum = sumOfShares(shares)
  const parts = shares.map(({ share }) =>
    Math.round(10_000 * (sum > 0 ? share / sum : 1 / shares.length)),
  )
  const rest = 10_000 - parts.reduce((a, b) => a + b, 0)
  const largest = parts.indexOf(Math.max(...parts))
  return shares.map(({ keyResultId }, i) => ({
    keyResultId,
    share: ((parts[i] ?? 0) + (i === largest ? rest : 0)) / 10_000,
  }))
}

/**
 * The shares after one leg's part moved onto another: the part of `from` when it is served, else the
 * largest. Moving onto a leg that is already served merges the two parts; without `from` it changes nothing.
 */
export function movedShares(shares: readonly Share[], to: Id, from: Id | undefined): Share[] {
  const given = from === undefined ? undefined : shares.find((s) => s.keyResultId === from)
  if (!given && shares.some((s) => s.keyResultId === to)) return [...shares]
  const largest = shares.reduce<Share | undefined>(
    (best, s) => (best && best.share >= s.share ? best : s),
    undefined,
  )
  const source = given ?? largest
  if (!source) return [{ keyResultId: to, share: 1 }]
  if (source.keyResultId === to) return [...shares]
  const merged: Share[] = []
  for (const s of shares) {
    const keyResultId = s === source ? to : s.keyResultId
    const at = merged.findIndex((m) => m.keyResultId === keyResultId)
    const there = merged[at]
    if (there) merged[at] = { keyResultId, share: there.share + s.share }
    else merged.push({ keyResultId, share: s.share })
  }
  return normalisedShares(merged)
}

/** The shares without some key results, the rest scaled back to 1; empty means the Garage. */
export function sharesWithout(shares: readonly Share[], isGone: (id: Id) => boolean): Share[] {
  const left = shares.filter((s) => !isGone(s.keyResultId))
  return left.length === shares.length ? [...shares] : normalisedShares(left)
}
