import { usePlan } from '#store/plan-store.ts'
import type { SaveStatus } from '#store/plan-store.ts'
import { useSaveState } from '#store/selectors.ts'
import { SaveMark } from '#ui/save-mark.tsx'
import { Tooltip } from '#ui/tooltip.tsx'
import styles from './top-bar.module.css'

const EXPLAINED: Readonly<Record<SaveStatus['state'], string>> = {
  saved: 'Every change is in the database and in the safety copy on disk.',
  saving: 'The last change is on its way to the disk.',
  late: 'The last change is in the database. Its safety copy on disk is not there yet; Roadbook keeps trying.',
  failed: 'The last change is not on the disk.',
  'read-only': 'Nothing can be changed here.',
}

/** Where the latest change stands. Never says more than is true. */
export function SavePill() {
  const save = usePlan((state) => state.save)
  const reason = usePlan((state) => state.readOnlyReason)
  const state = useSaveState()
  const explained = reason ?? (save.detail || EXPLAINED[state])
  return (
    <Tooltip label={explained}>
      <SaveMark state={state} className={styles['saved']} tabIndex={0} data-save={state} />
    </Tooltip>
  )
}
