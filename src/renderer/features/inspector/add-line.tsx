import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import styles from './inspector.module.css'

/** One line that becomes the next thing of a list on Enter; a refusal is said beside it and keeps the text. */
export function AddLine({
  label,
  placeholder,
  onAdd,
}: {
  readonly label: string
  readonly placeholder: string
  readonly onAdd: (title: string) => string | null
}) {
  const [title, setTitle] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <form
      className={styles['adder']}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() === '') return
        const refused = onAdd(title.trim())
        setError(refused)
        if (refused === null) setTitle('')
      }}
    >
      <TextField
        label={label}
        labelHidden
        placeholder={placeholder}
        value={title}
        error={error}
        onChange={setTitle}
      />
      <Button submit disabled={title.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
