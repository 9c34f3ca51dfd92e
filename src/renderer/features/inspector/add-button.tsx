import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { CommandResult } from '#domain/plan/command.ts'
import { select } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import styles from './inspector.module.css'

/** Adds a thing below the selected one and selects it; says beside the button why it could not. */
export function AddButton({
  kind,
  label,
  add,
}: {
  readonly kind: 'keyResult' | 'initiative'
  readonly label: string
  readonly add: () => CommandResult
}) {
  const [error, setError] = useState<string | null>(null)
  return (
    <>
      <Button
        className={styles['dashed']}
        onClick={() => {
          const result = add()
          setError(result.ok ? null : result.message)
          const added = result.ok ? result.patch.puts.find((thing) => thing.kind === kind) : null
          if (added) select({ kind, id: added.id })
        }}
      >
        <Plus size={14} aria-hidden /> {label}
      </Button>
      {error !== null && (
        <p className={styles['warning']} role="alert">
          {error}
        </p>
      )}
    </>
  )
}
