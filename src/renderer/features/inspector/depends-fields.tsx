import { X } from 'lucide-react'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { usePlan } from '#store/plan-store.ts'
import { select } from '#store/ui-store.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { useState } from 'react'
import { edit } from './edit.ts'
import styles from './inspector.module.css'

/** More candidates than a list can show; the rest is found by typing a part of the title. */
const MOST = 200

/** What must be done before: other initiatives of the same cycle. */
export function DependsFields({ initiative }: { readonly initiative: Initiative }) {
  const initiatives = usePlan((state) => state.plan?.initiative)
  const [error, setError] = useState<string | null>(null)
  if (!initiatives) return null
  const commit = (dependsOn: string[]) => {
    setError(edit('initiative.update', { id: initiative.id, changes: { dependsOn } }))
  }
  const candidates = [...initiatives.values()]
    .filter(
      (other) =>
        other.cycleId === initiative.cycleId &&
        other.id !== initiative.id &&
        other.state !== 'dropped' &&
        !initiative.dependsOn.includes(other.id),
    )
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .slice(0, MOST)
  return (
    <>
      <ul className={styles['list']}>
        {initiative.dependsOn.map((id) => {
          const other = initiatives.get(id)
          return (
            <li key={id} className={styles['itemWide']}>
              <Button
                variant="link"
                onClick={() => {
                  select({ kind: 'initiative', id })
                }}
              >
                {other?.title ?? ''}
              </Button>
              <span className={styles['cardLine']}>
                {other?.dueOn ? `due ${formatDay(other.dueOn)}` : 'no dates'}
              </span>
              <IconButton
                size="small"
                label={`Does not depend on ${other?.title ?? ''}`}
                hint="Does not depend on this"
                icon={<X size={14} />}
                onClick={() => {
                  commit(initiative.dependsOn.filter((d) => d !== id))
                }}
              />
            </li>
          )
        })}
      </ul>
      <SelectField
        label="Depends on"
        error={error}
        value=""
        options={[
          { value: '', label: 'Add what must come first…' },
          ...candidates.map((other) => ({ value: other.id, label: other.title })),
        ]}
        onChange={(id) => {
          if (id !== '') commit([...initiative.dependsOn, id])
        }}
      />
    </>
  )
}
