import { useMemo } from 'react'
import { daysBetween, type Day } from '#domain/calendar/day.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import type { Id } from '#domain/plan/field.ts'
import { listAt, type PlanIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { shownDays, stackLanes, type RouteLayout } from '#domain/route/route-layout.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import {
  pixelsPerDayFor,
  timeScale,
  xMidDay,
  xOfDay,
  type TimeScale,
} from '#domain/route/time-scale.ts'
import { monthTicks, weekTicks, type Tick } from '#domain/route/time-ticks.ts'
import { isCollapsed, NO_FILTER, useUi, type RouteFilter } from '#store/ui-store.ts'
import { keptLayout } from './lane-cache.ts'
import type { LaneView } from './lane-view.ts'
import { passesFilter, sortLanes } from './route-filter.ts'

/** Everything that is drawn, from data: the map needs nothing else. */
export type RouteModel = {
  readonly cycle: Cycle
  readonly lanes: readonly LaneView[]
  /** All lanes of the cycle, also those that the filter hides. */
  readonly allLanes: readonly LaneView[]
  /** False while lanes below those in view are still worked out (`lanes-in-steps.ts`). */
  readonly isWhole: boolean
  /** About how high the lanes are that are still worked out. */
  readonly restHeight: number
  readonly garage: readonly Initiative[]
  readonly layout: RouteLayout
  readonly scale: TimeScale
  readonly mapWidth: number
  readonly months: readonly Tick[]
  readonly weeks: readonly Tick[]
  readonly weekXs: readonly number[]
  readonly monthXs: readonly number[]
  readonly todayX: number | null
  readonly today: Day
  readonly filter: RouteFilter
}

/** The width that the map has for the cycle at a given width of the view. */
function availableWidth(width: number): number {
  return Math.max(240, width - ROUTE.column - ROUTE.startRoom - ROUTE.endRoom)
}

/**
 * Geometry of the route for a view of `width` pixels. `isPlain` shows the whole cycle without the filter of
 * the route screen.
 */
export function useRouteModel(
  cycle: Cycle,
  { plan, index }: { readonly plan: Plan; readonly index: PlanIndex },
  allLanes: readonly LaneView[],
  today: Day,
  width: number,
  isPlain = false,
): RouteModel {
  const zoom = useUi((state) => (isPlain ? 'cycle' : state.zoom))
  const filter = useUi((state) => (isPlain ? NO_FILTER : state.filter))
  const sort = useUi((state) => state.sort)
  const collapsedAll = useUi((state) => state.collapsedAll)
  const collapseExceptions = useUi((state) => state.collapseExceptions)

  const lanes = useMemo(
    () =>
      sortLanes(
        allLanes.filter((lane) => passesFilter(lane, filter)),
        sort,
      ),
    [allLanes, filter, sort],
  )
  const { startOn, endOn } = cycle
  const objectives = listAt(index.objectivesByCycle, cycle.id)
  const { keyResultsByObjective } = index
  const { initiative: initiatives } = plan
  const shown = useMemo(() => {
    const checkpoints = objectives.flatMap(({ id }) => listAt(keyResultsByObjective, id))
    const ids = new Set(checkpoints.map(({ id }) => id))
    // Straight from the plan: to ask for the lanes below those in view would sort them before they are seen.
    const bars = [...initiatives.values()].filter(({ serves }) =>
      serves.some(({ keyResultId }) => ids.has(keyResultId)),
    )
    return shownDays(startOn, endOn, { checkpoints, bars })
  }, [startOn, endOn, objectives, keyResultsByObjective, initiatives])
  const [firstDay, lastDay] = [shown.startOn, shown.endOn]
  const scale = useMemo(() => {
    const days = daysBetween(startOn, endOn) + 1
    const perDay = pixelsPerDayFor(zoom, availableWidth(width), days)
    return timeScale(firstDay, lastDay, perDay, ROUTE.startRoom)
  }, [startOn, endOn, firstDay, lastDay, zoom, width])
  const ticks = useMemo(() => {
    const [months, weeks] = [monthTicks(scale), weekTicks(scale)]
    return {
      months,
      weeks,
      monthXs: months.map((month) => month.x),
      weekXs: weeks.slice(1).map((week) => week.x),
    }
  }, [scale])
  const layout = useMemo(
    () =>
      stackLanes(
        lanes.map((lane) =>
          keptLayout(
            lane.input,
            scale,
            isCollapsed({ collapsedAll, collapseExceptions }, lane.objective.id),
          ),
        ),
      ),
    [lanes, scale, collapsedAll, collapseExceptions],
  )
  const rest = objectives.length - allLanes.length
  const isTodayShown = today >= firstDay && today <= lastDay
  return {
    cycle,
    lanes,
    allLanes,
    isWhole: rest <= 0,
    restHeight: rest <= 0 ? 0 : (layout.height / Math.max(1, lanes.length)) * rest,
    garage: listAt(index.garageByCycle, cycle.id),
    layout,
    scale,
    mapWidth: Math.ceil(scale.endX + ROUTE.endRoom),
    ...ticks,
    todayX: isTodayShown ? Math.round(xMidDay(scale, today)) : null,
    today,
    filter,
  }
}

/** Where the map should be scrolled to so that a day stands in the middle of `width` pixels. */
export function scrollLeftFor(model: Pick<RouteModel, 'scale'>, day: Day, width: number): number {
  return Math.max(0, xOfDay(model.scale, day) - (width - ROUTE.column) / 2)
}

/** The lane that holds a thing, by its id. */
export function laneIndexOf(model: Pick<RouteModel, 'lanes'>, id: Id): number {
  return model.lanes.findIndex(
    (lane) => lane.objective.id === id || lane.checkpoints.has(id) || lane.bars.has(id),
  )
}
