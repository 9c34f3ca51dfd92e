import { useEffect, useRef, useState } from 'react'
import styles from './quick-field.module.css'

type QuickFieldProps = {
  readonly label: string
  readonly onDone: (title: string) => void
  readonly onClose: () => void
  /** Enter takes the text and leaves the field open for the next one. */
  readonly staysOpen?: boolean
}

/** One line for the title of a new thing. Enter or leaving takes it, Escape gives it up. */
export function QuickField({ label, onDone, onClose, staysOpen = false }: QuickFieldProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const isClosed = useRef(false)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
  }, [])
  const take = (goesOn: boolean) => {
    if (isClosed.current) return
    const title = text.trim()
    if (title !== '') onDone(title)
    setText('')
    if (goesOn && title !== '') return
    isClosed.current = true
    onClose()
  }
  return (
    <input
      ref={field}
      className={styles['field']}
      type="text"
      dir="auto"
      maxLength={500}
      value={text}
      placeholder={label}
      aria-label={label}
      autoComplete="off"
      onChange={(event) => {
        setText(event.target.value)
      }}
      onBlur={() => {
        take(false)
      }}
      onKeyDown={(event) => {
        // Letters are text here; what is held with Ctrl or Cmd is still a command of the app.
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
        if (event.key === 'Enter') take(staysOpen)
        if (event.key === 'Escape') {
          isClosed.current = true
          onClose()
        }
      }}
    />
  )
}
