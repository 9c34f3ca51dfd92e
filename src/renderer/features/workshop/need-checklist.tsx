import { CircleCheck, Circle, X } from 'lucide-react'
import type { Id } from '#domain/plan/field.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { READY_NEEDS } from '#domain/workshop/workshop-template.ts'
import type { NeedBoard } from '#domain/workshop/workshop-template.ts'
import type { Card } from '#domain/workshop/workshop.ts'
import { runAll } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { CardEntry } from './card-entry.tsx'
import type { Room } from './room-data.ts'
import { RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import styles from './needs.module.css'

/**
 * What a change needs of one sort, as a checklist: ready points or one's own, each reworded in place, left
 * out, or made an initiative or a task. The link to what it became stays.
 */
export function NeedChecklist({
  room,
  board,
  taskOf,
}: {
  readonly room: Room
  readonly board: NeedBoard
  /** The initiative that tasks go to; null while there is none. */
  readonly taskOf: Id | null
}) {
  const { step, cards, workshop, canEdit } = room
  const stepId = step?.id ?? null
  const points = cards.filter(
    (card) => card.column === board && card.stepId === stepId && !card.parked,
  )
  const texts = new Set(points.map(({ text }) => text))
  const ready = READY_NEEDS[board].filter((text) => !texts.has(text))
  const done = points.filter(({ became }) => became !== null).length
  const useReady = () => {
    const result = runAll(
      ready.map((text) => ({
        id: 'card.add',
        input: { workshopId: workshop.id, text, stepId, column: board },
      })),
      `Begin with the checklist "${board}"`,
    )
    if (!result.ok) toast(result.message, { tone: 'bad' })
  }
  return (
    <section
      className={styles['list']}
      aria-label={`Checklist: ${board}`}
      data-drop={`column ${board}`}
    >
      <div className={styles['head']}>
        <h3 className={styles['title']}>{board}</h3>
        <span className={styles['count']}>
          {points.length === 0 ? '' : `${String(done)} of ${String(points.length)} in the plan`}
        </span>
      </div>
      <ul className={styles['points']}>
        {points.map((card) => (
          <Point key={card.id} room={room} card={card} taskOf={taskOf} />
        ))}
      </ul>
      {canEdit && points.length === 0 && (
        <Button onClick={useReady}>Begin with a ready checklist</Button>
      )}
      {canEdit && (
        <CardEntry room={room} stepId={stepId} column={board} label={`What else is needed?`} />
      )}
    </section>
  )
}

function Point({
  room,
  card,
  taskOf,
}: {
  readonly room: Room
  readonly card: Card
  readonly taskOf: Id | null
}) {
  const { plan, canEdit } = room
  const { id, text, became } = card
  if (card.hidden) return <li className={styles['hidden']}>Hidden until revealed</li>
  // What a finished workshop decided stays so, even where the thing has left the plan since.
  const made = became !== null && (room.isFinished || thingAt(plan, became) !== undefined)
  return (
    <li className={styles['point']} data-state={made ? 'done' : 'open'}>
      {made ? <CircleCheck size={22} aria-hidden /> : <Circle size={22} aria-hidden />}
      <div className={styles['text']}>
        <RoomText
          room={room}
          keep={`card ${id} point`}
          label={`Point: ${text}`}
          labelHidden
          bare
          multiline
          required
          value={text}
          maxLength={20_000}
          onCommit={(next) => change('card.update', { id, changes: { text: next } })}
        />
        {made && <p className={styles['became']}>{becameWords(room, card)}</p>}
      </div>
      {canEdit && !made && (
        <div className={styles['buttons']}>
          <Button
            aria-label={`Make an initiative: ${text}`}
            onClick={() =>
              act('card.become', { id, becoming: { as: 'initiative', keyResultId: null } })
            }
          >
            Initiative
          </Button>
          <Button
            aria-label={`Make a task: ${text}`}
            disabled={taskOf === null}
            onClick={() => {
              if (taskOf !== null)
                act('card.become', { id, becoming: { as: 'task', initiativeId: taskOf } })
            }}
          >
            Task
          </Button>
          <Button
            aria-label={`Not needed: ${text}`}
            onClick={() => {
              if (act('card.delete', { ids: [id] })) toast('Left out. Undo brings it back.')
            }}
          >
            <X size={18} aria-hidden />
          </Button>
        </div>
      )}
    </li>
  )
}

/** What a point is now, by the thing that it is linked to. */
function becameWords(room: Room, card: Card): string {
  const { plan } = room
  const initiative = card.became ? plan.initiative.get(card.became.id) : undefined
  if (!initiative)
    return room.isFinished ? 'It became part of the plan.' : 'It is part of the plan.'
  return initiative.cardId === card.id
    ? `Is the initiative ${inQuotes(initiative.title, 500)}`
    : `Is a task of ${inQuotes(initiative.title, 500)}`
}
