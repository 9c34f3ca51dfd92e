import type { CheckIn } from '#domain/check-in/check-in.ts'
import { dayNumber } from '#domain/calendar/day.ts'
import type { Day } from '#domain/calendar/day.ts'
import { formatDay } from '#domain/calendar/day-format.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import styles from './progress-chart.module.css'

const WIDTH = 276
const HEIGHT = 128
const PAD = { left: 14, right: 14, top: 16, bottom: 24 }

export type ChartInput = {
  readonly checkIns: readonly CheckIn[]
  readonly startOn: Day
  readonly dueOn: Day
  readonly today: Day
  readonly unit: string
  readonly baseline: number | null
  readonly target: number | null
  /** The plan line: days with the value that was expected on each. */
  readonly expected: readonly { readonly on: Day; readonly value: number }[]
  /** For screen readers: the same in one sentence. */
  readonly summary: string
}

type Point = { readonly x: number; readonly y: number }
const path = (points: readonly Point[]) =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** The values of a key result over its span, with the line that was planned. Values outside stay inside the frame. */
export function ProgressChart(input: ChartInput) {
  const values = input.checkIns.flatMap((c) =>
    c.value === null ? [] : [{ on: c.day, value: c.value }],
  )
  const all = [
    ...values.map((v) => v.value),
    ...input.expected.map((e) => e.value),
    ...(input.baseline === null ? [] : [input.baseline]),
    ...(input.target === null ? [] : [input.target]),
  ]
  if (all.length === 0) return null
  const low = Math.min(...all)
  const high = Math.max(...all)
  const first = Math.min(dayNumber(input.startOn), ...values.map((v) => dayNumber(v.on)))
  const last = Math.max(dayNumber(input.dueOn), ...values.map((v) => dayNumber(v.on)), first + 1)
  const x = (on: Day) =>
    PAD.left + ((dayNumber(on) - first) / (last - first)) * (WIDTH - PAD.left - PAD.right)
  const y = (value: number) =>
    high === low
      ? HEIGHT / 2
      : HEIGHT - PAD.bottom - ((value - low) / (high - low)) * (HEIGHT - PAD.top - PAD.bottom)
  const driven = values.map((v) => ({ x: x(v.on), y: y(v.value) }))
  const plan = input.expected.map((e) => ({ x: x(e.on), y: y(e.value) }))
  const end = driven.at(-1)
  const endValue = values.at(-1)
  const rightHalf = end !== undefined && end.x > WIDTH * 0.55
  // The label goes to the side of the line where it is free: above a falling value, below a rising one.
  const above = end !== undefined && end.y > PAD.top + 18
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={input.summary}
    >
      {plan.length > 1 && <path className={styles['plan']} d={path(plan)} />}
      {dayNumber(input.today) >= first && dayNumber(input.today) <= last && (
        <line
          className={styles['today']}
          x1={x(input.today)}
          x2={x(input.today)}
          y1={PAD.top - 6}
          y2={HEIGHT - PAD.bottom + 2}
        />
      )}
      {driven.length > 1 && <path className={styles['driven']} d={path(driven)} />}
      {driven.map((point, i) => (
        <circle
          key={values[i]?.on ?? i}
          className={styles['dot']}
          cx={point.x}
          cy={point.y}
          r={i === driven.length - 1 ? 4 : 2.6}
        />
      ))}
      {end && endValue && (
        <text
          className={styles['now']}
          x={end.x + (rightHalf ? -8 : 8)}
          y={above ? end.y - 9 : end.y + 16}
          textAnchor={rightHalf ? 'end' : 'start'}
        >
          {formatValue(endValue.value, input.unit)} now
        </text>
      )}
      <text className={styles['axis']} x={PAD.left} y={HEIGHT - 8}>
        {formatDay(input.startOn)}
      </text>
      <text className={styles['axis']} x={WIDTH - PAD.right} y={HEIGHT - 8} textAnchor="end">
        {formatDay(input.dueOn)}
      </text>
    </svg>
  )
}
