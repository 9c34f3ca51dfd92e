import { useEffect, useMemo, useRef } from 'react'
import type { Card } from '#domain/workshop/workshop.ts'
import { CardTile } from './card-tile.tsx'
import type { Room } from './room-data.ts'
import { pilesOf } from './room-data.ts'
import { useRows } from '#ui/use-rows.ts'
import styles from './cards.module.css'

/** So many frames pass at most until all rows in view have their real heights. */
const FRAMES_TO_SETTLE = 12

/** Cards one under the other; only those in view are drawn, so that hundreds stay light. */
export function CardList({
  room,
  cards,
  label,
  drop,
}: {
  readonly room: Room
  readonly cards: readonly Card[]
  readonly label: string
  /** What it means to let a card go here. */
  readonly drop?: string
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const piles = useMemo(() => pilesOf(cards), [cards])
  const rows = useRows({
    count: piles.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    overscan: 6,
    getItemKey: (i) => piles[i]?.head.id ?? i,
  })
  const lastIdea = piles.findLastIndex(({ head }) => head.became === null)
  const before = useRef({ count: piles.length, lastIdea })
  useEffect(() => {
    // A card that was just written is seen.
    const isNew = piles.length > before.current.count && lastIdea > before.current.lastIdea
    before.current = { count: piles.length, lastIdea }
    if (!isNew) return
    let frame = 0
    // How high its neighbours are is only known once they were drawn.
    const show = (left: number) => {
      const row = scroller.current?.querySelector(`[data-index="${String(lastIdea)}"]`)
      if (row) row.scrollIntoView({ block: 'nearest' })
      else rows.scrollToIndex(lastIdea, { align: 'end' })
      if (left > 0)
        frame = requestAnimationFrame(() => {
          show(left - 1)
        })
    }
    show(FRAMES_TO_SETTLE)
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [piles.length, lastIdea, rows])
  return (
    <div
      ref={scroller}
      className={styles['list']}
      data-wall
      role="region"
      aria-label={label}
      tabIndex={piles.length > 0 ? -1 : undefined}
      {...(drop === undefined ? {} : { 'data-drop': drop })}
    >
      <div className={styles['run']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const pile = piles[row.index]
          return pile ? (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className={styles['place']}
              style={{ transform: `translateY(${String(row.start)}px)` }}
            >
              <CardTile room={room} card={pile.head} members={pile.members} />
            </div>
          ) : null
        })}
      </div>
    </div>
  )
}
