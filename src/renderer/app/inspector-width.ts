const KEY = 'roadbook-inspector-width'
export const INSPECTOR_WIDTH = { least: 260, usual: 306, most: 520 } as const

export function inBounds(width: number): number {
  return Math.round(Math.min(INSPECTOR_WIDTH.most, Math.max(INSPECTOR_WIDTH.least, width)))
}

/** The width of the last session. It belongs to this screen, not to a plan. */
export function keptWidth(): number {
  const kept = Number(localStorage.getItem(KEY))
  return kept > 0 ? inBounds(kept) : INSPECTOR_WIDTH.usual
}

export function keepWidth(width: number): void {
  localStorage.setItem(KEY, String(width))
}
