import { now } from '#lib/clock.ts'
import { newId } from '#lib/ids.ts'
import { createPlan, usePlan } from '#store/plan-store.ts'
import { showScreen, toast } from '#store/ui-store.ts'

/** Opens a fresh copy of the sample, dated around today. */
export async function trySample(): Promise<void> {
  const { samplePlan } = await import('#domain/sample/sample-plan.ts')
  const things = samplePlan({ now: now(), today: usePlan.getState().today, newId })
  const outcome = await createPlan(things, 'Open the sample plan')
  if (!outcome.ok) {
    toast(outcome.message, { tone: 'bad' })
    return
  }
  showScreen('route')
}
