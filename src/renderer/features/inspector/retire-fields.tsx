import { useState } from 'react'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import headStyles from './panel-head.module.css'
import styles from './inspector.module.css'

/** Retires a metric: it was measured long enough, and here is why it is not any more. Its history stays. */
export function RetireFields({ keyResult }: { readonly keyResult: KeyResult }) {
  const { id, state, stateReason } = keyResult
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  if (state === 'dropped') return null
  if (state === 'retired')
    return (
      <div className={headStyles['headLine']}>
        <p className={styles['hint']}>Retired: {stateReason || 'no reason given'}</p>
        <Button size="small" onClick={() => edit('keyResult.restore', { id })}>
          Take up again
        </Button>
      </div>
    )
  if (!isAsking)
    return (
      <Button
        onClick={() => {
          setAsking(true)
        }}
      >
        Retire this metric…
      </Button>
    )
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') {
          setError('Say why; the review prints it.')
          return
        }
        setError(edit('keyResult.drop', { id, state: 'retired', reason: reason.trim() }))
      }}
    >
      <TextField
        label="Why is it not measured any more?"
        autoFocus
        maxLength={2_000}
        value={reason}
        error={error}
        onChange={setReason}
      />
      <div className={styles['formButtons']}>
        <Button
          onClick={() => {
            setAsking(false)
          }}
        >
          Cancel
        </Button>
        <Button submit variant="primary">
          Retire it
        </Button>
      </div>
    </form>
  )
}
