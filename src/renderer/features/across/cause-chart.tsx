import type { AcrossCause } from '#domain/across/across.ts'
import { counted } from '#domain/plan/title-quote.ts'
import styles from './across.module.css'

const SHOWN = 10

/** Root causes as bars that lie down: their words need the room. Read as a list by a screen reader. */
export function CauseChart({ causes }: { readonly causes: readonly AcrossCause[] }) {
  const most = Math.max(1, ...causes.map(({ count }) => count))
  return (
    <ul className={styles['causes']}>
      {causes.slice(0, SHOWN).map(({ cause, count, byCycle, isRecurring }) => (
        <li key={cause} className={styles['cause']}>
          <span className={styles['causeName']} dir="auto">
            {cause}
          </span>
          <span className={styles['causeTrack']} aria-hidden>
            <span
              className={styles['causeFill']}
              style={{ width: `${String((count / most) * 100)}%` }}
            />
          </span>
          <span className={styles['causeWords']}>
            {counted(count, 'key result')}
            {isRecurring && ` in ${String(byCycle.filter((n) => n > 0).length)} cycles`}
          </span>
        </li>
      ))}
      {causes.length > SHOWN && (
        <li className={styles['quiet']}>and {causes.length - SHOWN} more in the table</li>
      )}
    </ul>
  )
}
