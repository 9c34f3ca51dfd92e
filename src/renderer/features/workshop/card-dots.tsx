import { dotsOf } from '#domain/workshop/vote-tally.ts'
import type { Card } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { act } from './room-store.ts'
import styles from './cards.module.css'

const MANY_DOTS = 8

/** The votes on a card. */
export function Dots({ card }: { readonly card: Card }) {
  const count = dotsOf(card)
  if (count === 0) return null
  return (
    <span className={styles['dots']} role="img" aria-label={`${String(count)} votes`}>
      {count > MANY_DOTS ? `● ${String(count)}` : '●'.repeat(count)}
    </span>
  )
}

/** Adds to or takes from what the one who has the turn gave this card. */
export function giveDots(card: Card, by: string, more: number): void {
  const personId = by === 'room' ? null : by
  const now = card.dots.find((dot) => dot.personId === personId)?.count ?? 0
  const count = Math.max(0, Math.min(999, now + more))
  if (count !== now) act('card.setDots', { id: card.id, personId, count })
}

/** One more, one less, by mouse. */
export function DotButtons({ card, by }: { readonly card: Card; readonly by: string }) {
  return (
    <span className={styles['give']}>
      <Button
        size="small"
        aria-label={`One dot less for ${card.text}`}
        onClick={() => {
          giveDots(card, by, -1)
        }}
      >
        −
      </Button>
      <Button
        size="small"
        aria-label={`One dot more for ${card.text}`}
        onClick={() => {
          giveDots(card, by, 1)
        }}
      >
        +
      </Button>
    </span>
  )
}
