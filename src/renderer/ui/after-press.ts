let isPressed = false

if (typeof window !== 'undefined') {
  const note = (event: PointerEvent) => {
    isPressed = event.type === 'pointerdown'
  }
  for (const name of ['pointerdown', 'pointerup', 'pointercancel'] as const)
    window.addEventListener(name, note, true)
}

/**
 * Runs `act` when no button of the pointer is down. Leaving a field may put a line of words below it: while
 * the pointer is down that would move the button away that is being clicked, and the click would be lost.
 */
export function afterPress(act: () => void): void {
  if (!isPressed) {
    act()
    return
  }
  window.addEventListener(
    'pointerup',
    () => {
      setTimeout(act)
    },
    { once: true },
  )
}
