import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '#domain/plan/field.ts'
import { causeNow } from '#domain/retrospective/root-cause.ts'
import { keyResultScoreReasons } from '#domain/retrospective/score-reasons.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import type { StepProps } from './review-walk.tsx'
import { scoreWords } from './score-words.ts'
import { StepHead } from './step-head.tsx'
import { judgedOf } from './step-state.ts'
import styles from './walk.module.css'

const NONE: readonly string[] = []

/** Why what was missed was missed; one word from a short list that the team keeps itself. */
export function StepCauses({ review, retrospective }: StepProps) {
  const settings = usePlan((state) => state.plan?.meta.settings)
  const causes = settings?.rootCauses ?? NONE
  const typeOf = (id: Id) =>
    review.objectives.find(({ objective }) => objective.id === id)?.objective.type ?? 'aspirational'
  const missed = judgedOf(review).filter(({ isMissed }) => isMissed)
  return (
    <>
      <StepHead title="Why was it missed?">
        One root cause for each key result that is not good by its own line. A short list makes it
        possible to see later which cause comes back.
      </StepHead>
      {missed.length === 0 && <p>Nothing was missed. There is nothing to explain here.</p>}
      <ul className={styles['rows']}>
        {missed.map((one) => {
          // Of a cycle that was closed when its name changed.
          const chosen = settings ? causeNow(settings, one.rootCause) : one.rootCause
          const known = causes.includes(chosen) || chosen === ''
          return (
            <li key={one.keyResult.id} className={styles['row']}>
              <div className={styles['what']}>
                <p className={styles['name']} dir="auto">
                  {one.keyResult.title}
                </p>
                {one.reason !== '' && (
                  <p className={styles['quiet']} dir="auto">
                    {one.reason}
                  </p>
                )}
              </div>
              <div className={styles['field']}>
                <SelectField
                  label={`Root cause of ${one.keyResult.title}`}
                  labelHidden
                  value={chosen}
                  options={[
                    { value: '', label: 'Not named yet' },
                    ...causes.map((cause) => ({ value: cause, label: cause })),
                    ...(known ? [] : [{ value: chosen, label: chosen }]),
                  ]}
                  onChange={(rootCause) => {
                    run('retrospective.setRootCause', {
                      id: retrospective.id,
                      keyResultId: one.keyResult.id,
                      rootCause,
                    })
                  }}
                />
              </div>
              <Badge
                tone={one.tone ?? 'quiet'}
                reasons={keyResultScoreReasons(one, typeOf(one.keyResult.objectiveId))}
                isFocusable
              >
                {scoreWords(one.score, one.band, one.tone)}
              </Badge>
            </li>
          )
        })}
      </ul>
      <CauseList causes={causes} />
    </>
  )
}

/** The plan's own list of causes; it is the same in every cycle. */
function CauseList({ causes }: { readonly causes: readonly string[] }) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const set = (rootCauses: readonly string[]) =>
    edit('plan.update', { changes: { settings: { rootCauses: [...rootCauses] } } })
  return (
    <details className={styles['more']}>
      <summary>The list of causes · {causes.length}</summary>
      <ul className={styles['lines']}>
        {causes.map((cause, i) => (
          <li key={cause} className={styles['line']}>
            <EditableText
              label={`Cause ${String(i + 1)}`}
              labelHidden
              required
              value={cause}
              validate={(next) =>
                next !== cause && causes.includes(next) ? 'This cause is in the list.' : null
              }
              onCommit={(next) => edit('rootCause.rename', { from: cause, to: next })}
            />
            <IconButton
              label={`Take ${cause} out of the list`}
              size="small"
              icon={<X size={14} />}
              onClick={() => set(causes.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ul>
      <form
        className={styles['line']}
        onSubmit={(event) => {
          event.preventDefault()
          const cause = text.trim()
          if (cause === '') return
          const refused = causes.includes(cause)
            ? 'This cause is in the list.'
            : set([...causes, cause])
          setError(refused)
          if (refused === null) setText('')
        }}
      >
        <TextField
          label="Another cause"
          labelHidden
          placeholder="Another cause, then Enter"
          value={text}
          error={error}
          onChange={setText}
        />
        <Button submit>
          <Plus size={14} aria-hidden /> Add
        </Button>
      </form>
    </details>
  )
}
