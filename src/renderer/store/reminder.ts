import type { ReminderChoice, WallMoment } from '#domain/check-in/reminder.ts'
import { shallRemind } from '#domain/check-in/reminder.ts'
import { countOverdue, dueKeyResults } from '#domain/check-in/round.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { bridge } from '#bridge/bridge.ts'
import { nowMs, today } from '#lib/clock.ts'
import { useUi } from './ui-store.ts'
import { usePlan } from './working-copy.ts'

/** A sleeping machine stops timers and a clock can be set, so the time is looked at and not computed ahead. */
const LOOK_EVERY_MS = 20_000

/** Whether this computer's desktop shows notifications; false when it cannot be asked. */
export async function canRemind(): Promise<boolean> {
  try {
    const answer = await bridge().reminderAble(undefined)
    return answer.ok && answer.able
  } catch {
    return false
  }
}

/** Changes the choice. Whoever chooses has been asked. */
export function chooseReminder(changes: Partial<Pick<ReminderChoice, 'isOn' | 'at'>>): void {
  useUi.setState(({ reminder }) => ({ reminder: { ...reminder, ...changes, wasAsked: true } }))
}

function wallNow(): WallMoment {
  const date = new Date(nowMs())
  return { day: today(), minute: date.getHours() * 60 + date.getMinutes() }
}

/** Check-ins that are due today in the running cycle of the open plan. */
function dueNow(): { readonly due: number; readonly overdue: number } {
  const { plan, index, today: day } = usePlan.getState()
  const cycle = plan && currentCycle(plan, day)
  if (!plan || !index || !cycle) return { due: 0, overdue: 0 }
  const due = dueKeyResults(plan, index, cycle.id, day)
  return { due: due.length, overdue: countOverdue(plan, index, due, day) }
}

/**
 * Looks at the clock from now on and reminds at the chosen time, once a day, when something is due. A
 * reminder that could not be shown is not tried again on that day. Returns the way to stop.
 */
export function watchReminders(): () => void {
  let before: WallMoment | null = null
  const look = () => {
    const now = wallNow()
    const seen = before
    before = now
    const { reminder } = useUi.getState()
    // Counting costs more than looking: only where the time has come.
    if (!shallRemind(reminder, seen, now, 1)) return
    const counts = dueNow()
    if (!shallRemind(reminder, seen, now, counts.due)) return
    useUi.setState({ reminder: { ...reminder, lastOn: now.day } })
    const planName = usePlan.getState().plan?.meta.name ?? ''
    // What is due stands in the top bar as well: a desktop that refuses is not worth an error.
    void bridge()
      .reminderShow({ planName, ...counts })
      .catch(() => undefined)
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
  }
}
