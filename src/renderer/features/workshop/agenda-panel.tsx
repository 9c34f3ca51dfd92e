import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { plannedMs } from '#domain/workshop/workshop-clock.ts'
import { minutesOf, STEP_TYPE_WORDS, stepOfType } from '#domain/workshop/workshop-template.ts'
import type { StepType, WorkshopStep } from '#domain/workshop/workshop.ts'
import { stepTypeSchema } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { CycleChoice } from './cycle-choice.tsx'
import { useKeptText } from './kept-text.ts'
import type { Room } from './room-data.ts'
import { ReadValue, RoomNumber, RoomText } from './room-field.tsx'
import { act, change } from './room-store.ts'
import styles from './panel.module.css'

const TYPES = stepTypeSchema.options.map((type) => ({
  value: type,
  label: STEP_TYPE_WORDS[type],
}))
const isType = (text: string): text is StepType => stepTypeSchema.safeParse(text).success

/** Steps added, removed, moved, timed, named, and what each of them is for. */
export function AgendaPanel({ room }: { readonly room: Room }) {
  const { workshop, canEdit } = room
  const { id, steps } = workshop
  const [chosen, choose] = useKeptText(`${id} new step`)
  const type = isType(chosen) ? chosen : 'free'
  const given = steps.reduce((sum, step) => sum + plannedMs(step), 0) / 60_000
  const planned = minutesOf(steps)
  return (
    <>
      <p>
        {planned} minutes in all
        {given > planned ? `, ${String(given - planned)} given on top` : ''}
      </p>
      <ol className={styles['agenda']}>
        {steps.map((step, at) => (
          <li key={step.id} className={styles['agendaStep']}>
            <StepRow room={room} step={step} at={at} />
          </li>
        ))}
      </ol>
      {canEdit && (
        <div className={styles['addStep']}>
          <CycleChoice room={room} />
          <SelectField
            label="What the new step is for"
            value={type}
            options={TYPES}
            onChange={choose}
          />
          <Button
            onClick={() => {
              const { title, minutes, question, columns = [] } = stepOfType(type)
              const input = { id, type, title, minutes, question, columns: [...columns] }
              act('workshop.addStep', input)
            }}
          >
            Add a step
          </Button>
        </div>
      )}
    </>
  )
}

function StepRow({
  room,
  step,
  at,
}: {
  readonly room: Room
  readonly step: WorkshopStep
  readonly at: number
}) {
  const { workshop, canEdit } = room
  const { id, steps } = workshop
  const stepId = step.id
  const number = String(at + 1)
  const move = (beforeId: string | null) => act('workshop.moveStep', { id, stepId, beforeId })
  return (
    <>
      <div className={styles['stepHead']}>
        <RoomText
          room={room}
          keep={`step ${stepId} title`}
          label={`Title of step ${number}`}
          labelHidden
          value={step.title}
          required
          onCommit={(title) => change('workshop.updateStep', { id, stepId, changes: { title } })}
        />
        {!room.isFinished && (
          <>
            <Button
              size="small"
              aria-label={`Move ${step.title} up`}
              disabled={!canEdit || at === 0}
              onClick={() => move(steps[at - 1]?.id ?? null)}
            >
              <ArrowUp size={18} aria-hidden />
            </Button>
            <Button
              size="small"
              aria-label={`Move ${step.title} down`}
              disabled={!canEdit || at === steps.length - 1}
              onClick={() => move(steps[at + 2]?.id ?? null)}
            >
              <ArrowDown size={18} aria-hidden />
            </Button>
            <Button
              size="small"
              aria-label={`Remove ${step.title}`}
              disabled={!canEdit || steps.length === 1}
              onClick={() => act('workshop.removeStep', { id, stepId })}
            >
              <Trash2 size={18} aria-hidden />
            </Button>
          </>
        )}
      </div>
      <div className={styles['stepFields']}>
        {room.isFinished ? (
          <ReadValue
            label={`What step ${number} is for`}
            labelHidden
            value={STEP_TYPE_WORDS[step.type]}
          />
        ) : (
          <SelectField
            label={`What step ${number} is for`}
            labelHidden
            value={step.type}
            options={TYPES}
            disabled={!canEdit}
            onChange={(value) => {
              if (isType(value))
                act('workshop.updateStep', { id, stepId, changes: { type: value } })
            }}
          />
        )}
        <RoomNumber
          room={room}
          keep={`step ${stepId} minutes`}
          label={`Minutes of step ${number}`}
          labelHidden
          value={step.minutes}
          unit="min"
          min={0}
          max={1440}
          required
          onCommit={(minutes) =>
            change('workshop.updateStep', { id, stepId, changes: { minutes: minutes ?? 0 } })
          }
        />
      </div>
    </>
  )
}
