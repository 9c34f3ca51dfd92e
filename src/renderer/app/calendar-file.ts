import { calendarFile } from '#domain/check-in/calendar-file.ts'
import type { Id } from '#domain/plan/field.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { now } from '#lib/clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { saveTextFile } from './save-text-file.ts'

/** Writes check-ins, due days and the review of a cycle to a file that any calendar takes in. */
export async function saveCalendar(cycleId: Id): Promise<void> {
  const { plan, index } = usePlan.getState()
  const cycle = plan?.cycle.get(cycleId)
  if (!plan || !index || !cycle) return
  await saveTextFile(
    {
      suggestedName: `${shortTitle(plan.meta.name, 100)} ${shortTitle(cycle.name)}.ics`,
      format: 'ics',
    },
    () => calendarFile(plan, index, cycleId, now()),
  )
}
