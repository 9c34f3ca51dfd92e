import type { JourneyLayout } from './journey-layout.ts'

/** How far, in multiples of the font, a hand may be beside a leg and still mean it. */
const REACH = 7

/**
 * The leg at a place of the drawing: inside the room of its cards, else the one whose checkpoint, label or
 * room is nearest. Null when the place is far from every leg.
 */
export function legAt(layout: JourneyLayout, x: number, y: number): string | null {
  let best: { readonly id: string; readonly distance: number } | null = null
  for (const stop of layout.stops) {
    const { zone, centre } = stop
    const left = zone.x
    const right = zone.x + zone.width
    const top = Math.min(stop.label.y, centre.y - layout.discRadius)
    const bottom = Math.max(zone.y + zone.height, centre.y + layout.discRadius)
    const dx = Math.max(left - x, 0, x - right)
    const dy = Math.max(top - y, 0, y - bottom)
    const distance = Math.hypot(dx, dy)
    if (best === null || distance < best.distance) best = { id: stop.id, distance }
  }
  return best && best.distance <= REACH * layout.fontPx ? best.id : null
}
