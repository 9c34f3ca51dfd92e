import type { Belief, CalibrationRow } from '#domain/across/calibration.ts'
import styles from './across.module.css'

const WIDTH = 480
const HEIGHT = 300
const PAD = { left: 44, right: 16, top: 26, bottom: 40 }
const TENTHS = [0, 2, 4, 6, 8, 10]
const SCORES = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** First confidence against final score: a dot a key result (larger where several meet), a bar a mean. */
export function BeliefChart({
  beliefs,
  rows,
  summary,
}: {
  readonly beliefs: readonly Belief[]
  readonly rows: readonly CalibrationRow[]
  readonly summary: string
}) {
  const x = (confidence: number) => PAD.left + (confidence / 10) * (WIDTH - PAD.left - PAD.right)
  const y = (score: number) => PAD.top + (1 - score) * (HEIGHT - PAD.top - PAD.bottom)
  const dots = new Map<string, { confidence: number; score: number; titles: string[] }>()
  for (const { confidence, score, title } of beliefs) {
    const key = `${String(confidence)} ${score.toFixed(2)}`
    const dot = dots.get(key)
    if (dot) dot.titles.push(title)
    else dots.set(key, { confidence, score, titles: [title] })
  }
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={summary}
    >
      <text className={styles['unit']} x={0} y={11}>
        final score, 0–1
      </text>
      <text className={styles['unit']} x={WIDTH - PAD.right} y={HEIGHT - 4} textAnchor="end">
        first confidence said, 0–10
      </text>
      {SCORES.map((score) => (
        <g key={score}>
          <line
            className={styles['grid']}
            x1={PAD.left}
            x2={WIDTH - PAD.right}
            y1={y(score)}
            y2={y(score)}
          />
          <text className={styles['axis']} x={PAD.left - 8} y={y(score) + 4} textAnchor="end">
            {score.toFixed(1)}
          </text>
        </g>
      ))}
      {TENTHS.map((confidence) => (
        <text
          key={confidence}
          className={styles['axis']}
          x={x(confidence)}
          y={HEIGHT - PAD.bottom + 16}
          textAnchor="middle"
        >
          {confidence}
        </text>
      ))}
      <line className={styles['threshold']} x1={x(0)} y1={y(0)} x2={x(10)} y2={y(1)} />
      <text className={styles['thresholdWords']} x={x(3)} y={y(0.3) - 8} textAnchor="end">
        as sure as it turned out
      </text>
      {[...dots.values()].map(({ confidence, score, titles }) => (
        <circle
          key={`${String(confidence)} ${String(score)}`}
          className={styles['dot']}
          cx={x(confidence)}
          cy={y(score)}
          r={3.5 + Math.min(5, (titles.length - 1) * 1.8)}
        >
          <title>{titles.join('\n')}</title>
        </circle>
      ))}
      {rows.map(({ confidence, reached }) => (
        <g key={confidence}>
          <line
            className={styles['mean']}
            x1={x(confidence) - 14}
            x2={x(confidence) + 14}
            y1={y(reached)}
            y2={y(reached)}
          />
        </g>
      ))}
    </svg>
  )
}
