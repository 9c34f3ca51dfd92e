import type { Day } from '#domain/calendar/day.ts'
import { dayNumber } from '#domain/calendar/day.ts'
import { formatDay } from '#domain/calendar/day-format.ts'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { Arrival } from '#domain/key-result/arrival.ts'
import { arrivalDay } from '#domain/key-result/arrival.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import { valueChart } from '#domain/key-result/value-chart.ts'
import { formatNumber } from '#domain/key-result/value-format.ts'
import type { Tone } from '#ui/ring.tsx'
import styles from './round-chart.module.css'

const WIDTH = 300
const HEIGHT = 180
const PAD = { left: 44, right: 22, top: 24, bottom: 28 }

type Point = { readonly x: number; readonly y: number }
const path = (points: readonly Point[]) =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** Values, planned line and projected arrival of one key result; the value being typed is drawn as well. */
export function RoundChart({
  keyResult,
  checkIns,
  startOn,
  today,
  arrival,
  tone,
  summary,
}: {
  readonly keyResult: KeyResult
  readonly checkIns: readonly CheckIn[]
  readonly startOn: Day
  readonly today: Day
  readonly arrival: Arrival | null
  readonly tone: Tone
  readonly summary: string
}) {
  const { said, planned, marks, unit } = valueChart(keyResult, checkIns, startOn, today)
  const ahead = arrival
    ? [
        { on: arrival.fromOn, value: arrival.fromValue },
        { on: keyResult.dueOn, value: arrival.valueAtDue },
      ]
    : []
  const isAhead = arrival !== null && keyResult.dueOn > arrival.fromOn
  const all = [
    ...[...said, ...planned, ...(isAhead ? ahead : [])].map(({ value }) => value),
    ...marks,
  ]
  if (said.length + planned.length === 0) return null
  const low = Math.min(...all)
  const high = Math.max(...all)
  const first = Math.min(dayNumber(startOn), ...said.map(({ on }) => dayNumber(on)))
  const last = Math.max(
    dayNumber(keyResult.dueOn),
    ...said.map(({ on }) => dayNumber(on)),
    first + 1,
  )
  const at = ({ on, value }: { readonly on: Day; readonly value: number }): Point => ({
    x: PAD.left + ((dayNumber(on) - first) / (last - first)) * (WIDTH - PAD.left - PAD.right),
    y:
      high === low
        ? HEIGHT / 2
        : HEIGHT - PAD.bottom - ((value - low) / (high - low)) * (HEIGHT - PAD.top - PAD.bottom),
  })
  const driven = said.map(at)
  const end = driven.at(-1)
  const note =
    arrival === null
      ? ''
      : arrival.arrivesOn === null
        ? 'does not arrive at this rate'
        : `arrives ~${arrivalDay(keyResult, arrival.arrivesOn)}`
  // Where the line ends low the words stand above it, else below.
  const goal = isAhead ? at(ahead[1] ?? { on: keyResult.dueOn, value: low }) : null
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={summary}
      data-tone={tone}
    >
      {planned.length > 1 && <path className={styles['plan']} d={path(planned.map(at))} />}
      {isAhead && <path className={styles['ahead']} d={path(ahead.map(at))} />}
      {driven.length > 1 && <path className={styles['driven']} d={path(driven)} />}
      {end && <circle className={styles['now']} cx={end.x} cy={end.y} r={6} />}
      {marks.map((value) => {
        const { y } = at({ on: startOn, value })
        return (
          <g key={value}>
            {planned.length === 0 && (
              <path
                className={styles['plan']}
                d={`M${String(PAD.left)} ${y.toFixed(1)}H${String(WIDTH - PAD.right)}`}
              />
            )}
            <text x={PAD.left - 6} y={y + 4} textAnchor="end">
              {formatNumber(value)}
              {unit === '%' && '\u00a0%'}
            </text>
          </g>
        )
      })}
      <text x={PAD.left} y={HEIGHT - 8}>
        {formatDay(startOn)}
      </text>
      <text x={WIDTH - PAD.right + 8} y={HEIGHT - 8} textAnchor="end">
        {formatDay(keyResult.dueOn)}
      </text>
      {note !== '' && (
        <text
          x={WIDTH - PAD.right + 8}
          y={goal && goal.y < HEIGHT / 2 ? HEIGHT - PAD.bottom - 10 : 14}
          textAnchor="end"
        >
          {note}
        </text>
      )}
    </svg>
  )
}
