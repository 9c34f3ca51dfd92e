import { useMemo } from 'react'
import { CONCERN_BOARD, NEED_BOARDS } from '#domain/workshop/workshop-template.ts'
import { EditableText } from '#ui/editable.tsx'
import { Boards } from './board-stage.tsx'
import { PersonChoice } from './person-choice.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { act, change } from './room-store.ts'
import styles from './stages.module.css'

/** Concerns with owner and answer; below, what the change needs from those whom it touches. */
export function RoadblocksStage({ room }: { readonly room: Room }) {
  const { plan, cycle, step, canEdit } = room
  const concerns = useMemo(
    () =>
      [...plan.journalEntry.values()].filter(
        (entry) =>
          entry.type === 'concern' &&
          entry.resolvedOn === null &&
          (entry.about === null || entry.about.id === cycle?.id),
      ),
    [plan.journalEntry, cycle?.id],
  )
  const columns = step && step.columns.length > 0 ? step.columns : [CONCERN_BOARD, ...NEED_BOARDS]
  return (
    <div className={styles['scroll']} data-drop="concerns">
      <h2 className={styles['big']}>What could stop us?</h2>
      <ul className={styles['rows']} aria-label="Concerns">
        {concerns.map((entry) => (
          <li key={entry.id} className={styles['concern']}>
            <p className={styles['concernText']} dir="auto">
              {entry.text}
            </p>
            <EditableText
              label="Answer"
              value={entry.answer}
              maxLength={20_000}
              placeholder="What do we do about it?"
              disabled={!canEdit}
              onCommit={(answer) => change('journal.update', { id: entry.id, changes: { answer } })}
            />
            <PersonChoice
              room={room}
              label="Owner"
              value={entry.answerOwnerId}
              onChange={(answerOwnerId) =>
                act('journal.update', { id: entry.id, changes: { answerOwnerId } })
              }
            />
          </li>
        ))}
      </ul>
      {canEdit && (
        <QuickLine
          keep={`${room.workshop.id} concern`}
          label="A risk or a concern"
          onTake={(text) =>
            act('journal.add', {
              type: 'concern',
              text,
              about: cycle ? { kind: 'cycle', id: cycle.id } : null,
            })
          }
        />
      )}
      <p className={styles['quiet']}>
        Support, training, communication: turn a card into an initiative or a task by its menu.
      </p>
      <div className={styles['tall']}>
        <Boards room={room} columns={columns} stepId={step?.id ?? null} />
      </div>
    </div>
  )
}
