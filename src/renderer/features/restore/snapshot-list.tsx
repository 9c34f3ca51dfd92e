import { Pin } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { SnapshotSummary } from '#shared/snapshot-summary.ts'
import { Badge } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import { contentWords, momentWords, placeWords, reasonWords, sizeWords } from './snapshot-words.ts'
import styles from './restore.module.css'

/** Moves from one snapshot to the next by the arrows. */
function onArrow(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[at + step]?.focus()
}

/** The snapshots of the plan, the newest first. */
export function SnapshotList({
  snapshots,
  chosenId,
  onChoose,
}: {
  readonly snapshots: readonly SnapshotSummary[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}) {
  return (
    <ul className={styles['list']} aria-label="Snapshots" onKeyDown={onArrow}>
      {snapshots.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className={classNames(styles['snapshot'], one.id === chosenId && styles['chosen'])}
            aria-pressed={one.id === chosenId}
            onClick={() => {
              onChoose(one.id)
            }}
          >
            <span className={styles['when']}>
              <strong>{momentWords(one.at)}</strong>
              {one.pinned && (
                <Badge tone="quiet" icon={<Pin size={12} aria-hidden />}>
                  Pinned
                </Badge>
              )}
              {one.state === 'quarantined' && <Badge tone="warn">Put apart</Badge>}
              {one.state === 'damaged' && <Badge tone="bad">Damaged</Badge>}
            </span>
            <span>{reasonWords(one)}</span>
            <span className={styles['facts']}>{contentWords(one)}</span>
            <span className={styles['facts']}>
              {sizeWords(one.size)}, {placeWords(one)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
