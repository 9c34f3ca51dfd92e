import type { Id } from '#domain/plan/field.ts'
import type { DragGesture } from '#ui/drag/drag-surface.tsx'
import { boxOf, type ScreenBox } from '#ui/drag/screen-point.ts'
import type { Held } from './room-store.ts'
import { dropOn, wordsFor } from './room-drop.ts'
import type { Room } from './room-data.ts'
import styles from './cards.module.css'

/** Finds the leg under a point of the journey, in its own pixels. */
type LegFinder = (x: number, y: number) => Id | null
let findLeg: LegFinder | null = null

/** The journey says how its legs are found; null when it leaves the screen. */
export function offerLegs(finder: LegFinder | null): void {
  findLeg = finder
}

const NEVER_DRAGS = 'button:not([data-checkpoint], [data-initiative]), input, textarea, select, a'

/** What was pressed: a card, an initiative or a checkpoint. */
function heldUnder(target: EventTarget | null): Held | null {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-card], [data-initiative], [data-checkpoint]')
      : null
  const { card, initiative, checkpoint } = element?.dataset ?? {}
  if (card !== undefined) return { kind: 'card', id: card }
  if (initiative !== undefined) return { kind: 'initiative', id: initiative }
  if (checkpoint !== undefined) return { kind: 'keyResult', id: checkpoint }
  return null
}

export function canDrag(event: PointerEvent): boolean {
  const { target } = event
  if (!(target instanceof Element) || target.closest(NEVER_DRAGS)) return false
  return heldUnder(target) !== null
}

type Target = { readonly drop: string; readonly element: Element }

/** The smallest place that takes things under a point. All of them are measured: no layout changes meanwhile. */
function targetAt(root: Element, held: Held, x: number, y: number): Target | null {
  let best: (Target & { readonly area: number; readonly box: ScreenBox }) | null = null
  for (const element of root.querySelectorAll<HTMLElement>('[data-drop]')) {
    const drop = element.dataset['drop'] ?? ''
    if (drop === `${held.kind} ${held.id}`) continue
    const box = boxOf(element)
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue
    const area = box.width * box.height
    if (best === null || area <= best.area) best = { drop, element, area, box }
  }
  if (best?.drop !== 'journey') return best
  const id = findLeg?.(
    x - best.box.left + best.element.scrollLeft,
    y - best.box.top + best.element.scrollTop,
  )
  const leg = id ? root.querySelector(`[data-leg="${CSS.escape(id)}"]`) : null
  return leg && id ? { drop: `leg ${id}`, element: leg } : null
}

/** A drag over the room: a ghost follows the hand outside React, the place that would take it is marked. */
export function beginDrag(event: PointerEvent, room: Room, root: Element): DragGesture | null {
  const held = heldUnder(event.target)
  const source =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-card], [data-initiative], [data-checkpoint]')
      : null
  if (!held || !source) return null
  const ghost = document.createElement('div')
  ghost.className = styles['ghost'] ?? ''
  const words = document.createElement('span')
  words.className = styles['ghostWords'] ?? ''
  const name = document.createElement('span')
  name.textContent = nameOf(room, held)
  ghost.append(name, words)
  document.body.append(ghost)
  let marked: Element | null = null
  const mark = (element: Element | null) => {
    if (marked === element) return
    marked?.removeAttribute('data-over')
    element?.setAttribute('data-over', '')
    marked = element
  }
  const end = () => {
    mark(null)
    ghost.remove()
  }
  return {
    move: ({ x, y }) => {
      ghost.style.transform = `translate(${String(x + 12)}px, ${String(y + 10)}px) rotate(1deg)`
      const target = targetAt(root, held, x, y)
      const takes = target ? wordsFor(room, held, target.drop) : null
      mark(takes === null ? null : (target?.element ?? null))
      words.textContent = takes ?? ''
    },
    drop: ({ x, y }) => {
      const target = targetAt(root, held, x, y)
      end()
      if (target) dropOn(room, held, target.drop)
    },
    cancel: end,
  }
}

function nameOf({ plan }: Room, held: Held): string {
  if (held.kind === 'card') {
    const card = plan.card.get(held.id)
    return card?.hidden ? 'Hidden card' : (card?.text ?? '')
  }
  return plan[held.kind].get(held.id)?.title ?? ''
}
