import { useMemo } from 'react'
import { listAt } from '#domain/plan/plan-index.ts'
import { openConcerns } from '#domain/workshop/people-parts.ts'
import { CONCERN_BOARD, NEED_BOARDS } from '#domain/workshop/workshop-template.ts'
import { SelectField } from '#ui/field.tsx'
import { Boards } from './board-stage.tsx'
import { useKeptText } from './kept-text.ts'
import { NeedChecklist } from './need-checklist.tsx'
import { PersonChoice } from './person-choice.tsx'
import { QuickLine } from './quick-line.tsx'
import type { Room } from './room-data.ts'
import { RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import needs from './needs.module.css'
import boardLook from './boards.module.css'
import cards from './plan-cards.module.css'
import styles from './stages.module.css'

/** Concerns with owner and answer; below, what the change needs from those whom it touches. */
export function RoadblocksStage({ room }: { readonly room: Room }) {
  const { step } = room
  const columns = step && step.columns.length > 0 ? step.columns : [CONCERN_BOARD, ...NEED_BOARDS]
  const boards = columns.filter((column) => !NEED_BOARDS.some((need) => need === column))
  const lists = NEED_BOARDS.filter((need) => columns.includes(need))
  const loose = useMemo(
    () => ({
      ...room,
      cards: room.cards.filter(({ column }) => !lists.some((list) => list === column)),
    }),
    [room, lists],
  )
  return (
    <div className={styles['scroll']} data-drop="concerns">
      <h2 className={styles['big']}>What could stop us?</h2>
      <Concerns room={room} />
      {lists.length > 0 && <Needs room={room} lists={lists} />}
      {boards.length > 0 && (
        <div className={boardLook['tall']}>
          <Boards room={loose} columns={boards} stepId={step?.id ?? null} />
        </div>
      )}
    </div>
  )
}

function Concerns({ room }: { readonly room: Room }) {
  const { plan, cycle, canEdit } = room
  const concerns = useMemo(() => openConcerns(plan, cycle?.id ?? null), [plan, cycle?.id])
  return (
    <>
      <ul className={styles['rows']} aria-label="Concerns">
        {concerns.map((entry) => (
          <li key={entry.id} className={cards['concern']}>
            <p className={cards['concernText']} dir="auto">
              {entry.text}
            </p>
            <RoomText
              room={room}
              keep={`concern ${entry.id} answer`}
              label="Answer"
              value={entry.answer}
              maxLength={20_000}
              placeholder="What do we do about it?"
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
          isIdea
          onTake={(text) =>
            act('journal.add', {
              type: 'concern',
              text,
              about: cycle ? { kind: 'cycle', id: cycle.id } : null,
            })
          }
        />
      )}
    </>
  )
}

function Needs({
  room,
  lists,
}: {
  readonly room: Room
  readonly lists: readonly (typeof NEED_BOARDS)[number][]
}) {
  const { cycle, index, workshop } = room
  const [chosen, setChosen] = useKeptText(`${workshop.id} tasks go to`)
  const initiatives = cycle
    ? listAt(index.initiativesByCycle, cycle.id).filter(({ state }) => state !== 'dropped')
    : []
  const taskOf = initiatives.find(({ id }) => id === chosen)?.id ?? initiatives[0]?.id ?? null
  return (
    <>
      <div className={needs['whose']}>
        <div>
          <h3 className={styles['head']}>What the change needs</h3>
          {!room.isFinished && (
            <p className={styles['quiet']}>
              Each point becomes an initiative, a task, or is left out.
            </p>
          )}
        </div>
        {initiatives.length > 0 && !room.isFinished && (
          <SelectField
            label="Tasks go to the initiative"
            value={taskOf ?? ''}
            disabled={!room.canEdit}
            onChange={setChosen}
            options={initiatives.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </div>
      <div className={needs['lists']}>
        {lists.map((board) => (
          <NeedChecklist key={board} room={room} board={board} taskOf={taskOf} />
        ))}
      </div>
    </>
  )
}
