import { useRef } from 'react'
import type { Id } from '#domain/plan/field.ts'
import { runAll } from '#store/plan-store.ts'
import { announce, toast } from '#store/ui-store.ts'
import { focusFromEntry } from './card-focus.ts'
import { useKeptText } from './kept-text.ts'
import type { Room } from './room-data.ts'
import styles from './cards.module.css'

/** Type, Enter, next. Several pasted lines become several cards. */
export function CardEntry({
  room,
  stepId,
  column = '',
  personId = null,
  label = 'Type an idea, press Enter',
}: {
  readonly room: Room
  readonly stepId: Id | null
  readonly column?: string
  readonly personId?: Id | null
  readonly label?: string
}) {
  const { workshop } = room
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useKeptText(`${workshop.id} card ${stepId ?? ''} ${column}`)

  const take = () => {
    const lines = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length === 0) return
    const result = runAll(
      lines.map((line) => ({
        id: 'card.add',
        input: { workshopId: workshop.id, text: line, stepId, column, personId },
      })),
      workshop.silent ? 'Write a hidden card' : `Write "${lines[0]?.slice(0, 40) ?? ''}"`,
    )
    if (!result.ok) {
      toast(result.message, { tone: 'bad' })
      return
    }
    announce(lines.length === 1 ? 'Card written' : `${String(lines.length)} cards written`)
    setText('')
    field.current?.focus()
  }

  return (
    <textarea
      ref={field}
      className={styles['entry']}
      rows={1}
      dir="auto"
      aria-label={column === '' ? label : `${label} · ${column}`}
      placeholder={label}
      value={text}
      data-card-entry
      onChange={(event) => {
        setText(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          take()
        }
        if (event.key === 'Escape') event.currentTarget.blur()
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (by !== 0 && text === '') {
          event.preventDefault()
          focusFromEntry(event.currentTarget, by)
        }
      }}
    />
  )
}
