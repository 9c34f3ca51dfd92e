import { formatDay } from '#domain/calendar/day-format.ts'
import { classNames } from '#ui/class-names.ts'
import { Button } from '#ui/button.tsx'
import type { Room } from './room-data.ts'
import { act, useRoom } from './room-store.ts'
import head from './objective-head.module.css'
import styles from './stages.module.css'

/** The objective in large letters with its why; others of the cycle are one click away. */
export function ObjectiveHead({
  room,
  low = false,
}: {
  readonly room: Room
  /** On a low screen the title keeps to one line. */
  readonly low?: boolean
}) {
  const { objective, objectives, workshop, cycle, canEdit, isFinished } = room
  if (!objective)
    return <p className={styles['lead']}>No objective yet: pick the destination first.</p>
  const at = objectives.indexOf(objective)
  const next = objectives[(at + 1) % objectives.length]
  const why = objective.why.trim()
  return (
    <div className={head['headRow']} data-low={low || undefined}>
      <div className={head['headText']}>
        <h2 className={classNames(styles['big'], head['title'])} dir="auto" title={objective.title}>
          {objective.title}
        </h2>
        <p className={head['sub']} dir="auto">
          {why === '' ? '' : `${why} · `}
          {cycle ? `by ${formatDay(cycle.endOn)}` : ''}
        </p>
      </div>
      {objectives.length > 1 && next && (
        <Button
          disabled={!canEdit && !isFinished}
          onClick={() => {
            if (isFinished) useRoom.setState({ readObjectiveId: next.id })
            else act('workshop.update', { id: workshop.id, changes: { objectiveId: next.id } })
          }}
        >
          Objective {at + 1} of {objectives.length} →
        </Button>
      )}
    </div>
  )
}
