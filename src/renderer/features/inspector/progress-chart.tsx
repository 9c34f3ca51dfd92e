import { dayNumber } from '#domain/calendar/day.ts'
import type { Day } from '#domain/calendar/day.ts'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { ValueChart } from '#domain/key-result/value-chart.ts'
import { formatValue } from '#domain/key-result/value-format.ts'
import styles from './progress-chart.module.css'

const WIDTH = 276
const HEIGHT = 128
const PAD = { left: 14, right: 14, top: 16, bottom: 24 }

export type ChartInput = {
  readonly chart: ValueChart
  readonly startOn: Day
  readonly dueOn: Day
  readonly today: Day
  /** For screen readers: the same in one sentence. */
  readonly summary: string
}

type Point = { readonly x: number; readonly y: number }
const path = (points: readonly Point[]) =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** Points every few pixels along a line, so that a label can be kept off it. */
function alongOf(points: readonly Point[]): Point[] {
  const along: Point[] = []
  points.forEach((to, i) => {
    const from = points[i - 1] ?? to
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4))
    for (let k = 1; k <= steps; k++)
      along.push({
        x: from.x + ((to.x - from.x) * k) / steps,
        y: from.y + ((to.y - from.y) * k) / steps,
      })
  })
  return along
}

const LABEL = { height: 14, perCharacter: 6.6, gap: 7 }

/** The place beside `end` where the text covers the fewest points of the lines; always inside the frame. */
function freePlace(end: Point, text: string, lines: readonly Point[]): Point {
  const width = text.length * LABEL.perCharacter
  const { gap, height } = LABEL
  const candidates = [
    { x: end.x + gap, y: end.y - gap },
    { x: end.x - gap - width, y: end.y + gap + height },
    { x: end.x - gap - width, y: end.y - gap },
    { x: end.x + gap, y: end.y + gap + height },
    { x: end.x - width / 2, y: end.y - gap - height },
    { x: end.x - width / 2, y: end.y + gap + 2 * height },
  ].map(({ x, y }) => ({
    x: Math.min(Math.max(4, x), WIDTH - 4 - width),
    y: Math.min(Math.max(height, y), HEIGHT - PAD.bottom),
  }))
  const covered = ({ x, y }: Point) =>
    lines.filter((p) => p.x > x - 3 && p.x < x + width + 3 && p.y > y - height + 1 && p.y < y + 5)
      .length
  return candidates.reduce((best, next) => (covered(next) < covered(best) ? next : best))
}

/** The values of a key result over its span, with the line that was planned. Values outside stay inside the frame. */
export function ProgressChart(input: ChartInput) {
  const { said: values, planned, marks, unit } = input.chart
  if (values.length + planned.length === 0) return null
  const all = [...values, ...planned].map(({ value }) => value).concat(marks)
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
  const plan = planned.map((e) => ({ x: x(e.on), y: y(e.value) }))
  const end = driven.at(-1)
  const endValue = values.at(-1)
  const nowText = endValue ? `${formatValue(endValue.value, unit)} now` : ''
  const label = end ? freePlace(end, nowText, [...alongOf(driven), ...alongOf(plan)]) : null
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={input.summary}
    >
      {plan.length === 0 &&
        marks.map((mark) => (
          <path
            key={mark}
            className={styles['plan']}
            d={`M${String(PAD.left)} ${y(mark).toFixed(1)}H${String(WIDTH - PAD.right)}`}
          />
        ))}
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
      {label && (
        <text className={styles['now']} x={label.x} y={label.y}>
          {nowText}
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
