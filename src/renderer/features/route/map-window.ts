import { useLayoutEffect, useState, type RefObject } from 'react'

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

const START: MapWindow = { width: 0, height: 0, fromX: 0, toX: 0, fromY: 0, toY: 0 }

function windowOf(scroller: HTMLElement): MapWindow {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller
  const down = (v: number, tile: number) => Math.floor(v / tile) * tile
  const up = (v: number, tile: number) => Math.ceil(v / tile) * tile
  return {
    width: clientWidth,
    height: clientHeight,
    fromX: down(scrollLeft - AHEAD_X, TILE_X),
    toX: up(scrollLeft + clientWidth + AHEAD_X, TILE_X),
    fromY: down(scrollTop - AHEAD_Y, TILE_Y),
    toY: up(scrollTop + clientHeight + AHEAD_Y, TILE_Y),
  }
}

function isSame(a: MapWindow, b: MapWindow): boolean {
  return (Object.keys(a) as (keyof MapWindow)[]).every((key) => a[key] === b[key])
}

/** Follows size and scroll of the map. Sizes are read when they change, never while something is dragged. */
export function useMapWindow(scroller: RefObject<HTMLElement | null>): MapWindow {
  const [shown, setShown] = useState(START)
  // A layout effect that looks at once: the first frame already shows the map, not an empty sheet.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      element.toggleAttribute('data-scrolled', element.scrollLeft > 0)
      const next = windowOf(element)
      setShown((before) => (isSame(before, next) ? before : next))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return shown
}
