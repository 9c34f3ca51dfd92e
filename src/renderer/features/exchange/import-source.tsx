import { FolderOpen } from 'lucide-react'
import type { ClipboardEvent } from 'react'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/field.tsx'
import styles from './import-dialog.module.css'

const EXAMPLE = `Customers rave about our support
  - KR: First response from 14 to 5 minutes
      - Chatbot for common questions
  - KR: Satisfaction from 78 % to 84 %
New teams succeed in their first week
  - KR: Sign-ups +25 %`

/** Characters from which a paste goes past the field's own, slow way. */
const LONG_PASTE = 20_000

/** Where the text comes from: typed, pasted, or out of a file. */
export function ImportSource({
  text,
  onText,
  onOpen,
}: {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onOpen: () => void
}) {
  // The browser needs half a minute to lay thousands of pasted lines into a field one by one.
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    const field = event.target
    if (pasted.length < LONG_PASTE || !(field instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    const [from, to] = [field.selectionStart, field.selectionEnd]
    onText(field.value.slice(0, from) + pasted + field.value.slice(to))
  }
  return (
    <section className={styles['source']} aria-label="Source">
      <div className={styles['paste']} onPaste={onPaste}>
        <TextArea
          label="Your OKRs as text"
          autoFocus
          rows={12}
          placeholder={EXAMPLE}
          value={text}
          onChange={onText}
        />
      </div>
      <Button onClick={onOpen}>
        <FolderOpen size={15} aria-hidden /> Open a file…
      </Button>
      <p className={styles['hint']}>
        Or drop a file here. Outlines, Markdown, cells copied from a spreadsheet, CSV, .roadbook
        files.
      </p>
    </section>
  )
}
