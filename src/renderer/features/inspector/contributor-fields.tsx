import { X } from 'lucide-react'
import { useState } from 'react'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { usePlan } from '#store/plan-store.ts'
import { IconButton } from '#ui/button.tsx'
import { NumberField } from '#ui/editable.tsx'
import { edit } from './edit.ts'
import { PersonSelect } from './person-select.tsx'
import styles from './inspector.module.css'

/** Who else works on it, each with a share of the effort; the owner carries what is left. */
export function ContributorFields({ initiative }: { readonly initiative: Initiative }) {
  const people = usePlan((state) => state.plan?.person)
  const [error, setError] = useState<string | null>(null)
  const { contributors } = initiative
  const left = 1 - contributors.reduce((sum, c) => sum + c.share, 0)
  const commit = (next: Initiative['contributors']) => {
    const refused = edit('initiative.update', {
      id: initiative.id,
      changes: { contributors: next },
    })
    setError(refused)
    return refused
  }
  return (
    <>
      <ul className={styles['list']}>
        {contributors.map((contributor) => {
          const name = people?.get(contributor.personId)?.name ?? ''
          return (
            <li key={contributor.personId} className={styles['itemWide']}>
              <span className={styles['brief']} dir="auto">
                {name}
              </span>
              <NumberField
                label={`Share of ${name}`}
                labelHidden
                unit="%"
                min={0}
                max={100}
                required
                value={Math.round(contributor.share * 1000) / 10}
                onCommit={(value) =>
                  commit(
                    contributors.map((c) =>
                      c.personId === contributor.personId ? { ...c, share: (value ?? 0) / 100 } : c,
                    ),
                  )
                }
              />
              <IconButton
                size="small"
                label={`${name} does not work on it`}
                icon={<X size={14} />}
                onClick={() =>
                  commit(contributors.filter((c) => c.personId !== contributor.personId))
                }
              />
            </li>
          )
        })}
      </ul>
      {contributors.length > 0 && initiative.ownerId !== null && (
        <p className={styles['hint']}>
          The owner carries {Math.round(left * 100)} % of the effort.
        </p>
      )}
      <PersonSelect
        label="Add a contributor"
        nobody="Add a contributor…"
        value={null}
        except={[
          ...contributors.map((c) => c.personId),
          ...(initiative.ownerId === null ? [] : [initiative.ownerId]),
        ]}
        onChange={(personId) => {
          if (personId === null) return
          const share = Math.min(Math.max(left, 0), 1 / (contributors.length + 2))
          commit([...contributors, { personId, share }])
        }}
      />
      {error !== null && (
        <p className={styles['warning']} role="alert">
          {error}
        </p>
      )}
    </>
  )
}
