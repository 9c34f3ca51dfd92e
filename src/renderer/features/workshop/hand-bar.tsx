import { useDeferredValue } from 'react'
import { Button } from '#ui/button.tsx'
import type { Room } from './room-data.ts'
import { dropOn, nameOf } from './room-drop.ts'
import { placesFor } from './room-places.ts'
import { pickUp, useRoom } from './room-store.ts'
import styles from './hand.module.css'

const isLeg = (drop: string) => drop.startsWith('leg ')

/** What is in the hand and where it can go: buttons to click, keys to press, and places to drag onto. */
export function HandBar({ room }: { readonly room: Room }) {
  const held = useRoom((state) => state.held)
  // The hand never waits for its places: they come a moment after the pick-up.
  const dragged = useDeferredValue(useRoom((state) => state.dragged))
  const thing = held ?? dragged
  if (!thing || !room.canEdit) return null
  const places = placesFor(room, thing)
  return (
    <div className={styles['hand']} role="group" aria-label="In the hand" data-hand>
      {held && (
        <span className={styles['what']} role="status" dir="auto">
          In the hand: <strong>{nameOf(room, held)}</strong>
        </span>
      )}
      {places.some(({ drop }) => isLeg(drop)) && (
        <span className={styles['legs']} aria-hidden>
          Leg
        </span>
      )}
      {places.map(({ key, drop, label, title }) => (
        <Button
          key={drop}
          className={styles['place']}
          aria-label={`${key} ${label}. ${title}`}
          title={title}
          data-drop={drop}
          onClick={() => dropOn(room, thing, drop)}
        >
          {/* So many legs fit beside all other places when each is its number alone. */}
          <kbd className={styles['key']}>{key}</kbd> {isLeg(drop) ? '' : label}
        </Button>
      ))}
      {held && (
        <Button
          className={styles['place']}
          onClick={() => {
            pickUp(null)
          }}
        >
          <kbd className={styles['key']}>Esc</kbd> Lay down
        </Button>
      )}
    </div>
  )
}
