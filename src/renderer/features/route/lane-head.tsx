import { ChevronDown, ChevronRight, GripVertical, Plus } from 'lucide-react'
import { memo } from 'react'
import { toggleLane } from '#store/ui-store.ts'
import { classNames } from '#ui/class-names.ts'
import { whyOf } from '#ui/why-tips.tsx'
import { startAdding } from './adding.ts'
import { ConfidenceDashes } from './confidence-dashes.tsx'
import type { LaneView } from './lane-view.ts'
import { ProgressRing } from './progress-ring.tsx'
import { lookOf } from './status-look.ts'
import styles from './lane-head.module.css'

type LaneHeadProps = {
  readonly view: LaneView
  readonly isCollapsed: boolean
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly canEdit: boolean
}

/** The fixed left end of a lane: the objective, how far it is and how it stands. */
export const LaneHead = memo(function LaneHead({
  view,
  isCollapsed,
  isSelected,
  isActive,
  canEdit,
}: LaneHeadProps) {
  const { objective, owner, progress, confidence, statusWords } = view
  const { id, title } = objective
  const status = (
    <p className={classNames(styles['status'], styles[lookOf(view.status)])}>
      {isCollapsed ? view.statusShort : statusWords}
      {isCollapsed && confidence !== null && ` · confidence ${String(confidence)}`}
    </p>
  )
  const add = () => {
    startAdding({ type: 'keyResult', objectiveId: id, dueOn: null })
  }
  const Chevron = isCollapsed ? ChevronRight : ChevronDown
  return (
    <div className={classNames(styles['head'], isCollapsed && styles['collapsed'])}>
      <div
        className={classNames(styles['body'], isSelected && styles['selected'])}
        role="button"
        tabIndex={isActive ? 0 : -1}
        data-kind="objective"
        data-id={id}
        aria-pressed={isSelected}
        aria-roledescription="objective"
        aria-label={nameOf(view)}
        {...whyOf('objective', id)}
      >
        <ProgressRing share={progress} size={isCollapsed ? 32 : 44} isPlain={isCollapsed} />
        <div className={styles['words']}>
          <h3 className={styles['title']} dir="auto">
            {title}
          </h3>
          {isCollapsed ? (
            status
          ) : (
            <p className={styles['about']}>
              <bdi className={styles['owner']}>{owner?.name ?? 'No owner'}</bdi>
              <span>&nbsp;· {objective.type}</span>
            </p>
          )}
        </div>
      </div>
      {!isCollapsed && (
        <div className={styles['more']} {...whyOf('objective', id)}>
          <p className={styles['confidence']}>
            {confidence === null ? 'No confidence yet' : `Confidence ${String(confidence)}/10`}
          </p>
          <ConfidenceDashes value={confidence} />
          {canEdit && view.checkpoints.size === 0 ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles['first']}
              aria-label={`${statusWords}: add one to ${title}`}
              onClick={add}
            >
              <Plus size={13} aria-hidden /> {statusWords}: add one
            </button>
          ) : (
            status
          )}
        </div>
      )}
      <div className={styles['tools']}>
        <button
          type="button"
          tabIndex={-1}
          className={styles['tool']}
          aria-label={isCollapsed ? `Expand ${title}` : `Collapse ${title}`}
          aria-expanded={!isCollapsed}
          title={isCollapsed ? 'Expand this lane' : 'Collapse this lane'}
          onClick={() => {
            toggleLane(id)
          }}
        >
          <Chevron size={14} aria-hidden />
        </button>
        {canEdit && (
          <>
            <button
              type="button"
              tabIndex={-1}
              className={styles['tool']}
              aria-label={`New key result of ${title}`}
              title="New key result. New initiatives: double-click under the road."
              onClick={add}
            >
              <Plus size={14} aria-hidden />
            </button>
            <span
              className={classNames(styles['tool'], styles['grip'])}
              data-grip={id}
              title="Drag to put this objective elsewhere"
            >
              <GripVertical size={14} aria-hidden />
            </span>
          </>
        )}
      </div>
    </div>
  )
})

function nameOf({ objective, owner, progress, confidence, statusWords }: LaneView): string {
  return [
    objective.title,
    progress === null ? 'not measured yet' : `${String(Math.round(progress * 100))} % of the way`,
    owner?.name ?? 'no owner',
    objective.type,
    confidence === null ? '' : `confidence ${String(confidence)} of 10`,
    statusWords,
  ]
    .filter(Boolean)
    .join(', ')
}
