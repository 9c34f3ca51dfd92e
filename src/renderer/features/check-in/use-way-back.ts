import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Where a stop of the round begins: its first control, or what is at hand in a place without one. */
export function focusFirst(place: Element | null | undefined): void {
  place?.querySelector<HTMLElement>('[data-first]')?.focus()
}

/** When what was open beside an answer closes, the keyboard is back where it was, else at the answer's begin. */
export function useWayBack(root: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const from = useRef<Element | null>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const place = root.current
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest('[data-side]')) from.current = target
    }
    place?.addEventListener('focusin', remember)
    return () => {
      place?.removeEventListener('focusin', remember)
    }
  }, [root])
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!isClosed) return
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus()
    else focusFirst(root.current)
  }, [root, isOpen])
}
