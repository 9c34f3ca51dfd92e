import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './page.module.css'

/** A screen that is read from top to bottom: its name, one line about it, what can be done, and the rest. */
export function Page({
  title,
  lead,
  action,
  isNarrow = false,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  /** What the screen is mainly for doing, at the end of its head. */
  readonly action?: ReactNode
  /** Lines of text rather than columns. */
  readonly isNarrow?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={classNames(styles['page'], isNarrow && styles['narrow'])}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          <h1 className={styles['title']}>{title}</h1>
          <p className={styles['lead']}>{lead}</p>
        </div>
        {action}
      </header>
      {children}
    </div>
  )
}
