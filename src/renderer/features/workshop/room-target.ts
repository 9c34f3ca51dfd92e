import type { Id } from '#domain/plan/field.ts'
import { boxOf } from '#ui/drag/screen-point.ts'
import type { Room } from './room-data.ts'
import { wordsFor } from './room-drop.ts'
import type { Held } from './room-store.ts'

/** Finds the leg under a point of the journey, in its own pixels. */
type LegFinder = (x: number, y: number) => Id | null
let findLeg: LegFinder | null = null

/** The journey says how its legs are found; null when it leaves the screen. */
export function offerLegs(finder: LegFinder | null): void {
  findLeg = finder
}

/** A place that would take what is held, with the element that shows it. */
export type Target = {
  readonly drop: string
  readonly element: Element
  /** What letting go would do. */
  readonly words: string
  /** The card goes before or after the one that is marked. */
  readonly edge: 'before' | 'after' | null
}

/** Upper and lower part of a card that mean a place in the order and no group. */
const EDGE_SHARE = 0.28
const EDGE_PX = 24

/** What is on top at a point of the layout. */
export function elementAt(x: number, y: number): Element | null {
  const zoom = document.documentElement.currentCSSZoom || 1
  return document.elementFromPoint(x * zoom, y * zoom)
}

/** The innermost place under a point that would take what is held. */
export function targetAt(
  room: Room,
  root: Element,
  held: Held,
  { x, y, under }: { readonly x: number; readonly y: number; readonly under: Element | null },
): Target | null {
  let element = under?.closest<HTMLElement>('[data-drop]') ?? null
  for (; element && root.contains(element); element = outward(element)) {
    const drop = element.dataset['drop'] ?? ''
    if (drop === `${held.kind} ${held.id}`) return null
    if (drop === 'journey') {
      const leg = legUnder(element, x, y)
      const words = leg && wordsFor(room, held, `leg ${leg.id}`)
      if (leg && words) return { drop: `leg ${leg.id}`, element: leg.element, words, edge: null }
      continue
    }
    const edge = held.kind === 'card' && drop.startsWith('card ') ? edgeOf(element, y) : null
    const meant = edge === null ? drop : drop.replace('card', edge)
    const words = wordsFor(room, held, meant)
    if (words !== null) return { drop: meant, element, words, edge }
  }
  return null
}

const outward = (element: HTMLElement) =>
  element.parentElement?.closest<HTMLElement>('[data-drop]') ?? null

function legUnder(journey: Element, x: number, y: number) {
  const box = boxOf(journey)
  const id = findLeg?.(x - box.left + journey.scrollLeft, y - box.top + journey.scrollTop)
  const element = id ? journey.querySelector(`[data-leg="${CSS.escape(id)}"]`) : null
  return id && element ? { id, element } : null
}

function edgeOf(card: Element, y: number): 'before' | 'after' | null {
  const { top, bottom, height } = boxOf(card)
  const edge = Math.min(EDGE_PX, height * EDGE_SHARE)
  if (y < top + edge) return 'before'
  return y > bottom - edge ? 'after' : null
}
