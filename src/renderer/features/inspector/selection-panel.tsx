import { Move, Trash2 } from 'lucide-react'
import type { Ref } from '#domain/plan/field.ts'
import { thingAt } from '#domain/plan/plan.ts'
import { usePlan } from '#store/plan-store.ts'
import { openDialog, select, toggleSelected } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { useState } from 'react'
import { edit } from './edit.ts'
import { Section } from './section.tsx'
import headStyles from './panel-head.module.css'
import cardStyles from './thing-card.module.css'
import styles from './inspector.module.css'

/** Several things at once: what they are, and what can be done with the initiatives among them. */
export function SelectionPanel({ refs }: { readonly refs: readonly Ref[] }) {
  const plan = usePlan((state) => state.plan)
  const [error, setError] = useState<string | null>(null)
  if (!plan) return null
  const ids = refs.filter((ref) => ref.kind === 'initiative').map((ref) => ref.id)
  const count = ids.length === 1 ? '1 initiative' : `${String(ids.length)} initiatives`
  return (
    <>
      <header className={headStyles['head']}>
        <span className={headStyles['kind']}>Selection</span>
        <h2 className={headStyles['selectionTitle']}>{refs.length} things selected</h2>
      </header>
      {ids.length > 0 && (
        <Section title={`With the ${count}`}>
          <div className={styles['chips']}>
            <Button
              onClick={() => {
                openDialog({ type: 'move-to', refs: refs.filter((r) => r.kind === 'initiative') })
              }}
            >
              <Move size={14} aria-hidden /> Move to…
            </Button>
            <Button
              onClick={() => {
                setError(edit('initiative.drop', { ids }))
              }}
            >
              Drop
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                select()
                edit('initiative.delete', { ids })
              }}
            >
              <Trash2 size={14} aria-hidden /> Delete
            </Button>
          </div>
          {error !== null && <p className={styles['warning']}>{error}</p>}
        </Section>
      )}
      <ul className={styles['list']}>
        {refs.map((ref) => {
          const thing = thingAt(plan, ref)
          if (!thing) return null
          const title = 'title' in thing ? thing.title : 'name' in thing ? thing.name : ''
          return (
            <li key={`${ref.kind} ${ref.id}`}>
              <div className={cardStyles['card']}>
                <span className={cardStyles['cardTitle']} dir="auto">
                  {title}
                </span>
                <span className={headStyles['headLine']}>
                  <Button
                    variant="link"
                    onClick={() => {
                      select(ref)
                    }}
                  >
                    Show this one
                  </Button>
                  <Button
                    variant="link"
                    onClick={() => {
                      toggleSelected(ref)
                    }}
                  >
                    Take out
                  </Button>
                </span>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
