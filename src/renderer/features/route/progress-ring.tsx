import styles from './progress-ring.module.css'

type ProgressRingProps = {
  readonly share: number | null
  readonly size: number
  /** The number without its percent sign, for small rings. */
  readonly isPlain: boolean
}

/** Progress as a ring of one element: hundreds of lanes carry one each. */
export function ProgressRing({ share, size, isPlain }: ProgressRingProps) {
  const percent = Math.round((share ?? 0) * 100)
  return (
    <div
      className={styles['ring']}
      style={
        {
          width: size,
          height: size,
          fontSize: isPlain ? 10 : 11.5,
          '--share': Math.min(1, Math.max(0, share ?? 0)),
        } as React.CSSProperties
      }
      aria-hidden
    >
      {share === null ? '–' : isPlain ? percent : `${String(percent)}%`}
    </div>
  )
}
