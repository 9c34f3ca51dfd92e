import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { run } from '#store/plan-store.ts'
import { select } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import styles from './people-screen.module.css'

/** A name and Enter, as often as there are people. */
export function AddPerson() {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault()
        const result = run('person.add', { name: name.trim() })
        setError(result.ok ? null : result.message)
        if (!result.ok) return
        setName('')
        const added = result.patch.puts.find((thing) => thing.kind === 'person')
        if (added) select({ kind: 'person', id: added.id })
      }}
    >
      <TextField
        label="New person"
        labelHidden
        placeholder="Name, then Enter"
        value={name}
        error={error}
        onChange={setName}
      />
      <Button submit variant="primary" disabled={name.trim() === ''}>
        <UserPlus size={15} aria-hidden /> Add
      </Button>
    </form>
  )
}
