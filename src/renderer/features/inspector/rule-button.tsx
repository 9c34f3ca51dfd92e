import { useState } from 'react'
import type { Status } from '#domain/key-result/key-result.ts'
import { StatusChip } from '#ui/badge.tsx'
import styles from './rule-button.module.css'

/** A status with the rule behind it one click away: which rule decided, and the numbers it used. */
export function RuleButton({
  figures,
}: {
  readonly figures: { readonly status: Status; readonly reasons: readonly string[] }
}) {
  const [open, setOpen] = useState(false)
  return (
    <div className={styles['ruleBox']}>
      <button
        type="button"
        className={styles['ruleButton']}
        aria-expanded={open}
        aria-label={`${open ? 'Hide' : 'Show'} the rule behind this status`}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <StatusChip status={figures.status} reasons={figures.reasons} />
        <span className={styles['why']}>{open ? 'hide' : 'why?'}</span>
      </button>
      {open && (
        <ul className={styles['rule']}>
          {figures.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
