import { classNames } from './class-names.ts'
import styles from './ring.module.css'

/** What a colour means; always said in words beside it as well. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'hue'

type RingProps = {
  /** 0 to 1; null draws the empty track and "–". */
  readonly value: number | null
  readonly size?: number
  readonly thickness?: number
  readonly tone?: Tone
  /** Text in the middle; the percentage when left out, nothing when ''. */
  readonly text?: string
}

/** Progress as a ring. It is a picture: say the number in words beside it for screen readers. */
export function Ring({ value, size = 44, thickness = 5, tone = 'hue', text }: RingProps) {
  const radius = (size - thickness) / 2
  const round = 2 * Math.PI * radius
  const share = Math.min(1, Math.max(0, value ?? 0))
  const words = text ?? (value === null ? '–' : `${String(Math.round(share * 100))}%`)
  return (
    <span className={styles['ring']} aria-hidden>
      <svg width={size} height={size} viewBox={`0 0 ${String(size)} ${String(size)}`}>
        <circle className={styles['disc']} cx={size / 2} cy={size / 2} r={radius} />
        <circle
          className={styles['track']}
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          strokeWidth={thickness}
        />
        {share > 0 && (
          <circle
            className={classNames(styles['arc'], styles[tone])}
            cx={size / 2}
            cy={size / 2}
            r={radius}
            fill="none"
            strokeWidth={thickness}
            strokeLinecap={share < 1 ? 'round' : 'butt'}
            strokeDasharray={round}
            strokeDashoffset={round * (1 - share)}
            transform={`rotate(-90 ${String(size / 2)} ${String(size / 2)})`}
          />
        )}
      </svg>
      {words !== '' && (
        <span className={styles['words']} style={{ fontSize: Math.max(9, size * 0.25) }}>
          {words}
        </span>
      )}
    </span>
  )
}
