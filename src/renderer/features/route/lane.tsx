import { memo, useMemo } from 'react'
import type { Id } from '#domain/plan/field.ts'
import type { LaneLayout } from '#domain/route/lane-layout.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import type { RouteFilter } from '#store/ui-store.ts'
import { classNames } from '#ui/class-names.ts'
import { BarBands } from './bar-bands.tsx'
import { Cars } from './car.tsx'
import { Checkpoint, CheckpointLabel } from './checkpoint.tsx'
import { LaneHead } from './lane-head.tsx'
import { LaneRoad } from './lane-road.tsx'
import type { LaneView } from './lane-view.ts'
import { fadedBars } from './route-filter.ts'
import styles from './lane.module.css'

export type LaneProps = {
  readonly view: LaneView
  readonly layout: LaneLayout
  readonly top: number
  readonly width: number
  readonly weekXs: readonly number[]
  readonly monthXs: readonly number[]
  /** The window in which things are mounted, from the lane's own corner, in coarse steps. */
  readonly fromX: number
  readonly toX: number
  readonly fromY: number
  readonly toY: number
  /** Ids of what is selected in this lane, joined by spaces: a text keeps a lane from rendering for others. */
  readonly selected: string
  /** What Tab reaches, when it is in this lane; it stays mounted wherever the map scrolls. */
  readonly activeId: Id | null
  readonly canEdit: boolean
  readonly filter: RouteFilter
}

/** One objective: its head, its road and what stands on it. Renders when something in it changes. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { view, layout, top, width, selected, activeId, canEdit } = props
  const { objective } = view
  const isDropped = objective.state === 'dropped'
  const chosen = useMemo(() => new Set(selected.split(' ')), [selected])
  return (
    <section
      className={classNames(styles['lane'], isDropped && styles['dropped'])}
      style={{ top, height: layout.height, width: ROUTE.column + width }}
      data-lane={objective.id}
      data-hue={objective.hue}
      aria-label={objective.title}
    >
      <LaneHead
        view={view}
        isCollapsed={layout.isCollapsed}
        isSelected={chosen.has(objective.id)}
        isActive={activeId === objective.id}
        canEdit={canEdit}
      />
      <div className={styles['map']}>
        <LaneRoad
          view={view}
          layout={layout}
          width={width}
          weekXs={props.weekXs}
          monthXs={props.monthXs}
        />
        <LaneMarks {...props} chosen={chosen} />
      </div>
    </section>
  )
})

function LaneMarks({
  view,
  layout,
  chosen,
  activeId,
  fromX,
  toX,
  fromY,
  toY,
  filter,
}: LaneProps & { readonly chosen: ReadonlySet<Id> }) {
  const faded = useMemo(() => fadedBars(view, filter), [view, filter])
  const shows = (x: number, to: number) => to >= fromX && x <= toX
  return (
    <>
      <BarBands
        view={view}
        layout={layout}
        chosen={chosen}
        faded={faded}
        activeId={activeId}
        fromX={fromX}
        toX={toX}
        fromY={fromY}
        toY={toY}
      />
      {layout.labels.map((place) => {
        const checkpoint = view.checkpoints.get(place.id)
        if (!checkpoint || !shows(place.x, place.x + place.width)) return null
        return (
          <CheckpointLabel
            key={place.id}
            view={checkpoint}
            place={place}
            isSelected={chosen.has(place.id)}
          />
        )
      })}
      {layout.discs.map((disc) => {
        const id = disc.ids.at(-1) ?? ''
        const checkpoint = view.checkpoints.get(id)
        const isActive = activeId !== null && disc.ids.includes(activeId)
        if (!checkpoint || (!shows(disc.x - 20, disc.x + 20) && !isActive)) return null
        return (
          <Checkpoint
            key={id}
            view={checkpoint}
            disc={disc}
            stacked={disc.ids.length - 1}
            isSmall={layout.isCollapsed}
            isSelected={disc.ids.some((each) => chosen.has(each))}
            isActive={isActive}
          />
        )
      })}
      <Cars layout={layout} />
    </>
  )
}
