import { startTransition, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** What of the map is in view, in coarse steps so that scrolling renders only now and then. */
export type MapWindow = {
  readonly width: number
  readonly height: number
  readonly fromX: number
  readonly toX: number
  readonly fromY: number
  readonly toY: number
}

const TILE_X = 320
const TILE_Y = 120
/** Mounted beyond the edges, so that a fast scroll does not show bare paper. */
const AHEAD_X = 200
const AHEAD_Y = 160
/**
 * The same on the side that is scrolled to: what comes is mounted between two frames, a little later, but sooner than
 * the browser draws ahead, for it would draw what it has drawn once more.
 */
const COMING_Y = 1440

const START: MapWindow = { width: 0, height: 0, fromX: 0, toX: 0, fromY: 0, toY: 0 }

/** `direction` says where the map is scrolled to: 1 down, -1 up, 0 nowhere. */
function windowOf(scroller: HTMLElement, direction: number): MapWindow {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller
  const down = (v: number, tile: number) => Math.floor(v / tile) * tile
  const up = (v: number, tile: number) => Math.ceil(v / tile) * tile
  return {
    width: clientWidth,
    height: clientHeight,
    fromX: down(scrollLeft - AHEAD_X, TILE_X),
    toX: up(scrollLeft + clientWidth + AHEAD_X, TILE_X),
    fromY: down(scrollTop - (direction < 0 ? COMING_Y : AHEAD_Y), TILE_Y),
    toY: up(scrollTop + clientHeight + (direction > 0 ? COMING_Y : AHEAD_Y), TILE_Y),
  }
}

/** Whether everything in view is mounted. */
function covers({ fromX, toX, fromY, toY }: MapWindow, scroller: HTMLElement): boolean {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller
  return (
    fromX <= scrollLeft &&
    fromY <= scrollTop &&
    toX >= scrollLeft + clientWidth &&
    toY >= scrollTop + clientHeight
  )
}

function isSame(a: MapWindow, b: MapWindow): boolean {
  return (Object.keys(a) as (keyof MapWindow)[]).every((key) => a[key] === b[key])
}

/** Follows size and scroll of the map. Sizes are read when they change, never while something is dragged. */
export function useMapWindow(scroller: RefObject<HTMLElement | null>): MapWindow {
  const [shown, setShown] = useState(START)
  const mounted = useRef(shown)
  useLayoutEffect(() => {
    mounted.current = shown
  }, [shown])
  // A layout effect that looks at once: the first frame already shows the map, not an empty sheet.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const show = (direction: number) => {
      const next = windowOf(element, direction)
      setShown((before) => (isSame(before, next) ? before : next))
    }
    const look = () => {
      show(0)
    }
    let { scrollTop } = element
    const follow = () => {
      element.toggleAttribute('data-scrolled', element.scrollLeft > 0)
      const direction = Math.sign(element.scrollTop - scrollTop)
      scrollTop = element.scrollTop
      // In slices between the frames: a scroll never waits for what it will show next. A jump does, or it
      // would show bare paper.
      if (covers(mounted.current, element))
        startTransition(() => {
          show(direction)
        })
      else show(direction)
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller])
  return shown
}
