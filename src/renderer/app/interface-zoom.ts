import { create } from 'zustand'

/** Steps of the interface's size; 1 is as designed. */
export const ZOOM_STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
const KEY = 'roadbook-interface-zoom'

export const useInterfaceZoom = create<{ readonly factor: number }>()(() => ({ factor: 1 }))

/** The nearest step in a direction; stays at the ends. */
export function nextZoom(factor: number, direction: 1 | -1): number {
  const further = ZOOM_STEPS.filter((step) =>
    direction > 0 ? step > factor + 0.001 : step < factor - 0.001,
  )
  return (direction > 0 ? further[0] : further.at(-1)) ?? factor
}

export function setInterfaceZoom(factor: number): void {
  document.documentElement.style.zoom = factor === 1 ? '' : String(factor)
  localStorage.setItem(KEY, String(factor))
  useInterfaceZoom.setState({ factor })
  // Whatever measured itself in pixels measures again.
  window.dispatchEvent(new Event('resize'))
}

export function zoomInterface(direction: 1 | -1): void {
  setInterfaceZoom(nextZoom(useInterfaceZoom.getState().factor, direction))
}

/** Takes up the size of the last session. It belongs to this screen, not to a plan. */
export function restoreInterfaceZoom(): void {
  const kept = Number(localStorage.getItem(KEY))
  if (ZOOM_STEPS.some((step) => step === kept) && kept !== 1) setInterfaceZoom(kept)
}
