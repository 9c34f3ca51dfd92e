import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { showCycle } from '#store/ui-store.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { change } from './change-settings.ts'
import styles from './settings.module.css'

const STATES = [
  { value: 'planning', label: 'Planning' },
  { value: 'active', label: 'Active' },
  { value: 'review', label: 'In review' },
  { value: 'closed', label: 'Closed' },
] as const
type State = Cycle['state']

/** One cycle; a state that needs a written reason asks for it here. */
export function CycleFields({
  cycle,
  isLast,
}: {
  readonly cycle: Cycle
  readonly isLast: boolean
}) {
  const { id, name, startOn, endOn } = cycle
  const [asked, setAsked] = useState<{ readonly state: State; readonly why: string } | null>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const setState = (state: State, words: string) => {
    const refused = change('cycle.setState', { id, state, reason: words })
    setAsked(refused === null ? null : { state, why: refused })
    if (refused === null) setReason('')
  }
  return (
    <section className={styles['cycle']} aria-label={name} data-cycle={id}>
      <div className={styles['cycleFields']}>
        <EditableText
          label="Name"
          required
          value={name}
          onCommit={(next) => change('cycle.update', { id, changes: { name: next } })}
        />
        <DateField
          label="First day"
          required
          value={startOn}
          onCommit={(day) =>
            day === null ? null : change('cycle.update', { id, changes: { startOn: day } })
          }
        />
        <DateField
          label="Last day"
          required
          value={endOn}
          onCommit={(day) =>
            day === null ? null : change('cycle.update', { id, changes: { endOn: day } })
          }
        />
        <SelectField
          label="State"
          value={cycle.state}
          options={STATES}
          onChange={(value) => {
            const state = STATES.find((one) => one.value === value)?.value
            if (state) setState(state, '')
          }}
        />
      </div>
      {asked && (
        <form
          className={styles['line']}
          onSubmit={(event) => {
            event.preventDefault()
            setState(asked.state, reason.trim())
          }}
        >
          <div className={styles['grow']}>
            <TextField
              label="Reason"
              value={reason}
              onChange={setReason}
              error={asked.why}
              autoFocus
            />
          </div>
          <Button submit disabled={reason.trim() === ''}>
            Go on
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              setAsked(null)
            }}
          >
            Cancel
          </Button>
        </form>
      )}
      <div className={styles['cycleHead']}>
        <Button
          size="small"
          onClick={() => {
            showCycle(id)
          }}
        >
          Show on the route
        </Button>
        <IconButton
          size="small"
          label={`Delete the cycle ${name.slice(0, 60)}`}
          hint={
            isLast
              ? 'A plan keeps at least one cycle'
              : 'Delete with everything in it (can be undone)'
          }
          disabled={isLast}
          icon={<Trash2 size={15} />}
          onClick={() => {
            setProblem(change('cycle.delete', { id }))
          }}
        />
      </div>
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
