import { useEffect, useRef, type RefObject } from 'react'
import { ROUTE } from '#domain/route/route-measures.ts'
import { routeJumps, type RouteJump } from '#store/ui-store.ts'
import { HEADER } from './map-sizes.ts'
import { laneIndexOf, scrollLeftFor, type RouteModel } from './route-model.ts'
import { followFocus } from './roving.ts'
import { showToday } from './show-today.ts'

/** Listens to other rooms that ask for a day or a thing to be shown, and scrolls there. */
export function useRouteJumps(scroller: RefObject<HTMLElement | null>, model: RouteModel): void {
  const latest = useRef(model)
  const waiting = useRef<RouteJump | null>(null)
  useEffect(() => {
    latest.current = model
  })
  useEffect(() => {
    const jump = (event: Event) => {
      const element = scroller.current
      if (!element) return
      const { day, ref } = (event as CustomEvent<RouteJump>).detail
      const { current } = latest
      if (day !== null && day === current.today) showToday(element, current)
      else if (day !== null)
        element.scrollTo({ left: scrollLeftFor(current, day, element.clientWidth) })
      if (day === null && ref === null) element.scrollTo({ left: 0, top: 0 })
      if (ref === null) return
      const index = laneIndexOf(current, ref.id)
      waiting.current = index < 0 && !current.isWhole ? { day, ref } : null
      const lane = current.layout.lanes[index]
      if (lane) {
        const top = current.layout.tops[index] ?? 0
        const mark =
          lane.bars.find(({ id }) => id === ref.id) ??
          lane.discs.find(({ ids }) => ids.includes(ref.id))
        const room = (element.clientHeight - HEADER) / 2
        const left = (mark?.x ?? 0) - (element.clientWidth - ROUTE.column) / 2
        element.scrollTo({
          top: Math.max(0, top + (mark?.y ?? 60) - room),
          left: Math.max(0, left),
        })
      }
      followFocus(ref.id)
    }
    routeJumps.addEventListener('jump', jump)
    return () => {
      routeJumps.removeEventListener('jump', jump)
    }
  }, [scroller])
  const { isWhole } = model
  useEffect(() => {
    if (isWhole && waiting.current)
      routeJumps.dispatchEvent(new CustomEvent('jump', { detail: waiting.current }))
  }, [isWhole])
}
