import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { announce, toast } from '#store/ui-store.ts'
import { scrollLeftFor, type RouteModel } from './route-model.ts'

/** How the pill of today beats: once, and not for who wants no motion. */
const BEAT = [{ scale: 1 }, { scale: 1.5 }, { scale: 1 }]

/**
 * Brings today into view. Its pill beats once, so that the key also answers where there is nothing to scroll; a
 * day outside of the cycle is said.
 */
export function showToday(
  scroller: HTMLElement,
  model: Pick<RouteModel, 'scale' | 'today' | 'todayX'>,
): void {
  const { today, todayX } = model
  if (todayX === null) {
    toast(`Today, ${formatDayWithYear(today)}, is not in this cycle.`)
    return
  }
  scroller.scrollTo({ left: scrollLeftFor(model, today, scroller.clientWidth) })
  announce(`Today is ${formatDayWithYear(today)}.`)
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  scroller.querySelector('[data-today]')?.animate(BEAT, { duration: 450, easing: 'ease-out' })
}
