import { useEffect, useRef, useState } from 'react'
import { useKeptText } from './kept-text.ts'
import styles from './cards.module.css'

/** The text of a card or the name of a group while it is rewritten; half-typed text outlives a kill. */
export function CardEditor({
  keep,
  start,
  label,
  onTake,
  onLeave,
}: {
  readonly keep: string
  readonly start: string
  readonly label: string
  readonly onTake: (text: string) => boolean
  /** `byKey`: the hand is still on the keyboard and goes on from the card. */
  readonly onLeave: (byKey: boolean) => void
}) {
  const [kept, setKept] = useKeptText(keep)
  const [isFresh, setFresh] = useState(true)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    // Who rewrites goes on at the end.
    field.current?.setSelectionRange(start.length, start.length)
  }, [start.length])
  const text = isFresh && kept === '' ? start : kept
  const byKey = useRef(false)
  const leave = () => {
    setKept('')
    onLeave(byKey.current)
  }
  return (
    <textarea
      ref={field}
      className={styles['editor']}
      rows={2}
      dir="auto"
      aria-label={label}
      value={text}
      onChange={(event) => {
        setFresh(false)
        setKept(event.target.value)
      }}
      onBlur={() => {
        if (text.trim() === '' || text === start || onTake(text)) leave()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          byKey.current = true
          event.currentTarget.blur()
          byKey.current = false
        }
        if (event.key === 'Escape') {
          byKey.current = true
          leave()
        }
      }}
    />
  )
}
