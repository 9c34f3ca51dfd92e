import { classNames } from './class-names.ts'
import styles from './flag.module.css'

/** The flag of a win; it waves once where it is fresh. */
export function Flag({ waves }: { readonly waves: boolean }) {
  return (
    <svg
      className={classNames(waves && styles['waves'])}
      viewBox="0 0 40 48"
      width="34"
      height="41"
      aria-hidden
    >
      <path className={styles['pole']} d="M8 4v42" />
      <path className={styles['cloth']} d="M8 6c9-5 15 4 26 0v18c-11 4-17-5-26 0z" />
    </svg>
  )
}
