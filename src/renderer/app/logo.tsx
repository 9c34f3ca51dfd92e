import styles from './logo.module.css'

/** The road that turns around a destination; the same drawing as resources/icons/icon.svg. */
export function LogoMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="2 2 28 28" aria-hidden>
      <path
        className={styles['road']}
        d="M7 27c0-5 3.4-6.8 5-10.4C13.7 12 14.4 5 20.5 5c3.7 0 6 2.7 6 5.8 0 7.3-9.7 7.4-14.5 10.7-2 1.4-3.2 3-3.2 5.5"
      />
      <circle className={styles['dot']} cx="20.4" cy="11" r="2.9" />
    </svg>
  )
}

export function Logo({ nameClass }: { readonly nameClass?: string | undefined }) {
  return (
    <span className={styles['logo']}>
      <LogoMark />
      <span className={nameClass}>Roadbook</span>
    </span>
  )
}
