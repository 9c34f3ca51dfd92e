import { useEffect, type RefObject } from 'react'
import { create } from 'zustand'
import type { Id } from '#domain/plan/field.ts'

/** The one thing of the map that Tab reaches; `wantsFocus` when the keyboard has just moved there. */
export const useRoving = create<{ readonly activeId: Id | null; readonly wantsFocus: boolean }>()(
  () => ({ activeId: null, wantsFocus: false }),
)

/** Makes a thing the one that Tab reaches, and moves the focus there. */
export function moveFocusTo(id: Id): void {
  useRoving.setState({ activeId: id, wantsFocus: true })
}

/** Follows a focus that came by itself (a click, Tab). */
export function followFocus(id: Id): void {
  if (useRoving.getState().activeId !== id) useRoving.setState({ activeId: id })
}

/** Moves the focus once the thing is mounted: the map keeps the active one mounted wherever it scrolls. */
export function useRovingFocus(screen: RefObject<HTMLElement | null>): void {
  const { activeId, wantsFocus } = useRoving()
  useEffect(() => {
    if (!wantsFocus || activeId === null) return
    const target = screen.current?.querySelector<HTMLElement>(
      `[data-id="${CSS.escape(activeId)}"]:not([data-label])`,
    )
    useRoving.setState({ wantsFocus: false })
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  }, [activeId, wantsFocus, screen])
  useEffect(() => {
    const element = screen.current
    element?.addEventListener('focusout', followToNewElement)
    return () => {
      element?.removeEventListener('focusout', followToNewElement)
    }
  }, [screen])
}

/** On another road, or in the Garage, a thing is another element: its focus goes along. */
function followToNewElement({ target, relatedTarget }: FocusEvent): void {
  if (relatedTarget !== null || !(target instanceof HTMLElement)) return
  const { id, kind } = target.dataset
  if (id === undefined || kind === undefined) return
  // Whether it was taken off or only left, is known when the map has been drawn.
  queueMicrotask(() => {
    if (target.isConnected || document.activeElement !== document.body) return
    if (!useRoving.getState().wantsFocus) moveFocusTo(id)
  })
}
