import styles from './shell.module.css'

/** Stands in for a part that is being loaded; says nothing when that is quick. */
export function Waiting() {
  return (
    <div className={styles['waiting']} aria-busy>
      <span>One moment…</span>
    </div>
  )
}
