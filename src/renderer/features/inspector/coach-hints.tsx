import { Lightbulb } from 'lucide-react'
import { useMemo, useState } from 'react'
import { coachInitiative, coachKeyResult, coachObjective } from '#domain/coach/coach.ts'
import type { Finding } from '#domain/coach/finding.ts'
import { dismissed } from '#domain/coach/finding.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanIndex } from '#domain/plan/plan-index.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import styles from './coach-hints.module.css'

type CoachedKind = 'objective' | 'keyResult' | 'initiative'

function findingsOf(
  plan: Plan,
  index: PlanIndex,
  kind: CoachedKind,
  id: string,
): readonly Finding[] {
  if (kind === 'objective') {
    const objective = plan.objective.get(id)
    return objective ? coachObjective(plan, index, objective) : []
  }
  if (kind === 'keyResult') {
    const keyResult = plan.keyResult.get(id)
    return keyResult ? coachKeyResult(plan, index, keyResult) : []
  }
  const initiative = plan.initiative.get(id)
  return initiative ? coachInitiative(plan, initiative) : []
}

/** What the coach says of a thing, under its title. It warns and never blocks; a reason puts it away. */
export function CoachHints({ kind, id }: { readonly kind: CoachedKind; readonly id: string }) {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const findings = useMemo(
    () => (plan && index ? findingsOf(plan, index, kind, id) : []),
    [plan, index, kind, id],
  )
  if (findings.length === 0) return null
  return (
    <ul className={styles['hints']} aria-label="Hints on the wording">
      {findings.map((finding) => (
        <Hint key={finding.check} finding={finding} />
      ))}
    </ul>
  )
}

function Hint({ finding }: { readonly finding: Finding }) {
  const settings = usePlan((state) => state.plan?.meta.settings)
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const dismiss = () => {
    if (!settings) return
    if (reason.trim() === '') {
      setError('A few words; the review prints them.')
      return
    }
    const dismissedChecks = dismissed(settings, finding.check, finding.about.id, reason.trim())
    setError(
      edit('plan.update', {
        changes: { settings: { dismissedChecks } },
      }),
    )
  }
  return (
    <li className={styles['hint']}>
      <details>
        <summary className={styles['label']}>
          <Lightbulb size={13} aria-hidden /> {finding.label}
        </summary>
        <p>{finding.reason}</p>
        <p className={styles['example']}>{finding.example}</p>
        {isAsking ? (
          <form
            className={styles['form']}
            onSubmit={(event) => {
              event.preventDefault()
              dismiss()
            }}
          >
            <TextField
              label="Why it does not apply here"
              autoFocus
              maxLength={2_000}
              value={reason}
              error={error}
              onChange={setReason}
            />
            <Button submit size="small">
              Put it away
            </Button>
          </form>
        ) : (
          <Button
            variant="link"
            size="small"
            onClick={() => {
              setAsking(true)
            }}
          >
            Does not apply…
          </Button>
        )}
      </details>
    </li>
  )
}
