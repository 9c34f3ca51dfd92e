import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Id, Ref } from '#domain/plan/field.ts'
import { partOfBar } from '#domain/route/hit-test.ts'
import { usePlan } from '#store/plan-store.ts'
import { announce, useUi } from '#store/ui-store.ts'
import type { DragGesture } from '#ui/drag/drag-surface.tsx'
import { boxOf, pointOf } from '#ui/drag/screen-point.ts'
import { checkpointGesture } from './checkpoint-gesture.ts'
import type { HandPainter } from './hand-layer.tsx'
import { elementsOf, letGo, type HandTools } from './hand.ts'
import { holdByKeyboard, type KeyboardHold } from './keyboard-hold.ts'
import { lassoGesture } from './lasso-gesture.ts'
import { measureFrame } from './map-frame.ts'
import { moveGesture } from './move-gesture.ts'
import { objectiveGesture } from './objective-gesture.ts'
import type { RouteModel } from './route-model.ts'
import { laneIndexOf } from './route-model.ts'
import { stretchGesture } from './stretch-gesture.ts'

/** The thing under an event, from the element that carries its id. */
export function refUnder(
  event: Event,
): { readonly ref: Ref; readonly element: HTMLElement } | null {
  const element =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-kind]') : null
  const { kind, id } = element?.dataset ?? {}
  if (!element || id === undefined) return null
  if (kind !== 'initiative' && kind !== 'keyResult' && kind !== 'objective') return null
  return { ref: { kind, id }, element }
}

/** The ids that move together: all selected initiatives when the one taken hold of is among them. */
export function heldIds({ kind, id }: Ref): readonly Id[] {
  if (kind !== 'initiative') return [id]
  const selected = useUi.getState().selection.filter((ref) => ref.kind === 'initiative')
  if (!selected.some((ref) => ref.id === id)) return [id]
  return [id, ...selected.map((ref) => ref.id).filter((each) => each !== id)]
}

type Holder = {
  /** A press here could become a drag. */
  readonly canBegin: (event: PointerEvent) => boolean
  readonly begin: (event: PointerEvent) => DragGesture | null
  readonly pickUpByKeyboard: (ref: Ref) => void
  readonly pickUpByClick: (ref: Ref) => void
  /** Answers whether a hold took the key. */
  readonly key: (event: KeyboardEvent) => boolean
  readonly isHolding: () => boolean
  readonly onPainter: (painter: HandPainter | null) => void
}

const NEVER_DRAGS = 'button, input, textarea, select, a, [contenteditable]'

/** One hand for the whole view, whichever way it is moved. */
export function useRouteHand(
  screen: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  model: RouteModel,
  canEdit: boolean,
): Holder {
  const state = useRef({ model, canEdit })
  useEffect(() => {
    state.current = { model, canEdit }
  })
  const painter = useRef<HandPainter | null>(null)
  const keyboard = useRef<KeyboardHold | null>(null)
  const carried = useRef<(() => void) | null>(null)

  const toolsNow = useCallback((): HandTools | null => {
    const { plan } = usePlan.getState()
    if (!plan || !painter.current || !screen.current || !scroller.current) return null
    return {
      model: state.current.model,
      plan,
      painter: painter.current,
      frame: measureFrame(
        scroller.current,
        screen.current.querySelector<HTMLElement>('[data-garage]'),
      ),
      screen: screen.current,
    }
  }, [screen, scroller])

  const emptyHand = useCallback(() => {
    keyboard.current?.cancel()
    keyboard.current = null
    carried.current?.()
    carried.current = null
  }, [])

  const canBegin = useCallback((event: PointerEvent) => {
    if (carried.current) return false
    const target = event.target instanceof Element ? event.target : null
    if (!target || target.closest(NEVER_DRAGS)) return false
    const isThing = target.closest('[data-kind], [data-grip]') !== null
    if (isThing) return state.current.canEdit
    return target.closest('[data-map]') !== null
  }, [])

  const begin = useCallback(
    (event: PointerEvent): DragGesture | null => {
      emptyHand()
      const tools = toolsNow()
      if (!tools) return null
      const start = pointOf(event)
      const grip =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null
      if (grip) return objectiveGesture(tools, grip.dataset['grip'] ?? '', start)
      const under = refUnder(event)
      if (!under) return lassoGesture(tools, start, event.shiftKey)
      const { ref } = under
      if (ref.kind === 'keyResult') return checkpointGesture(tools, ref.id, start)
      if (ref.kind === 'objective') return objectiveGesture(tools, ref.id, start)
      const lane = tools.model.layout.lanes[laneIndexOf(tools.model, ref.id)]
      const bar = lane?.bars.find((each) => each.id === ref.id)
      const part = bar
        ? partOfBar(bar.width, tools.frame.toMap(start.x, start.y).x - bar.x)
        : 'middle'
      return part === 'middle'
        ? moveGesture(tools, heldIds(ref), start)
        : stretchGesture(tools, ref.id, part, start)
    },
    [emptyHand, toolsNow],
  )

  const pickUpByKeyboard = useCallback(
    (ref: Ref) => {
      emptyHand()
      const tools = toolsNow()
      if (!tools || !state.current.canEdit) return
      keyboard.current = holdByKeyboard(tools, ref, heldIds(ref), () => {
        keyboard.current = null
      })
    },
    [emptyHand, toolsNow],
  )

  const pickUpByClick = useCallback(
    (ref: Ref) => {
      emptyHand()
      const tools = toolsNow()
      const element = tools && elementsOf(tools.screen, [ref.id])[0]
      if (!tools || !element || !state.current.canEdit) return
      const { left, top, width, height } = boxOf(element)
      const start = { x: left + Math.min(width / 2, 60), y: top + height / 2 }
      const gesture =
        ref.kind === 'initiative'
          ? moveGesture(tools, heldIds(ref), start, 'click')
          : ref.kind === 'keyResult'
            ? checkpointGesture(tools, ref.id, start, 'click')
            : objectiveGesture(tools, ref.id, start, 'click')
      if (!gesture) return
      announce('Picked up. Click where to put it, or press Escape.')
      carried.current = carry(gesture, () => {
        carried.current = null
      })
    },
    [emptyHand, toolsNow],
  )

  useEffect(
    () => () => {
      emptyHand()
    },
    [emptyHand],
  )

  return {
    canBegin,
    begin,
    pickUpByKeyboard,
    pickUpByClick,
    key: useCallback((event: KeyboardEvent) => keyboard.current?.key(event) ?? false, []),
    isHolding: useCallback(() => keyboard.current !== null || carried.current !== null, []),
    onPainter: useCallback(
      (next: HandPainter | null) => {
        const before = painter.current
        painter.current = next
        if (!next && before && screen.current) letGo({ painter: before, screen: screen.current })
      },
      [screen],
    ),
  }
}

/** Follows the pointer without a pressed button until the next click. Answers the way to stop. */
function carry(gesture: DragGesture, onEnd: () => void): () => void {
  const at = (event: MouseEvent) => ({ ...pointOf(event), shiftKey: event.shiftKey })
  let frame = 0
  const move = (event: PointerEvent) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      gesture.move(at(event))
    })
  }
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent) => {
    swallow(event)
    stop()
    gesture.drop(at(event))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    swallow(event)
    stop()
    gesture.cancel()
    announce('Put back where it was.')
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move, true)
    window.removeEventListener('pointerdown', swallow, true)
    window.removeEventListener('click', click, true)
    window.removeEventListener('keydown', keys, true)
    onEnd()
  }
  window.addEventListener('pointermove', move, true)
  window.addEventListener('pointerdown', swallow, true)
  window.addEventListener('click', click, true)
  window.addEventListener('keydown', keys, true)
  return () => {
    stop()
    gesture.cancel()
  }
}
