import { X } from 'lucide-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button, IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { TextField } from '#ui/field.tsx'
import styles from './settings.module.css'

/** A list of sentences, each edited in place. */
export function LineList({
  title,
  about,
  addLabel,
  lines,
  onChange,
}: {
  readonly title: string
  readonly about: string
  readonly addLabel: string
  readonly lines: readonly string[]
  /** null, or why the list was refused. */
  readonly onChange: (lines: string[]) => string | null
}) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const refused = onChange([...lines, text.trim()])
    setProblem(refused)
    if (refused === null) setText('')
  }
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{title}</h3>
      <p className={styles['about']}>{about}</p>
      {lines.length > 0 && (
        <ul className={styles['list']}>
          {lines.map((line, at) => (
            // Two lines may read the same, so only the place tells them apart.
            <li key={`${String(at)} ${line}`} className={styles['line']}>
              <div className={styles['grow']}>
                <EditableText
                  label={`${title}, ${String(at + 1)}`}
                  labelHidden
                  required
                  value={line}
                  onCommit={(next) => onChange(lines.map((one, i) => (i === at ? next : one)))}
                />
              </div>
              <IconButton
                label={`Remove ${line.slice(0, 60)}`}
                hint="Remove"
                icon={<X size={15} />}
                onClick={() => {
                  setProblem(onChange(lines.filter((_, i) => i !== at)))
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles['line']} onSubmit={add}>
        <div className={styles['grow']}>
          <TextField
            label={addLabel}
            labelHidden
            placeholder={addLabel}
            value={text}
            maxLength={500}
            onChange={setText}
            error={problem}
          />
        </div>
        <Button submit disabled={text.trim() === ''}>
          Add
        </Button>
      </form>
    </section>
  )
}
