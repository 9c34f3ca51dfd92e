import type { Id } from '#domain/plan/field.ts'
import { wallOf } from '#domain/workshop/wall.ts'
import { CardEntry } from './card-entry.tsx'
import { CardList } from './card-list.tsx'
import type { Room } from './room-data.ts'
import boards from './boards.module.css'
import styles from './stages.module.css'

/** The boards of a step beside each other. */
export function Boards({
  room,
  columns,
  stepId,
}: {
  readonly room: Room
  readonly columns: readonly string[]
  readonly stepId: Id | null
}) {
  const { cards, workshop, canEdit } = room
  const wall = wallOf(workshop, stepId)
  return (
    <div className={boards['boards']}>
      {columns.map((column, i) => {
        // What lies on no board of this step lies on the first.
        const own = cards.filter(
          (card) =>
            !card.parked &&
            wall.has(card.stepId) &&
            (card.column === column || (i === 0 && !columns.includes(card.column))),
        )
        return (
          <section key={column} className={boards['board']} aria-label={column}>
            <h3 className={styles['head']} dir="auto">
              {column} <span className={styles['count']}>{own.length === 0 ? '' : own.length}</span>
            </h3>
            {canEdit && (
              <CardEntry room={room} stepId={stepId} column={column} label="Type, press Enter" />
            )}
            <CardList
              room={room}
              cards={own}
              label={`Cards: ${column}`}
              drop={`column ${column}`}
            />
          </section>
        )
      })}
    </div>
  )
}

/** A step of its own: its question large, its boards below. */
export function BoardStage({ room }: { readonly room: Room }) {
  const { step } = room
  if (!step) return null
  return (
    <>
      <h2 className={styles['big']} dir="auto">
        {step.title}
      </h2>
      {step.columns.length > 0 ? (
        <Boards room={room} columns={step.columns} stepId={step.id} />
      ) : (
        <p className={styles['lead']} dir="auto">
          {step.question !== ''
            ? step.question
            : room.isFinished
              ? 'The cards of this step are on the right.'
              : 'Write cards on the right, or talk.'}
        </p>
      )}
    </>
  )
}
