import { memo } from 'react'
import { weekday } from '#domain/calendar/day.ts'
import { weekdayName } from '#domain/calendar/day-format.ts'
import type { Tick } from '#domain/route/time-ticks.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import styles from './map-header.module.css'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

type MapHeaderProps = {
  readonly width: number
  readonly months: readonly Tick[]
  readonly weeks: readonly Tick[]
  /** Only at a zoom where a day has room for its number. */
  readonly days: readonly Tick[]
  readonly todayX: number | null
  /** What the pill says where the map is of another day. */
  readonly todayWord?: string
  readonly corner: React.ReactNode
}

/** Months and weeks above the map, and the pill of today. Stays while the map scrolls. */
export const MapHeader = memo(function MapHeader({
  width,
  months,
  weeks,
  days,
  todayX,
  todayWord = 'Today',
  corner,
}: MapHeaderProps) {
  const everyWeek = Math.max(1, Math.ceil(30 / (weeks[1]?.width ?? 60)))
  const isShort = (months[1]?.width ?? months[0]?.width ?? 0) < 78
  const firstNamed = months.find((month) => month.width >= (isShort ? 34 : 110)) ?? months[0]
  return (
    <div className={styles['header']} style={{ width: ROUTE.column + width }}>
      <div className={styles['corner']}>{corner}</div>
      <div className={styles['time']} aria-hidden>
        {months.map((month) => {
          const name = MONTHS[month.number - 1] ?? ''
          const needs = isShort ? 34 : name.length * 8 + 10
          if (month.width < needs) return null
          const hasYear = month.number === 1 || month.key === firstNamed?.key
          return (
            <div
              key={month.key}
              className={styles['month']}
              style={{ left: month.x, width: month.width }}
            >
              <span className={styles['name']}>
                {isShort ? name.slice(0, 3) : name}
                {hasYear && !isShort && month.width >= needs + 40 && (
                  <span className={styles['year']}> {month.year}</span>
                )}
              </span>
              {hasYear && isShort && <span className={styles['yearBelow']}>{month.year}</span>}
            </div>
          )
        })}
        {weeks.map((week, i) => (
          <div
            key={week.key}
            className={styles['week']}
            style={{ left: week.x, width: week.width }}
          >
            {week.width >= 20 && i % everyWeek === 0 && days.length === 0
              ? `w${String(week.number)}`
              : ''}
          </div>
        ))}
        {days.map((day) => (
          <div key={day.key} className={styles['day']} style={{ left: day.x, width: day.width }}>
            {day.width >= 48 && `${weekdayName(weekday(day.day)).slice(0, 2)} `}
            {day.number}
          </div>
        ))}
        {todayX !== null && (
          <span className={styles['today']} style={{ left: todayX }} data-today="">
            {todayWord}
          </span>
        )}
      </div>
    </div>
  )
})
