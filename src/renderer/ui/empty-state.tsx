import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What a place is for while nothing is in it, and what to do next. */
export function EmptyState({
  title,
  children,
  icon,
  actions,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly icon?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className={styles['empty']}>
      {icon && <div className={styles['icon']}>{icon}</div>}
      <h2 className={styles['title']}>{title}</h2>
      {children && <p className={styles['words']}>{children}</p>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
