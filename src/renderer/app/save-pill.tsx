import { Check, CircleAlert, Clock, LoaderCircle, Lock } from 'lucide-react'
import { usePlan } from '#store/plan-store.ts'
import type { SaveStatus } from '#store/plan-store.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import { classNames } from '#ui/class-names.ts'
import styles from './save-pill.module.css'

const LOOKS = {
  saved: { words: 'Saved on this computer', Icon: Check, look: 'saved' },
  saving: { words: 'Saving…', Icon: LoaderCircle, look: 'saving' },
  late: { words: 'Saved · safety copy is late', Icon: Clock, look: 'late' },
  failed: { words: 'Not saved', Icon: CircleAlert, look: 'failed' },
  'read-only': { words: 'Read only', Icon: Lock, look: 'readOnly' },
} as const satisfies Record<SaveStatus['state'], object>

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
  const state = reason !== null ? 'read-only' : save.state
  const { words, Icon, look } = LOOKS[state]
  const explained = reason ?? (save.detail || EXPLAINED[state])
  return (
    <Tooltip label={explained}>
      <span
        className={classNames(styles['pill'], styles[look])}
        tabIndex={0}
        role="status"
        aria-label={words}
        data-save={state}
      >
        <Icon size={14} aria-hidden />
        <span className={styles['words']}>{words}</span>
      </span>
    </Tooltip>
  )
}
