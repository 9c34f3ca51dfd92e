import { dotsLeft } from '#domain/workshop/vote-tally.ts'
import { Button } from '#ui/button.tsx'
import { nextTurn } from './dot-turn.ts'
import type { Room } from './room-data.ts'
import { useRoom } from './room-store.ts'
import styles from './card-panel.module.css'

/** Whose turn it is to give dots, and the way on to the next. */
export function DotBar({ room, by }: { readonly room: Room; readonly by: string }) {
  const { workshop, present, plan } = room
  const turn = present.findIndex((person) => person.id === by)
  const name = present[turn]?.name
  const left = by === 'room' ? null : dotsLeft(plan, workshop, workshop.currentStepId, by)
  return (
    <div className={styles['dotBar']} role="status">
      <strong className={styles['dotName']} dir="auto">
        {name === undefined
          ? 'Count hands: focus a card, press a number'
          : `${name}: ${String(left ?? 0)} ${left === 1 ? 'dot' : 'dots'} left`}
      </strong>
      <span className={styles['buttons']}>
        <Button
          size="small"
          onClick={() => {
            useRoom.setState({ dotsBy: nextTurn(present, by) })
          }}
        >
          {by === 'room' ? 'One by one' : turn < present.length - 1 ? 'Next person' : 'Done'}
        </Button>
        <Button
          size="small"
          onClick={() => {
            useRoom.setState({ dotsBy: null })
          }}
        >
          Close
        </Button>
      </span>
    </div>
  )
}
