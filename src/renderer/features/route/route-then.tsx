import { useMemo, useRef, type CSSProperties } from 'react'
import type { Day } from '#domain/calendar/day.ts'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { laneViews } from './lane-views.ts'
import { FOOT, HEADER } from './map-sizes.ts'
import { useMapWindow } from './map-window.ts'
import type { PlanThen } from './old-roads.tsx'
import { RouteMap } from './route-map.tsx'
import { useRouteModel } from './route-model.ts'
import styles from './route-then.module.css'

export type RouteThenProps = PlanThen & { readonly cycle: Cycle; readonly day: Day }

/** The route of a cycle as it stood on a day: the same map, to look at and to scroll only. */
export function RouteThen({ plan, index, cycle, day }: RouteThenProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const shown = useMapWindow(scroller)
  const views = useMemo(
    () => laneViews({ plan, index, today: day }, cycle),
    [plan, index, day, cycle],
  )
  const model = useRouteModel(cycle, { plan, index }, views, day, shown.width, true)
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      style={
        {
          '--column': `${String(ROUTE.column)}px`,
          height: HEADER + model.layout.height + FOOT / 2,
        } as CSSProperties
      }
      role="region"
      tabIndex={0}
      aria-label={`The route as it stood on ${formatDayWithYear(day)}`}
      data-route-then={day}
    >
      {shown.width > 0 && (
        // Nothing in it can be reached or changed; the same stands below in words.
        <div inert>
          <RouteMap
            model={model}
            shown={shown}
            activeId={null}
            canEdit={false}
            contentRef={content}
            corner="Destinations"
            overlay={null}
            foot={null}
            then={{ plan, index }}
          />
        </div>
      )}
    </div>
  )
}
