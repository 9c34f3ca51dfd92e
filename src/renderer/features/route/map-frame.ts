import { ROUTE } from '#domain/route/route-measures.ts'
import { boxOf } from '#ui/drag/screen-point.ts'
import { HEADER } from './map-sizes.ts'

/** From the screen (in pixels of the layout) to the map and back while something is held. Measured once, at pick-up. */
export type MapFrame = {
  /** A point of the map for a point of the screen. */
  readonly toMap: (x: number, y: number) => { readonly x: number; readonly y: number }
  /** A point of the screen for a point of the map. */
  readonly toScreen: (x: number, y: number) => { readonly x: number; readonly y: number }
  readonly isOverGarage: (y: number) => boolean
  /** Scrolls when the pointer is near an edge of the map. */
  readonly scrollAtEdge: (x: number, y: number) => void
  /** Scrolls as little as needed to show a box of the map. */
  readonly reveal: (box: { x: number; y: number; width: number; height: number }) => void
}

const EDGE_PX = 44
const FASTEST_PX = 22

export function measureFrame(scroller: HTMLElement, garage: HTMLElement | null): MapFrame {
  const rect = boxOf(scroller)
  const garageTop = garage ? boxOf(garage).top : Number.POSITIVE_INFINITY
  let [left, top] = [scroller.scrollLeft, scroller.scrollTop]
  const view = { left: rect.left + ROUTE.column, top: rect.top + HEADER }
  const [maxLeft, maxTop] = [
    scroller.scrollWidth - scroller.clientWidth,
    scroller.scrollHeight - scroller.clientHeight,
  ]
  const right = rect.left + scroller.clientWidth
  const bottom = rect.top + scroller.clientHeight
  const [pullX, pullY] = [edgePull(view.left, right), edgePull(view.top, bottom)]
  const scrollTo = (x: number, y: number) => {
    const next = [Math.max(0, Math.min(maxLeft, x)), Math.max(0, Math.min(maxTop, y))] as const
    if (next[0] === left && next[1] === top) return
    ;[left, top] = next
    scroller.scrollTo({ left, top, behavior: 'instant' })
  }
  return {
    toMap: (x, y) => ({ x: x - view.left + left, y: y - view.top + top }),
    toScreen: (x, y) => ({ x: x + view.left - left, y: y + view.top - top }),
    isOverGarage: (y) => y >= garageTop,
    scrollAtEdge: (x, y) => {
      if (y > bottom + 4 || x < rect.left || x > right + EDGE_PX) return
      scrollTo(left + pullX(x), top + pullY(y))
    },
    reveal: (box) => {
      const [w, h] = [right - view.left, bottom - view.top]
      const into = (scroll: number, from: number, size: number, room: number) =>
        from - 40 < scroll
          ? from - 40
          : from + size + 60 > scroll + room
            ? from + size + 60 - room
            : scroll
      scrollTo(into(left, box.x, Math.min(box.width, w / 2), w), into(top, box.y, box.height, h))
    },
  }
}

/**
 * Speed in pixels a frame for a pointer between two edges, growing towards them; 0 away from them. What is
 * picked up near an edge lies still: only the way from there towards the edge counts.
 */
export function edgePull(from: number, to: number): (at: number) => number {
  let [calmNear, calmFar] = [EDGE_PX, EDGE_PX]
  const speed = (depth: number, calm: number) =>
    Math.min(1, (depth - calm) / Math.max(EDGE_PX / 4, EDGE_PX - calm)) ** 2 * FASTEST_PX
  return (at) => {
    const near = Math.max(0, from + EDGE_PX - at)
    const far = Math.max(0, at - (to - EDGE_PX))
    calmNear = Math.min(calmNear, near)
    calmFar = Math.min(calmFar, far)
    return speed(far, calmFar) - speed(near, calmNear)
  }
}
