import { useState } from 'react'
import type { ReactNode } from 'react'
import styles from './section.module.css'

/** A block of the inspector under a small heading, perhaps with one thing to do beside it. */
export function Section({
  title,
  action,
  children,
}: {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles['section']} aria-label={title}>
      <header className={styles['sectionHead']}>
        <h3 className={styles['sectionTitle']}>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  )
}

/** One line "label – value". The field inside carries the same label for screen readers. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['row']}>
      <span className={styles['rowLabel']} aria-hidden>
        {label}
      </span>
      <div className={styles['rowValue']}>{children}</div>
    </div>
  )
}

/** Less common fields, folded away and not made before they are asked for. */
export function More({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details
      className={styles['more']}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true)
      }}
    >
      <summary className={styles['moreTitle']}>{title}</summary>
      {wasOpened && <div className={styles['moreBody']}>{children}</div>}
    </details>
  )
}
