import { useEffect, useState } from 'react'
import type { JournalEntry } from '#domain/journal/journal-entry.ts'
import type { Ref } from '#domain/plan/field.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { closeDialog, toast, useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextArea } from '#ui/field.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { celebrate } from '#store/celebration.ts'
import { ENTRY_TYPES, entryType as typeNamed } from './entry-types.ts'
import styles from './journal.module.css'

/** A win, lesson, concern, decision or blocker in two keystrokes and a line, tied to what is selected. */
export function JournalDialog({
  entryType,
  about,
}: {
  readonly entryType: JournalEntry['type'] | null
  readonly about: Ref | null
}) {
  const plan = usePlan((state) => state.plan)
  const people = usePlan((state) => state.index?.people) ?? []
  const meId = useUi((state) => state.meId)
  const [type, setType] = useState(entryType)
  const [text, setText] = useState('')
  const [authorId, setAuthorId] = useState(meId !== null && plan?.person.has(meId) ? meId : '')
  const [isTied, setIsTied] = useState(true)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    if (type !== null) return undefined
    const choose = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const chosen = ENTRY_TYPES.find((one) => one.key.toLowerCase() === event.key.toLowerCase())
      if (!chosen) return
      event.preventDefault()
      setType(chosen.type)
    }
    window.addEventListener('keydown', choose)
    return () => {
      window.removeEventListener('keydown', choose)
    }
  }, [type])
  if (!plan) return null
  const thing = about && thingAt(plan, about)
  const title = thing && ('title' in thing ? thing.title : 'name' in thing ? thing.name : null)
  const save = () => {
    if (type === null) return
    if (text.trim() === '') {
      setError('A few words, please.')
      return
    }
    const result = run('journal.add', {
      type,
      text: text.trim(),
      authorId: authorId === '' ? null : authorId,
      about: isTied && thing ? about : null,
    })
    if (!result.ok) {
      setError(result.message)
      return
    }
    closeDialog()
    if (type === 'win') celebrate(text.trim())
    else toast(`Kept the ${type}`, { tone: 'good' })
  }
  return (
    <Dialog
      title={type === null ? 'What is it?' : typeNamed(type).label}
      description={title ? `About ${inQuotes(title, 80)}` : undefined}
      onClose={closeDialog}
      footer={
        type !== null && (
          <>
            <Button onClick={closeDialog}>Cancel</Button>
            <Button variant="primary" onClick={save}>
              Keep the {type}
            </Button>
          </>
        )
      }
    >
      {type === null ? (
        <div className={styles['types']}>
          {ENTRY_TYPES.map((one) => (
            <Button
              key={one.type}
              size="large"
              onClick={() => {
                setType(one.type)
              }}
            >
              <one.Icon size={16} aria-hidden /> {one.label} <Kbd shortcut={one.key} />
            </Button>
          ))}
        </div>
      ) : (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
          onKeyDown={(event) => {
            // One line by nature: Enter keeps it, Shift+Enter makes another line.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            if (!(event.target instanceof HTMLTextAreaElement)) return
            event.preventDefault()
            save()
          }}
        >
          <TextArea
            label={typeNamed(type).question}
            autoFocus
            rows={3}
            maxLength={20_000}
            value={text}
            error={error}
            hint="Enter keeps it."
            onChange={setText}
          />
          {people.length > 0 && (
            <SelectField
              label="Said by"
              value={authorId}
              options={[
                { value: '', label: 'Nobody named' },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={setAuthorId}
            />
          )}
          {title && (
            <label className={styles['check']}>
              <input
                type="checkbox"
                checked={isTied}
                onChange={(event) => {
                  setIsTied(event.target.checked)
                }}
              />
              <span dir="auto">About {inQuotes(title, 60)}</span>
            </label>
          )}
        </form>
      )}
    </Dialog>
  )
}
