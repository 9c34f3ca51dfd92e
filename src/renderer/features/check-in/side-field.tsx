import { useId, useState } from 'react'
import { Button } from '#ui/button.tsx'
import styles from './round.module.css'

/** One line that is asked for in between: why it is skipped, a win, a target. Enter takes it, Esc leaves. */
export function SideField({
  label,
  hint,
  placeholder,
  button,
  numeric = false,
  onDone,
}: {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly button: string
  readonly numeric?: boolean
  /** Why it was not taken; null when it was. */
  readonly onDone: (text: string) => string | null
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <form
      className={styles['side']}
      data-side
      onSubmit={(event) => {
        event.preventDefault()
        setError(onDone(text))
      }}
    >
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      <div className={styles['row']}>
        <input
          id={id}
          className={styles['line']}
          type="text"
          dir="auto"
          inputMode={numeric ? 'decimal' : 'text'}
          autoFocus
          autoComplete="off"
          maxLength={2_000}
          value={text}
          placeholder={placeholder}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <Button submit variant="primary">
          {button}
        </Button>
      </div>
      {error !== null && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </form>
  )
}
