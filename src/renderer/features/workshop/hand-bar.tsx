import { Button } from '#ui/button.tsx'
import type { Room } from './room-data.ts'
import { dropOn, nameOf } from './room-drop.ts'
import { placesFor } from './room-places.ts'
import { pickUp, useRoom } from './room-store.ts'
import styles from './hand.module.css'

/** What is in the hand and where it can go: buttons to click, keys to press, and places to drag onto. */
export function HandBar({ room }: { readonly room: Room }) {
  const held = useRoom((state) => state.held)
  const dragged = useRoom((state) => state.dragged)
  const thing = held ?? dragged
  if (!thing || !room.canEdit) return null
  return (
    <div className={styles['hand']} role="group" aria-label="In the hand">
      {held && (
        <span className={styles['what']} role="status" dir="auto">
          In the hand: <strong>{nameOf(room, held)}</strong>
        </span>
      )}
      {placesFor(room, thing).map(({ key, drop, label, title }) => (
        <Button
          key={drop}
          className={styles['place']}
          aria-label={`${key} ${label}. ${title}`}
          title={title}
          data-drop={drop}
          onClick={() => dropOn(room, thing, drop)}
        >
          <kbd className={styles['key']}>{key}</kbd> {label}
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
