import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { ActionRows } from './action-rows.tsx'
import { edit } from './edit.ts'
import { PersonField } from './person-field.tsx'
import type { StepProps } from './review-walk.tsx'
import { StepHead } from './step-head.tsx'
import styles from './actions.module.css'

/** What will be done differently, by whom and until when. */
export function StepActions({ retrospective }: StepProps) {
  const [text, setText] = useState('')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  return (
    <>
      <StepHead title="What do we do differently?">
        Few, small, each with one owner. They stay on this page until they are ticked, also after
        the cycle is closed.
      </StepHead>
      <form
        className={styles['newAction']}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === '') return
          const refused = edit('retrospective.addAction', {
            id: retrospective.id,
            text: text.trim(),
            ownerId,
          })
          setError(refused)
          if (refused === null) setText('')
        }}
      >
        <TextField
          label="New action"
          placeholder="What, in one line, then Enter"
          maxLength={500}
          autoFocus
          value={text}
          error={error}
          onChange={setText}
        />
        <PersonField label="Owner" value={ownerId} onChange={setOwnerId} />
        <Button submit variant="primary">
          <Plus size={15} aria-hidden /> Add
        </Button>
      </form>
      {retrospective.actions.length > 0 && <ActionRows retrospective={retrospective} />}
    </>
  )
}
