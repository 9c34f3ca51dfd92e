/** A point of the window in pixels of the layout: those that styles and scroll positions count in. */
export type ScreenPoint = { readonly x: number; readonly y: number }

export type ScreenBox = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/**
 * Pixels of the screen in one of the layout. Where the interface is larger or smaller than designed the
 * whole document is zoomed: pointers and rectangles are told in pixels of the screen, but what is drawn is
 * placed in those of the layout.
 */
function screenZoom(): number {
  return document.documentElement.currentCSSZoom || 1
}

/** Where a pointer is. */
export function pointOf(event: {
  readonly clientX: number
  readonly clientY: number
}): ScreenPoint {
  const zoom = screenZoom()
  return { x: event.clientX / zoom, y: event.clientY / zoom }
}

/** Where an element is. */
export function boxOf(element: Element): ScreenBox {
  const rect = element.getBoundingClientRect()
  const zoom = screenZoom()
  return {
    left: rect.left / zoom,
    top: rect.top / zoom,
    right: rect.right / zoom,
    bottom: rect.bottom / zoom,
    width: rect.width / zoom,
    height: rect.height / zoom,
  }
}

/** How much the window shows. */
export function windowSize(): { readonly width: number; readonly height: number } {
  const zoom = screenZoom()
  return { width: window.innerWidth / zoom, height: window.innerHeight / zoom }
}
