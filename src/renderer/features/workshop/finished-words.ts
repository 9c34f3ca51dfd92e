import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { Workshop } from '#domain/workshop/workshop.ts'
import { localDay } from '#lib/clock.ts'

/** That a workshop is over and when it ended, on the calendar of this wall. */
export function finishedWords({ finishedAt }: Pick<Workshop, 'finishedAt'>): string {
  return finishedAt === null ? 'Finished' : `Finished on ${formatDayWithYear(localDay(finishedAt))}`
}
