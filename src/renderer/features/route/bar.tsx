import { memo, type CSSProperties } from 'react'
import { formatSpan } from '#domain/calendar/day-format.ts'
import { counted } from '#domain/plan/title-quote.ts'
import type { PlacedBar } from '#domain/route/lane-layout.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { classNames } from '#ui/class-names.ts'
import { whyOf } from '#ui/why-tips.tsx'
import { labelTextWidth, MEASURED_LENGTH } from './measure-text.ts'
import type { BarView } from './lane-view.ts'
import { stateWord } from './status-look.ts'
import styles from './bar.module.css'

type BarProps = {
  readonly view: BarView
  readonly place: PlacedBar
  /** From the top of what holds it. */
  readonly top: number
  readonly isSelected: boolean
  /** The one that Tab reaches (roving tabindex). */
  readonly isActive: boolean
  /** The filter means others of its lane. */
  readonly isFaded: boolean
}

/** From this width on a bar has room for its owner's initials. */
const OWNER_FROM_PX = 64
/** A title beside its bar stands this far from it. */
const TITLE_BESIDE_PX = 6
/** A title is set a little larger than a label. */
const TITLE_TO_LABEL = 12 / 11.5
/** From this width on a bar can reach under the column: its title then stays in view. */
const TITLE_STICKS_FROM_PX = 360

/** One initiative on the map. Its element is moved by the hand, never by rendering. */
export const Bar = memo(function Bar({
  view,
  place,
  top,
  isSelected,
  isActive,
  isFaded,
}: BarProps) {
  const { initiative, owner, share } = view
  const isNarrow = place.titleRoom > 0
  const showsOwner = owner !== null && place.width >= OWNER_FROM_PX
  const others = (showsOwner ? 22 : 0) + (view.elsewhere > 0 ? 24 : 0) + (view.isFlat ? 14 : 0)
  const room = isNarrow ? place.titleRoom - TITLE_BESIDE_PX - 4 : place.width - 17 - others
  const { title } = initiative
  const width = title.length > MEASURED_LENGTH ? Infinity : (labelTextWidth(title) ?? Infinity)
  const fits = width * TITLE_TO_LABEL <= room
  return (
    <div
      className={classNames(
        styles['bar'],
        styles[initiative.state],
        isSelected && styles['selected'],
        !place.hasDates && styles['undated'],
        view.isLate && styles['late'],
        isFaded && !isSelected && styles['faded'],
        isNarrow && styles['narrow'],
        isNarrow && place.titleX < place.x && styles['before'],
        place.width >= TITLE_STICKS_FROM_PX && styles['long'],
      )}
      style={
        {
          // Puts it where it belongs and gives back the room that it takes among the others.
          margin: `${String(top)}px 0 ${String(-top - ROUTE.bar.height)}px ${String(place.x)}px`,
          width: place.width,
          '--done': `${String(share * 100)}%`,
        } as CSSProperties
      }
      role="button"
      tabIndex={isActive ? 0 : -1}
      data-kind="initiative"
      data-id={initiative.id}
      aria-label={nameOf(view, place)}
      aria-pressed={isSelected}
      aria-roledescription="initiative"
      {...whyOf('initiative', initiative.id)}
    >
      <span
        className={classNames(styles['title'], fits && styles['fits'])}
        dir="auto"
        style={isNarrow ? { maxWidth: place.titleRoom - TITLE_BESIDE_PX } : undefined}
      >
        {view.isFlat && <span className={styles['flat']}>≈ </span>}
        {initiative.title}
      </span>
      {view.elsewhere > 0 && !isNarrow && (
        <span
          className={styles['elsewhere']}
          title="Serves key results of other objectives as well"
        >
          +{view.elsewhere}
        </span>
      )}
      {showsOwner && (
        <span className={styles['owner']} data-hue={owner.hue} title={owner.name}>
          {[...owner.initials].slice(0, 2).join('')}
        </span>
      )}
    </div>
  )
})

function datesOf(place: PlacedBar): string {
  return place.hasDates ? formatSpan(place.startOn, place.dueOn) : 'no dates yet'
}

/** What a screen reader says about a bar. */
function nameOf(
  { initiative, owner, isLate, isFlat, share, elsewhere }: BarView,
  place: PlacedBar,
): string {
  const parts = [
    initiative.title,
    datesOf(place),
    stateWord(initiative.state),
    share > 0 && share < 1 ? `${String(Math.round(share * 100))} % of the work` : '',
    owner?.name ?? 'no owner',
    isLate ? 'late' : '',
    isFlat ? 'work done, number flat' : '',
    elsewhere > 0 ? `also serves ${counted(elsewhere, 'key result')} on other roads` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
