import { useMemo, type ReactNode, type RefObject } from 'react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { Id } from '#domain/plan/field.ts'
import { visibleLanes } from '#domain/route/route-layout.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { dayTicks } from '#domain/route/time-ticks.ts'
import { useUi } from '#store/ui-store.ts'
import { CrossingCurves } from './crossing-curves.tsx'
import { Lane } from './lane.tsx'
import { FOOT, HEADER } from './map-sizes.ts'
import { MapHeader } from './map-header.tsx'
import type { MapWindow } from './map-window.ts'
import { OldRoads, type PlanThen } from './old-roads.tsx'
import { laneIndexOf, type RouteModel } from './route-model.ts'
import styles from './route-map.module.css'

type RouteMapProps = {
  readonly model: RouteModel
  readonly shown: MapWindow
  readonly activeId: Id | null
  readonly canEdit: boolean
  readonly corner: ReactNode
  /** Things that the hand draws over the map: landing place, lasso, fields for new things. */
  readonly overlay: ReactNode
  /** Below the last lane. */
  readonly foot: ReactNode
  readonly contentRef: RefObject<HTMLDivElement | null>
  /** The plan that is drawn when it is not the one of today. */
  readonly then?: PlanThen
}

/** A day needs this much room for its number in the header. */
const DAY_NUMBERS_FROM_PX = 22

/** The map: time above, objectives on the left, and only what is in view of all the rest. */
export function RouteMap({
  model,
  shown,
  activeId,
  canEdit,
  corner,
  overlay,
  foot,
  contentRef,
  then,
}: RouteMapProps) {
  const { layout, lanes, scale, mapWidth, todayX } = model
  const footTop = layout.height + model.restHeight
  const selected = useSelectionByLane(model)
  const { first, last } = visibleLanes(layout, shown.fromY - HEADER, shown.toY - HEADER)
  const indexes = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const activeLane = activeId === null ? -1 : laneIndexOf(model, activeId)
  if (activeLane >= 0 && (activeLane < first || activeLane > last)) indexes.push(activeLane)
  const hasDays = scale.pixelsPerDay >= DAY_NUMBERS_FROM_PX
  const days = useMemo(
    () => (hasDays ? dayTicks(scale, shown.fromX - ROUTE.column, shown.toX) : []),
    [hasDays, scale, shown.fromX, shown.toX],
  )
  return (
    <>
      <MapHeader
        width={mapWidth}
        months={model.months}
        weeks={model.weeks}
        days={days}
        todayX={todayX}
        {...(then ? { todayWord: formatDay(model.today) } : {})}
        corner={corner}
      />
      <div
        ref={contentRef}
        className={styles['content']}
        style={{ width: ROUTE.column + mapWidth, height: footTop + FOOT }}
      >
        <div className={styles['sheet']}>
          {indexes.map((i) => {
            const [view, lane] = [lanes[i], layout.lanes[i]]
            if (!view || !lane) return null
            const top = layout.tops[i] ?? 0
            const clip = (y: number) =>
              Math.min(Math.max(y - HEADER - top, -TILE), tileUp(lane.height))
            return (
              <Lane
                key={view.objective.id}
                view={view}
                layout={lane}
                top={top}
                width={mapWidth}
                weekXs={model.weekXs}
                monthXs={model.monthXs}
                fromX={shown.fromX - ROUTE.column}
                toX={shown.toX}
                fromY={tileDown(clip(shown.fromY))}
                toY={tileUp(clip(shown.toY))}
                selected={selected.get(view.objective.id) ?? ''}
                activeId={i === activeLane ? activeId : null}
                canEdit={canEdit}
                filter={model.filter}
              />
            )
          })}
          <CrossingCurves lanes={lanes} layout={layout} first={first} last={last} />
          <OldRoads model={model} indexes={indexes} then={then} />
          {todayX !== null && lanes.length > 0 && (
            <div className={styles['today']} style={{ left: ROUTE.column + todayX }} aria-hidden />
          )}
          <div className={styles['foot']} style={{ top: footTop }}>
            {foot}
          </div>
          {overlay}
        </div>
      </div>
    </>
  )
}

const TILE = 120
const tileDown = (y: number) => Math.floor(y / TILE) * TILE
const tileUp = (y: number) => Math.ceil(y / TILE) * TILE

/** The selected ids of each lane as one text, so that lanes without any never render for a selection. */
function useSelectionByLane(model: RouteModel): ReadonlyMap<Id, string> {
  const selection = useUi((state) => state.selection)
  return useMemo(() => {
    const byLane = new Map<Id, string>()
    for (const { id } of selection) {
      const lane = model.lanes[laneIndexOf(model, id)]
      if (!lane) continue
      const known = byLane.get(lane.objective.id)
      byLane.set(lane.objective.id, known === undefined ? id : `${known} ${id}`)
    }
    return byLane
  }, [selection, model])
}
