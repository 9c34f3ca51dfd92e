import type { Id } from '#domain/plan/field.ts'
import { discardUnsaved, keepBoth, retrySave, usePlan } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { saveCopy } from './plan-file.ts'
import styles from './save-banner.module.css'

/** What stands in the way of changes: a save that failed, or a plan that may only be looked at. */
export function SaveBanner() {
  const save = usePlan((state) => state.save)
  const hasUnsaved = usePlan((state) => state.unsaved !== null)
  const reason = usePlan((state) => state.readOnlyReason)
  const canKeepBoth = usePlan((state) => state.canKeepBoth)
  const planId = usePlan((state) => state.plan?.meta.id)
  if (save.state === 'failed')
    return (
      <div className={classNames(styles['banner'], styles['failed'])} role="alert">
        <p className={styles['words']}>
          <strong>The last change is not saved.</strong>
          {save.detail}
        </p>
        <Button size="small" onClick={() => void retrySave()}>
          Try again
        </Button>
        {hasUnsaved && (
          <Button size="small" variant="danger" onClick={discardUnsaved}>
            Give up the change
          </Button>
        )}
        <Button size="small" variant="primary" onClick={() => void saveCopy()}>
          Save a copy…
        </Button>
      </div>
    )
  if (reason === null) return null
  return (
    <div className={classNames(styles['banner'], styles['readOnly'])} role="status">
      <p className={styles['words']}>
        <strong>Read only.</strong>
        {reason}
      </p>
      {canKeepBoth && planId !== undefined && (
        <Button size="small" variant="primary" onClick={() => void keepBothStates(planId)}>
          Keep both
        </Button>
      )}
      <Button size="small" onClick={() => void saveCopy()}>
        Save a copy…
      </Button>
    </div>
  )
}

async function keepBothStates(planId: Id): Promise<void> {
  const outcome = await keepBoth(planId)
  if (outcome.ok) toast('Both states are plans now; this is the other one.', { tone: 'good' })
  else toast(outcome.message, { tone: 'bad' })
}
