import { shortTitle } from '#domain/plan/title-quote.ts'
import styles from './across.module.css'

const WIDTH = 480
const HEIGHT = 232
const PAD = { left: 44, top: 34, bottom: 30 }

/** Room at the right for the words of thresholds; less without any. */
const WORDS = 84
const EDGE = 12

export type Bar = {
  readonly id: string
  readonly label: string
  /** Null draws no bar, only the words. */
  readonly value: number | null
  /** What stands over the bar. */
  readonly words: string
}

/** Bars from zero, with the axis in its unit. The same figures stand in a table beside it. */
export function BarChart({
  bars,
  max,
  ticks,
  unit,
  lines = [],
  summary,
}: {
  readonly bars: readonly Bar[]
  readonly max: number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
  /** What the axis counts, e.g. "score, 0–1". */
  readonly unit: string
  /** Thresholds worth seeing. */
  readonly lines?: readonly { readonly value: number; readonly label: string }[]
  /** The chart in one sentence. */
  readonly summary: string
}) {
  const right = lines.length > 0 ? WORDS : EDGE
  const width = WIDTH - PAD.left - right
  const height = HEIGHT - PAD.top - PAD.bottom
  const y = (value: number) => PAD.top + height - (Math.min(value, max) / max) * height
  const slot = width / Math.max(1, bars.length)
  const bar = Math.min(56, slot * 0.6)
  const middle = (i: number) => PAD.left + slot * (i + 0.5)
  const letters = Math.max(3, Math.floor(slot / 7))
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={summary}
    >
      <text className={styles['unit']} x={0} y={11}>
        {unit}
      </text>
      {ticks.map(({ value, label }) => (
        <g key={value}>
          <line
            className={styles['grid']}
            x1={PAD.left}
            x2={WIDTH - right}
            y1={y(value)}
            y2={y(value)}
          />
          <text className={styles['axis']} x={PAD.left - 6} y={y(value) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {bars.map(({ id, value }, i) => {
        if (value === null) return null
        const x = middle(i) - bar / 2
        const top = y(value)
        const tall = Math.max(0, y(0) - top)
        return (
          <rect key={id} className={styles['bar']} x={x} y={top} width={bar} height={tall} rx={2} />
        )
      })}
      {lines.map(({ value, label }) => (
        <g key={value}>
          <line
            className={styles['threshold']}
            x1={PAD.left}
            x2={WIDTH - right}
            y1={y(value)}
            y2={y(value)}
          />
          <text className={styles['thresholdWords']} x={WIDTH - right + 6} y={y(value) + 4}>
            {label}
          </text>
        </g>
      ))}
      {/* Words last: a line of a threshold goes behind them. */}
      {bars.map(({ id, label, value, words }, i) => (
        <g key={id}>
          <text className={styles['value']} x={middle(i)} y={y(value ?? 0) - 6} textAnchor="middle">
            {words}
          </text>
          <text className={styles['axis']} x={middle(i)} y={HEIGHT - 10} textAnchor="middle">
            {shortTitle(label, letters)}
            <title>{label}</title>
          </text>
        </g>
      ))}
    </svg>
  )
}
