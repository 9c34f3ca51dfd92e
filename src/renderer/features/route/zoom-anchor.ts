import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Id } from '#domain/plan/field.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import type { TimeScale } from '#domain/route/time-scale.ts'
import { useUi, type Zoom } from '#store/ui-store.ts'
import type { RouteModel } from './route-model.ts'

type Drawn = Pick<RouteModel, 'layout' | 'scale' | 'todayX'>

/** Where the middle of a thing stands on the map; null for what is not on it. */
function xOfThing({ layout }: Pick<Drawn, 'layout'>, id: Id): number | null {
  for (const { bars, discs } of layout.lanes) {
    const bar = bars.find((each) => each.id === id)
    if (bar) return bar.x + bar.width / 2
    const disc = discs.find(({ ids }) => ids.includes(id))
    if (disc) return disc.x
  }
  return null
}

/**
 * What a new zoom keeps in sight, as an x of the map: the selected thing where it is in view, else today
 * where it is, else what stands in the middle. `view` is the width of the map without its column.
 */
export function anchorX(drawn: Drawn, selected: Id | null, left: number, view: number): number {
  const isInView = (x: number | null): x is number => x !== null && x >= left && x <= left + view
  const thing = selected === null ? null : xOfThing(drawn, selected)
  if (isInView(thing)) return thing
  return isInView(drawn.todayX) ? drawn.todayX : left + view / 2
}

/** The same moment on another scale. */
export function movedX(x: number, from: TimeScale, to: TimeScale): number {
  const days = (x - from.originX) / from.pixelsPerDay + from.startNumber - to.startNumber
  return to.originX + days * to.pixelsPerDay
}

/**
 * Keeps what a person looks at in sight while the scale of the map changes: by a zoom, a window of another
 * width, or a thing that was moved out of the days shown so far.
 */
export function useZoomAnchor(
  scroller: RefObject<HTMLElement | null>,
  model: RouteModel,
  width: number,
): void {
  const zoom = useUi((state) => state.zoom)
  const before = useRef<{ model: RouteModel; zoom: Zoom; width: number } | null>(null)
  // As it was scrolled last: a map that has become narrower is pushed back before anyone can ask.
  const left = useRef(0)
  useEffect(() => {
    const element = scroller.current
    const follow = () => {
      left.current = element?.scrollLeft ?? 0
    }
    element?.addEventListener('scroll', follow, { passive: true })
    return () => {
      element?.removeEventListener('scroll', follow)
    }
  }, [scroller])
  useLayoutEffect(() => {
    const element = scroller.current
    const was = before.current
    before.current = { model, zoom, width }
    if (!element || !was || was.width === 0 || was.model.scale === model.scale) return
    if (zoom === 'cycle') return
    const view = was.width - ROUTE.column
    const isZoom = was.zoom !== zoom
    const selected = isZoom ? (useUi.getState().selection[0]?.id ?? null) : null
    const x = isZoom ? anchorX(was.model, selected, left.current, view) : left.current + view / 2
    const middle = movedX(x, was.model.scale, model.scale)
    element.scrollTo({ left: middle - (width - ROUTE.column) / 2 })
    left.current = element.scrollLeft
  }, [scroller, model, zoom, width])
}
