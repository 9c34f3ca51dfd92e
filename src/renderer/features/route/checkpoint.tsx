import { Check } from 'lucide-react'
import { memo } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { Disc } from '#domain/route/lane-layout.ts'
import type { PlacedLabel } from '#domain/route/label-placing.ts'
import { statusWord } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import { whyOf } from '#ui/why-tips.tsx'
import type { CheckpointView } from './lane-view.ts'
import { lookOf } from './status-look.ts'
import styles from './checkpoint.module.css'

type CheckpointProps = {
  readonly view: CheckpointView
  readonly disc: Disc
  /** More key results on the same spot. */
  readonly stacked: number
  readonly isSmall: boolean
  readonly isSelected: boolean
  readonly isActive: boolean
}

/** A key result: a disc on the road with its ring of progress. */
export const Checkpoint = memo(function Checkpoint({
  view,
  disc,
  stacked,
  isSmall,
  isSelected,
  isActive,
}: CheckpointProps) {
  const { keyResult, share, status, isReached } = view
  const isDropped = keyResult.state !== 'active'
  const percent = share === null ? '–' : `${String(shownPercent(share))}%`
  return (
    <div
      className={classNames(
        styles['disc'],
        styles[lookOf(status)],
        isSmall && styles['small'],
        isReached && styles['reached'],
        isSelected && styles['selected'],
        isDropped && styles['dropped'],
      )}
      style={{ left: disc.x, top: disc.y, '--share': share ?? 0 } as React.CSSProperties}
      role="button"
      tabIndex={isActive ? 0 : -1}
      data-kind="keyResult"
      data-id={keyResult.id}
      aria-pressed={isSelected}
      aria-roledescription="key result"
      aria-label={nameOf(view)}
      {...whyOf('keyResult', keyResult.id)}
    >
      {stacked > 0 ? (
        <span className={styles['count']}>{stacked + 1}</span>
      ) : isReached ? (
        <Check size={isSmall ? 12 : 17} strokeWidth={3.2} aria-hidden />
      ) : isSmall ? null : (
        percent
      )}
    </div>
  )
})

type LabelProps = {
  readonly view: CheckpointView
  readonly place: PlacedLabel
  readonly isSelected: boolean
}

/** The label over a checkpoint: title and "from → to". */
export const CheckpointLabel = memo(function CheckpointLabel({
  view,
  place,
  isSelected,
}: LabelProps) {
  const { keyResult, label } = view
  return (
    <div
      className={classNames(
        styles['label'],
        isSelected && styles['chosen'],
        keyResult.state !== 'active' && styles['dropped'],
      )}
      style={{ left: place.x, top: place.y, width: place.width }}
      data-kind="keyResult"
      data-label=""
      data-id={keyResult.id}
      {...whyOf('keyResult', keyResult.id)}
      aria-hidden
    >
      <span className={styles['title']} dir="auto">
        {label.title}
      </span>
      {label.measure !== '' && <span className={styles['measure']}>{label.measure}</span>}
    </div>
  )
})

/** Whole percent, never 100 before it is all done. */
function shownPercent(share: number): number {
  const percent = Math.round(share * 100)
  return percent === 100 && share < 1 ? 99 : percent
}

function nameOf({ keyResult, measure, share, status, isReached }: CheckpointView): string {
  const parts = [
    keyResult.title,
    measure,
    isReached
      ? 'reached'
      : share === null
        ? 'not measured yet'
        : `${String(shownPercent(share))} % of the way`,
    `due ${formatDay(keyResult.dueOn)}`,
    isReached ? '' : statusWord(status),
    keyResult.state === 'active' ? '' : keyResult.state,
  ]
  return parts.filter(Boolean).join(', ')
}
