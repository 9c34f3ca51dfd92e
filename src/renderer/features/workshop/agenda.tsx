import { Check } from 'lucide-react'
import { formatClock, leftMs, plannedMs } from '#domain/workshop/workshop-clock.ts'
import { stepHint } from '#domain/workshop/workshop-template.ts'
import type { WorkshopStep } from '#domain/workshop/workshop.ts'
import { now } from '#lib/clock.ts'
import type { Room } from './room-data.ts'
import { act, useRoom } from './room-store.ts'
import styles from './agenda.module.css'

function timeWords(room: Room, step: WorkshopStep): string {
  const planned = `${String(Math.round(plannedMs(step) / 60_000))} min`
  if (step.spentMs === 0 || step.state === 'current') return planned
  const left = leftMs(room.workshop, step, now())
  return left < 0 ? `${planned}, ${formatClock(left)} over` : planned
}

/** The steps with their ticks; any of them is one click away and nothing is lost by going there. */
export function Agenda({ room }: { readonly room: Room }) {
  const { workshop, canEdit } = room
  return (
    <nav className={styles['agenda']} aria-label="Agenda">
      <ol className={styles['steps']}>
        {workshop.steps.map((step, i) => {
          const isCurrent = step.id === room.step?.id
          const hint = stepHint(step)
          return (
            <li key={step.id}>
              <button
                type="button"
                className={styles['step']}
                title={step.title}
                data-state={step.state}
                aria-current={isCurrent ? 'step' : undefined}
                disabled={!canEdit && workshop.state !== 'finished'}
                onClick={() => {
                  if (canEdit) act('workshop.goTo', { id: workshop.id, stepId: step.id })
                  // A finished workshop is read step by step; the same click leads back to its summary.
                  else useRoom.setState({ readStepId: isCurrent ? null : step.id })
                }}
              >
                <span className={styles['mark']} aria-hidden>
                  {step.state === 'done' && !isCurrent ? <Check size={18} /> : i + 1}
                </span>
                <span className={styles['stepText']}>
                  <span className={styles['stepTitle']} dir="auto">
                    {step.title}
                  </span>
                  <span className={styles['hint']}>
                    {isCurrent || hint === ''
                      ? [hint, timeWords(room, step)].filter(Boolean).join(' · ')
                      : hint}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
