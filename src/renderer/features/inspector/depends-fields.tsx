import { X } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { usePlan } from '#store/plan-store.ts'
import { select } from '#store/ui-store.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import type { Option } from '#ui/field.tsx'
import { useState } from 'react'
import { edit } from './edit.ts'
import cardStyles from './thing-card.module.css'
import styles from './inspector.module.css'

/** More candidates than a list can show; the rest is found by typing a part of the title. */
const MOST = 200

/** What must be done before: other initiatives of the same cycle. */
export function DependsFields({ initiative }: { readonly initiative: Initiative }) {
  const before = usePlan(
    useShallow((state) => initiative.dependsOn.map((id) => state.plan?.initiative.get(id))),
  )
  const [error, setError] = useState<string | null>(null)
  const commit = (dependsOn: string[]) => {
    setError(edit('initiative.update', { id: initiative.id, changes: { dependsOn } }))
  }
  const candidates = (): readonly Option[] =>
    (usePlan.getState().index?.initiativesByCycle.get(initiative.cycleId) ?? [])
      .filter(
        ({ id, state }) =>
          id !== initiative.id && state !== 'dropped' && !initiative.dependsOn.includes(id),
      )
      .sort((a, b) => (a.title < b.title ? -1 : 1))
      .slice(0, MOST)
      .map(({ id, title }) => ({ value: id, label: shortTitle(title, 80) }))
  return (
    <>
      <ul className={styles['list']}>
        {initiative.dependsOn.map((id, at) => {
          const other = before[at]
          return (
            <li key={id} className={styles['itemWide']}>
              <Button
                variant="link"
                onClick={() => {
                  select({ kind: 'initiative', id })
                }}
              >
                {shortTitle(other?.title ?? '', 80)}
              </Button>
              <span className={cardStyles['cardLine']}>
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
        options={[{ value: '', label: 'Add what must come first…' }]}
        more={candidates}
        onChange={(id) => {
          if (id !== '') commit([...initiative.dependsOn, id])
        }}
      />
    </>
  )
}
