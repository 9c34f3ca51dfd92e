import type { Ref } from '#domain/plan/field.ts'
import { openDialog, select, toast, toggleSelected, useUi } from '#store/ui-store.ts'
import { tiedNeighbour } from './bar-order.ts'
import { attempt } from './item-menu.ts'
import { SORTED } from './objective-gesture.ts'
import { performDrop } from './perform-drop.ts'
import { moveFocusTo } from './roving.ts'
import { refUnder } from './route-hand.ts'
import { neighbourOf, type Direction } from './route-items.ts'
import { laneIndexOf, type RouteModel } from './route-model.ts'

type Picker = {
  readonly pickUpByKeyboard: (ref: Ref) => void
  readonly pickUpByClick: (ref: Ref) => void
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** The keys of the route view while nothing is held. Answers whether it took the key. */
export function handleRouteKey(
  event: KeyboardEvent,
  model: RouteModel,
  canEdit: boolean,
  hand: Picker,
): boolean {
  if (event.ctrlKey || event.metaKey || isTyping(event)) return false
  const ref = refUnder(event)?.ref
  if (!ref) return false
  const direction = DIRECTIONS[event.key]
  if (direction && event.altKey) return canEdit && reorder(model, ref, direction)
  if (direction) return step(model, ref, direction, event.shiftKey)
  switch (event.key) {
    case 'Enter':
    case ' ':
      if (!canEdit) select(ref)
      else hand.pickUpByKeyboard(ref)
      return true
    case 's':
    case 'S':
      if (event.shiftKey) toggleSelected(ref)
      else select(ref)
      return true
    case 'v':
      if (canEdit) hand.pickUpByClick(ref)
      return canEdit
    case 'm':
      if (canEdit) openDialog({ type: 'move-to', refs: chosenWith(ref) })
      return canEdit
    case 'Delete':
      return canEdit && remove(model, ref)
    default:
      return false
  }
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea, select') !== null
}

function chosenWith(ref: Ref): readonly Ref[] {
  const { selection } = useUi.getState()
  const same = selection.filter(({ kind }) => kind === ref.kind)
  return ref.kind === 'initiative' && same.some(({ id }) => id === ref.id) ? same : [ref]
}

/** Arrow keys walk over the map; with Shift they take along what they pass. */
function step(model: RouteModel, ref: Ref, direction: Direction, adds: boolean): boolean {
  const next = neighbourOf(model, ref.id, direction)
  if (!next) return true
  if (adds && next.kind === 'initiative') {
    const { selection } = useUi.getState()
    const missing = [ref, next].filter(({ id }) => !selection.some((s) => s.id === id))
    select(...selection, ...missing)
  }
  moveFocusTo(next.id)
  return true
}

/** Alt and an arrow: an objective up or down, or a bar among those that start on its day. */
function reorder(model: RouteModel, ref: Ref, direction: Direction): boolean {
  if (direction !== 'up' && direction !== 'down') return false
  const isUp = direction === 'up'
  const index = laneIndexOf(model, ref.id)
  if (ref.kind === 'objective') {
    if (useUi.getState().sort !== 'order') {
      toast(SORTED)
      return true
    }
    const gap = isUp ? index - 1 : index + 2
    if (gap < 0 || gap > model.lanes.length) return true
    performDrop({ type: 'objective', id: ref.id, beforeId: model.lanes[gap]?.objective.id ?? null })
  }
  const lane = model.layout.lanes[index]
  if (ref.kind === 'initiative' && lane) {
    const beforeId = tiedNeighbour(lane, ref.id, isUp)
    if (beforeId !== undefined) performDrop({ type: 'reorder', id: ref.id, beforeId })
  }
  moveFocusTo(ref.id)
  return true
}

function remove(model: RouteModel, ref: Ref): boolean {
  const next = neighbourOf(model, ref.id, 'left') ?? neighbourOf(model, ref.id, 'right')
  const ids = chosenWith(ref).map(({ id }) => id)
  const isGone =
    ref.kind === 'initiative'
      ? attempt('initiative.delete', { ids })
      : attempt(ref.kind === 'keyResult' ? 'keyResult.delete' : 'objective.delete', { id: ref.id })
  if (!isGone) return true
  select()
  if (next && !ids.includes(next.id)) moveFocusTo(next.id)
  return true
}
