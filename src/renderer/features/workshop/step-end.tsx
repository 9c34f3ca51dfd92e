import { useEffect } from 'react'
import type { Id } from '#domain/plan/field.ts'
import type { Workshop } from '#domain/workshop/workshop.ts'
import type { ClockMood } from '#domain/workshop/workshop-clock.ts'
import { clockMood, leftMs, runningWorkshop } from '#domain/workshop/workshop-clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { announce } from '#store/ui-store.ts'
import { ringBell } from './bell.ts'
import { useRoom } from './room-store.ts'
import { useNow } from './ticking.ts'

/** How the clock stood when last looked at, on whichever screen: an end in the moment of a change is heard too. */
let lastSeen: { readonly stepId: Id; readonly mood: ClockMood } | null = null

/**
 * Says once that the time of a step is over, and rings where that is wanted; also while the keyboard goes
 * round and no clock is shown.
 */
export function StepEnd({ workshop }: { readonly workshop: Workshop }) {
  const step = workshop.steps.find(({ id }) => id === workshop.currentStepId)
  const now = useNow(workshop.clockStartedAt !== null)
  const sound = useRoom((state) => state.look.sound)
  const mood = step ? clockMood(step, leftMs(workshop, step, now)) : 'calm'
  const stepId = step?.id
  useEffect(() => {
    if (stepId === undefined) return
    const isEnd = lastSeen?.stepId === stepId && lastSeen.mood !== 'over' && mood === 'over'
    lastSeen = { stepId, mood }
    if (!isEnd) return
    announce(`The time for ${step?.title ?? 'this step'} is over.`)
    if (sound) ringBell()
  }, [mood, sound, stepId, step?.title])
  return null
}

/** The same while another screen is shown: the clock of a running workshop goes on. */
export function StepEndElsewhere() {
  const running = usePlan(({ plan }) => plan && runningWorkshop(plan))
  return running ? <StepEnd workshop={running} /> : null
}
