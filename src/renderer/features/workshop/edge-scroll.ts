import { boxOf } from '#ui/drag/screen-point.ts'

/** So near an edge a drag scrolls, faster the nearer it is. */
const EDGE_PX = 56
const MOST_PX_A_FRAME = 18

function step(at: number, from: number, to: number): number {
  const edge = Math.min(EDGE_PX, (to - from) / 4)
  if (at < from + edge) return -MOST_PX_A_FRAME * Math.min(1, (from + edge - at) / edge)
  if (at > to - edge) return MOST_PX_A_FRAME * Math.min(1, (at - to + edge) / edge)
  return 0
}

const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

/** Scrolls what lies under a drag when it comes near an edge of it: the innermost place that can move that way. */
export function scrollAtEdge(under: Element | null, x: number, y: number): void {
  for (let element = under; element; element = element.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(element)
    const canX = scrolls(overflowX) && element.scrollWidth > element.clientWidth
    const canY = scrolls(overflowY) && element.scrollHeight > element.clientHeight
    if (!canX && !canY) continue
    const box = boxOf(element)
    const before = element.scrollLeft + element.scrollTop
    if (canX) element.scrollLeft += step(x, box.left, box.right)
    if (canY) element.scrollTop += step(y, box.top, box.bottom)
    if (element.scrollLeft + element.scrollTop !== before) return
  }
}
