import { calendarFile } from '#domain/check-in/calendar-file.ts'
import type { Id } from '#domain/plan/field.ts'
import { bridge } from '#bridge/bridge.ts'
import { now } from '#lib/clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { fileSize } from './file-size.ts'

/** Writes check-ins, due days and the review of a cycle to a file that any calendar takes in. */
export async function saveCalendar(cycleId: Id): Promise<void> {
  const { plan, index } = usePlan.getState()
  const cycle = plan?.cycle.get(cycleId)
  if (!plan || !index || !cycle) return
  try {
    const target = await bridge().fileChooseTarget({
      suggestedName: `${plan.meta.name.slice(0, 100)} ${cycle.name.slice(0, 40)}.ics`,
      format: 'ics',
    })
    if (!target.ok) {
      if (target.code !== 'cancelled') toast(target.message, { tone: 'bad' })
      return
    }
    const bytes = new TextEncoder().encode(calendarFile(plan, index, cycleId, now()))
    const written = await bridge().fileWrite({ token: target.token, bytes })
    if (!written.ok) {
      toast(written.message, { tone: 'bad' })
      return
    }
    toast(`Saved to ${written.place} (${fileSize(written.size)})`, {
      tone: 'good',
      action: {
        label: 'Show in folder',
        run: () => {
          void bridge().fileShow({ token: written.showToken })
        },
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    toast(`That did not work: ${why} Nothing was changed.`, { tone: 'bad' })
  }
}
