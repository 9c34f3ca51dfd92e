/**
 * Which rows of a long list are in view. The functions that it gives answer differently from render to
 * render, so they are called while rendering and never handed to a memoized component.
 */
export { useVirtualizer as useRows } from '@tanstack/react-virtual'
