import { useKeptText } from './kept-text.ts'
import styles from './stages.module.css'

/** One line of a list that is being written: Enter takes it and the next one begins. */
export function QuickLine({
  keep,
  label,
  isIdea = false,
  onTake,
}: {
  readonly keep: string
  readonly label: string
  /** The line to which the key for ideas leads. */
  readonly isIdea?: boolean
  /** Whether the text was taken. */
  readonly onTake: (text: string) => boolean
}) {
  const [text, setText] = useKeptText(keep)
  return (
    <input
      className={styles['line']}
      type="text"
      dir="auto"
      aria-label={label}
      placeholder={`${label}, press Enter`}
      value={text}
      maxLength={500}
      autoComplete="off"
      data-card-entry={isIdea || undefined}
      onChange={(event) => {
        setText(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && text.trim() !== '' && onTake(text.trim())) setText('')
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
