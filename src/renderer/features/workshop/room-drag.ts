import type { DragGesture } from '#ui/drag/drag-surface.tsx'
import { scrollAtEdge } from './edge-scroll.ts'
import type { Held } from './room-store.ts'
import { useRoom } from './room-store.ts'
import { dropOn, nameOf } from './room-drop.ts'
import type { Room } from './room-data.ts'
import { elementAt, targetAt } from './room-target.ts'
import type { Target } from './room-target.ts'
import styles from './cards.module.css'

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

/**
 * A drag over the room: a ghost follows the hand outside React, the place that would take it is marked, and
 * what lies under it scrolls at its edges. `roomNow` is asked at every step: cards may come meanwhile.
 */
export function beginDrag(
  event: PointerEvent,
  roomNow: () => Room,
  root: Element,
): DragGesture | null {
  const held = heldUnder(event.target)
  if (!held) return null
  const ghost = document.createElement('div')
  ghost.className = styles['ghost'] ?? ''
  const words = document.createElement('span')
  words.className = styles['ghostWords'] ?? ''
  const name = document.createElement('span')
  name.textContent = nameOf(roomNow(), held)
  ghost.append(name, words)
  document.body.append(ghost)
  useRoom.setState({ dragged: held, held: null })
  let marked: Target | null = null
  const mark = (target: Target | null) => {
    if (marked?.element === target?.element && marked?.edge === target?.edge) return
    marked?.element.removeAttribute('data-over')
    target?.element.setAttribute('data-over', target.edge ?? '')
    marked = target
  }
  const end = () => {
    mark(null)
    ghost.remove()
    useRoom.setState({ dragged: null })
  }
  return {
    move: ({ x, y }) => {
      ghost.style.transform = `translate(${String(x + 12)}px, ${String(y + 10)}px) rotate(1deg)`
      const under = elementAt(x, y)
      if (under && root.contains(under)) scrollAtEdge(under, x, y)
      const target = targetAt(roomNow(), root, held, { x, y, under })
      mark(target)
      const said = target?.words ?? ''
      if (words.textContent !== said) words.textContent = said
    },
    drop: ({ x, y }) => {
      const target = targetAt(roomNow(), root, held, { x, y, under: elementAt(x, y) })
      end()
      if (target) dropOn(roomNow(), held, target.drop)
    },
    cancel: end,
  }
}

const OWN_CLICK = 'button:not([data-checkpoint], [data-initiative]), input, textarea, select, a'

/** A click while something is in the hand puts it down where it was clicked. Whether it did. */
export function placeByClick(
  target: EventTarget | null,
  at: { readonly x: number; readonly y: number },
  room: Room,
  root: Element,
): boolean {
  const { held } = useRoom.getState()
  if (!held || !room.canEdit || !(target instanceof Element) || target.closest(OWN_CLICK))
    return false
  const place = targetAt(room, root, held, { ...at, under: target })
  return place !== null && dropOn(room, held, place.drop)
}
