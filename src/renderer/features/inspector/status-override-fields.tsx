import { useState } from 'react'
import { addDays } from '#domain/calendar/day.ts'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import type { KeyResult, Status } from '#domain/key-result/key-result.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { statusWord } from '#ui/badge.tsx'
import { DayField } from '#ui/date-field.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import sectionStyles from './section.module.css'
import styles from './inspector.module.css'

const CHOICES = (['on-pace', 'slipping', 'behind', 'done'] as const).map((value) => ({
  value,
  label: statusWord(value),
}))

/** A status set by hand: it needs a reason and a day on which it ends. */
export function StatusOverrideFields({ keyResult }: { readonly keyResult: KeyResult }) {
  const today = usePlan((state) => state.today)
  const meId = useUi((state) => state.meId)
  const { id, statusOverride } = keyResult
  const [status, setStatus] = useState<Status>('on-pace')
  const [reason, setReason] = useState('')
  const [untilOn, setUntilOn] = useState(addDays(today, 7))
  const [error, setError] = useState<string | null>(null)
  const isOver = statusOverride !== null && statusOverride.untilOn < today
  if (statusOverride && !isOver)
    return (
      <div className={styles['form']}>
        <p className={styles['plain']}>
          Set by hand to <strong>{statusWord(statusOverride.status)}</strong> until{' '}
          {formatDayWithYear(statusOverride.untilOn)}: “<bdi>{statusOverride.reason}</bdi>”
        </p>
        <Button onClick={() => edit('keyResult.update', { id, changes: { statusOverride: null } })}>
          Back to the rule
        </Button>
      </div>
    )
  return (
    <details>
      <summary className={sectionStyles['moreTitle']}>Set the status by hand…</summary>
      {isOver && (
        <p className={styles['hint']} dir="auto">
          Set by hand to {statusWord(statusOverride.status)} until{' '}
          {formatDayWithYear(statusOverride.untilOn)} (“<bdi>{statusOverride.reason}</bdi>”). That
          day is over: the rule decides again.
        </p>
      )}
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() === '') {
            setError('Say why: the report prints the reason.')
            return
          }
          setError(
            edit('keyResult.update', {
              id,
              changes: {
                statusOverride: {
                  status,
                  reason: reason.trim(),
                  authorId: meId ?? keyResult.ownerId,
                  setOn: today,
                  untilOn,
                },
              },
            }),
          )
        }}
      >
        <SelectField
          label="Status"
          value={status}
          options={CHOICES}
          onChange={(next) => {
            setStatus(next as Status)
          }}
        />
        <TextField label="Reason" value={reason} error={error} onChange={setReason} />
        <DayField label="Until" required min={today} value={untilOn} onChange={setUntilOn} />
        <Button submit>Set</Button>
      </form>
    </details>
  )
}
